/// How one language and country write numbers, amounts and dates.
///
/// After Unicode CLDR 46, except where business documents there commonly differ; each such place
/// says so.
struct LocaleConventions: Sendable {
    /// BCP 47: `de-DE`.
    let language: String
    var decimal: String
    var group: String
    /// The grouping of numbers that carry no currency, and of the home currency.
    var grouping: LocaleFormat.Grouping
    var sign: SignPlace
    /// What stands between a number and `%`.
    var beforePercent: String
    var date: DatePattern
    /// From January to December, as dates have them.
    var months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Where the sign of a currency stands.
    enum SignPlace: Sendable {
        /// `€6,264.15`, `US$ 59,252.81`: one character clings, longer signs and ₹ keep a space.
        case leadingClose
        /// `€ 3.109,00`
        case leadingApart
        /// `3.109,00 €`
        case trailing
    }

    /// The conventions of a language tag: exact, else of the same country's or language's nearest
    /// kin, else British English.
    static func nearest(to tag: String) -> LocaleConventions {
        let wanted = String(tag.lowercased().map { $0 == "_" ? "-" : $0 })
        if let exact = all.first(where: { $0.language.lowercased() == wanted }) { return exact }
        let parts = wanted.split(separator: "-")
        let indian: Set<Substring> = [
            "as", "bn", "gu", "hi", "kn", "ml", "mr", "or", "pa", "sa", "ta", "te",
        ]
        guard let primary = parts.first else { return britain }
        if parts.dropFirst().contains("in") || indian.contains(primary) { return india }
        if primary == "en" { return britain }
        return all.first { $0.language.hasPrefix("\(primary)-") } ?? britain
    }

    /// The first of a language is its default.
    private static let all = [
        britain, india, unitedStates, germany, austria, france, netherlands,
        emirates,
    ]

    private static let noBreakSpace = "\u{A0}"
    private static let narrowSpace = "\u{202F}"

    private static let britain = LocaleConventions(
        language: "en-GB", decimal: ".", group: ",", grouping: .thousands, sign: .leadingClose,
        beforePercent: "", date: .day(.monthName, "\u{A0}"))

    private static let india = LocaleConventions(
        language: "en-IN", decimal: ".", group: ",", grouping: .lakhs, sign: .leadingClose,
        beforePercent: "", date: .day(.monthName, "-"))

    /// Dates with the month's name, as in Britain: 05/11/2026 would be read as May abroad.
    private static let unitedStates = LocaleConventions(
        language: "en-US", decimal: ".", group: ",", grouping: .thousands, sign: .leadingClose,
        beforePercent: "", date: .day(.monthName, "\u{A0}"))

    private static let germany = LocaleConventions(
        language: "de-DE", decimal: ",", group: ".", grouping: .thousands, sign: .trailing,
        beforePercent: noBreakSpace, date: .day(.month, "."))

    /// CLDR groups plain numbers by a space and amounts by a full stop; one page keeps to one.
    private static let austria = LocaleConventions(
        language: "de-AT", decimal: ",", group: ".", grouping: .thousands, sign: .leadingApart,
        beforePercent: noBreakSpace, date: .day(.month, "."))

    private static let france = LocaleConventions(
        language: "fr-FR", decimal: ",", group: narrowSpace, grouping: .thousands,
        sign: .trailing, beforePercent: noBreakSpace, date: .day(.month, "/"))

    private static let netherlands = LocaleConventions(
        language: "nl-NL", decimal: ",", group: ".", grouping: .thousands, sign: .leadingApart,
        beforePercent: "", date: .day(.month, "-"))

    /// Latin figures, as most business documents of the Gulf have them; CLDR leaves the choice.
    private static let emirates = LocaleConventions(
        language: "ar-AE", decimal: ".", group: ",", grouping: .thousands, sign: .leadingClose,
        beforePercent: "", date: .day(.month, "/"))
}

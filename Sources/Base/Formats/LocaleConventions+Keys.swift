extension LocaleConventions {
    /// What the file of a language may say of its numbers and dates; without them they are written
    /// as in the nearest language that is known.
    static let keys = [
        "format-decimal", "format-group", "format-grouping", "format-currency", "format-percent",
        "format-date", "format-months",
    ]

    /// Takes over what a language's file says.
    ///
    /// - Returns: What should stand there instead, where it is not understood; nil where it is.
    mutating func set(_ key: String, _ text: String) -> String? {
        switch key {
        case "format-decimal":
            guard let sign = separator(text) else { return "a sign: , or . or the like" }
            decimal = sign
            // A number must not have the same sign at two places.
            if group == decimal { group = "\u{202F}" }
        case "format-group":
            guard let sign = separator(text) else { return "a sign, space or narrow-space" }
            group = sign == decimal ? "\u{202F}" : sign
        case "format-grouping":
            guard let known = LocaleConventions.groupings[text] else {
                return "thousands (1,234,567), lakhs (12,34,567) or none"
            }
            grouping = known
        case "format-currency":
            guard let known = LocaleConventions.places[text] else {
                return "before (€1.00), before-apart (€ 1.00) or after (1.00 €)"
            }
            sign = known
        case "format-percent":
            guard text == "apart" || text == "close" else { return "close (18%) or apart (18 %)" }
            beforePercent = text == "apart" ? "\u{A0}" : ""
        case "format-date":
            guard let pattern = DatePattern(text) else {
                return "dd, mm or mmm, and yyyy with what stands between them, such as dd.mm.yyyy"
            }
            date = pattern
        default:
            let names = text.split(separator: " ").map(String.init)
            guard names.count == 12 else { return "the short names of twelve months" }
            months = names
        }
        return nil
    }

    private func separator(_ text: String) -> String? {
        switch text {
        case "space": "\u{A0}"
        case "narrow-space": "\u{202F}"
        // A digit or minus would change the number; longer ones are words.
        case _ where text.count == 1 && !text.contains { $0.isNumber || $0 == "-" }: text
        default: nil
        }
    }

    private static let groupings: [String: LocaleFormat.Grouping] = [
        "thousands": .thousands, "lakhs": .lakhs, "none": .ungrouped,
    ]
    private static let places: [String: SignPlace] = [
        "before": .leadingClose, "before-apart": .leadingApart, "after": .trailing,
    ]
}

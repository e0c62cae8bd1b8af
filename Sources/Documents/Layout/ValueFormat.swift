/// How a value is printed: the part behind the colon in `{path:format}`.
enum ValueFormat: Hashable, Sendable {
    /// By kind: amounts without sign, numbers as quantities, dates, yes or no, lists with commas.
    case automatic
    /// An amount with its currency's sign.
    case money
    /// An amount with the opposite sign of what it is: a deduction.
    case minus
    /// A number with at least as many fractional digits as the document's currency has.
    case price
    /// An amount, and zero where there is none.
    case zero
    /// The line of an address that names the place, in the order of its country.
    case locality
    /// A text that a line's end does not divide: a phone number, an identifier.
    case whole
    case percent
    /// Capitals.
    case upper
    /// An amount written out in the document's language; nothing where the language has no words.
    case words
    /// In groups of four characters, as account numbers are read aloud (ISO 13616-1 for IBANs).
    case fours
    /// A currency code as its sign.
    case sign
    /// The label `prefix-value`, the prefix by its number in the template; the value itself where there is none. In capitals for `LABEL`.
    case label(prefix: Int, isUpper: Bool)

    /// What may be written behind the colon.
    static let names = [
        "quantity", "date", "words", "country",
        "money", "minus", "price", "percent", "zero", "locality", "whole", "upper", "fours", "sign",
        "label:PREFIX", "LABEL:PREFIX",
    ]

    /// - Parameter number: gives a label's prefix its number.
    init?(_ name: String, number: (String) -> Int) {
        switch name {
        // A number's and a date's own form, said for readers of the template.
        case "quantity", "date": self = .automatic
        case "words": self = .words
        case "country": self = .label(prefix: number("country"), isUpper: false)
        case "money": self = .money
        case "minus": self = .minus
        case "price": self = .price
        case "percent": self = .percent
        case "zero": self = .zero
        case "locality": self = .locality
        case "whole": self = .whole
        case "upper": self = .upper
        case "fours": self = .fours
        case "sign": self = .sign
        default:
            let isUpper = name.hasPrefix("LABEL:")
            guard isUpper || name.hasPrefix("label:") else { return nil }
            let prefix = String(name.dropFirst("label:".utf8.count))
            self = .label(prefix: number(prefix), isUpper: isUpper)
        }
    }
}

internal import Formats

/// The fixed words of templates in one language, English where it has none of its own.
public final class Labels: Sendable {
    /// BCP 47, with the country that decides how numbers and dates are written: `de-DE`.
    public let language: String
    private let texts: [String: String]
    /// The language's numbers and dates.
    let format: LocaleFormat
    /// The same with an en dash for the minus sign, for typefaces that lack it.
    let dashFormat: LocaleFormat

    init(language: String, texts: [String: String]) {
        self.language = language
        self.texts = texts
        format = LocaleFormat(language: language, forms: texts)
        dashFormat = LocaleFormat(language: language, forms: texts, minus: "\u{2013}")
    }

    /// The key of what tells how the language is read.
    static let directionKey = "direction"

    /// Whether the language is read from right to left: `direction = rtl` among its words.
    public var isRightToLeft: Bool { texts[Labels.directionKey] == "rtl" }

    public subscript(key: String) -> String? { texts[key] }
}

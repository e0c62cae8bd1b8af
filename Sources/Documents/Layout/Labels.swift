/// The fixed words of templates in one language, English where it has none of its own.
public final class Labels: Sendable {
    /// BCP 47, with the country that decides how numbers and dates are written: `de-DE`.
    public let language: String
    private let texts: [String: String]

    init(language: String, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    public subscript(key: String) -> String? { texts[key] }
}

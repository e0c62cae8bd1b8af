public import Diagnostics
internal import Formats

/// The words of all languages, read from `templates/languages/CODE.txt`.
///
/// A file has one `key = Text` a line; empty lines and lines that begin with `#` say nothing.
public struct LabelCatalog: Sendable {
    /// What stands in for a word that a language lacks.
    public static let fallback = "en"
    /// The most labels of one language.
    public static let limit = 10_000

    private var languages: [String: [String: String]] = [:]

    public init() {}

    /// The languages read so far, in order of their codes.
    public var codes: [String] { languages.keys.sorted() }

    /// The keys of the fallback language, in order.
    var keys: [String] { (languages[LabelCatalog.fallback] ?? [:]).keys.sorted() }

    /// Adds the words of one language, which come before those read for it earlier.
    ///
    /// Findings: `label-line` for a line that is none of the three, a direction that is none or a
    /// form of numbers and dates that is none; `label-twice` for a key that is there twice.
    ///
    /// - Parameter code: as in the file's name: `de`, or `de-AT` for words of one country.
    public mutating func read(_ source: SourceText, code: String, findings: Findings) {
        var texts: [String: String] = [:]
        if let offset = firstInvalidUTF8(source.bytes) {
            findings.add(
                Diagnostic(
                    code: "invalid-utf8", "the text is not valid UTF-8 here",
                    at: SourceLocation(source: source, range: offset..<offset + 1),
                    hint: "save the file as UTF-8"))
            return
        }
        let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var start = hasMark ? 3 : 0
        for line in source.bytes[start...].split(
            separator: 0x0A, omittingEmptySubsequences: false)
        {
            let range = start..<start + line.count
            start += line.count + 1
            guard let first = line.first(where: { $0 > 0x20 }), first != UInt8(ascii: "#")
            else { continue }
            let location = SourceLocation(source: source, range: range)
            if let control = line.firstIndex(where: LabelCatalog.isControl) {
                findings.add(
                    Diagnostic(
                        code: "label-line", "a label holds no control characters",
                        at: SourceLocation(source: source, range: control..<control + 1)))
                continue
            }
            let parts = line.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let key = parts.first.map(trimmed) ?? ""
            let text = parts.count == 2 ? trimmed(parts[1]) : ""
            guard !key.isEmpty, !text.isEmpty, !key.utf8.contains(0x20) else {
                findings.add(
                    Diagnostic(
                        code: "label-line", "a label is written \"key = Text\"", at: location))
                continue
            }
            if texts[key] != nil {
                findings.add(
                    Diagnostic(
                        code: "label-twice", "the label \"\(key)\" is there twice", at: location,
                        hint: "keep one of the two"))
            }
            guard texts.count < LabelCatalog.limit else {
                findings.add(
                    Diagnostic(
                        code: "too-many-labels",
                        "a language has at most \(LabelCatalog.limit) labels", at: location))
                return
            }
            if key == Labels.directionKey, text != "ltr", text != "rtl" {
                findings.add(
                    Diagnostic(
                        code: "label-line", "a language's direction is \"ltr\" or \"rtl\"",
                        at: location, found: text))
            }
            if let expected = LocaleFormat.fault(in: key, text) {
                findings.add(
                    Diagnostic(
                        code: "label-line", "\(key) is not understood", at: location, found: text,
                        expected: expected))
            }
            texts[key] = text
        }
        languages[code, default: [:]].merge(texts) { _, new in new }
    }

    /// Tabs stand between words, and lines may end as in Windows.
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0D || byte == 0x7F
    }

    /// The words for a document: its own language's, those of the language without the country,
    /// and English for what is still missing.
    public func labels(for language: String) -> Labels {
        let own = ownTexts(of: language)
        let texts = (languages[LabelCatalog.fallback] ?? [:]).merging(own) { _, new in new }
        return Labels(language: language, texts: texts)
    }

    /// The words of the second language of a bilingual document: only its own, because English
    /// in their place would say the same twice. `nil` where it has none at all.
    public func secondLabels(for language: String) -> Labels? {
        let own = ownTexts(of: language)
        return own.isEmpty ? nil : Labels(language: language, texts: own)
    }

    private func ownTexts(of language: String) -> [String: String] {
        var texts: [String: String] = [:]
        let primary = language.split(separator: "-").first.map(String.init) ?? language
        for code in [primary, language] {
            guard let own = languages[code] else { continue }
            texts.merge(own) { _, new in new }
        }
        return texts
    }

    /// The languages without a country that have words of their own but none for `key`.
    func languagesLacking(_ key: String) -> [String] {
        codes.filter { !$0.contains("-") && languages[$0]?[key] == nil }
    }
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
}

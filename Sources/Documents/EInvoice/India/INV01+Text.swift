import Diagnostics
import Formats

/// Texts as the portal takes them, and what had to be done to them.
///
/// `"` and `\` are refused: an inch becomes two primes (`''`), a backslash a slash; curly quotes
/// become straight ones; line ends, tabs and other controls become blanks, and blanks in a row one.
/// What is longer than the schema allows is cut at a character. What was replaced or cut is told.
struct INV01Text {
    let findings: Findings

    init(_ findings: Findings) {
        self.findings = findings
    }

    /// The text, `nil` where nothing, or less than `least`, is left of it.
    func clean(
        _ text: String?, _ field: String, least: Int = 1, most: Int
    ) -> String? {
        guard let text else { return nil }
        var result = String.UnicodeScalarView()
        var isReplaced = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\u{201C}", "\u{201D}", "\u{201E}":
                result.append(contentsOf: "''".unicodeScalars)
                isReplaced = true
            case "\u{2018}", "\u{2019}": result.append("'")
            case "\\":
                result.append("/")
                isReplaced = true
            case _ where scalar.properties.isWhitespace || scalar.value < 0x20:
                if let last = result.last, last != " " { result.append(" ") }
            default: result.append(scalar)
            }
        }
        while result.last == " " { result.removeLast() }
        if isReplaced {
            tell(field, "quotation marks or backslashes were replaced", text, String(result))
        }
        if result.count > most {
            var short = String.UnicodeScalarView(result.prefix(most))
            while short.last == " " { short.removeLast() }
            tell(field, "it was cut to \(most) characters", text, String(short))
            result = short
        }
        return result.count < least ? nil : String(result)
    }

    private func tell(_ field: String, _ what: String, _ text: String, _ sent: String) {
        findings.add(
            Diagnostic(
                .warning, code: "irp-text",
                "\(field) goes to the registration portal changed: \(what)",
                found: text, expected: sent,
                hint: "the document's own page keeps the text as it is"))
    }

    /// Six to twelve digits of a telephone number; `nil` where it has others.
    static func phone(_ text: String?) -> String? {
        guard let text else { return nil }
        let digits = text.filter { $0.isASCII && $0.isNumber }
        return (6...12).contains(digits.utf8.count) ? digits : nil
    }

    /// An e-mail address in the portal's form; `nil` where it has another.
    static func email(_ text: String?) -> String? {
        guard let text, (6...100).contains(text.utf8.count) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        func isPlain(_ part: Substring, _ more: String) -> Bool {
            !part.isEmpty
                && part.unicodeScalars.allSatisfy {
                    $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
                        || more.unicodeScalars.contains($0)
                }
        }
        guard parts.count == 2, isPlain(parts[0], "+_.-"), isPlain(parts[1], ".-") else {
            return nil
        }
        return text
    }
}

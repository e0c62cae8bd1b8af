import Foundation
import Invoicing
import Testing

/// What the documentation says of the rules is what the program says of them.
struct ExplanationDocsTests {
    @Test func everyRuleIsDocumentedInItsOwnWords() throws {
        let rules = Explanation.Rule.allCases.map { rule in
            [
                rule.rawValue, rule.text, rule.rounding ?? "", rule.law(in: "india-gst") ?? "",
                rule.law(in: "european-vat") ?? "",
            ].joined(separator: " | ")
        }
        #expect(
            try rows(under: "The rules") == rules,
            "\(rules.map { "| \($0) |" }.joined(separator: "\n"))")
    }

    /// The cells of the table under a heading, without its head.
    private func rows(under heading: String) throws -> [String] {
        var url = URL(fileURLWithPath: #filePath)
        while url.lastPathComponent != "Tests" { url.deleteLastPathComponent() }
        let file = url.deletingLastPathComponent().appending(path: "docs/canonical.md")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let section = lines.drop { $0 != "## \(heading)" }.dropFirst().prefix {
            !$0.hasPrefix("## ")
        }
        return section.filter { $0.hasPrefix("| ") }.dropFirst().map { line in
            String(line.dropFirst(2).dropLast(2))
        }
    }
}

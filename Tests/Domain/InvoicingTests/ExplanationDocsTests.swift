import Foundation
import Invoicing
import Testing

/// What the documentation says of the rules is what the program says of them.
struct ExplanationDocsTests {
    @Test func everyRuleIsDocumentedInItsOwnWords() throws {
        let rules = Explanation.Rule.allCases.map { rule in
            [
                rule.rawValue, rule.text, rule.rounding?.text ?? "",
                rule.law(in: "india-gst") ?? "",
                rule.law(in: "european-vat") ?? "",
            ].joined(separator: " | ")
        }
        #expect(
            try rows(under: "The rules") == rules,
            "\(rules.map { "| \($0) |" }.joined(separator: "\n"))")
    }

    @Test("German and Hindi say every rule and every rounding", arguments: ["de", "hi"])
    func words(language: String) throws {
        let text = try contents("templates/languages/\(language).txt")
        let keys = text.split(separator: "\n").map { line in String(line.prefix { $0 != " " }) }
        let rules = Explanation.Rule.allCases.map { "rule-\($0.rawValue)" }
        let roundings = Explanation.Rounding.allCases.map { "rounding-\($0.rawValue)" }
        #expect(
            keys.filter { $0.hasPrefix("rule-") || $0.hasPrefix("rounding-") }.sorted()
                == (rules + roundings).sorted())
    }

    private func contents(_ path: String) throws -> String {
        var url = URL(fileURLWithPath: #filePath)
        while url.lastPathComponent != "Tests" { url.deleteLastPathComponent() }
        return try String(
            contentsOf: url.deletingLastPathComponent().appending(path: path), encoding: .utf8)
    }

    /// The cells of the table under a heading, without its head.
    private func rows(under heading: String) throws -> [String] {
        let lines = try contents("docs/canonical.md").split(separator: "\n")
        let section = lines.drop { $0 != "## \(heading)" }.dropFirst().prefix {
            !$0.hasPrefix("## ")
        }
        return section.filter { $0.hasPrefix("| ") }.dropFirst().map { line in
            String(line.dropFirst(2).dropLast(2))
        }
    }
}

import Foundation
import Invoicing
import Testing

/// What the documentation says of the rules is what the program says of them.
struct ExplanationDocsTests {
    @Test func everyRuleIsDocumentedInItsOwnWords() throws {
        let documented = try rows(under: "The rules").map { Row(rule: $0[0], text: $0[1]) }
        #expect(
            documented == Explanation.Rule.allCases.map { Row(rule: $0.rawValue, text: $0.text) })
    }

    struct Row: Equatable {
        let rule: String
        let text: String
    }

    /// The cells of the table under a heading, without its head.
    private func rows(under heading: String) throws -> [[String]] {
        var url = URL(fileURLWithPath: #filePath)
        while url.lastPathComponent != "Tests" { url.deleteLastPathComponent() }
        let file = url.deletingLastPathComponent().appending(path: "docs/canonical.md")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let section = lines.drop { $0 != "## \(heading)" }.dropFirst().prefix {
            !$0.hasPrefix("## ")
        }
        return section.filter { $0.hasPrefix("| ") }.dropFirst().map { line in
            line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
        }
    }
}

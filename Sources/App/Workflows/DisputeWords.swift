import Books
import Invoicing
import Layout

/// What the pages about a dispute say, in one language: the words `dispute-…` of its file, and
/// `rule-…` and `rounding-…` of how amounts came about.
///
/// What a language lacks is said in English. What records, archived files and laws say is quoted.
struct DisputeWords {
    /// What is said where a language has no words.
    static let english = "en-GB"

    private let labels: Labels
    private let english: Labels

    init(_ labels: Labels, english: Labels) {
        self.labels = labels
        self.english = english
    }

    /// A word that documents have too.
    func label(_ key: String) -> String { labels[key] ?? key }

    /// A text of the pages, with what stands for each name in braces; a key without words stands for
    /// itself.
    func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        let text = label("dispute-\(key)")
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            let name = rest[rest.index(after: start)..<end]
            result += rest[..<start]
            result += values[String(name)].map(isolated) ?? String(rest[start...end])
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// Numbers, dates and names keep their own order among letters that are read from the right (Unicode
    /// Standard Annex 9, first strong isolate).
    private func isolated(_ value: String) -> String {
        labels.isRightToLeft ? "\u{2068}\(value)\u{2069}" : value
    }

    func kind(_ invoice: Invoice) -> String { label("title-\(invoice.title.rawValue)") }

    func state(_ state: Books.DocumentState) -> String { self("state-\(state.rawValue)") }

    func flag(_ flag: Bool) -> String { label(flag ? "yes" : "no") }

    /// The rule, its rounding and law, and what the amount rests on, in one text.
    func step(_ step: ExplanationTree) -> String {
        // A rule that the language lacks is in English from end to end.
        if labels["rule-\(step.rule)"] == nil, labels !== english {
            return DisputeWords(english, english: english).step(step)
        }
        let rounding = Explanation.Rule(rawValue: step.rule)?.rounding.map { rounding in
            self("rounded", ["how": labels["rounding-\(rounding.rawValue)"] ?? rounding.text])
        }
        let rule = [labels["rule-\(step.rule)"] ?? step.ruleText, rounding, step.law]
        let from =
            step.parts.map(\.path)
            + step.facts.map { fact in
                let source = [fact.source, fact.place].compactMap(\.self).joined(separator: ", ")
                return "\(fact.name) \(fact.value) [\(source)]"
            }
        return rule.compactMap(\.self).joined(separator: "; ")
            + (from.isEmpty
                ? "" : " — \(self("from", ["what": from.joined(separator: ", ")]))")
    }
}

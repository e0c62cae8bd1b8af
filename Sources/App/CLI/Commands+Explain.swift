import Diagnostics
import Formats
import Workflows

extension Command {
    static let explain = Command(
        name: "explain", summary: "how an amount of an issued document came about",
        arguments: "NUMBER [PATH]", options: [],
        details: """
            PATH is the amount's place in the document's canonical JSON, by default totals.payable;
            lists count from 1. Every amount is told with its rule, how it was rounded and the law or
            standard behind the rule, and followed down to what orders, deliveries, contracts
            and price lists say, with file and line. What comes a second time is not drawn again.

            examples:
              bijak explain NV/26-27/00001
              bijak explain NV/26-27/00001 lines.3.net
              bijak explain NV/26-27/00001 totals.tax --json
            """
    ) { invocation in
        let arguments = invocation.arguments
        guard let number = arguments.first, arguments.count <= 2 else {
            throw UsageError(
                arguments.isEmpty ? "which document?" : "one amount at a time",
                hint: "bijak explain NV/26-27/00001 totals.payable")
        }
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let outcome = try Explaining(books).run(
            number, path: arguments.count > 1 ? arguments[1] : nil)
        return Answer(
            value: .record {
                $0.add("number", outcome.number)
                $0.add("explanation", outcome.tree.value)
            }, text: "\(outcome.number)\n" + outcome.tree.drawing)
    }
}

extension ExplanationTree {
    /// The tree in lines: amounts with their rules, below each what it was made from.
    var drawing: String {
        var lines: [String] = []
        draw(first: "", rest: "", in: &lines)
        return lines.map { printable($0) + "\n" }.joined()
    }

    private func draw(first: String, rest: String, in lines: inout [String]) {
        let words = [ruleText, rounding.map { "rounded \($0)" }, law]
        let end = isRepeated ? "see above" : words.compactMap(\.self).joined(separator: "; ")
        lines.append("\(first)\(path) = \(amountText)  (\(end))")
        let last = parts.count + facts.count - 1
        for (index, part) in parts.enumerated() {
            part.draw(
                first: rest + (index == last ? "└─ " : "├─ "),
                rest: rest + (index == last ? "   " : "│  "), in: &lines)
        }
        for (index, fact) in facts.enumerated() {
            let isLast = parts.count + index == last
            lines.append("\(rest)\(isLast ? "└─ " : "├─ ")\(fact.text)")
        }
    }

    private var amountText: String {
        switch unit {
        case nil: amount
        case "%": "\(amount) %"
        case let currency?: "\(currency) \(amount)"
        }
    }
}

extension ExplanationTree.Fact {
    /// `price: 450 [price list default, HAMMER from 2026-04-01, prices.csv:2]`.
    fileprivate var text: String {
        "\(name): \(value) [\([source, place].compactMap(\.self).joined(separator: ", "))]"
    }
}

import Formats
import Invoicing
import Money

/// An amount, the rule that made it, and what it was made from, down to what records say.
public struct ExplanationTree: Sendable {
    /// The amount's place in the canonical JSON.
    public let path: String
    /// In plain digits.
    public let amount: String
    /// The currency the amount is in; `nil` of a quantity.
    public let unit: String?
    /// The rule's name; unknown ones are of a later version.
    public let rule: String
    /// The rule in plain words.
    public let ruleText: String
    /// How the amount was rounded; `nil` where it is exact.
    public let rounding: String?
    /// The law or standard behind the rule: a section, a rule, an article, a business term.
    public let law: String?
    public let parts: [ExplanationTree]
    public let facts: [Fact]
    /// It was shown before, with its parts.
    public let isRepeated: Bool

    /// Something that a record, a clause or the law says.
    public struct Fact: Sendable {
        public let name: String
        public let value: String
        public let source: String
        /// `orders.json:14`; `nil` for law.
        public let place: String?
    }

    /// The tree for machines: `of`, `value`, `unit`, `rule`, `text`, `rounding`, `law`, `from`,
    /// `facts`; what was shown before has `repeated` in place of what it rests on.
    public var value: Value {
        .record {
            $0.add("of", path)
            $0.add("value", amount)
            $0.add("unit", unit)
            $0.add("rule", rule)
            $0.add("text", ruleText)
            $0.add("rounding", rounding)
            $0.add("law", law)
            if isRepeated { $0.add("repeated", .flag(true)) }
            if !parts.isEmpty { $0.add("from", .list(parts.map(\.value))) }
            if !facts.isEmpty { $0.add("facts", .list(facts.map(\.record))) }
        }
    }
}

extension ExplanationTree.Fact {
    fileprivate var record: Value {
        .record {
            $0.add("name", name)
            $0.add("value", value)
            $0.add("source", source)
            $0.add("at", place)
        }
    }
}

/// The steps that a document's canonical JSON records, by the path of what each made.
struct ExplanationRecord {
    private struct Step {
        let value: String
        let rule: String
        let from: [String]
        let facts: [ExplanationTree.Fact]
    }

    private var steps: [String: Step] = [:]
    /// In the order in which they were calculated.
    private(set) var paths: [String] = []
    private let currency: String?
    private let companyCurrency: String?
    private let regime: String

    var isEmpty: Bool { steps.isEmpty }

    init(_ document: DataNode) {
        currency = document["currency"]?.string
        companyCurrency = document["exchange"]?["currency"]?.string
        regime = document["regime"]?.string ?? ""
        for node in document["explanation"]?.elements ?? [] {
            guard let path = node["of"]?.string, let value = node["value"]?.string else { continue }
            paths.append(path)
            steps[path] = Step(
                value: value, rule: node["rule"]?.string ?? "",
                from: node["from"]?.elements.compactMap(\.string) ?? [],
                facts: node["facts"]?.elements.map { fact in
                    ExplanationTree.Fact(
                        name: fact["name"]?.string ?? "", value: fact["value"]?.string ?? "",
                        source: fact["source"]?.string ?? "", place: fact["at"]?.string)
                } ?? [])
        }
    }

    /// The tree from a path down; `nil` where no step made it.
    func tree(of path: String) -> ExplanationTree? {
        var seen: Set<String> = []
        return tree(of: path, &seen)
    }

    /// One step with the amounts it was made from, which are not followed further.
    func step(_ path: String) -> ExplanationTree? {
        var seen = Set(steps[path]?.from ?? [])
        return tree(of: path, &seen)
    }

    /// Each step is followed once, so that this ends whatever a file says.
    private func tree(of path: String, _ seen: inout Set<String>) -> ExplanationTree? {
        guard let step = steps[path] else { return nil }
        let isFirst = seen.insert(path).inserted
        let rule = Explanation.Rule(rawValue: step.rule)
        return ExplanationTree(
            path: path, amount: amount(step.value, unit(of: path)), unit: unit(of: path),
            rule: step.rule,
            ruleText: rule?.text ?? step.rule, rounding: rule?.rounding?.text,
            law: rule?.law(in: regime),
            parts: isFirst ? step.from.compactMap { tree(of: $0, &seen) } : [],
            facts: isFirst ? step.facts : [],
            isRepeated: !isFirst && !(step.from.isEmpty && step.facts.isEmpty))
    }

    /// A price has its currency's digits at least: `5.90`.
    private func amount(_ text: String, _ unit: String?) -> String {
        guard let number = Decimal(text), let currency = unit.flatMap({ Currency(code: $0) })
        else { return text }
        return number.text(minimumPlaces: currency.minorDigits)
    }

    private func unit(of path: String) -> String? {
        switch path.split(separator: ".").last {
        case "quantity", "code": nil
        default: path.hasPrefix("exchange.") ? companyCurrency : currency
        }
    }
}

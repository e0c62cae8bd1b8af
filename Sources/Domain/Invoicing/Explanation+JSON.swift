import Diagnostics
import Formats

extension Explanation {
    /// The steps in the canonical JSON: `of`, `value`, `rule`, `from`, `facts`.
    var json: Value {
        var lines = LineFinder()
        return .list(steps.map { $0.json(&lines) })
    }
}

extension Explanation.Step {
    fileprivate func json(_ lines: inout LineFinder) -> Value {
        var record = Value.Record()
        record.add("of", path.description)
        record.add("value", amount.value)
        record.add("rule", rule.rawValue)
        if !from.isEmpty { record.add("from", .list(from.map { .text($0.description) })) }
        if !facts.isEmpty { record.add("facts", .list(facts.map { $0.json(&lines) })) }
        return .record(record)
    }
}

extension Explanation.Fact {
    fileprivate func json(_ lines: inout LineFinder) -> Value {
        var record = Value.Record()
        record.add("name", name)
        record.add("value", value)
        record.add("source", source.citation)
        record.add("at", source.place(&lines))
        return .record(record)
    }
}

import Formats
import Money

/// How every amount of an invoice came about: recorded by the calculator while it calculates.
///
/// A list of steps, each about one value of the invoice under the path it has in the canonical JSON.
/// A step rests on other steps (`from`) and on facts: what a record, a clause or a price list says,
/// with file and line. Followed from `totals.payable`, it is a tree down to the inputs.
///
/// Recorded as numbers in three lists; words are made when it is written.
public struct Explanation: Sendable {
    private var records: [Record] = []
    private var paths: [Path] = []
    private var facts: [Fact] = []

    /// A step, whose paths and facts follow those of the step before.
    private struct Record {
        let path: Path
        let rule: Rule
        let pathsEnd: Int32
        let factsEnd: Int32
        let amount: Amount
    }

    /// One value, the rule that made it, and what it was made from.
    public struct Step: Sendable {
        public let path: Path
        public let amount: Amount
        public let rule: Rule
        public let from: ArraySlice<Path>
        public let facts: ArraySlice<Fact>
    }

    public enum Amount: Sendable {
        case money(Money)
        case number(Decimal)
        /// A code, such as a State's.
        case code(String)

        var value: Value {
            switch self {
            case .money(let amount): .money(amount)
            case .number(let number): .decimal(number)
            case .code(let code): .text(code)
            }
        }
    }

    /// How many steps there are.
    public var count: Int { records.count }

    /// In the order in which they were calculated: what a step rests on comes before it.
    public var steps: [Step] {
        var (path, fact) = (0, 0)
        return records.map { record in
            let (pathsEnd, factsEnd) = (Int(record.pathsEnd), Int(record.factsEnd))
            defer { (path, fact) = (pathsEnd, factsEnd) }
            return Step(
                path: record.path, amount: record.amount, rule: record.rule,
                from: paths[path..<pathsEnd], facts: facts[fact..<factsEnd])
        }
    }
}

extension Explanation {
    mutating func reserve(steps: Int, paths: Int, facts: Int) {
        records.reserveCapacity(steps)
        self.paths.reserveCapacity(paths)
        self.facts.reserveCapacity(facts)
    }

    /// The next step rests on the value at a path.
    mutating func rest(on path: Path) { paths.append(path) }

    /// The next step rests on a fact.
    mutating func cite(_ fact: Fact) { facts.append(fact) }

    /// The step of a value, which rests on all that was noted since the step before.
    mutating func add(_ path: Path, _ amount: Amount, _ rule: Rule) {
        records.append(
            Record(
                path: path, rule: rule, pathsEnd: Int32(paths.count),
                factsEnd: Int32(facts.count), amount: amount))
    }

    mutating func add(_ path: Path, _ amount: Money, _ rule: Rule) {
        add(path, .money(amount), rule)
    }

    mutating func add(_ path: Path, _ number: Decimal, _ rule: Rule) {
        add(path, .number(number), rule)
    }

    mutating func add(
        _ path: Path, _ amount: Money, _ rule: Rule, from: [Path] = [], facts: [Fact]
    ) {
        paths += from
        self.facts += facts
        add(path, .money(amount), rule)
    }

    mutating func add(_ path: Path, _ amount: Money, _ rule: Rule, from: [Path]) {
        add(path, amount, rule, from: from, facts: [])
    }

    mutating func add(
        _ path: Path, _ number: Decimal, _ rule: Rule, from: [Path] = [], facts: [Fact]
    ) {
        paths += from
        self.facts += facts
        add(path, .number(number), rule)
    }
}

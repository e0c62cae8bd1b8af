import Workflows

/// Options of the form `--name value` and switches, read against what a command knows.
struct Options {
    private var values: [String: String] = [:]
    private var switches: Set<String> = []

    init(_ words: [String], valued: Set<String>, switches known: Set<String>) throws {
        var rest = words[...]
        while let word = rest.popFirst() {
            let name = word.hasPrefix("--") ? String(word.dropFirst(2)) : ""
            if known.contains(name) {
                switches.insert(name)
            } else if valued.contains(name) {
                guard let value = rest.popFirst() else { throw UsageError("\(word) needs a value") }
                values[name] = value
            } else {
                let all = (valued.union(known)).sorted().map { "--\($0)" }.joined(separator: " ")
                throw UsageError("\"\(word)\" is not known here", hint: "there are \(all)")
            }
        }
    }

    func has(_ name: String) -> Bool { switches.contains(name) }

    subscript(name: String) -> String? { values[name] }

    func number(_ name: String, in range: ClosedRange<Int>, default fallback: Int) throws -> Int {
        guard let text = values[name] else { return fallback }
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                "--\(name) is a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func numbers(_ name: String, in range: ClosedRange<Int>, default fallback: [Int]) throws
        -> [Int]
    {
        guard let text = values[name] else { return fallback }
        return try text.split(separator: ",").map { part in
            guard let number = Int(part), range.contains(number) else {
                throw UsageError(
                    "--\(name) is numbers from \(range.lowerBound) to \(range.upperBound), with commas"
                )
            }
            return number
        }
    }

    /// The template of the generated company; one that companies have by default where none is named.
    /// The template made for the regime, unless another is named.
    func template() throws -> String {
        try values["template"] ?? (trade().regime == "india-gst" ? "classic" : "modern")
    }

    func trade() throws -> GeneratedTrade {
        guard let name = values["regime"] else { return .european }
        guard let trade = GeneratedTrade.all.first(where: { $0.regime == name }) else {
            let names = GeneratedTrade.all.map(\.regime).joined(separator: ", ")
            throw UsageError("no orders are generated for \"\(name)\"", hint: "there are \(names)")
        }
        return trade
    }
}

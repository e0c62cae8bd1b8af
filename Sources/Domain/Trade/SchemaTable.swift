/// The keys of records, as a table of text: what the published schemas are made from.
///
/// A line `record NAME  title` or `part NAME  title` begins an object; each line below it is a key,
/// with `*` behind a required one, its type and its meaning, two blanks or more between them. A
/// type is a word and its arguments:
///
/// ```
/// text [LIMIT]   identifier   date   flag   integer FROM..TO   choice A B C   literal TEXT
/// currency   language   country   region   colour   price   positive   quantity   percent   rate   amount
/// decimal   money   part NAME   list MIN..MAX TYPE   TYPE or TYPE
/// ```
///
/// `one-of A B+C` says that exactly one of these stands there, here the key A, or B and C together;
/// `with NAME` takes over the keys of a part above, `#` begins a comment.
struct SchemaTable: Sendable {
    /// An object: a record of its own or a part of others.
    struct Part: Sendable {
        let name: String
        let title: String
        let isRecord: Bool
        var keys: [Key] = []
        /// Exactly one of these, keys that belong together joined by `+`; none for most objects.
        var oneOf: [String] = []

        /// A key by its name.
        subscript(name: String) -> Key? { keys.first { $0.name == name } }
    }

    struct Key: Sendable {
        let name: String
        let isRequired: Bool
        let type: Kind
        let meaning: String
    }

    /// What a value may be.
    indirect enum Kind: Sendable {
        case text(limit: Int?)
        case identifier, date, flag, currency, language, country, region, colour
        case integer(ClosedRange<Int>)
        case choice([String])
        /// One text that never changes.
        case literal(String)
        /// Numbers that people hand in.
        case number(Number)
        /// A decimal or an amount that this program writes.
        case decimal, money
        case part(String)
        case list(ClosedRange<Int>, Kind)
        case either(Kind, Kind)
    }

    /// What a decimal number in an input file counts.
    enum Number: String, Sendable {
        /// 0 or more, nine decimals.
        case price
        /// More than 0, nine decimals.
        case positive
        /// More than 0, three decimals.
        case quantity
        /// 0 to 100, four decimals.
        case percent
        /// 0 to 100, three decimals.
        case rate
        /// 0 or more, as many decimals as the currency has, at most three.
        case amount
    }

    /// A line that is none of the table's forms.
    struct Malformed: Error {
        let line: Int
        let text: String
    }

    private(set) var parts: [Part] = []

    /// The object of a name.
    subscript(name: String) -> Part? { parts.first { $0.name == name } }

    /// The objects that stand for themselves, in the table's order.
    var records: [Part] { parts.filter(\.isRecord) }

    /// - Parameter other: a table whose parts this one's keys may name; its records are not taken.
    init(parsing text: String, withPartsOf other: SchemaTable? = nil) throws(Malformed) {
        parts = other?.parts.filter { !$0.isRecord } ?? []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty && line.first != "#" {
            guard add(SchemaTable.columns(line)) else {
                throw Malformed(line: index + 1, text: String(line))
            }
        }
        for part in parts {
            for key in part.keys where !isKnown(key.type) {
                throw Malformed(line: lines.count, text: "\(part.name).\(key.name)")
            }
        }
    }

    /// A table that stands in this program's source; a test reads each of them.
    static func builtIn(_ text: String, withPartsOf other: SchemaTable? = nil) -> SchemaTable {
        do { return try SchemaTable(parsing: text, withPartsOf: other) } catch {
            preconditionFailure("built-in schema table, line \(error.line): \(error.text)")
        }
    }

    private mutating func add(_ columns: [Substring]) -> Bool {
        let words = columns[0].split(separator: " ")
        switch (words[0], columns.count) {
        case ("record", 2), ("part", 2):
            guard words.count == 2, self[String(words[1])] == nil else { return false }
            parts.append(
                Part(
                    name: String(words[1]), title: String(columns[1]),
                    isRecord: words[0] == "record"))
            return true
        case ("one-of", 1):
            if parts.isEmpty { return false }
            parts[parts.count - 1].oneOf = words.dropFirst().map(String.init)
            return true
        case ("with", 1):
            guard !parts.isEmpty, words.count == 2, let other = self[String(words[1])] else {
                return false
            }
            parts[parts.count - 1].keys += other.keys
            return true
        case (_, 3):
            return addKey(columns)
        default: return false
        }
    }

    private mutating func addKey(_ columns: [Substring]) -> Bool {
        let isRequired = columns[0].last == "*"
        let name = String(isRequired ? columns[0].dropLast() : columns[0])
        guard let part = parts.last, part[name] == nil,
            let type = Kind(columns[1].split(separator: " ")[...])
        else { return false }
        parts[parts.count - 1].keys.append(
            Key(name: name, isRequired: isRequired, type: type, meaning: String(columns[2])))
        return true
    }

    /// Whether every part that a type names is in the table.
    private func isKnown(_ kind: Kind) -> Bool {
        switch kind {
        case .part(let name): self[name] != nil
        case .list(_, let element): isKnown(element)
        case .either(let one, let other): isKnown(one) && isKnown(other)
        default: true
        }
    }

    /// The columns of a line, between which stand two blanks or more.
    private static func columns(_ line: Substring) -> [Substring] {
        var columns: [Substring] = []
        var rest = line
        while !rest.isEmpty {
            var end = rest.startIndex
            while end < rest.endIndex, !rest[end...].hasPrefix("  ") {
                end = rest.index(after: end)
            }
            columns.append(rest[..<end])
            rest = rest[end...].drop { $0 == " " }
        }
        return columns
    }
}

extension SchemaTable.Kind {
    /// A type from its words; `nil` for what is none.
    init?(_ words: ArraySlice<Substring>) {
        if let or = words.lastIndex(of: "or") {
            guard let one = Self(words[..<or]), let other = Self(words[(or + 1)...]) else {
                return nil
            }
            self = .either(one, other)
            return
        }
        let arguments = words.dropFirst()
        switch (words.first.map(String.init) ?? "", arguments.count) {
        case ("text", 1):
            guard let limit = Int(arguments[arguments.startIndex]) else { return nil }
            self = .text(limit: limit)
        case ("text", 0): self = .text(limit: nil)
        case ("integer", 1):
            guard let range = range(arguments[arguments.startIndex]) else { return nil }
            self = .integer(range)
        case ("choice", 1...): self = .choice(arguments.map(String.init))
        case ("literal", 1): self = .literal(String(arguments[arguments.startIndex]))
        case ("part", 1): self = .part(String(arguments[arguments.startIndex]))
        case ("list", 2...):
            guard let range = range(arguments[arguments.startIndex]),
                let element = Self(arguments.dropFirst())
            else { return nil }
            self = .list(range, element)
        case ("identifier", 0): self = .identifier
        case ("date", 0): self = .date
        case ("flag", 0): self = .flag
        case ("currency", 0): self = .currency
        case ("language", 0): self = .language
        case ("country", 0): self = .country
        case ("region", 0): self = .region
        case ("colour", 0): self = .colour
        case ("decimal", 0): self = .decimal
        case ("money", 0): self = .money
        case (let word, 0):
            guard let number = SchemaTable.Number(rawValue: word) else { return nil }
            self = .number(number)
        default: return nil
        }
    }
}

/// `1..12`.
private func range(_ text: Substring) -> ClosedRange<Int>? {
    let bounds = text.split(separator: ".")
    guard bounds.count == 2, let low = Int(bounds[0]), let high = Int(bounds[1]), low <= high else {
        return nil
    }
    return low...high
}

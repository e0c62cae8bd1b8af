import Money

/// A tree of typed values: what a document says, independent of how it is printed.
///
/// The canonical JSON of an invoice is one of these written out, and templates bind to it by path,
/// so page and file can never say different things.
public enum Value: Hashable, Sendable {
    case null
    case flag(Bool)
    case integer(Int)
    case text(String)
    case decimal(Decimal)
    case money(Money)
    case date(CalendarDate)
    case list([Value])
    case record(Record)

    /// Named values in a fixed order.
    public struct Record: Hashable, Sendable {
        public private(set) var fields: [Field]

        public struct Field: Hashable, Sendable {
            public let name: String
            public let value: Value
        }

        public init() { fields = [] }

        /// Appends a field; `nil` and empty texts are left out, so that no file has empty keys.
        public mutating func add(_ name: String, _ value: Value?) {
            guard let value else { return }
            if case .text(let text) = value, text.isEmpty { return }
            fields.append(Field(name: name, value: value))
        }

        public mutating func add(_ name: String, _ text: String?) {
            add(name, text.map(Value.text))
        }
        public mutating func add(_ name: String, _ amount: Money?) {
            add(name, amount.map(Value.money))
        }
        public mutating func add(_ name: String, _ number: Decimal?) {
            add(name, number.map(Value.decimal))
        }
        public mutating func add(_ name: String, _ date: CalendarDate?) {
            add(name, date.map(Value.date))
        }

        public subscript(name: String) -> Value? { fields.first { $0.name == name }?.value }
    }

    /// A record built by a closure.
    public static func record(_ build: (inout Record) -> Void) -> Value {
        var record = Record()
        build(&record)
        return .record(record)
    }

    /// The field of a record; `nil` for other kinds of value.
    public subscript(name: String) -> Value? {
        if case .record(let record) = self { return record[name] }
        return nil
    }

    /// The text, where it is one.
    public var string: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    /// The date, where it is one.
    public var date: CalendarDate? {
        if case .date(let date) = self { return date }
        return nil
    }
}

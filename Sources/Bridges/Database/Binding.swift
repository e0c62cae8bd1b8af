/// A value given to a statement for one of its `?`. There is no floating point: amounts are whole
/// minor units or text.
public enum Binding: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    public init(_ value: Int64?) {
        self = value.map(Binding.integer) ?? .null
    }

    public init(_ value: Int?) {
        self = value.map { .integer(Int64($0)) } ?? .null
    }

    /// A truth value, as SQLite keeps it: 0 or 1.
    public init(_ value: Bool) {
        self = .integer(value ? 1 : 0)
    }

    public init(_ value: String?) {
        self = value.map(Binding.text) ?? .null
    }

    public init(_ value: [UInt8]?) {
        self = value.map(Binding.blob) ?? .null
    }
}

extension Binding: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral
{
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(stringLiteral value: String) { self = .text(value) }
    public init(nilLiteral: ()) { self = .null }
}

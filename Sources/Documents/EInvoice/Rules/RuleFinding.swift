public import XML

/// A rule that an e-invoice breaks, and where.
public struct RuleFinding: Hashable, Sendable {
    /// As its publisher numbers it, such as `BR-CO-10`.
    public let rule: String
    public internal(set) var severity: RuleSeverity
    /// The business term or group it is about, such as `BT-115`; `nil` where it is of the syntax
    /// alone.
    public let term: String?
    /// What must hold, in a sentence without a full stop.
    public let message: String
    /// Where it is broken; the place where something is missing is the element it is missing in.
    public let element: XMLElement
    /// What stands there: `BT-112: 119.00`.
    public let values: [String]

    /// What stands there, in one line; `nil` where nothing does.
    public var found: String? { values.isEmpty ? nil : values.joined(separator: ", ") }
}

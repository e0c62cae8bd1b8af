/// Why an invoice cannot be written as an e-invoice at all. What the written one breaks is told by
/// `RuleChecker`.
public struct EInvoiceError: Error, Hashable, Sendable {
    /// At least one.
    public let violations: [Violation]

    /// One rule that an invoice would break.
    public struct Violation: Hashable, Sendable {
        /// The rule's id, such as `BR-CL-18`; `XML` for a text that XML cannot hold.
        public let rule: String
        /// The business term that is missing or wrong, such as `BT-151`; `nil` where it is none.
        public let term: String?
        /// What is wrong, in plain words, without a full stop.
        public let message: String
    }
}

extension EInvoiceError: CustomStringConvertible {
    /// One line for each violation: `BR-CL-18 (BT-151): …`.
    public var description: String {
        violations.map(\.description).joined(separator: "\n")
    }
}

extension EInvoiceError.Violation: CustomStringConvertible {
    public var description: String { "\(rule)\(term.map { " (\($0))" } ?? ""): \(message)" }
}

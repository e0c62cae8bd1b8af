/// Why an invoice cannot become an e-invoice: every rule that it would break.
public struct EInvoiceError: Error, Hashable, Sendable {
    /// In the order in which they were found; at least one.
    public let violations: [Violation]

    /// One rule that an invoice would break.
    public struct Violation: Hashable, Sendable {
        /// The rule's id, such as `BR-IC-02`; `XML` for a text that XML cannot hold.
        public let rule: String
        /// The business term that is missing or wrong, such as `BT-48`; `nil` where it is none.
        public let term: String?
        /// What is wrong, in plain words, without a full stop.
        public let message: String
    }
}

extension EInvoiceError: CustomStringConvertible {
    /// One line for each violation: `BR-IC-02 (BT-48): …`.
    public var description: String {
        violations.map(\.description).joined(separator: "\n")
    }
}

extension EInvoiceError.Violation: CustomStringConvertible {
    public var description: String { "\(rule)\(term.map { " (\($0))" } ?? ""): \(message)" }
}

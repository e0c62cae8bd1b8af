import Diagnostics
import Money

/// Somebody's decision to take an order although it deviates from what was agreed.
public struct Approval: Sendable, Hashable {
    /// The code of the finding that is overridden.
    public let code: String
    /// The order line it is for; every line where `nil`.
    public let line: Int?
    public let reason: String
    /// Who decided.
    public let by: String
    public let date: CalendarDate
    /// What it let pass when the order was taken, and holds for alone from then on; `nil` before.
    public var seen: [String]?

    public init(code: String, line: Int?, reason: String, by: String, date: CalendarDate) {
        self.code = code
        self.line = line
        self.reason = reason
        self.by = by
        self.date = date
    }
}

/// A deviation that was approved: what was found, what had been agreed, who let it pass.
public struct ApprovedDeviation: Sendable {
    public let approval: Approval
    public let line: Int?
    public let found: String?
    public let expected: String?

    /// In one line, such as `line 2: INR 449.00 instead of INR 450.00 (contract C-1)`.
    public var text: String {
        let text = [found, expected].compactMap(\.self).joined(separator: " instead of ")
        return line.map { "line \($0): \(text)" } ?? text
    }
}

/// Where an order's deviations from customer, contract and price list are brought: each blocks
/// unless somebody has approved it.
public final class Deviations {
    private let order: String
    private let approvals: [Approval]
    private let findings: Findings
    /// Whether an approved deviation is told as a warning: when an order is taken, not at each issue.
    private let tells: Bool
    private let reading: OrderContext.Reading

    /// What was agreed counts, whatever is stated.
    var wantsAgreed: Bool { reading == .agreed }
    public private(set) var approved: [ApprovedDeviation] = []

    /// A code that a person may override.
    public struct Approvable: Sendable {
        public let code: String
        public let meaning: String
        /// It may be about one line of the order, not only about all of it.
        public let isOfLine: Bool
    }

    /// The codes that a person may override. All others are mended, not approved.
    public static let approvable: [Approvable] = [
        ("price-mismatch", "a price that is not the contract's or price list's", true),
        ("tier-mismatch", "the price of another tier than the quantity reaches", true),
        ("discount-mismatch", "a discount that is not the contract's", true),
        ("freight-mismatch", "freight that is not the contract's", true),
        ("terms-mismatch", "payment terms that are not the contract's or customer's", false),
        ("totals-mismatch", "totals of the customer that are not ours", false),
        ("credit-limit-exceeded", "more than the customer's credit limit allows", false),
        ("outside-contract", "an order date outside the contract's term", false),
        ("product-not-in-contract", "a product that the contract does not list", true),
        ("quantity-outside-contract", "a quantity that the contract does not allow", true),
        ("duplicate-purchase-order", "a purchase order number that was used before", false),
        ("customer-blocked", "a customer that is blocked", false),
    ].map { Approvable(code: $0.0, meaning: $0.1, isOfLine: $0.2) }

    /// - Parameter order: the id of the order that is judged.
    public init(
        of order: String, _ approvals: [Approval], tells: Bool,
        reading: OrderContext.Reading = .judged,
        _ findings: Findings
    ) {
        self.order = order
        self.approvals = approvals
        self.reading = reading
        self.tells = tells
        self.findings = findings
    }

    /// Reports a deviation; as a warning at most where it has been approved.
    ///
    /// - Parameter line: the order line it is about; the whole order where `nil`.
    public func report(_ deviation: Diagnostic, line: Int? = nil) {
        if reading != .judged { return }
        let approval = approvals.first {
            $0.code == deviation.code && ($0.line == nil || $0.line == line)
                && covers($0, deviation, line)
        }
        guard let approval else {
            findings.add(withRemedy(deviation))
            return
        }
        approved.append(
            ApprovedDeviation(
                approval: approval, line: line, found: deviation.found,
                expected: deviation.expected))
        if tells {
            findings.add(
                Diagnostic(
                    .warning, code: deviation.code,
                    "\(deviation.message); approved by \(approval.by) on \(approval.date)",
                    at: deviation.location, found: deviation.found, expected: deviation.expected,
                    hint: "reason given: \(approval.reason)", subject: deviation.subject))
        }
    }

    /// An approval that was used holds for what it was used for: not for whatever a later revision
    /// states. How much a customer owes changes by itself and is not asked again.
    private func covers(_ approval: Approval, _ deviation: Diagnostic, _ line: Int?) -> Bool {
        guard let seen = approval.seen,
            !["credit-limit-exceeded", "customer-blocked"].contains(approval.code)
        else { return true }
        return seen.contains(
            ApprovedDeviation(
                approval: approval, line: line, found: deviation.found,
                expected: deviation.expected
            ).text)
    }

    /// The finding with what can be done about it, where it does not say so itself.
    private func withRemedy(_ deviation: Diagnostic) -> Diagnostic {
        if findings.isFull { return deviation }
        let approve = "bijak approve \(order) \(deviation.code) --reason … --by …"
        return Diagnostic(
            code: deviation.code, deviation.message, at: deviation.location,
            found: deviation.found, expected: deviation.expected,
            hint: "\(deviation.hint ?? "mend the order"), or: \(approve)",
            subject: deviation.subject)
    }
}

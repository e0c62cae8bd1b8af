import Books
import Diagnostics
import Money
import Trade

/// How much of each line a delivery brings, and what that leaves.
extension DeliveryIntake {
    func isComplete(
        _ open: [Books.OpenLine], _ now: [(line: Int, quantity: Decimal)]
    ) -> Bool {
        open.allSatisfy { line in
            line.open.isZero || now.contains { $0.line == line.line && $0.quantity == line.open }
        }
    }

    func delivered(
        _ delivery: Delivery, _ open: [Books.OpenLine], _ findings: Findings
    ) -> [(line: Int, quantity: Decimal)] {
        guard let lines = delivery.lines else {
            let rest = open.filter { $0.open > .zero }
            if rest.isEmpty {
                findings.add(
                    Diagnostic(
                        code: "nothing-open",
                        "nothing of order \(delivery.order) is left to deliver",
                        at: delivery.location(of: "order"), found: delivery.order,
                        hint: "was this delivery entered twice?"))
            }
            return rest.map { ($0.line, $0.open) }
        }
        let byNumber = Dictionary(open.map { ($0.line, $0) }, uniquingKeysWith: { a, _ in a })
        return lines.compactMap { line in
            guard let known = byNumber[line.line] else {
                findings.add(unknownLine(line, delivery, open.map(\.line)))
                return nil
            }
            if line.quantity > known.open {
                findings.add(
                    Diagnostic(
                        code: "over-delivery",
                        "line \(line.line): more is delivered than is open of the order",
                        at: line.node.location(of: "quantity"), found: line.quantity.description,
                        expected: "at most \(known.open)"))
            }
            return (line.line, line.quantity)
        }
    }

    private func unknownLine(
        _ line: DeliveryLine, _ delivery: Delivery, _ known: [Int]
    ) -> Diagnostic {
        let some = known.prefix(20).map(String.init).joined(separator: ", ")
        return Diagnostic(
            code: "unknown-line", "order \(delivery.order) has no line \(line.line)",
            at: line.node.location(of: "line"), found: String(line.line),
            expected: "one of \(some)\(known.count > 20 ? ", …" : "")")
    }
}

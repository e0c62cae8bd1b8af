import Books
import Database
import Diagnostics
import Invoicing
import Money
import Trade

extension BillingPlanner {
    /// Notes what is left of an unbilled delivery as worth what it would be billed for by itself.
    func revalue(
        _ id: String, _ day: CalendarDate, _ order: Order, in transaction: borrowing Transaction
    ) throws {
        let left = try Books.quantities(of: id, in: transaction)
        if left.isEmpty { return }
        let delivery = Delivery(id: id, order: order.id, date: day)
        let part = try review(order, on: day, in: transaction).flatMap {
            Fulfilment.Part(
                $0, .delivery, delivery, left, before: [:], isFirst: false, Findings())
        }
        try Books.setValue(
            part?.value(master) ?? .zero(order.currency), of: id, in: transaction)
    }
}

import Books
import Database
import Diagnostics
import Trade

/// Errors for names that stand for nothing, with what may have been meant.
extension UsageError {
    static func unknownCustomer(_ id: String, _ master: MasterData) -> UsageError {
        UsageError(
            "no customer \(id) is in these books",
            hint: suggestion(for: id, among: master.customers.ids) ?? "bijak import customers.json")
    }

    static func unknownContract(_ id: String, _ master: MasterData) -> UsageError {
        UsageError(
            "no contract \(id) is in these books",
            hint: suggestion(for: id, among: master.contracts.ids) ?? "bijak import contracts.json")
    }

    /// Says so where the name is a document's.
    static func unknownOrder(
        _ id: String, in transaction: borrowing Transaction
    ) throws -> UsageError {
        if let number = try documentNumber(id, in: transaction) {
            return UsageError(
                "\(number) is an issued document, not an order",
                hint: "bijak credit \(number) corrects it, bijak cancel \(number) cancels it")
        }
        let close = nearest(to: id, among: try Books.orderIDs(like: id, in: transaction))
        return UsageError(
            "no order \(id) is in these books",
            hint: close.map { "did you mean \"\($0)\"?" } ?? "bijak status lists the orders")
    }

    static func unknownDocument(
        _ number: String, in transaction: borrowing Transaction
    ) throws -> UsageError {
        let close = nearest(
            to: number, among: try Books.documentNumbers(like: number, in: transaction))
        return UsageError(
            "no document \(number) is in these books",
            hint: close.map { "did you mean \"\($0)\"?" }
                ?? "bijak find --text … searches numbers, names and orders")
    }

    /// The number of a document as it was given, by its number in any case.
    private static func documentNumber(
        _ number: String, in transaction: borrowing Transaction
    ) throws -> String? {
        try Books.document(number, in: transaction)?.number
    }
}

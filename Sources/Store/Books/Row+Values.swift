import Database
import Money
import Trade

/// Columns as the values they stand for. What is none of them is a damaged row, never a default.
extension Row {
    /// The column as a date; a row that holds none there is damaged.
    func date(_ column: Int) throws -> CalendarDate {
        let text = try string(column)
        guard let date = CalendarDate(text) else {
            throw DatabaseError.damaged("\(text) is no date")
        }
        return date
    }

    /// The column as a currency.
    func currency(_ column: Int) throws -> Currency {
        let text = try string(column)
        guard let currency = Currency(code: text) else {
            throw DatabaseError.damaged("\(text) is no currency")
        }
        return currency
    }
}

extension DocumentKind {
    init(_ row: borrowing Row, _ column: Int) throws {
        let text = try row.string(column)
        guard let kind = DocumentKind(rawValue: text) else {
            throw DatabaseError.damaged("\(text) is no kind of document")
        }
        self = kind
    }
}

extension Books.OrderState {
    init(_ row: borrowing Row, _ column: Int) throws {
        let text = try row.string(column)
        guard let state = Books.OrderState(rawValue: text) else {
            throw DatabaseError.damaged("\(text) is no state of an order")
        }
        self = state
    }
}

extension Books.DocumentState {
    init(_ row: borrowing Row, _ column: Int) throws {
        let text = try row.string(column)
        guard let state = Books.DocumentState(rawValue: text) else {
            throw DatabaseError.damaged("\(text) is no state of a document")
        }
        self = state
    }
}

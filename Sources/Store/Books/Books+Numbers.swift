import Database

extension Books {
    /// A number that was given, as its row says.
    public struct GivenNumber: Sendable {
        public let series: String
        public let year: String
        public let counter: Int
        /// ISO 8601.
        public let date: String
        public let number: String

        /// Twelve digits: more than any pattern of a series has.
        static let greatestCounter = 999_999_999_999
    }

    /// The document that has a number, in any case, as it writes it; `nil` where none has.
    public static func numberTaken(
        _ number: String, in transaction: borrowing Transaction
    ) throws -> String? {
        try transaction.first("SELECT number FROM document WHERE number = ?", .text(number)) {
            row in try row.string(0)
        }
    }

    /// Every number by series, fiscal year and counter.
    public static func numbers(
        in transaction: borrowing Transaction, _ body: (GivenNumber) throws -> Void
    ) throws {
        try transaction.query(
            """
            SELECT series, fiscal_year, counter, issue_date, number FROM document
            ORDER BY series, fiscal_year, counter
            """
        ) { row in
            let (number, counter) = (try row.string(4), try row.int64(2))
            guard counter > 0, counter <= GivenNumber.greatestCounter else {
                throw DatabaseError.damaged("\(counter) of \(number) is no counter of a series")
            }
            try body(
                GivenNumber(
                    series: try row.string(0), year: try row.string(1), counter: Int(counter),
                    date: try row.string(3), number: number))
        }
    }
}

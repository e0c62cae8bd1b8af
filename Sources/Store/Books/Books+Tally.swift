import Database
import Money
import Trade

extension Books {
    /// How many documents in one currency, and what they come to.
    ///
    /// Credit notes and refund vouchers count below zero. What was cancelled is counted and adds
    /// nothing, nor does a proforma, which bills nothing.
    public struct Tally: Sendable {
        public private(set) var documents = 0
        public private(set) var cancelled = 0
        public private(set) var taxable: Money
        public private(set) var tax: Money
        public private(set) var payable: Money

        public var currency: Currency { payable.currency }

        fileprivate init(_ currency: Currency) {
            taxable = .zero(currency)
            tax = .zero(currency)
            payable = .zero(currency)
        }

        fileprivate mutating func add(
            _ count: Int, _ kind: DocumentKind, _ state: DocumentState, taxable: Money, tax: Money,
            payable: Money
        ) throws(AmountOverflow) {
            documents += count
            if state == .cancelled {
                cancelled += count
                return
            }
            if kind == .proforma { return }
            let isBack = kind == .creditNote || kind == .refundVoucher
            self.taxable = try isBack ? self.taxable - taxable : self.taxable + taxable
            self.tax = try isBack ? self.tax - tax : self.tax + tax
            self.payable = try isBack ? self.payable - payable : self.payable + payable
        }
    }

    /// Tallies of every currency, by its letters.
    public struct Tallies: Sendable {
        private var byCode: [String: Tally] = [:]

        public init() {}

        public var documents: Int { byCode.values.reduce(0) { $0 + $1.documents } }
        public var all: [Tally] {
            byCode.values.sorted { $0.currency.code < $1.currency.code }
        }

        public mutating func add(_ document: Document) throws(AmountOverflow) {
            try add(
                1, document.kind, document.state, taxable: document.taxable, tax: document.tax,
                payable: document.payable)
        }

        fileprivate mutating func add(
            _ count: Int, _ kind: DocumentKind, _ state: DocumentState, taxable: Money, tax: Money,
            payable: Money
        ) throws(AmountOverflow) {
            let code = payable.currency.code
            var tally = byCode[code] ?? Tally(payable.currency)
            try tally.add(count, kind, state, taxable: taxable, tax: tax, payable: payable)
            byCode[code] = tally
        }
    }

    /// What all documents come to that a search finds, whatever its limit and offset.
    public static func tallies(
        _ search: Search, in transaction: borrowing Transaction
    ) throws -> Tallies {
        var sql = SQL(
            """
            SELECT d.currency, d.kind, d.state, count(*), sum(d.taxable), sum(d.tax),
                sum(d.payable)
            """)
        sql.add(try search.found(in: transaction))
        sql.add(" GROUP BY d.currency, d.kind, d.state")
        var tallies = Tallies()
        try transaction.query(sql) { row in
            let currency = try row.currency(0)
            try tallies.add(
                try row.int(3), DocumentKind(row, 1), DocumentState(row, 2),
                taxable: Money(minorUnits: row.int64(4), currency),
                tax: Money(minorUnits: row.int64(5), currency),
                payable: Money(minorUnits: row.int64(6), currency))
        }
        return tallies
    }
}

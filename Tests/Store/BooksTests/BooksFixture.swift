import Archive
import Books
import Database
import Diagnostics
import Formats
import Money
import Testing
import Trade

/// Books in memory, with what tests need to fill them.
struct BooksFixture {
    let connection: Connection
    let company: Company

    init() throws {
        connection = try Connection.open(":memory:")
        try connection.migrate([
            Books.version1, Archive.version1, Books.version2, Books.version3, Books.version4,
            Books.version6, Books.version7, Books.version8,
        ])
        company = try #require(try Self.read(Self.companyText) { Company($0, $1) })
    }

    private static let companyText = """
        {"name": "Tulsi Tools", "regime": "india-gst", "currency": "INR", "language": "en-IN",
         "timeZone": "Asia/Kolkata", "fiscalYearStart": 4, "taxNumber": "29AAECT4417M1ZX",
         "address": {"lines": ["12 Kaveri Road"], "city": "Bengaluru", "postcode": "560058",
           "state": "29", "country": "IN"},
         "bankAccounts": [{"currency": "INR", "bank": "MMB", "account": "1", "ifsc": "MLMB0000118"}],
         "series": [{"id": "domestic", "scope": "domestic", "pattern": "TT/{fy}/{n:5}"},
           {"id": "export", "scope": "export", "pattern": "TTX/{fy}/{n:4}"}]}
        """

    /// Reads a record that is right.
    static func read<Record>(
        _ text: String, _ make: (DataNode, Findings) -> Record?
    ) throws -> Record? {
        let findings = Findings()
        let source = SourceText(name: "test.json", bytes: Array(text.utf8))
        let record = make(try JSONReader.read(source).root, findings)
        #expect(findings.diagnostics.map(\.text) == [])
        return record
    }

    func write<Result>(_ body: (borrowing Transaction) throws -> Result) throws -> Result {
        try connection.transaction(.immediate, body)
    }

    /// Takes an order of lines 1, 2, 3 … with these quantities.
    func order(
        _ id: String, customer: String = "C", purchaseOrder: String? = nil,
        contract: String? = nil, _ quantities: String...
    ) throws {
        let lines = quantities.map { "{\"item\": \"X\", \"quantity\": \"\($0)\"}" }
        let number = purchaseOrder.map { "\"purchaseOrder\": \"\($0)\", " } ?? ""
        let text = """
            {"id": "\(id)", "customer": "\(customer)", "date": "2026-04-10", "currency": "INR", \
            \(number)"lines": [\(lines.joined(separator: ", "))]}
            """
        let order = try #require(try Self.read(text) { Order($0, $1) })
        try write { transaction in
            let amounts = Books.OrderAmounts(
                contract: contract, payable: Money(minorUnits: 11800, .inr),
                taxable: Dictionary(
                    uniqueKeysWithValues: order.lines.map {
                        ($0.number, Money(minorUnits: 10000, .inr))
                    }))
            try Books.add(order, amounts, in: transaction)
        }
    }

    /// Enters a delivery of line 1, billed on its day by itself or with a group.
    func deliver(
        _ id: String, of order: String, on date: String = "2026-04-12", _ quantity: String = "1",
        billed: String? = "", group: String? = nil, value: Int64 = 0
    ) throws {
        let day = try #require(CalendarDate(date))
        let amount = try #require(Decimal(quantity))
        try write { transaction in
            try Books.add(
                Books.Billable(
                    id: id, order: order, date: day, kind: .delivery,
                    billDate: billed == "" ? day : billed.flatMap { CalendarDate($0) },
                    group: group ?? id, value: Money(minorUnits: value, .inr),
                    quantities: [(1, amount)]), in: transaction)
        }
    }

    /// Bills a delivery, a tenth of line 1, under the `counter`-th number of a series.
    func bill(
        _ delivery: String, of order: String, counter: Int, series index: Int = 0,
        on date: String = "2026-04-30", customer: String = "C", name: String = "Customer",
        purchaseOrder: String? = nil
    ) throws {
        let day = try #require(CalendarDate(date))
        let (series, year) = (company.series[index], company.fiscalYear(of: day))
        let amount = Money(minorUnits: 11800, .inr)
        try write { transaction in
            try Books.add(
                Books.Document(
                    number: series.number(counter, in: year), kind: .invoice, issueDate: day,
                    customer: customer, customerName: name, order: order,
                    purchaseOrder: purchaseOrder, taxable: Money(minorUnits: 10000, .inr),
                    tax: Money(minorUnits: 1800, .inr), payable: amount),
                series: series, year: year, counter: counter, events: [delivery],
                lines: [
                    Books.DocumentLine(
                        order: order, line: 1, quantity: Decimal(1),
                        taxable: Money(minorUnits: 1000, .inr))
                ], in: transaction)
        }
    }
}

import TestSupport
import Testing

/// Sellers outside India and Europe: all that is charged stands in their own table of rates.
@Suite struct PlainSellerTests {
    static let rates = """
        country,class,rate,from,to,source,name
        SG,standard,8,2023-01-01,2023-12-31,GST Act 1993 s. 16,GST
        SG,standard,9,2024-01-01,,GST Act 1993 s. 16,GST
        SG,export,0,2023-01-01,,GST Act 1993 s. 21(1),GST
        US-CA,standard,7.25,2017-01-01,,Cal. RTC § 6051,Sales tax
        US-TX,standard,6.25,2017-01-01,,Tex. Tax Code § 151.051,Sales tax
        JP,standard,10,2019-10-01,,Consumption Tax Act art. 29,Consumption tax
        JP,food,8,2019-10-01,,Consumption Tax Act,Consumption tax
        BH,standard,10,2022-01-01,,Decree-Law 48/2018,VAT

        """

    /// `US-CA` as an address.
    private static func address(_ place: String) -> String {
        let parts = place.split(separator: "-")
        let state = parts.count > 1 ? #", "state": "\#(parts[1])""# : ""
        return #"{"lines": ["1 Road"], "city": "Town", "country": "\#(parts[0])"\#(state)}"#
    }

    private static func item(_ id: String, _ tax: String, _ more: String = "") -> String {
        """
        {"id": "\(id)", "name": "\(id)", "kind": "goods", "unit": "H87", "tax": "\(tax)"\(more)}
        """
    }

    /// A folder with books of a seller at a place, and three buyers: `C` of that place, `S` that gets
    /// goods at another, `R` with a certificate.
    private static func books(
        _ place: String, _ currency: String, shipTo: String, rates: String = rates
    ) throws -> Scratch {
        let folder = Scratch()
        folder.write(
            "company.json",
            """
            {"name": "Seller", "regime": "plain", "currency": "\(currency)", "language": "en",
             "timeZone": "UTC", "taxNumber": "M2-1234567-8", "address": \(address(place)),
             "series": [{"id": "a", "scope": "any", "pattern": "I-{yyyy}-{n:4}"}]}
            """)
        let customers = ["C", "S", "R"].map { id in
            let places =
                id == "S"
                ? #", "shipTo": [{"id": "P", \#(address(shipTo).dropFirst())]"# : ""
            let certificate =
                id == "R" ? #", "exemption": {"code": "230", "reason": "Resale 101"}"# : ""
            return """
                {"id": "\(id)", "name": "Buyer \(id)", "category": "business", \
                "currency": "\(currency)", "address": \(address(place))\(places)\(certificate)}

                """
        }
        folder.write("customers.jsonl", customers.joined())
        folder.write(
            "items.jsonl",
            [
                item("WIDGET", "standard"), item("RICE", "food"),
                item("BOOK", "exempt", #", "exemptionReason": "Schedule 4""#),
                item("ODD", "unheard-of"),
            ].joined(separator: "\n"))
        folder.write("rates.csv", rates)
        try Program.done("init", "--company", "company.json", in: folder)
        try Program.done("import", "customers.jsonl", "items.jsonl", "rates.csv", in: folder)
        return folder
    }

    /// An order and its delivery on one day; lines are `ITEM QUANTITY PRICE`.
    private static func write(
        _ id: String, _ customer: String, _ day: String, _ currency: String, _ lines: [String],
        in folder: Scratch
    ) {
        let lines = lines.map { line in
            let words = line.split(separator: " ")
            return
                #"{"item": "\#(words[0])", "quantity": "\#(words[1])", "unitPrice": "\#(words[2])"}"#
        }
        let place = customer == "S" ? #""shipTo": "P", "# : ""
        folder.write(
            "orders.json",
            """
            {"id": "\(id)", "customer": "\(customer)", "date": "\(day)", \(place)
             "currency": "\(currency)", "lines": [\(lines.joined(separator: ", "))]}
            """)
        folder.write("deliveries.csv", "delivery,order,date\nD-\(id),\(id),\(day)\n")
    }

    /// Taxable, tax and payable of every document, by number.
    private static func amounts(_ folder: Scratch) throws -> [String] {
        let rows = try Program.done("find", "--csv", in: folder).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let columns = ["taxable", "tax", "payable"].compactMap { rows.first?.firstIndex(of: $0) }
        return rows.dropFirst().map { row in columns.map { row[$0] }.joined(separator: " ") }
    }

    struct Sale: CustomTestStringConvertible {
        let seller: String
        let shipTo: String
        let customer: String
        let currency: String
        let day: String
        let lines: [String]
        /// Taxable, tax, payable; reckoned by hand.
        let expected: String

        var testDescription: String { "\(seller) \(customer) \(day) \(expected)" }
    }

    static let sales = [
        // 3 × 19.99 = 59.97; 8 % = 4.7976, 9 % = 5.3973; exported at 0 %.
        Sale(
            seller: "SG", shipTo: "AU", customer: "C", currency: "SGD", day: "2023-12-31",
            lines: ["WIDGET 3 19.99"], expected: "59.97 4.80 64.77"),
        Sale(
            seller: "SG", shipTo: "AU", customer: "C", currency: "SGD", day: "2024-01-01",
            lines: ["WIDGET 3 19.99"], expected: "59.97 5.40 65.37"),
        Sale(
            seller: "SG", shipTo: "AU", customer: "S", currency: "SGD", day: "2024-01-01",
            lines: ["WIDGET 3 19.99"], expected: "59.97 0.00 59.97"),
        // Tax on 59.97 alone: the book of 10.00 is exempt.
        Sale(
            seller: "SG", shipTo: "AU", customer: "C", currency: "SGD", day: "2024-01-01",
            lines: ["WIDGET 3 19.99", "BOOK 1 10.00"], expected: "69.97 5.40 75.37"),
        // 4 × 12.49 = 49.96; California 7.25 % = 3.6221, Texas 6.25 % = 3.1225; for resale none.
        Sale(
            seller: "US-CA", shipTo: "US-TX", customer: "C", currency: "USD", day: "2026-01-05",
            lines: ["WIDGET 4 12.49"], expected: "49.96 3.62 53.58"),
        Sale(
            seller: "US-CA", shipTo: "US-TX", customer: "S", currency: "USD", day: "2026-01-05",
            lines: ["WIDGET 4 12.49"], expected: "49.96 3.12 53.08"),
        Sale(
            seller: "US-CA", shipTo: "US-TX", customer: "R", currency: "USD", day: "2026-01-05",
            lines: ["WIDGET 4 12.49"], expected: "49.96 0.00 49.96"),
        // Yen have no decimals: 3 × 333 = 999 at 10 % = 99.9; 33 + 33 + 33 = 99 at 8 % = 7.92, once for
        // the rate (each line by itself: 3 × 2.64 → 9).
        Sale(
            seller: "JP", shipTo: "JP", customer: "C", currency: "JPY", day: "2026-01-05",
            lines: ["WIDGET 3 333", "RICE 1 33", "RICE 1 33", "RICE 1 33"],
            expected: "1098 108 1206"),
        // Dinars have three: 3 × 1.2345 = 3.7035 → 3.704; 10 % = 0.3704.
        Sale(
            seller: "BH", shipTo: "BH", customer: "C", currency: "BHD", day: "2026-01-05",
            lines: ["WIDGET 3 1.2345"], expected: "3.704 0.370 4.074"),
    ]

    @Test("Tax is charged by the user's table and rounded once a rate", arguments: sales)
    func sale(_ sale: Sale) throws {
        let folder = try Self.books(sale.seller, sale.currency, shipTo: sale.shipTo)
        Self.write("SO-1", sale.customer, sale.day, sale.currency, sale.lines, in: folder)
        try Program.done("import", "orders.json", "deliveries.csv", in: folder)
        try Program.done("issue", "--date", "2026-02-01", in: folder)
        #expect(try Self.amounts(folder) == [sale.expected])
    }

    @Test("What is not billed yet bears the rate in force when it is billed")
    func changedRates() throws {
        let heading = "country,class,rate,from,to\n"
        let folder = try Self.books(
            "SG", "SGD", shipTo: "AU", rates: heading + "SG,standard,9,2024-01-01,\n")
        Self.write("SO-1", "C", "2026-01-05", "SGD", ["WIDGET 1 100.00"], in: folder)
        try Program.done("import", "orders.json", "deliveries.csv", in: folder)
        folder.write(
            "rates.csv",
            heading + "SG,standard,9,2024-01-01,2025-12-31\nSG,standard,10,2026-01-01,\n")
        try Program.done("import", "rates.csv", in: folder)
        try Program.done("issue", "--date", "2026-02-01", in: folder)
        #expect(try Self.amounts(folder) == ["100.00 10.00 110.00"])
    }

    @Test(
        "A rate that is missing is a finding that names the row, never a tax of zero",
        arguments: [
            ("C", "ODD 1 1.00", "export (SG 0 %), standard (SG 9 %), exempt"),
            ("C", "WIDGET 1 1.00", nil), ("S", "ODD 1 1.00", nil),
        ] as [(String, String, String?)])
    func missing(customer: String, line: String, expected: String?) throws {
        let folder = try Self.books("SG", "SGD", shipTo: "AU")
        Self.write("SO-1", customer, "2026-01-05", "SGD", [line], in: folder)
        let outcome = try Program.run("import", "orders.json", in: folder)
        #expect(outcome.status == (expected == nil ? 0 : 1), "\(outcome.err)")
        if let expected {
            #expect(outcome.err.contains("error[unknown-tax-rate]"), "\(outcome.err)")
            #expect(outcome.err.contains("expected: \(expected)"), "\(outcome.err)")
        }
    }
}

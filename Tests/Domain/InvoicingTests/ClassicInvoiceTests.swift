import Invoicing
import Testing

/// The worked example of a tax invoice: an instrument maker bills twelve lines in Karnataka.
struct ClassicInvoiceTests {
    /// Item rate, HSN, quantity, price, discount, taxable value and CGST (SGST is the same).
    private static let rows = [
        ("18", "902519", "24", "3450.00", "8", "76176.00", "6855.84"),
        ("18", "902519", "4", "5180.00", "8", "19062.40", "1715.62"),
        ("18", "902519", "28", "640.00", "5", "17024.00", "1532.16"),
        ("18", "903289", "2", "27400.00", "10", "49320.00", "4438.80"),
        ("18", "903289", "4", "3925.00", "10", "14130.00", "1271.70"),
        ("18", "851762", "2", "18900.00", "10", "34020.00", "3061.80"),
        ("18", "851762", "3", "6450.00", "10", "17415.00", "1567.35"),
        ("18", "854442", "182.5", "46.50", "", "8486.25", "763.76"),
        ("18", "854442", "28", "118.00", "", "3304.00", "297.36"),
        ("5", "382219", "6", "1875.00", "", "11250.00", "281.25"),
        ("18", "998735", "2", "9500.00", "", "19000.00", "1710.00"),
        ("18", "998735", "1", "7200.00", "", "7200.00", "648.00"),
    ]

    @Test("The twelve lines, the summary by HSN and the totals are those of the page")
    func reproduces() throws {
        let company = #"""
            {"name":"Kaigara Instruments Private Limited","regime":"india-gst","currency":"INR",
            "language":"en-IN","timeZone":"Asia/Kolkata","taxNumber":"29AAJCK4827M1ZV",
            "address":{"lines":["Plot 41-B"],"city":"Bengaluru","state":"29","country":"IN"},
            "series":[{"id":"a","scope":"any","pattern":"KI/{fy}/{n:5}"}]}
            """#
        let customer = #"""
            {"id":"LOCAL","name":"Tarangini","category":"registered","currency":"INR",
            "taxNumber":"29AAHCT6093P1ZC",
            "address":{"lines":["112/4"],"city":"Mysuru","state":"29","country":"IN"}}
            """#
        let items = ClassicInvoiceTests.rows.enumerated().map { index, row in
            let kind = row.1.hasPrefix("99") ? "service" : "goods"
            return #"{"id":"I\#(index)","name":"Item","kind":"\#(kind)","unit":"NOS","#
                + #""hsn":"\#(row.1)","tax":"\#(row.0)"}"#
        }
        let lines = ClassicInvoiceTests.rows.enumerated().map { index, row in
            "I\(index) \(row.2) \(row.3)" + (row.4.isEmpty ? "" : " -\(row.4)%")
        }
        let invoice = try Shop(company, [customer], items).bill(order(lines, currency: "INR"))
        #expect(
            invoice.lineTexts
                == ClassicInvoiceTests.rows.map {
                    "\($0.5) 0.00 0.00 \($0.5) cgst \($0.6) sgst \($0.6)"
                })
        #expect(invoice.totalText == "276387.65 cgst 24143.64 sgst 24143.64 0.07 324675.00")
        #expect(
            invoice.taxSummary.map { group in
                "\(group.hsn ?? "") \(group.taxable.plain) \(group.tax.rate) "
                    + TaxHeadOrder.texts(group.amounts).joined(separator: " ")
            } == [
                "902519 112262.40 18 cgst 10103.62 sgst 10103.62",
                "903289 63450.00 18 cgst 5710.50 sgst 5710.50",
                "851762 51435.00 18 cgst 4629.15 sgst 4629.15",
                "854442 11790.25 18 cgst 1061.12 sgst 1061.12",
                "382219 11250.00 5 cgst 281.25 sgst 281.25",
                "998735 26200.00 18 cgst 2358.00 sgst 2358.00",
            ])
    }
}

import TestSupport
import Testing

/// The pages that go with goods.
@Suite(.enabled(if: Program.has("/usr/bin/pdftotext"), "pdftotext is not installed"))
struct DeliveryNoteTests {
    private static let marks = [
        "ORIGINAL FOR CONSIGNEE", "DUPLICATE FOR TRANSPORTER", "TRIPLICATE FOR CONSIGNER",
    ]

    /// The pages of a delivery's note, as text.
    private func pages(_ delivery: String, of shop: Shop) throws -> [String] {
        try shop.done("delivery-note", delivery, "--output", "notes")
        let text = try Program.read(
            "\(shop.scratch.path)/notes/\(delivery).pdf", with: "/usr/bin/pdftotext", "-layout")
        return text.split(separator: "\u{0C}").map(String.init)
    }

    @Test("India: three marked copies with all that CGST Rule 55 names, of what is not billed yet")
    func challan() throws {
        let shop = try Shop()
        try shop.deliver(3..<4)
        let pages = try pages("D-00003", of: shop)
        try #require(pages.count == 3)
        // 4 hammers at 450.00 with 18 %.
        let wanted = [
            "Delivery challan", "D-00003", "03-Apr-2026", "Consignor", "29AAECT4417M1ZX",
            "Consignee",
            "Place of supply", "Karnataka (29)", "Claw hammer", "HAMMER", "8205", "4", "NOS",
            "1,800.00", "18", "162.00", "₹ 2,124.00", "Authorised signatory",
        ]
        for (page, mark) in zip(pages, Self.marks) {
            #expect(Self.marks.filter(page.contains) == [mark])
            for words in wanted + ["Page 1 of 1"] {
                #expect(page.contains(words), "\(words): \(page)")
            }
            #expect(!page.contains("Amount due") && !page.contains("A/c"))
        }
        // Nothing is numbered or filed.
        #expect(shop.scratch.files("books/archive") == [])
    }

    @Test("A challan states what its invoice does, before and after that is issued")
    func asInvoiced() throws {
        let shop = try Shop()
        shop.scratch.write(
            "orders.json",
            """
            {"id": "SO-1", "customer": "RETAIL", "date": "2026-04-02", "currency": "INR",
             "discount": {"amount": "100.00"}, "freight": {"amount": "70.00"},
             "lines": [{"item": "HAMMER", "quantity": "3", "discount": {"amount": "10.00"}}]}
            """)
        shop.scratch.write(
            "deliveries.csv",
            """
            delivery,order,date,line,quantity
            D-1,SO-1,2026-04-03,1,1
            D-2,SO-1,2026-04-04,1,2

            """)
        try shop.done("import", "orders.json", "deliveries.csv")
        let before = try ["D-1", "D-2"].map { try pages($0, of: shop) }
        try shop.done("issue", "--date", "2026-04-30")
        #expect(try ["D-1", "D-2"].map { try pages($0, of: shop) } == before)
        // 450.00 − 3.33 − 33.33 + 70.00; 900.00 − 6.67 − 66.67: amounts of the whole order are
        // billed with the quantity, freight with the first delivery.
        for (number, pages) in zip(["00001", "00002"], before) {
            let invoice = shop.scratch.text(
                "books/archive/RETAIL/2026-04/TT-26-27-\(number).json")
            let taxable = number == "00001" ? "483.34" : "826.66"
            #expect(invoice.contains("\"taxable\": \"\(taxable)\""), "\(invoice)")
            #expect(pages[0].contains(taxable), "\(pages[0])")
        }
    }

    @Test("Services alone go with no note, and there is none of an unknown delivery")
    func none() throws {
        let shop = try Shop()
        shop.scratch.write(
            "orders.json",
            """
            {"id": "SO-1", "customer": "RETAIL", "date": "2026-04-02", "currency": "INR",
             "lines": [{"item": "REPAIR", "quantity": "3"}]}
            """)
        shop.scratch.write(
            "deliveries.csv", "delivery,order,date,line,quantity\nD-1,SO-1,2026-04-03,,\n")
        try shop.done("import", "orders.json", "deliveries.csv")
        let services = try shop.run("delivery-note", "D-1", "--output", "notes")
        #expect(services.status == 1 && services.err.contains("[no-delivery-note]"))
        let unknown = try shop.run("delivery-note", "D-99", "--output", "notes")
        #expect(unknown.status != 0 && unknown.err.contains("D-99"), "\(unknown.err)")
        #expect(shop.scratch.files("notes") == [])
    }

    @Test("Goods that cannot be priced get no challan, and the finding says why")
    func unpriced() throws {
        let shop = try Shop()
        try shop.deliver(3..<4)
        shop.scratch.write(
            "items.json",
            #"""
            {"id": "HAMMER", "name": "Claw hammer", "kind": "goods", "unit": "NOS", "hsn": "82052000",
             "tax": "17"}
            """#)
        #expect(try shop.run("import", "items.json").err.contains("[unknown-tax-rate]"))
        let refused = try shop.run("delivery-note", "D-00003", "--output", "notes")
        #expect(
            refused.status == 1 && refused.err.contains("error[unknown-tax-rate]")
                && refused.err.contains("17"), "\(refused.err)")
        #expect(refused.out.contains("0 delivery notes, 1 refused"))
        #expect(shop.scratch.files("notes") == [])
    }

    @Test("Elsewhere a delivery note says what leaves and how much of it, and no price")
    func withoutPrices() throws {
        let shop = try Shop("_books-eu")
        shop.scratch.write(
            "orders.json",
            """
            {"id": "AU-1", "customer": "LADEN", "date": "2026-04-03", "currency": "EUR",
             "lines": [{"item": "PLANE", "quantity": "37"}]}
            """)
        shop.scratch.write(
            "deliveries.csv", "delivery,order,date,line,quantity\nL-1,AU-1,2026-04-08,,\n")
        try shop.done("import", "orders.json", "deliveries.csv")
        let pages = try pages("L-1", of: shop)
        try #require(pages.count == 1)
        for words in ["Delivery note", "L-1", "PLANE", "37", "piece", "Holzladen Ulm GmbH"] {
            #expect(pages[0].contains(words), "\(words): \(pages[0])")
        }
        for words in ["€", "38.50", "VAT 19", "Total", "ORIGINAL"] {
            #expect(!pages[0].contains(words), "\(words): \(pages[0])")
        }
    }
}

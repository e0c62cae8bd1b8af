import TestSupport
import Testing

/// Credit and debit notes from the command line: numbers, files, what is left, what is refused.
@Suite struct NoteCommandTests {
    @Test("An invoice is credited in parts until nothing is left, to the paisa")
    func parts() throws {
        let shop = try NoteShop.billed()
        let number = "TT/26-27/00001"
        func credit(_ arguments: String...) throws -> Program.Outcome {
            try Program.run(
                ["credit", number, "--reason", "r", "--date", "2026-05-02"] + arguments,
                in: shop.scratch.path)
        }
        #expect(try credit("--line", "1:1", "--line", "2=33.33").status == 0)
        #expect(try credit("--amount", "100.00").status == 0)
        let tooMuch = try credit("--line", "1:3")
        #expect(
            tooMuch.status == 1 && tooMuch.err.contains("error[note-exceeds]"), "\(tooMuch.err)")
        #expect(try credit().status == 0)
        let nothing = try credit()
        #expect(
            nothing.status == 1 && nothing.err.contains("error[nothing-left]"), "\(nothing.err)")
        let documents = try NoteShop.list(shop)
        #expect(documents.count == 4 && documents[0] == "\(number) 3717.00 invoice")
        #expect(documents.dropFirst().allSatisfy { $0.hasSuffix("credit-note") }, "\(documents)")
        let sum = documents.dropFirst().compactMap { Double($0.split(separator: " ")[1]) }
            .reduce(0, +)
        #expect((sum * 100).rounded() == 371_700, "\(documents)")
        #expect(try shop.done("explain", "CN/26-27/0001").contains("lines.1.cgst"))
        try shop.done("fetch", "CN/26-27/0002", "--kind", "pdf", "--output", "out")
        #expect(shop.scratch.files("out") == ["CN-26-27-0002.pdf"])
        let status = try shop.done("status", "--csv").split(separator: "\n")
        #expect(status[1].hasSuffix(",1350.00") && status[2].hasSuffix(",1800.00"), "\(status)")
        #expect(try Audit(shop.books).complaints == [])
    }

    @Test("A debit note raises an invoice, and what it adds can be credited")
    func debit() throws {
        let shop = try NoteShop.billed()
        try shop.done(
            "debit", "tt/26-27/00001", "--line", "2=45.50", "--reason", "r", "--date", "2026-05-02")
        try shop.done("credit", "TT/26-27/00001", "--reason", "r", "--date", "2026-05-03")
        let documents = try NoteShop.list(shop)
        // 45.50 × 18 % = 8.19, each half 4.095 and so 4.10; rounded to whole rupees as the invoice.
        #expect(documents[1] == "DN/26-27/0001 54.00 debit-note", "\(documents)")
        #expect(documents[2] == "CN/26-27/0001 3771.00 credit-note", "\(documents)")
        let found = try shop.done("find", "--document", "debit-note", "--json")
        #expect(found.contains("\"original\":\"TT/26-27/00001\""), "\(found)")
        #expect(try Audit(shop.books).complaints == [])
    }

    @Test("What came back is credited once, alone or with all that is due")
    func returns() throws {
        let shop = try NoteShop.billed()
        try NoteShop.takeBack(shop, "R-1,SO-1,2026-05-02,D-1,broken,1,1")
        try NoteShop.takeBack(shop, "R-2,SO-1,2026-05-03,D-1,,1,1")
        try NoteShop.takeBack(shop, "R-3,SO-1,2026-05-09,D-1,late,1,1")
        let one = try shop.done("credit", "--return", "R-2", "--date", "2026-05-05")
        #expect(one.contains("on TT/26-27/00001, for return R-2: INR 531.00"), "\(one)")
        let due = try JSONAnswer(
            shop.done("credit", "--returns", "--date", "2026-05-05", "--json"))
        #expect(due.texts("written", each: "return") == [])
        let all = try shop.done("credit", "--returns", "--date", "2026-05-09")
        #expect(all.contains("for return R-3") && all.contains("1 note written"), "\(all)")
        #expect(try shop.run("credit", "--return", "R-1").err.contains("CN/26-27/0002"))
        #expect(try shop.done("status", "--csv").contains(",HAMMER,3,3,0,3,0,"))
        #expect(try Audit(shop.books).complaints == [])
    }

    private struct Refused: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let status: Int32
        let says: [String]

        init(_ arguments: String..., status: Int32 = 2, says: String...) {
            self.arguments = arguments
            self.status = status
            self.says = says
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test("What cannot be written says why and what to do")
    func refused() throws {
        let shop = try NoteShop.billed()
        try shop.done("proforma", "SO-1", "--date", "2026-04-30")
        try shop.done(
            "credit", "TT/26-27/00001", "--line", "1:1", "--reason", "r", "--date", "2026-05-02")
        let cases = [
            Refused("credit", "TT/26-27/00009", "--reason", "r", says: "did you mean"),
            Refused("credit", "SO-1", "--reason", "r", says: "is an order", "bijak find"),
            Refused("credit", "PF/26-27/0001", "--reason", "r", says: "is a proforma"),
            Refused("credit", "CN/26-27/0001", "--reason", "r", says: "a note, on TT/26-27/00001"),
            Refused("credit", "TT/26-27/00001", says: "--reason"),
            Refused(
                "credit", "TT/26-27/00001", "--reason", "r", "--line", "0", says: "names no line"),
            Refused(
                "credit", "TT/26-27/00001", "--reason", "r", "--line", "1:-1", says: "above zero"),
            Refused(
                "credit", "TT/26-27/00001", "--reason", "r", "--amount", "1.001",
                says: "more decimals than INR"),
            Refused(
                "credit", "TT/26-27/00001", "--reason", "r", "--amount", "1", "--line", "1",
                says: "--line and --amount"),
            Refused("debit", "TT/26-27/00001", "--reason", "r", says: "by how much"),
            Refused("credit", "--return", "R-9", says: "no return R-9"),
            Refused(
                "credit", "TT/26-27/00001", "--reason", "r", "--line", "7", "--date", "2026-05-02",
                status: 1,
                says: "error[unknown-line]"),
            Refused(
                "credit", "TT/26-27/00001", "--reason", "r", "--date", "2026-04-29", status: 1,
                says: "error[note-before-original]", "2026-04-30"),
            Refused(
                "credit", "TT/26-27/00001", "--reason", "r", "--date", "2026-05-01",
                says: "before it", "2026-05-02"),
            Refused(
                "credit", "TT/26-27/00001", "--reason", "r", "--date", "2027-12-01", status: 1,
                says: "error[note-too-late]", "financial"),
        ]
        let filed = shop.scratch.files("books/archive")
        for one in cases {
            let outcome = try Program.run(one.arguments, in: shop.scratch.path)
            #expect(outcome.status == one.status, "\(one.testDescription): \(outcome.err)")
            for text in one.says {
                #expect(outcome.err.contains(text), "\(one.testDescription): \(outcome.err)")
            }
        }
        #expect(shop.scratch.files("books/archive") == filed)
        #expect(try Audit(shop.books).complaints == [])
    }

    @Test("After November a commercial credit note without tax can still be written")
    func financial() throws {
        let shop = try NoteShop.billed()
        try shop.done(
            "credit", "TT/26-27/00001", "--line", "1=100.00", "--financial", "--reason", "r",
            "--date", "2027-12-01")
        #expect(try NoteShop.list(shop).last == "CN/27-28/0001 100.00 credit-note")
        #expect(try Audit(shop.books).complaints == [])
    }

    @Test("A company without a series for notes is told the one to add")
    func noSeries() throws {
        let shop = try Shop()
        let record = contents("\(Program.home)/examples/errors/_books/company.json") ?? []
        shop.scratch.write(
            "company.json",
            String(decoding: record, as: UTF8.self).replacing(
                "\"credit-note\"", with: "\"invoice\""))
        try shop.done("init", "--replace", "--company", "company.json")
        try shop.deliver(1..<2)
        try shop.done("issue", "--date", "2026-04-30")
        let outcome = try shop.run(
            "credit", "TT/26-27/00001", "--reason", "r", "--date", "2026-05-02")
        #expect(outcome.status == 1 && outcome.err.contains("error[no-series]"), "\(outcome.err)")
        #expect(outcome.err.contains(#"{"id": "credit-note", "kinds": ["credit-note"]"#))
        #expect(outcome.err.contains("bijak init --replace"))
        #expect(try shop.numbers() == ["TT/26-27/00001"])
    }

    @Test("Notes lower and raise what counts against the credit limit")
    func exposure() throws {
        let shop = try NoteShop.billed()
        try shop.done("customer", "set", "RETAIL", "creditLimit=4000.00")
        func takes(_ id: String) throws -> String {
            shop.scratch.write(
                "orders.json",
                """
                {"id": "\(id)", "customer": "RETAIL", "date": "2026-05-01", "currency": "INR",
                 "lines": [{"item": "HAMMER", "quantity": "1"}]}
                """)
            return try shop.run("import", "orders.json").err
        }
        #expect(try takes("SO-2").contains("open invoices 3717.00"))
        try shop.done(
            "credit", "TT/26-27/00001", "--line", "2:2", "--reason", "r", "--date", "2026-05-02")
        #expect(try takes("SO-2") == "")
        try shop.done(
            "debit", "TT/26-27/00001", "--line", "1=2000.00", "--reason", "r", "--date",
            "2026-05-02")
        // 3717.00 − 2124.00 + 2360.00.
        #expect(try takes("SO-3").contains("open invoices 3953.00"))
    }

    @Test("A European credit note is filed with its e-invoice, a proforma without one")
    func europe() throws {
        let scratch = Scratch()
        let base = "\(Program.home)/examples/errors/_books-eu"
        try Program.done("init", "--company", "\(base)/company.json", in: scratch)
        for file in ["customers.json", "items.json", "prices.csv"] {
            try Program.done("import", "\(base)/\(file)", in: scratch)
        }
        scratch.write(
            "orders.json",
            """
            {"id": "AU-1", "customer": "LADEN", "date": "2026-04-03", "currency": "EUR",
             "lines": [{"item": "PLANE", "quantity": "4"}, {"item": "SHARPEN", "quantity": "1"}]}
            """)
        scratch.write(
            "deliveries.csv", "delivery,order,date,line,quantity\nL-1,AU-1,2026-04-08,,\n")
        try Program.done("import", "orders.json", in: scratch)
        try Program.done("proforma", "AU-1", "--date", "2026-04-03", in: scratch)
        try Program.done(
            "advance", "AU-1", "--amount", "119.00", "--date", "2026-04-04", in: scratch)
        try Program.done("import", "deliveries.csv", in: scratch)
        try Program.done("issue", "--date", "2026-04-30", in: scratch)
        try Program.done(
            "credit", "HS-2026-0001", "--line", "1:1", "--reason", "r", "--date", "2026-05-02",
            in: scratch)
        let files = scratch.files("books/archive").compactMap {
            $0.split(separator: "/").last.map(String.init)
        }
        for number in ["HS-2026-0001", "CN-26-0001", "AD-26-0001"] {
            #expect(files.contains("\(number).ubl.xml"), "\(files)")
        }
        #expect(files.contains("PF-26-0001.pdf") && !files.contains("PF-26-0001.ubl.xml"))
        let note = scratch.files("books/archive").first { $0.hasSuffix("CN-26-0001.ubl.xml") }
        let text = scratch.text("books/archive/" + (note ?? ""))
        #expect(text.contains("<CreditNote") && text.contains("HS-2026-0001"), "\(text)")
        #expect(try Audit(scratch.path + "/books").complaints == [])
    }
}

import Database
import Diagnostics
import Formats
import TestSupport
import Testing

/// Searches, sums, legal holds and what of it goes into files of others.
@Suite struct FindCommandTests {
    /// Three invoices in rupees of 450.00 a hammer and 18 %, one cancelled, one with a credit note,
    /// and one in dollars.
    private func issued() throws -> Shop {
        let shop = try Shop()
        try shop.deliver(0..<3)
        try shop.deliver(3..<4, customer: "HARBOR")
        try shop.done("issue", "--date", "2026-04-30")
        try shop.done("cancel", "TT/26-27/00002", "--reason", "r", "--by", "Asha")
        try shop.done("credit", "TT/26-27/00003", "--reason", "r", "--date", "2026-05-05")
        return shop
    }

    private func found(_ shop: Shop, _ arguments: String...) throws -> [String] {
        let csv = try Program.done(["find", "--csv"] + arguments, in: shop.scratch)
        return csv.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) }
    }

    @Test("Filters, orders and pages, alone and together")
    func filters() throws {
        let shop = try issued()
        let (first, second, third) = ("TT/26-27/00001", "TT/26-27/00002", "TT/26-27/00003")
        let (note, export) = ("CN/26-27/0001", "TTX/26-27/0001")
        #expect(try found(shop, "--state", "cancelled") == [second])
        #expect(try found(shop, "--document", "credit-note") == [note])
        #expect(try found(shop, "--order", "SO-2") == [third, note])
        #expect(try found(shop, "--currency", "usd") == [export])
        // 531.00, 1062.00 and 1593.00 rupees; 26.00 dollars.
        #expect(try found(shop, "--min", "26", "--max", "1062") == [first, second, export])
        #expect(try found(shop, "--min", "1062.001") == [third, note])
        #expect(
            try found(shop, "--sort", "amount", "--descending", "--document", "invoice")
                == [export, third, second, first])
        #expect(try found(shop, "--sort", "customer", "--limit", "1") == [export])
        #expect(try found(shop, "--limit", "2", "--offset", "1") == [second, third])
        #expect(try found(shop, "--text", "sahyadri claw so-1") == [second])
        #expect(try found(shop, "--text", "hammer", "--customer", "HARBOR") == [export])
        for bad in [["--min", "x"], ["--state", "open"], ["--sort", "x"], ["--limit", "-1"]] {
            #expect(try Program.run(["find"] + bad, in: shop.scratch.path).status == 2, "\(bad)")
        }
    }

    @Test("Sums are by currency: notes taken off, cancelled documents counted and not added")
    func sums() throws {
        let shop = try issued()
        // 531.00 + 1593.00 − 1593.00.
        let text = try shop.done("find", "--sum")
        #expect(
            text == """
                sum  4 documents, 1 cancelled  taxable INR 450.00  tax INR 81.00  payable INR 531.00
                sum  1 document  taxable USD 26.00  tax USD 0.00  payable USD 26.00
                5 documents

                """)
        let paged = try shop.done("find", "--limit", "1")
        #expect(
            paged.hasSuffix(text.replacing("5 documents", with: "1 of 5 documents")), "\(paged)")
        let answer = try JSONAnswer(shop.done("find", "--json", "--limit", "1"))
        #expect(answer.texts("sums", each: "payable") == ["531.00", "26.00"])
        #expect(answer.texts("result", each: "number") == ["TT/26-27/00001"])
    }

    @Test("No words that people search for are a mistake of syntax, and none are SQL")
    func hostileText() throws {
        let shop = try issued()
        for text in [
            "\"", "\"\"\"", "' OR 1=1 --", "*", "hammer*", "a AND", "NOT", "NEAR(", "{x}:", "-",
            "^",
            "(((((", "\u{202E}x", "a\u{300}", "😀", "x'; DROP TABLE document; --",
        ] {
            for option in ["--text", "--number", "--order", "--purchase-order"] {
                _ = try found(shop, option, text)
            }
            #expect(try shop.run("find", "--customer", text).status == 2)
        }
        #expect(try found(shop).count == 5)
        let long = String(repeating: "x ", count: 33)
        #expect(try shop.run("find", "--text", long).status == 2)
    }

    @Test("A customer or document is held with reason and person; what was entered stays")
    func legalHold() throws {
        let shop = try issued()
        let who = ["--reason", "suit 114/2026", "--by", "Asha Rao"]
        func retain(_ arguments: String...) throws -> Program.Outcome {
            try Program.run(["retain"] + arguments + who, in: shop.scratch.path)
        }
        // India: 31 December after the fiscal year 2026-27, and eight years.
        let before = try shop.done("find", "--retention")
        let law = "CGST Act s. 36, Companies Act 2013 s. 128(5)"
        #expect(before.contains("keep until 2035-12-31, voucher: \(law)\n"), "\(before)")
        #expect(try retain("place", "--customer", "HARBOR").status == 0)
        #expect(try retain("place", "--number", "tt/26-27/00001").status == 0)
        #expect(try retain("place", "--customer", "HARBOR").status == 2)
        #expect(try retain("place", "--customer", "NOBODY").status == 2)
        #expect(try retain("lift", "--number", "TT/26-27/00003").status == 2)
        #expect(try shop.done("retain", "list").contains("Asha Rao: suit 114/2026"))
        let held = try shop.done("find", "--csv", "--retention").split(separator: "\n")
            .filter { $0.hasSuffix(",2035-12-31,voucher,yes") }
        #expect(held.count == 2)
        #expect(try retain("lift", "--customer", "HARBOR").status == 0)
        let list = try shop.done("retain", "list")
        #expect(
            list.hasSuffix(
                "1 hold\nthe books themselves: keep until 2035-12-31, books: \(law)\n"), "\(list)")
        let books = try Connection.open(shop.books + "/books.sqlite", readonly: true)
        #expect(try books.first("SELECT count(*) FROM legal_hold") { try $0.int(0) } == 3)
    }

    @Test("Books that lost their search texts get them again, also where a file is damaged")
    func filledAgain() throws {
        let shop = try issued()
        do {
            let books = try Connection.open(shop.books + "/books.sqlite")
            try books.transaction(.immediate) { transaction in
                try transaction.execute(
                    "INSERT INTO document_text (document_text) VALUES ('delete-all')")
                try transaction.execute("UPDATE document SET search_id = NULL")
            }
        }
        shop.scratch.write("books/archive/RETAIL/2026-04/TT-26-27-00001.json", "{")
        #expect(try found(shop, "--text", "claw").count == 4)
        #expect(try found(shop, "--text", "sahyadri so-0") == ["TT/26-27/00001"])
    }

    @Test("A proforma is counted and adds nothing to the sums: it bills nothing")
    func proforma() throws {
        let shop = try Shop()
        try shop.deliver(1..<2)
        try shop.done("issue", "--date", "2026-04-30")
        let billed = try shop.done("find", "--sum")
        try shop.deliver(2..<3, date: "2026-05-02")
        try shop.done("proforma", "SO-2")
        let sums = try shop.done("find", "--sum")
        #expect(sums.contains("2 documents"), "\(sums)")
        let amounts = try #require(billed.firstRange(of: "taxable")).lowerBound
        let first = try #require(billed[amounts...].split(separator: "\n").first)
        #expect(sums.contains(first), "\(sums)")
    }
}

import TestSupport
import Testing

@Suite struct CancelDocumentTests {
    @Test("A cancelled invoice keeps its number and files; what it billed is billed again")
    func again() throws {
        let shop = try Shop()
        try NoteShop.order(shop, "SO-1", #"{"item": "HAMMER", "quantity": "3"}"#)
        try NoteShop.deliver(shop, "D-1,SO-1,2026-04-04,1,1", "D-2,SO-1,2026-04-05,1,2")
        try shop.done("issue", "--date", "2026-04-30")
        func cancel(_ number: String) throws -> Program.Outcome {
            try shop.run("cancel", number, "--reason", "wrong buyer", "--by", "Asha")
        }
        let early = try cancel("TT/26-27/00001")
        #expect(early.status == 2 && early.err.contains("TT/26-27/00002"), "\(early.err)")
        #expect(early.err.contains("bijak credit TT/26-27/00001"))
        let done = try cancel("tt/26-27/00002")
        #expect(done.status == 0 && done.out.contains("Billable again: D-2"), "\(done.err)")
        let twice = try cancel("TT/26-27/00002")
        #expect(twice.status == 2 && twice.err.contains("Asha: wrong buyer"), "\(twice.err)")
        let credit = try shop.run("credit", "TT/26-27/00002", "--reason", "r")
        #expect(credit.status == 2 && credit.err.contains("was cancelled"), "\(credit.err)")
        #expect(try shop.done("issue", "--date", "2026-04-30").contains("1 issued"))
        #expect(
            try NoteShop.list(shop) == [
                "TT/26-27/00001 531.00 invoice", "TT/26-27/00002 1062.00 invoice cancelled",
                "TT/26-27/00003 1062.00 invoice",
            ])
        // As issued, and once more with the mark.
        try shop.done("fetch", "TT/26-27/00002", "--output", "out")
        #expect(shop.scratch.files("out") == ["TT-26-27-00002.json", "TT-26-27-00002.pdf"])
        #expect(
            shop.scratch.files("books/archive").contains("RETAIL/2026-04/TT-26-27-00002.r2.pdf"))
        let status = try shop.done("status", "--csv")
        #expect(status.contains(",1350.00,1350.00,1350.00,0.00,"), "\(status)")
        #expect(!status.contains("TT/26-27/00002"))
        #expect(try Audit(shop.books).complaints == [])
    }

    @Test("Notes are cancelled from the latest on, and what they credited can be credited again")
    func notes() throws {
        let shop = try NoteShop.billed()
        try NoteShop.takeBack(shop, "R-1,SO-1,2026-05-02,D-1,broken,1,1")
        try shop.done("credit", "--return", "R-1", "--date", "2026-05-02")
        try shop.done(
            "credit", "TT/26-27/00001", "--line", "2:1", "--reason", "r", "--date", "2026-05-02")
        func cancel(_ number: String) throws -> Program.Outcome {
            try shop.run("cancel", number, "--reason", "r", "--by", "Asha")
        }
        for number in ["TT/26-27/00001", "CN/26-27/0001"] {
            let outcome = try cancel(number)
            #expect(outcome.status == 2 && outcome.err.contains("CN/26-27/0002"), "\(outcome.err)")
        }
        #expect(try cancel("CN/26-27/0002").status == 0)
        #expect(try cancel("CN/26-27/0001").status == 0)
        #expect(
            try shop.done("credit", "--returns", "--date", "2026-05-03").contains("for return R-1"))
        #expect(try cancel("CN/26-27/0003").status == 0)
        // Without notes the invoice goes too; what came back was then never delivered.
        #expect(try cancel("TT/26-27/00001").status == 0)
        #expect(try shop.done("status", "--csv").contains(",HAMMER,3,2,0,0,1,"))
        try shop.done("issue", "--date", "2026-05-31")
        // 2 × 450.00 + 2 × 900.00 with 18 %.
        #expect(try NoteShop.list(shop).last == "TT/26-27/00002 3186.00 invoice")
        #expect(try Audit(shop.books).complaints == [])
    }

    @Test("A name that is an order's and a document's is asked about")
    func ambiguous() throws {
        let shop = try Shop()
        try NoteShop.order(shop, "SO-1", #"{"item": "HAMMER", "quantity": "1"}"#)
        try NoteShop.order(shop, "PF/26-27/0001", #"{"item": "HAMMER", "quantity": "1"}"#)
        try shop.done("proforma", "SO-1", "--date", "2026-04-03")
        let decision = ["--reason", "r", "--by", "Asha"]
        func cancel(_ more: String...) throws -> Program.Outcome {
            try Program.run(["cancel", "PF/26-27/0001"] + decision + more, in: shop.scratch.path)
        }
        let which = try cancel()
        #expect(which.status == 2 && which.err.contains("--as order or --as document"))
        #expect(try cancel("--as", "document").out.contains("Cancelled proforma"))
        #expect(try cancel("--as", "order").out.contains("Cancelled what was left of order"))
    }
}

import TestSupport
import Testing

@Suite struct ProformaTests {
    @Test("A proforma bills nothing and can be made again, under numbers of its own")
    func proforma() throws {
        let shop = try Shop()
        try NoteShop.order(shop, "SO-1", #"{"item": "HAMMER", "quantity": "3"}"#)
        for _ in 0..<2 { try shop.done("proforma", "SO-1", "--date", "2026-04-03") }
        let unknown = try shop.run("proforma", "SO-1", "SO-9", "--date", "2026-04-03")
        #expect(unknown.status == 2 && unknown.err.contains("SO-9"), "\(unknown.err)")
        try NoteShop.deliver(shop, "D-1,SO-1,2026-04-04,,")
        #expect(try shop.done("issue", "--date", "2026-04-30").contains("1 issued"))
        #expect(
            try NoteShop.list(shop) == [
                "PF/26-27/0001 1593.00 proforma", "PF/26-27/0002 1593.00 proforma",
                "PF/26-27/0003 1593.00 proforma", "TT/26-27/00001 1593.00 invoice",
            ])
        let record = shop.scratch.text("books/archive/RETAIL/2026-04/PF-26-27-0001.json")
        #expect(record.contains("\"title\": \"proforma\"") && !record.contains("\"delivery\": {"))
        #expect(try shop.done("explain", "PF/26-27/0001").contains("INR 1593.00"))
        #expect(try Audit(shop.books).complaints == [])
    }
}

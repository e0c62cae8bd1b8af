import TestSupport
import Testing

/// Money received before the supply: vouchers, what invoices take off them, what is paid back.
@Suite struct AdvanceCommandTests {
    /// Order SO-1 of five repairs at 900.00: 5,310.00 with 18 %.
    private func shop() throws -> Shop {
        let shop = try Shop()
        try NoteShop.order(shop, "SO-1", #"{"item": "REPAIR", "quantity": "5"}"#)
        return shop
    }

    private func prepaid(_ shop: Shop, _ number: String) -> String {
        shop.scratch.text("books/archive/RETAIL/2026-04/\(number).json")
            .split(separator: "\n").first { $0.contains("\"prepaid\"") }.map(String.init) ?? ""
    }

    @Test("Invoices of one run take advances off one after another, the oldest first")
    func takenOff() throws {
        let shop = try shop()
        try shop.done(
            "advance", "SO-1", "--amount", "1500.00", "--received", "2026-04-04", "--date",
            "2026-04-05")
        try shop.done("advance", "SO-1", "--amount", "1000.00", "--date", "2026-04-06")
        let over = try shop.run("advance", "SO-1", "--amount", "2810.01", "--date", "2026-04-06")
        #expect(over.status == 1 && over.err.contains("error[advance-exceeds]"), "\(over.err)")
        try NoteShop.deliver(
            shop, "D-1,SO-1,2026-04-07,1,1", "D-2,SO-1,2026-04-08,1,1", "D-3,SO-1,2026-04-09,1,3")
        #expect(try shop.done("issue", "--date", "2026-04-30").contains("3 issued"))
        // 1,062.00 and 1,062.00 and 3,186.00, of which 2,500.00 are paid.
        #expect(
            try NoteShop.list(shop) == [
                "AD/26-27/0001 1500.00 advance", "AD/26-27/0002 1000.00 advance",
                "TT/26-27/00001 0.00 invoice", "TT/26-27/00002 0.00 invoice",
                "TT/26-27/00003 2810.00 invoice",
            ])
        #expect(prepaid(shop, "TT-26-27-00002").contains("1062.00"))
        #expect(prepaid(shop, "TT-26-27-00003").contains("376.00"))
        // What a cancelled invoice had taken off is free for the next.
        try shop.done("cancel", "TT/26-27/00003", "--reason", "r", "--by", "Asha")
        #expect(try shop.done("issue", "--date", "2026-04-30").contains("1 issued"))
        #expect(prepaid(shop, "TT-26-27-00004").contains("376.00"))
        #expect(try Audit(shop.books).complaints == [])
    }

    @Test("Only what no invoice has taken off is paid back, and only an unused voucher cancelled")
    func refunded() throws {
        let shop = try shop()
        try shop.done("advance", "SO-1", "--amount", "1500.00", "--date", "2026-04-05")
        try shop.done("advance", "SO-1", "--amount", "700.00", "--date", "2026-04-05")
        try shop.done(
            "credit", "AD/26-27/0001", "--amount", "200.00", "--reason", "r", "--date",
            "2026-04-06")
        try NoteShop.deliver(shop, "D-1,SO-1,2026-04-07,1,1")
        try shop.done("issue", "--date", "2026-04-30")
        func run(_ arguments: String...) throws -> Program.Outcome {
            try Program.run(arguments, in: shop.scratch.path)
        }
        let much = try run(
            "credit", "AD/26-27/0001", "--amount", "238.01", "--reason", "r", "--date", "2026-05-01"
        )
        #expect(much.status == 1 && much.err.contains("at most INR 238.00"), "\(much.err)")
        let used = try run("cancel", "AD/26-27/0001", "--reason", "r", "--by", "Asha")
        #expect(used.status == 2 && used.err.contains("RV/26-27/0001"), "\(used.err)")
        try shop.done("credit", "AD/26-27/0001", "--reason", "rest", "--date", "2026-05-01")
        let empty = try run("credit", "AD/26-27/0001", "--reason", "r", "--date", "2026-05-01")
        #expect(empty.status == 1 && empty.err.contains("error[nothing-left]"), "\(empty.err)")
        try shop.done("cancel", "AD/26-27/0002", "--reason", "bounced", "--by", "Asha")
        #expect(
            try NoteShop.list(shop) == [
                "AD/26-27/0001 1500.00 advance", "AD/26-27/0002 700.00 advance cancelled",
                "RV/26-27/0001 200.00 refund-voucher", "TT/26-27/00001 0.00 invoice",
                "RV/26-27/0002 238.00 refund-voucher",
            ])
        try NoteShop.deliver(shop, "D-2,SO-1,2026-04-08,1,1")
        try shop.done("issue", "--date", "2026-05-01")
        #expect(try NoteShop.list(shop).contains("TT/26-27/00002 1062.00 invoice"))
        try shop.done("advance", "SO-1", "--amount", "90.00", "--date", "2026-05-02")
        let rest = try shop.done("cancel", "SO-1", "--reason", "r", "--by", "Asha")
        #expect(rest.contains("INR 90.00 of AD/26-27/0003 are left"), "\(rest)")
        #expect(try Audit(shop.books).complaints == [])
    }
}

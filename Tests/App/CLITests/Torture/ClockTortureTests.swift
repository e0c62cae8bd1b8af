import Glibc
import TestSupport
import Testing

/// A machine whose clock is wrong, and goes backwards between two runs.
@Suite(.serialized) struct ClockTortureTests {
    /// Runs the program as at noon of a day in April to June 2026, where the company is.
    private func run(_ shop: Shop, onDay day: Int, _ arguments: [String]) throws -> Program.Outcome
    {
        // 2026-04-01 06:30 UTC, noon in India, is so many seconds after 1970.
        let noon = 1_775_025_000 + (day - 1) * 86_400
        let faults = Faults(folder: shop.folder, clock: noon - time(nil))
        let (out, err) = ("\(shop.scratch.path)/out", "\(shop.scratch.path)/err")
        let status = try faults.start(arguments, out: out, err: err).wait()
        return Program.Outcome(
            status: status, out: shop.scratch.text("out"), err: shop.scratch.text("err"))
    }

    @Test(
        "No document is dated before the last of its series, whatever the clock shows, and the next number waits"
    )
    func backwards() throws {
        let shop = try Shop()
        try shop.deliver(0..<2)
        let first = try run(shop, onDay: 40, ["issue"])
        #expect(first.status == 0 && first.out.contains("2026-05-10: 2 issued"), "\(first)")
        try shop.deliver(2..<4)
        let before = try run(shop, onDay: 31, ["issue"])
        #expect(before.status == 2, "\(before)")
        #expect(before.err.contains("the last document of series domestic is dated 2026-05-10"))
        #expect(before.err.contains("2026-05-01 is before it"))
        #expect(before.err.contains("set the machine's clock right"))
        // The date that the message names is one that the machine does not know yet.
        let ahead = try run(shop, onDay: 31, ["issue", "--date", "2026-05-10"])
        #expect(ahead.status == 2 && ahead.err.contains("after today, 2026-05-01"), "\(ahead)")
        // Before the fiscal year of the books' documents, whose numbers began anew.
        let lastYear = try run(shop, onDay: -10, ["issue"])
        #expect(lastYear.status != 0 || lastYear.out.contains("0 issued"), "\(lastYear)")
        #expect(try Audit(shop.books).documents == 2)
        let after = try run(shop, onDay: 40, ["issue"])
        #expect(after.status == 0 && after.out.contains("TT/26-27/00003"), "\(after)")
        let audit = try Audit(shop.books)
        #expect(audit.complaints == [] && audit.unbilled == 0)
        #expect(try run(shop, onDay: 31, ["verify"]).status == 0)
    }

    @Test("An entry by a clock that is behind says so, and nothing is cancelled before its day")
    func entries() throws {
        let shop = try Shop()
        try shop.deliver(0..<2)
        try shop.done("issue", "--date", "2026-04-30")
        let held = try run(shop, onDay: 40, ["hold", "SO-1", "--reason", "r", "--by", "Asha"])
        #expect(held.status == 0 && held.err.contains("warning[clock-behind]"), "\(held)")
        let cancelled = try run(
            shop, onDay: 29, ["cancel", "TT/26-27/00001", "--reason", "r", "--by", "Asha"])
        #expect(cancelled.status == 2, "\(cancelled)")
        #expect(cancelled.err.contains("is dated 2026-04-30, and today is 2026-04-29"))
        let rows = try shop.done("audit")
        #expect(rows.contains("r; the clock is behind: entry 8 is of 2027-12-31"), "\(rows)")
        #expect(try run(shop, onDay: 40, ["verify"]).status == 0)
    }

    @Test("A clock that jumps about leaves each series in the order of its dates")
    func jumping() throws {
        let shop = try Shop()
        try shop.deliver(0..<1)
        #expect(try run(shop, onDay: 10, ["issue"]).status == 0)
        var random = SplitMix64(seed: 20_260_410)
        var last = 10
        for _ in 0..<20 * tortureTimes {
            let day = Int.random(in: 10...90, using: &random)
            let note = try run(
                shop, onDay: day,
                ["credit", "TT/26-27/00001", "--amount", "1.00", "--reason", "r"])
            #expect((note.status == 0) == (day >= last), "day \(day) after \(last): \(note)")
            if note.status == 0 { last = day } else { #expect(note.status == 2, "\(note)") }
            #expect(try Audit(shop.books).complaints == [])
        }
        #expect(try run(shop, onDay: last, ["verify"]).status == 0)
    }
}

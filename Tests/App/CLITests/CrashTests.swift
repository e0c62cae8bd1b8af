import Glibc
import TestSupport
import Testing

/// Issuing is killed at random moments; whatever moment it was, the books are whole afterwards.
@Suite(.serialized) struct CrashTests {
    static let deliveries = 300
    /// How often a run is killed, unless the machine is so slow that the time is up before; long
    /// runs take the time they need.
    static let kills = 50 * tortureTimes
    static let leastKills = rounds > 2000 || tortureTimes > 1 ? kills : 10
    static let secondsAllowed = 50.0

    @Test("Killed at any moment, issuing goes on without a duplicate, a gap or a stray file")
    func killed() throws {
        let fresh = try Shop()
        try fresh.deliver(0..<Self.deliveries)
        let start = seconds()
        let books = fresh.duplicate().scratch
        try Program.done("issue", "--date", "2026-04-30", in: books)
        let wholeRun = seconds() - start
        var random = SplitMix64(seed: 20_260_430)
        var killed = 0
        while killed < Self.kills,
            killed < Self.leastKills || seconds() - start < Self.secondsAllowed
        {
            killed += try killUntilDone(fresh.duplicate().scratch, wholeRun: wholeRun, &random)
        }
        #expect(killed >= Self.leastKills)
    }

    /// Issues all of some books, killed again and again; how often it was.
    private func killUntilDone(
        _ scratch: Scratch, wholeRun: Double, _ random: inout SplitMix64
    ) throws -> Int {
        var killed = 0
        while true {
            let audit = try Audit(scratch.path + "/books", strayFiles: true)
            #expect(audit.complaints == [])
            if audit.unbilled == 0 { break }
            let process = try Program.Process(["issue", "--date", "2026-04-30"], in: scratch.path)
            // Over the whole of a run, from before the books are opened to after the end.
            usleep(UInt32(Double.random(in: 0...(wholeRun * 1.1), using: &random) * 1e6))
            process.kill()
            if process.wait() == -SIGKILL { killed += 1 }
        }
        try issueToTheEnd(scratch)
        return killed
    }

    @Test("A process that files while another dies beside it loses nothing")
    func oneOfTwoKilled() throws {
        let fresh = try Shop()
        try fresh.deliver(0..<Self.deliveries)
        var random = SplitMix64(seed: 20_260_531)
        for _ in 0..<8 {
            let scratch = fresh.duplicate().scratch
            let both = try (0..<2).map { _ in
                try Program.Process(["issue", "--date", "2026-04-30"], in: scratch.path)
            }
            usleep(UInt32.random(in: 0...250_000, using: &random))
            both[0].kill()
            _ = both[0].wait()
            #expect(both[1].wait() == 0)
            try issueToTheEnd(scratch)
        }
    }

    @Test("A list of files that broke off moves nothing that was issued")
    func brokenList() throws {
        let shop = try Shop()
        try shop.deliver(0..<3)
        try shop.done("issue", "--date", "2026-04-30")
        let filed = shop.scratch.files("books/archive")
        // Two lines name what is indexed; the last has lost its end and names a folder.
        shop.scratch.write(
            "books/filing.txt",
            filed.prefix(2).map { $0 + "\n" }.joined() + "RETAIL/2026-04")
        try shop.done("issue", "--date", "2026-04-30")
        #expect(shop.scratch.files("books/archive") == filed)
        #expect(try Audit(shop.books).complaints == [])
    }

    @Test("A file that a crash left behind is put aside, never overwritten or lost")
    func quarantine() throws {
        let shop = try Shop()
        try shop.deliver(0..<2)
        let path = "RETAIL/2026-04/TT-26-27-00001.json"
        shop.scratch.write("books/archive/" + path, "left behind")
        shop.scratch.write("books/filing.txt", path + "\n")
        try shop.done("issue", "--date", "2026-04-30")
        #expect(try Audit(shop.books).complaints == [])
        #expect(
            shop.scratch.text("books/quarantine/" + path.replacing("/", with: "_"))
                == "left behind")
    }

    /// Brings books to their end after a crash and looks at everything.
    private func issueToTheEnd(_ scratch: Scratch) throws {
        try Program.done("issue", "--date", "2026-04-30", in: scratch)
        let audit = try Audit(scratch.path + "/books")
        #expect(audit.complaints == [])
        #expect(audit.documents == Self.deliveries && audit.unbilled == 0)
    }
}

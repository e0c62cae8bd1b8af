import TestSupport
import Testing

/// Disks that fill up, fail or turn read-only under the program.
@Suite(.serialized) struct FailingDiskTortureTests {
    /// Each command under each kind of fault.
    static let runs = 56 * tortureTimes

    struct Trial {
        let command: [String]
        /// How many documents there are when everything has been issued afterwards.
        let documents: Int
        /// A run of it without a fault.
        let run: RecordedRun
    }

    private static let commands: [([String], documents: Int)] = [
        (["issue", "--date", "2026-05-31"], 8),
        (["credit", "TT/26-27/00001", "--reason", "r", "--date", "2026-05-31"], 9),
        (["cancel", "TT/26-27/00003", "--reason", "wrong buyer", "--by", "Asha"], 9),
        (["rerender", "--customer", "RETAIL"], 8),
        (["import", "../orders.jsonl", "../deliveries.csv"], 10),
        (["customer", "set", "RETAIL", "creditLimit=500000"], 8),
        (["backup", "copy"], 8),
    ]

    /// Four documents, four deliveries that wait, and two more in files beside the folder.
    private func shop() throws -> Shop {
        let shop = try Shop(in: "disk")
        try shop.deliver(0..<4)
        try shop.done("issue", "--date", "2026-04-30")
        try shop.deliver(4..<8)
        shop.writeDeliveries(8..<10)
        return shop
    }

    @Test(
        "Whatever call the disk refuses, a run ends in plain words, and all is well once it is mended"
    )
    func refused() throws {
        let shop = try shop()
        var random = SplitMix64(seed: 20_260_531)
        let trials = try Self.commands.map { command, documents in
            let copy = shop.duplicate()
            var run = try RecordedRun(in: copy.folder)
            try run.run(command)
            return Trial(command: command, documents: documents, run: run)
        }
        var refusals = 0
        for round in 0..<Self.runs {
            let trial = trials[round % trials.count]
            let kinds = Faults.Kind.refusals
            let kind = kinds[round / trials.count % kinds.count]
            let count =
                Faults.Kind.reads.contains(kind)
                ? trial.run.steps[0].reads
                : trial.run.history.calls.count { $0.isSubject(to: kind) }
            let first = Int.random(in: 1...max(1, count), using: &random)
            let fault = Faults.Fault(
                kind: kind, first: first, last: Bool.random(using: &random) ? first : 0)
            let copy = shop.duplicate()
            if try suffer(fault, trial, in: copy, &random) { refusals += 1 }
        }
        // Faults that come after the work is done, as SQLite tidies up, are none to the user.
        #expect(refusals > Self.runs / 2)
    }

    @Test(
        "From a disk that can only be read books are read and proven; what writes says why it cannot"
    )
    func readOnly() throws {
        let shop = try shop()
        let disk = Faults(
            folder: shop.folder, fault: Faults.Fault(kind: .readonly, first: 1))
        func run(_ arguments: String...) throws -> Program.Outcome {
            let (out, err) = (shop.scratch.path + "/out", shop.scratch.path + "/err")
            let status = try disk.start(arguments, out: out, err: err).wait()
            return Program.Outcome(
                status: status, out: shop.scratch.text("out"), err: shop.scratch.text("err"))
        }
        try shop.done("backup", "copy")
        let before = shop.scratch.files("disk")
        let verified = try run("verify")
        #expect(verified.status == 0 && verified.out.contains("all is sound"), "\(verified)")
        #expect(try run("find").out.contains("4 documents"))
        let fetched = try run("fetch", "TT/26-27/00001", "--output", "../fetched")
        #expect(fetched.status == 0 && !shop.scratch.files("fetched").isEmpty, "\(fetched)")
        #expect(try run("prove", "TT/26-27/00001").out.contains("1 proven"))
        #expect(try run("restore", "copy", "--books", "../new").out.contains("all is sound"))
        let issued = try run("issue", "--date", "2026-05-31")
        #expect(issued.status == 3 && issued.err.contains("can only be read"), "\(issued)")
        #expect(shop.scratch.files("disk") == before)
        // What a stop has left in the log cannot be put into the file there.
        shop.scratch.write("disk/books/books.sqlite-wal", "x")
        let unread = try run("verify")
        #expect(unread.status == 3 && unread.err.contains("copy the books"), "\(unread)")
    }

    /// Runs a command under a fault, cuts the power, runs it again without; whether it was refused.
    private func suffer(
        _ fault: Faults.Fault, _ trial: Trial, in shop: Shop, _ random: inout SplitMix64
    ) throws -> Bool {
        let what = Comment(rawValue: "\(trial.command) under \(fault)")
        let whole = trial.run.steps[0]
        var run = try RecordedRun(in: shop.folder)
        let step = try run.run(trial.command, fault: fault)
        try run.finish()
        let mayStop = !Faults.Kind.harmless.contains(fault.kind)
        // What of a backup cannot be read to check it is told, as `verify` does.
        let isTold = fault.kind == .read && trial.command[0] == "backup" && step.status == 1
        #expect(
            step.status == 0 || step.status == 3 && mayStop
                || isTold && step.err.contains("[file-unreadable]"), "\(what): \(step.err)")
        if step.status == 3 {
            #expect(step.err.hasPrefix("bijak: ") || step.err.contains("\nbijak: "), what)
            #expect(!step.err.contains("Fatal"), "\(what): \(step.err)")
        } else {
            #expect(step.trail == whole.trail, what)
        }
        run.cutPower(3, what, &random)
        #expect(try Audit(shop.books, strayFiles: true).complaints == [], what)
        if step.trail.lowerBound < whole.trail.lowerBound || trial.command[0] == "backup" {
            let again = try shop.run(trial.command)
            // Of two files the first may have been taken, which is said of each of its records.
            let isKnown = trial.command[0] == "import" && again.err.contains("[duplicate-")
            #expect(again.status == (isKnown ? 1 : 0), "\(what), again: \(again.err)")
        }
        try shop.done("issue", "--date", "2026-05-31")
        try shop.done("verify")
        let audit = try Audit(shop.books)
        #expect(audit.complaints == [] && audit.unbilled == 0, what)
        #expect(audit.documents == trial.documents, what)
        return step.status == 3
    }
}

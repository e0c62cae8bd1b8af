import TestSupport
import Testing

/// Disks that fail, or give less than was asked for, while a command reads: nothing half is handed
/// out, and nothing is changed.
@Suite(.serialized) struct UnreadableTortureTests {
    /// Each command under each kind of fault.
    static let runs = 36 * tortureTimes

    private static let commands = [
        ["find", "--csv"],
        ["audit"],
        ["verify"],
        ["prove"],
        ["fetch", "--customer", "RETAIL", "--index", "--output", "fetched"],
        ["fetch", "--customer", "RETAIL", "--zip", "fetched.zip"],
        ["dispute", "TT/26-27/00001", "--output", "dispute"],
        ["backup", "another"],
        ["restore", "copy", "--books", "new"],
    ]

    /// What tells one by one what is not as it must be, instead of giving up: status 1.
    private static let checkers: Set = ["verify", "prove", "backup", "restore"]

    struct Trial {
        let command: [String]
        /// A run of it without a fault, and what lay in the folder afterwards.
        let step: RecordedRun.Step
        let files: [String: [UInt8]]
    }

    /// Invoices with what travels with one of them, a credit note, a logo and words of the books' own.
    private func shop() throws -> Shop {
        let shop = try Shop(in: "disk")
        try shop.deliver(0..<3)
        shop.scratch.write("hours.csv", "day,hours\n2026-04-03,7\n")
        try shop.done("attach", "add", "SO-1", "../hours.csv")
        try shop.done("issue", "--date", "2026-04-30")
        try shop.done(
            "credit", "TT/26-27/00001", "--line", "1:1", "--reason", "r", "--date", "2026-05-02")
        let template = contents("\(Program.home)/templates/classic.xml") ?? []
        shop.scratch.write("disk/books/templates/own.xml", template)
        try shop.done("backup", "copy")
        return shop
    }

    @Test("Whatever cannot be read is said in plain words; nothing half is handed out or changed")
    func unreadable() throws {
        let shop = try shop()
        var random = SplitMix64(seed: 20_260_703)
        let trials = try Self.commands.map { command in
            let copy = shop.duplicate()
            var run = try RecordedRun(in: copy.folder)
            let step = try run.run(command)
            return Trial(command: command, step: step, files: Self.files(of: copy))
        }
        var refusals = 0
        for round in 0..<Self.runs {
            let trial = trials[round % trials.count]
            let kinds = Faults.Kind.reads
            let first = Int.random(in: 1...trial.step.reads, using: &random)
            let fault = Faults.Fault(
                kind: kinds[round / trials.count % kinds.count], first: first,
                last: Bool.random(using: &random) ? first : 0)
            if try suffer(fault, trial, in: shop.duplicate()) { refusals += 1 }
        }
        #expect(refusals > Self.runs / 3)
    }

    /// Runs a command under a fault, then without; whether it was refused.
    private func suffer(_ fault: Faults.Fault, _ trial: Trial, in shop: Shop) throws -> Bool {
        let before = Self.files(of: shop)
        var run = try RecordedRun(in: shop.folder)
        let step = try run.run(trial.command, fault: fault)
        let what: Comment = "\(trial.command) under \(fault): \(step.status) \(step.err)\(step.out)"
        let after = Self.files(of: shop)
        switch step.status {
        case 0:
            #expect(step.out == trial.step.out, what)
            #expect(Self.differences(after, trial.files) == [], what)
        case 1:
            #expect(Self.checkers.contains(trial.command[0]) && fault.kind == .read, what)
            let told = step.err + step.out
            #expect(
                told.contains("Input/output error") || told.contains("[file-unreadable]"), what)
        default:
            #expect(step.status == 3 && fault.kind == .read, what)
            #expect(step.err.hasPrefix("bijak: ") || step.err.contains("\nbijak: "), what)
        }
        // What was there is as it was; what came is whole, or does not have its name.
        let known = before.merging(trial.files) { former, _ in former }
        let wrong = after.filter { known[$0.key] != $0.value }.keys
        #expect(wrong.allSatisfy(Self.isUnfinished), "\(wrong.sorted()), \(what)")
        #expect(Set(before.keys).isSubset(of: after.keys), what)
        #expect(try Audit(shop.books).complaints == [], what)
        if step.status != 0 {
            #expect(after["new/books.sqlite"] == nil, what)
            let again = try run.run(trial.command)
            #expect(again.out.isEmpty == trial.step.out.isEmpty, what)
            #expect(Self.differences(Self.files(of: shop), trial.files) == [], what)
        }
        return step.status != 0
    }

    /// What a backup or a restore that broke off goes on with.
    private static func isUnfinished(_ name: String) -> Bool {
        name.hasPrefix("new.restoring/") || name.hasPrefix("another/books.sqlite.new")
    }

    /// Every file with its bytes, but for what SQLite keeps for readers only, and for temporary folders,
    /// which nobody can empty whom the disk does not tell what is in them.
    private static func files(of shop: Shop) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in filesBelow(shop.folder)
        where !name.hasSuffix("-shm") && !name.hasPrefix("bijak-") {
            let bytes = contents("\(shop.folder)/\(name)") ?? []
            if !name.hasSuffix("-wal") || !bytes.isEmpty { files[name] = bytes }
        }
        return files
    }

    private static func differences(
        _ some: [String: [UInt8]], _ others: [String: [UInt8]]
    ) -> [String] {
        Set(some.keys).union(others.keys).filter { some[$0] != others[$0] }.sorted()
    }
}

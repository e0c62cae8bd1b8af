import TestSupport
import Testing

/// The power is cut at random moments of a day's work, once after each; what had not been synced by
/// then is lost, or half of it is.
@Suite(.serialized) struct PowerCutTortureTests {
    /// How many moments are looked at; `make torture` looks at more.
    static let cuts = 300 * tortureTimes
    /// After how many cuts the program itself goes on to the end.
    static let oneIn = 25

    @Test("After a power cut at any moment all that was reported is there, whole and gapless")
    func cut() throws {
        let scratch = Scratch()
        let day = try WorkingDay.record(in: scratch)
        for (seed, range) in moments(of: day).enumerated() {
            var random = SplitMix64(seed: UInt64(seed))
            let cut = PowerCut(within: range, of: day.history, &random)
            let left = Scratch()
            cut.leave(day.history, in: left.path, &random)
            let moment = Comment(rawValue: "cut \(seed) \(cut), in \(day.words(at: cut.calls))")
            let complaints = Aftermath(left.path, day, calls: cut.calls).complaints
            #expect(complaints == [], moment)
            if seed % Self.oneIn == 0 { try goOn(left, day, moment, &random) }
        }
    }

    /// Each cut in a part of the day of its own, so that none is left out; then more where a command
    /// puts right what a stop has left, which takes few calls.
    private func moments(of day: RecordedRun) -> [Range<Int>] {
        let calls = day.history.calls.count
        let even = (0..<Self.cuts).map { number in
            let first = calls * number / Self.cuts
            return first..<max(first + 1, calls * (number + 1) / Self.cuts)
        }
        let rightings = zip(day.steps, day.steps.dropFirst()).filter { $0.0.status != 0 }
        return even
            + rightings.flatMap { Array(repeating: $0.1.calls, count: 25 * tortureTimes) }
    }

    @Test(
        "Older books whose upgrade was cut off are upgraded by whoever comes next",
        arguments: KeptBooks.versions.dropLast())
    func upgrade(version: Int) throws {
        let scratch = KeptBooks.copy(version)
        var run = try RecordedRun(in: scratch.path)
        try run.run("find")
        try run.finish()
        let whole = try Audit(scratch.path + "/books")
        var random = SplitMix64(seed: UInt64(version))
        for _ in 0..<8 * tortureTimes {
            let cut = PowerCut(within: 0..<run.history.calls.count, of: run.history, &random)
            let left = Scratch()
            cut.leave(run.history, in: left.path, &random)
            try Program.done("find", in: left)
            let audit = try Audit(left.path + "/books")
            #expect(audit.complaints == [], "\(cut)")
            #expect(audit.documents == whole.documents, "\(cut)")
            #expect(audit.unbilled == whole.unbilled, "\(cut)")
        }
    }

    /// The program works on with what a cut has left, and everything is billed once.
    private func goOn(
        _ left: Scratch, _ day: RecordedRun, _ moment: Comment, _ random: inout SplitMix64
    ) throws {
        left.write("company.json", contents("\(day.folder)/../company.json") ?? [])
        left.write("logo.png", contents("\(day.folder)/../logo.png") ?? [])
        let begun = try Program.run(["init", "--company", "company.json"], in: left.path)
        #expect(begun.status == 0 || begun.err.contains("holds books already"), "\(moment)")
        // Putting books right can be cut off as well.
        var run = try RecordedRun(in: left.path)
        let issue = ["issue", "--date", "2026-05-31"]
        let call = Int.random(in: 1...200, using: &random)
        try run.run(issue, fault: Faults.Fault(kind: .kill, first: call, last: call))
        try run.run(issue)
        try run.finish()
        run.cutPower(3, moment, &random)
        let verified = try Program.run(["verify"], in: left.path)
        #expect(verified.status == 0, "\(moment): \(verified.err)")
        let audit = try Audit("\(left.path)/books")
        #expect(audit.complaints == [], moment)
        #expect(audit.unbilled == 0, moment)
    }
}

extension RecordedRun {
    /// Cuts the power at moments of it, and just after each report of success, and expects that what is
    /// left is sound.
    func cutPower(_ times: Int, _ what: Comment, _ random: inout SplitMix64) {
        let reports = steps.filter { $0.status == 0 }.map(\.calls.upperBound)
        let ranges = Array(repeating: 0..<history.calls.count + 1, count: times)
        for range in ranges + reports.map({ $0..<$0 + 1 }) {
            let cut = PowerCut(within: range, of: history, &random)
            let left = Scratch()
            cut.leave(history, in: left.path, &random)
            let complaints = Aftermath(left.path, self, calls: cut.calls).complaints
            #expect(complaints == [], "\(what), \(cut), in \(words(at: cut.calls))")
        }
    }

    /// What was done when so many calls had been made.
    func words(at calls: Int) -> String {
        guard let step = begun(at: calls).last else { return "the beginning" }
        let place = calls - step.calls.lowerBound
        let around = history.calls[max(0, calls - 1)..<min(history.calls.count, calls + 1)]
        return "call \(place) of \(step.arguments), between \(around.map { "\($0)" })"
    }
}

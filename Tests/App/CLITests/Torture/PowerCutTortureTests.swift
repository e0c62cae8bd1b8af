import TestSupport
import Testing

/// The power is cut at random moments of a day's work, once after each; what had not been synced by
/// then is lost, or half of it is.
@Suite(.serialized) struct PowerCutTortureTests {
    /// How many moments are looked at; `make torture` looks at more.
    static let cuts = max(300, rounds / 10)
    /// After how many cuts the program itself goes on to the end.
    static let oneIn = rounds > 2000 ? 5 : 10

    @Test("After a power cut at any moment all that was reported is there, whole and gapless")
    func cut() throws {
        let scratch = Scratch()
        let day = try WorkingDay.record(in: scratch, kills: 1...120)
        let calls = day.history.calls.count
        print(
            "calls", calls,
            day.steps.map { "\($0.arguments[0]) \($0.status) \($0.calls) \($0.trail)" }, seconds())
        defer { print(seconds()) }
        for seed in 0..<Self.cuts {
            var random = SplitMix64(seed: UInt64(seed))
            // In as many steps as cuts, so that none of the day is left out, each at its own moment.
            let range =
                calls * seed
                / Self.cuts..<max(calls * (seed + 1) / Self.cuts, calls * seed / Self.cuts + 1)
            let cut = PowerCut(within: range, &random)
            let left = Scratch()
            cut.leave(day.history, in: left.path, &random)
            let moment = Comment(rawValue: "cut \(seed) \(cut), in \(day.words(at: cut.calls))")
            let complaints = Aftermath(left.path, day, calls: cut.calls).complaints
            #expect(complaints == [], moment)
            if seed % Self.oneIn == 0 { try goOn(left, day, moment) }
        }
    }

    /// The program works on with what a cut has left, and everything is billed once.
    private func goOn(_ left: Scratch, _ day: RecordedRun, _ moment: Comment) throws {
        left.write("company.json", contents("\(day.folder)/../company.json") ?? [])
        left.write("logo.png", contents("\(day.folder)/../logo.png") ?? [])
        let begun = try Program.run(["init", "--company", "company.json"], in: left.path)
        #expect(begun.status == 0 || begun.err.contains("holds books already"), "\(moment)")
        for command in [["issue", "--date", "2026-05-31"], ["verify"]] {
            let outcome = try Program.run(command, in: left.path)
            #expect(outcome.status == 0, "\(moment): \(outcome.err)")
        }
        let audit = try Audit("\(left.path)/books")
        #expect(audit.complaints == [], moment)
        #expect(audit.unbilled == 0, moment)
    }
}

extension RecordedRun {
    /// What was done when so many calls had been made.
    func words(at calls: Int) -> String {
        let index = step(at: calls).index
        guard index < steps.count else { return "the end" }
        let place = calls - steps[index].calls.lowerBound
        let around = history.calls[max(0, calls - 1)..<min(history.calls.count, calls + 1)]
        return "call \(place) of \(steps[index].arguments), between \(around.map { "\($0)" })"
    }
}

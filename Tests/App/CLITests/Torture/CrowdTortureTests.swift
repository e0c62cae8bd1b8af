import TestSupport
import Testing

/// Several processes that issue from the same books at the same moment.
@Suite(.serialized) struct CrowdTortureTests {
    static let crowds = 6 * tortureTimes

    @Test(
        "Three issue at once, one of them on a failing disk or killed: the others end well, and no number is given twice"
    )
    func crowd() throws {
        let shop = try Shop(in: "disk")
        try shop.deliver(0..<12)
        var random = SplitMix64(seed: 20_260_630)
        let command = ["issue", "--date", "2026-04-30", "--json"]
        for _ in 0..<Self.crowds {
            let copy = shop.duplicate()
            let kinds = Faults.Kind.allCases.filter { !Faults.Kind.harmless.contains($0) }
            let fault = Faults.Fault(
                kind: kinds[Int.random(in: 0..<kinds.count, using: &random)],
                first: Int.random(in: 1...60, using: &random))
            var run = try RecordedRun(in: copy.folder)
            // The two others must end with status 0.
            try run.run([command, command, command], faults: [fault, nil, nil])
            try run.finish()
            let audit = try Audit(copy.books, strayFiles: true)
            #expect(audit.complaints == [], "\(fault)")
            #expect(audit.documents == 12 && audit.unbilled == 0, "\(fault)")
            #expect(run.steps.suffix(2).flatMap(\.issued).count <= 12)
            run.cutPower(8, "\(fault)", &random)
            #expect(try copy.run("verify").status == 0)
        }
    }
}

import Testing
import Trade

@testable import Tax

struct BuiltInRatesTests {
    @Test("The built-in rates stand the check that a user's file is put to")
    func sound() {
        for table in [RateTable.europe, RateTable.india] {
            #expect(
                table.conflicts.map { "\($0.kind) \($0.earlier.id), \($0.later.id)" } == [])
            #expect(table.rates.allSatisfy { $0.percent >= .zero && $0.percent.fits(places: 3) })
            #expect(table.rates.allSatisfy { $0.from <= ($0.to ?? $0.from) && $0.source != nil })
            #expect(!table.rates.isEmpty)
        }
    }

    @Test("Every regime is found by its name")
    func regimes() {
        #expect(Regimes.all.map(\.name) == ["india-gst", "european-vat", "plain"])
        #expect(Regimes.named("european-vat")?.name == "european-vat")
        #expect(Regimes.named("india") == nil)
    }
}

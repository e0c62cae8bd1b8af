import Money

/// The user's rates over the built-in ones: where a row of the user's holds on the day, it is taken
/// in place of the built-in one.
public struct Rates: Sendable {
    public let own: RateTable
    public let builtIn: RateTable

    public init(own: RateTable, builtIn: RateTable) {
        self.own = own
        self.builtIn = builtIn
    }

    /// The rate of a class in force on a day.
    public func rate(
        _ taxClass: String, in country: String, on day: CalendarDate
    ) -> RateTable.Rate? {
        own.rate(taxClass, in: country, on: day) ?? builtIn.rate(taxClass, in: country, on: day)
    }

    /// Every rate of a country in force on a day: the user's, then the built-in ones whose class
    /// the user's say nothing about that day.
    public func inForce(in country: String, on day: CalendarDate) -> [RateTable.Rate] {
        let mine = own.inForce(in: country, on: day)
        return mine
            + builtIn.inForce(in: country, on: day).filter { rate in
                !mine.contains { $0.taxClass == rate.taxClass }
            }
    }
}

extension RateTable {
    /// These rates, the user's, over the built-in ones.
    public func over(_ builtIn: RateTable) -> Rates { Rates(own: self, builtIn: builtIn) }
}

import Trade

extension RateTable {
    /// The built-in rates of all regimes, one a line: whether two programs know the same.
    public static var builtInText: String {
        (europe.rates + india.rates).map { rate in
            "\(rate.country) \(rate.taxClass) \(rate.percent) \(rate.from) "
                + (rate.to?.description ?? "-") + "\n"
        }.joined()
    }
}

import Diagnostics
import Formats
import Money

extension RateTable.Rate {
    static let keys = ["country", "class", "rate", "from", "to", "source", "name"]

    /// Classes that bear no tax by themselves: no rate is looked up for them.
    static let reserved: Set<String> = ["exempt", "nil", "non-gst", "pure-agent"]

    /// Under which it is kept: a rate replaces the one of the same country, class and first day.
    public var id: String { "\(country) \(taxClass) \(from)" }

    /// Reads a rate of the user's; `nil` after an error.
    public init?(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "rate", keys: RateTable.Rate.keys, findings)
        country = fields.text("country", limit: 60)
        taxClass = fields.identifier("class")
        findings.subject = "rate of \(country) \(taxClass)"
        percent = fields.decimal("rate", places: 3)
        from = fields.date("from")
        to = fields.optionalDate("to")
        source = fields.optionalText("source", limit: 200)
        name = fields.optionalText("name", limit: 20)
        location = node.location
        check(fields)
        if !fields.isSound { return nil }
    }

    private func check(_ fields: Fields) {
        if !country.isEmpty, !isKnownCountry, let value = fields.value("country") {
            fields.report(
                "unknown-country", "no country has this code", value, found: country,
                expected: "a code of ISO 3166-1 such as SG, or with a region such as US-CA")
        }
        if RateTable.Rate.reserved.contains(taxClass), let value = fields.value("class") {
            fields.report(
                "reserved-tax-class", "items of this class bear no tax, whatever its rate", value,
                found: taxClass,
                expected: "a name that is none of "
                    + RateTable.Rate.reserved.sorted().joined(separator: ", "))
        }
        if percent.isNegative || percent > Decimal(100), let value = fields.value("rate") {
            fields.report(
                "percent-out-of-range", "the rate is no percentage", value,
                found: percent.description, expected: "0 to 100")
        }
        if let to, to < from, fields.has("from"), let value = fields.value("to") {
            fields.report(
                "date-order", "the rate ends before it begins", value, found: to.description,
                expected: "\(from) or later")
        }
    }

    /// ISO 3166-1, or a territory with a tax of its own, and behind a hyphen one to three capitals or
    /// digits of ISO 3166-2.
    private var isKnownCountry: Bool {
        let parts = country.split(separator: "-", omittingEmptySubsequences: false)
        guard let code = parts.first.map(String.init), parts.count <= 2,
            Country(code: code) != nil || ["XI", "IC", "EA"].contains(code)
        else { return false }
        return parts.dropFirst().allSatisfy { region in
            (1...3).contains(region.utf8.count)
                && region.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
        }
    }
}

import Diagnostics
import Formats
import Money
import Trade

/// Sales tax, GST or VAT of any country that has no regime of its own here: what is charged says the
/// user's table of rates, and nothing else does.
///
/// A line bears the rate of its class where it is supplied: `COUNTRY-STATE`, else `COUNTRY`. A
/// country abroad of which the table knows no rate that day is one where the seller collects no tax:
/// there the home country's class `export` holds.
public struct PlainTax: Regime {
    public let name = "plain"

    /// The class of rate that is taken, in the seller's country, of what goes to a country without
    /// rates.
    static let exportClass = "export"
    /// The class of items that bear no tax wherever they go.
    static let exemptClass = "exempt"

    /// UN/ECE Recommendation 20: lump sum.
    public func unitOfOne(_ item: Item) -> String { "LS" }

    public func treatment(of supply: Supply, _ findings: Findings) -> Treatment? {
        let destination = supply.destination.country
        let isAbroad = destination != supply.company.address.country
        return Treatment(
            title: .invoice, taxPoint: supply.deliveryDate, heads: [.salesTax],
            destination: isAbroad ? destination : nil, scope: isAbroad ? .export : .domestic,
            rounding: .perRate)
    }

    public func lineTax(
        of item: Item, in supply: Supply, _ treatment: Treatment, at location: SourceLocation,
        _ findings: Findings
    ) -> LineTax? {
        let day = supply.deliveryDate
        let taxClass = item.taxClass(on: day)
        if taxClass == PlainTax.exemptClass {
            return exempt(item.exemption, item.exemptionReason ?? PlainTax.exemptClass)
        }
        if let exemption = supply.customer.exemption {
            return exempt(exemption.code, exemption.reason)
        }
        guard let place = place(of: item, in: supply, at: location, findings) else { return nil }
        let search = Search(
            rates: supply.rates, place: place, home: Place(supply.company.address), day: day)
        guard let rate = search.rate(taxClass) else {
            findings.add(search.missing(taxClass, of: item, at: location))
            return nil
        }
        return LineTax(
            category: rate.percent.isZero ? .zero : .standard, rate: rate.percent,
            heads: [.salesTax], law: rate.source, name: rate.name)
    }

    private func exempt(_ code: String?, _ reason: String) -> LineTax {
        LineTax(
            category: .exempt, rate: .zero, heads: [.salesTax], isCharged: false,
            exemption: Exemption(code: code, reason: reason))
    }

    /// Where an item is supplied: goods where they go, services where the customer is, both at the
    /// site where the item asks for one; goods that are not moved at the site or at the seller's.
    private func place(
        of item: Item, in supply: Supply, at location: SourceLocation, _ findings: Findings
    ) -> Place? {
        switch item.supplyPlace {
        case .usual:
            return Place(item.kind == .goods ? supply.destination : supply.customer.address)
        case .noMovement:
            return supply.site.map(Place.init) ?? Place(supply.company.address)
        case .property, .performance, .event, .installation:
            if let site = supply.site { return Place(site) }
            findings.add(
                Diagnostic(
                    code: "missing-site",
                    "\(item.id) is taxed where it is done, and the order does not say where",
                    at: location, found: "\(item.id): supplyPlace \(item.supplyPlace.rawValue)",
                    expected: #""site": {"country": "…", "state": "…"} in the order"#))
            return nil
        }
    }
}

/// A country and, where it is known, a region of it.
private struct Place {
    let country: String
    let state: String?

    init(_ address: Address) { (country, state) = (address.country, address.state) }
    init(_ site: Site) { (country, state) = (site.country, site.state) }

    /// Under which rates of the place stand, the closest first: `US-CA`, `US`.
    var names: [String] { (state.map { ["\(country)-\($0)"] } ?? []) + [country] }
}

/// The search for a rate in the user's table.
private struct Search {
    let rates: RateTable
    let place: Place
    let home: Place
    let day: CalendarDate

    private var isAbroad: Bool { place.country != home.country }

    /// The rate of a class at the place; abroad, where the table knows no rate of the place that day,
    /// the home country's for exports.
    func rate(_ taxClass: String) -> RateTable.Rate? {
        if let rate = first(taxClass, place) { return rate }
        return isAbroad && known.isEmpty ? first(PlainTax.exportClass, home) : nil
    }

    private func first(_ taxClass: String, _ place: Place) -> RateTable.Rate? {
        for name in place.names {
            if let rate = rates.rate(taxClass, in: name, on: day) { return rate }
        }
        return nil
    }

    /// Every rate of the place that day.
    private var known: [RateTable.Rate] {
        place.names.flatMap { rates.inForce(in: $0, on: day) }
    }

    /// Which row the table lacks.
    func missing(
        _ taxClass: String, of item: Item, at location: SourceLocation
    ) -> Diagnostic {
        let wanted = place.names.map { "\($0) \(taxClass)" }
        let rows =
            isAbroad && known.isEmpty
            ? wanted + ["\(home.country) \(PlainTax.exportClass)"] : wanted
        let classes = known.map { "\($0.taxClass) (\($0.country) \($0.percent) %)" }
        return Diagnostic(
            code: "unknown-tax-rate",
            "no rate is given of \(wanted.joined(separator: " or ")) for \(day)", at: location,
            found: "\(item.id): \(taxClass)",
            expected: classes.isEmpty
                ? "a row of rates: \(rows.joined(separator: " or "))"
                : (classes + [PlainTax.exemptClass]).joined(separator: ", "),
            hint: "give the rate in a file of rates, or mend the item's tax")
    }
}

import Diagnostics
import Formats
import Money
import Trade

/// A body of tax law: who owes which tax on a supply, and what a document must say about it.
///
/// Rates, dates and legal sources are data (`RateTable`); place of supply, reverse charge and check
/// digits are code. All regimes are in `Regimes.all`.
public protocol Regime: Sendable {
    /// The name by which a company chooses it.
    var name: String { get }

    /// Findings about the seller's own record.
    func check(_ company: Company, _ findings: Findings)
    /// Findings about a customer's record, such as a tax number that fails its check digit.
    func check(_ customer: Customer, of company: Company, _ findings: Findings)
    /// Findings about an item's record.
    func check(_ item: Item, _ findings: Findings)

    /// The code of a unit that is one of its own kind, such as a milestone's share of a line.
    func unitOfOne(_ item: Item) -> String

    /// How a supply is taxed as a whole; `nil` after a finding.
    func treatment(of supply: Supply, _ findings: Findings) -> Treatment?
    /// How one item of a supply is taxed; `nil` after a finding.
    func lineTax(
        of item: Item, in supply: Supply, _ treatment: Treatment, at location: SourceLocation,
        _ findings: Findings
    ) -> LineTax?
}

extension Item {
    /// Whether `lineTax` of both is the same in one supply, whatever the regime: it looks at nothing
    /// else of an item, and of the HSN code at the number of digits alone.
    public func isTaxed(as other: Item) -> Bool {
        if self === other { return true }
        return kind == other.kind && supplyPlace == other.supplyPlace
            && reverseCharge == other.reverseCharge && taxClasses == other.taxClasses
            && hsn?.utf8.count == other.hsn?.utf8.count && exemption == other.exemption
            && exemptionReason == other.exemptionReason
    }
}

/// The regimes there are.
public enum Regimes {
    public static let all: [any Regime] = [IndiaGST(), EuropeanVAT(), PlainTax()]

    public static func named(_ name: String) -> (any Regime)? { all.first { $0.name == name } }
}

/// What a regime looks at: who supplies what to whom, where and when.
public struct Supply: Sendable {
    public let company: Company
    public let customer: Customer
    /// Where it goes, if not to the customer's own address.
    public let shipTo: Customer.ShipTo?
    /// Where property lies, work is done or goods are installed.
    public let site: Site?
    /// A place of supply that somebody decided.
    public let statedPlace: StatedPlace?
    /// What is supplied, one for each line.
    public let items: [Item]
    public private(set) var deliveryDate: CalendarDate
    public let issueDate: CalendarDate
    /// The day of the first advance that was received for it; `nil` where none was.
    public private(set) var paymentDate: CalendarDate?
    /// The user's own rates, which go before the built-in ones.
    public let rates: RateTable
    /// The language of the document (BCP 47).
    public let language: String
    /// What findings about the supply as a whole point at.
    public let location: SourceLocation

    public init(
        company: Company, customer: Customer, shipTo: Customer.ShipTo? = nil, site: Site? = nil,
        statedPlace: StatedPlace? = nil, items: [Item], deliveryDate: CalendarDate,
        issueDate: CalendarDate, paymentDate: CalendarDate? = nil, rates: RateTable = .empty,
        language: String, location: SourceLocation
    ) {
        self.company = company
        self.customer = customer
        self.shipTo = shipTo
        self.site = site
        self.statedPlace = statedPlace
        self.items = items
        self.deliveryDate = deliveryDate
        self.issueDate = issueDate
        self.paymentDate = paymentDate
        self.rates = rates
        self.language = language
        self.location = location
    }

    /// The same supply on another day, as far as it was paid before.
    public func on(_ day: CalendarDate, paid: CalendarDate? = nil) -> Supply {
        var copy = self
        copy.deliveryDate = day
        copy.paymentDate = paid
        return copy
    }

    /// Where the goods end up.
    public var destination: Address { shipTo?.address ?? customer.address }
    /// Whether anything in it is goods.
    public var hasGoods: Bool { items.contains { $0.kind == .goods } }
}

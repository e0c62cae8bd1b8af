import Diagnostics
import Money

/// How a contract prices a quantity of an item.
///
/// Each case says all that its price needs; further models (usage, percentage of another amount)
/// are further cases, whose slices say what a quantity costs.
public enum Pricing: Sendable {
    /// One price for `per` units, whatever the quantity.
    case flat(unitPrice: Decimal, per: Decimal)
    /// The whole quantity at the price of the tier it reaches.
    case volume([Tier], per: Decimal)
    /// Each part of the quantity at the price of its own tier.
    case graduated([Tier], per: Decimal)
    /// Whole packages of `size` units for `price` each.
    case package(size: Decimal, price: Decimal)

    /// What a quantity costs: one slice; of graduated tiers one for each tier it reaches.
    ///
    /// Slices follow each other from 0 to `quantity`. None for a quantity that is not above zero;
    /// `nil` where no tier reaches that far. Part of a package has its share of the package's price;
    /// whether it may be ordered at all is another question.
    public func slices(of quantity: Decimal) -> [PriceSlice]? {
        if quantity <= .zero { return [] }
        switch self {
        case .flat(let unitPrice, let per):
            return [PriceSlice(to: quantity, unitPrice: unitPrice, per: per)]
        case .package(let size, let price):
            return [PriceSlice(to: quantity, unitPrice: price, per: size)]
        case .volume(let tiers, let per):
            return tiers.first { $0.reaches(quantity) }.map { tier in
                [PriceSlice(to: quantity, unitPrice: tier.unitPrice, per: per, tier: tier)]
            }
        case .graduated(let tiers, let per):
            guard let last = tiers.firstIndex(where: { $0.reaches(quantity) }) else { return nil }
            var slices: [PriceSlice] = []
            for tier in tiers[...last] {
                slices.append(
                    PriceSlice(
                        from: slices.last?.to ?? .zero, to: min(tier.to ?? quantity, quantity),
                        unitPrice: tier.unitPrice, per: per, tier: tier))
            }
            return slices
        }
    }

    /// The tiers, lowest first; none of models without tiers.
    public var tiers: [Tier] {
        switch self {
        case .flat, .package: []
        case .volume(let tiers, _), .graduated(let tiers, _): tiers
        }
    }

    /// The quantity that a price is for: of packages their size.
    public var per: Decimal {
        switch self {
        case .flat(_, let per), .volume(_, let per), .graduated(_, let per): per
        case .package(let size, _): size
        }
    }
}

/// A step of a price table: it holds above the previous tier's `to`, up to and including its own.
public struct Tier: Sendable {
    /// The quantity it begins with, as the contract writes it.
    public let from: Decimal
    /// The last quantity; open where absent.
    public let to: Decimal?
    public let unitPrice: Decimal
    public let location: SourceLocation

    /// `100 to 499`, `500 and more`.
    public var label: String { to.map { "\(from) to \($0)" } ?? "\(from) and more" }

    func reaches(_ quantity: Decimal) -> Bool { to.map { quantity <= $0 } ?? true }
}

/// A part of an order line's quantity that has one price.
public struct PriceSlice: Sendable {
    /// Exclusive: the first slice begins after 0.
    public let from: Decimal
    /// Inclusive.
    public let to: Decimal
    public let unitPrice: Decimal
    /// The quantity that `unitPrice` is for.
    public let per: Decimal
    /// The tier that gives the price, where there are tiers.
    public let tier: Tier?

    init(
        from: Decimal = .zero, to: Decimal, unitPrice: Decimal, per: Decimal, tier: Tier? = nil
    ) {
        self.from = from
        self.to = to
        self.unitPrice = unitPrice
        self.per = per
        self.tier = tier
    }
}

import Money
import Tax

/// Amounts of tax by head, in the heads' own order.
///
/// A place for each head there is, so that lines hold their taxes without memory of their own.
public struct TaxAmounts: Sendable, Hashable {
    private var units: (Int64, Int64, Int64, Int64, Int64, Int64) = (0, 0, 0, 0, 0, 0)
    /// A bit for each head that has an amount, of nothing too.
    private var present: UInt8 = 0
    private var currency: Currency?

    public init() {}

    public subscript(head: TaxHead) -> Money? {
        guard present & head.bit != 0, let currency else { return nil }
        return Money(minorUnits: self[unitsOf: head], currency)
    }

    public var isEmpty: Bool { present == 0 }

    /// - Precondition: all amounts have one currency.
    public mutating func add(_ amount: Money, to head: TaxHead) throws(AmountOverflow) {
        guard let known = self[head] else {
            precondition(
                currency == nil || currency == amount.currency, "taxes are in one currency")
            currency = amount.currency
            present |= head.bit
            self[unitsOf: head] = amount.minorUnits
            return
        }
        self[unitsOf: head] = try (known + amount).minorUnits
    }

    public mutating func add(_ other: TaxAmounts) throws(AmountOverflow) {
        if other.isEmpty { return }
        for head in TaxHead.allCases {
            if let amount = other[head] { try add(amount, to: head) }
        }
    }

    public mutating func subtract(_ other: TaxAmounts) throws(AmountOverflow) {
        for head in TaxHead.allCases {
            if let amount = other[head] { try add(-amount, to: head) }
        }
    }

    /// The sum of all heads.
    public func total(_ currency: Currency) throws(AmountOverflow) -> Money {
        var sum = Money.zero(currency)
        if isEmpty { return sum }
        for head in TaxHead.allCases {
            if let amount = self[head] { sum = try sum + amount }
        }
        return sum
    }

    /// The same heads, each with nothing.
    public var zeros: TaxAmounts {
        var zeros = self
        zeros.units = (0, 0, 0, 0, 0, 0)
        return zeros
    }

    private subscript(unitsOf head: TaxHead) -> Int64 {
        get {
            switch head {
            case .vat: units.0
            case .cgst: units.1
            case .sgst: units.2
            case .utgst: units.3
            case .igst: units.4
            case .salesTax: units.5
            }
        }
        set {
            switch head {
            case .vat: units.0 = newValue
            case .cgst: units.1 = newValue
            case .sgst: units.2 = newValue
            case .utgst: units.3 = newValue
            case .igst: units.4 = newValue
            case .salesTax: units.5 = newValue
            }
        }
    }

    public static func == (a: TaxAmounts, b: TaxAmounts) -> Bool {
        a.units == b.units && a.present == b.present && a.currency == b.currency
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(present)
        for head in TaxHead.allCases { hasher.combine(self[unitsOf: head]) }
    }
}

extension TaxHead {
    fileprivate var bit: UInt8 {
        switch self {
        case .vat: 1
        case .cgst: 2
        case .sgst: 4
        case .utgst: 8
        case .igst: 16
        case .salesTax: 32
        }
    }
}

import Money
import Tax
import Trade

extension Explanation {
    /// Something that was not calculated but said: by a record, a contract, a price list, the law.
    public struct Fact: Sendable {
        private let statement: Statement
        public let source: TermSource

        /// What is said; its words are made when they are read.
        enum Statement: Sendable {
            case words(name: String, value: String)
            case ordered(line: Int, quantity: Decimal)
            case delivered(CalendarDate, from: Decimal, to: Decimal)
            case billed(from: Decimal, to: Decimal, whole: Decimal)
            case period(Period)
            case price(Decimal, per: Decimal, Currency)
            indirect case tier(Tier, per: Decimal, Currency)
            case lineDiscount(Discount.Size)
            case documentDiscount(Discount.Size)
            case lineFreight(Money)
            case documentFreight(Money, FreightCharge)
            /// A head's rate; the full rate where none is charged.
            case rate(TaxHead, CalendarDate, Decimal, isCharged: Bool)
            case fullRate(Decimal, CalendarDate)
        }

        init(_ statement: Statement, _ source: TermSource) {
            self.statement = statement
            self.source = source
        }

        init(_ name: String, _ value: String, _ source: TermSource) {
            self.init(.words(name: name, value: value), source)
        }

        /// What it is, such as `ordered, line 3`.
        public var name: String {
            switch statement {
            case .words(let name, _): name
            case .ordered(let line, _): "ordered, line \(line)"
            case .delivered(let date, _, _): "delivered on \(date)"
            case .billed: "billed"
            case .period: "period"
            case .price: "price"
            case .tier(let tier, _, _): "tier \(tier.label)"
            case .lineDiscount: "line discount"
            case .documentDiscount: "document discount"
            case .lineFreight: "line freight"
            case .documentFreight(_, let charged): "freight, \(charged.rawValue)"
            case .rate(let head, let date, _, _): "\(head.label) on \(date)"
            case .fullRate(_, let date): "rate on \(date)"
            }
        }

        public var value: String {
            switch statement {
            case .words(_, let value): value
            case .ordered(_, let quantity): quantity.description
            case .delivered(_, let from, let to): "from \(from) to \(to)"
            case .billed(let from, let to, let whole): "from \(from) to \(to) of \(whole)"
            case .period(let period): "\(period.first) to \(period.last)"
            case .price(let price, let per, let currency): priceText(price, per: per, currency)
            case .tier(let tier, let per, let currency):
                priceText(tier.unitPrice, per: per, currency)
            case .lineDiscount(let size), .documentDiscount(let size):
                Discount(size: size, reason: nil).description
            case .lineFreight(let amount), .documentFreight(let amount, _): amount.description
            case .rate(_, _, let rate, let isCharged):
                isCharged ? "\(rate) %" : "0 %, rated \(rate) %"
            case .fullRate(let rate, _): "\(rate) %"
            }
        }
    }
}

extension TaxHead {
    /// As explanations name it: `CGST`.
    fileprivate var label: String { self == .salesTax ? "tax" : rawValue.uppercased() }

    /// The key under which its amounts stand.
    var field: Explanation.Path.Field {
        switch self {
        case .vat: .vat
        case .cgst: .cgst
        case .sgst: .sgst
        case .utgst: .utgst
        case .igst: .igst
        case .salesTax: .salesTax
        }
    }
}

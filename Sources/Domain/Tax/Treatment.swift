import Money
import Trade

/// How a supply as a whole is taxed.
public struct Treatment: Sendable {
    /// What the document is called, a key of the templates' languages.
    public let title: Title
    /// The day whose rates hold.
    public let taxPoint: CalendarDate
    /// India: the State of supply, which decides between central and integrated tax.
    public let placeOfSupply: State?
    /// The taxes a taxable line bears.
    public let heads: [TaxHead]
    /// False where the rate is stated and no tax is charged: export and SEZ under bond or LUT.
    public let isCharged: Bool
    /// Words the law wants on the face of the document.
    public let endorsement: String?
    /// Country of destination of an export.
    public let destination: String?
    /// Which series numbers the document.
    public let scope: Series.Scope
    public let rounding: TaxRounding

    public enum Title: String, Sendable {
        case taxInvoice = "tax-invoice"
        case exportInvoice = "export-invoice"
        case billOfSupply = "bill-of-supply"
        case invoice
    }
}

/// At which level tax becomes a whole number of minor units.
public enum TaxRounding: Sendable {
    /// Each line's tax is rounded, the document's is their sum (India).
    case perLine
    /// Tax is computed once for each category and rate (EN 16931: BT-117).
    case perRate
}

/// A tax that stands in a column of its own.
public enum TaxHead: String, Sendable, CaseIterable {
    case vat, cgst, sgst, utgst, igst

    /// The part of the full rate that this head bears: CGST and SGST take half each.
    public var isHalf: Bool { self == .cgst || self == .sgst || self == .utgst }
}

/// How one line is taxed.
public struct LineTax: Hashable, Sendable {
    public let category: TaxCategory
    /// The full rate in percent.
    public let rate: Decimal
    /// The taxes the line bears; none where it is exempt.
    public let heads: [TaxHead]
    /// False where the rate is stated and the tax is zero: supplies under bond or LUT.
    public let isCharged: Bool
    public let exemption: Exemption?

    public init(
        category: TaxCategory, rate: Decimal, heads: [TaxHead], isCharged: Bool = true,
        exemption: Exemption? = nil
    ) {
        self.category = category
        self.rate = rate
        self.heads = heads
        self.isCharged = isCharged
        self.exemption = exemption
    }

    /// The rate of CGST and of SGST or UTGST, where the line bears them.
    public var halfRate: Decimal? { heads.contains(where: \.isHalf) ? half : nil }

    /// The rate of one head in percent.
    public func rate(of head: TaxHead) -> Decimal { head.isHalf ? half : rate }

    /// Exact: the rates of the tables have at most three decimals.
    private var half: Decimal { Decimal(billionths: rate.billionths / 2) }
}

/// The kind of tax treatment of a line: UNCL 5305 codes for European VAT, GST's own words for India.
public enum TaxCategory: String, Hashable, Sendable {
    case standard = "S"
    case zero = "Z"
    case reverseCharge = "AE"
    case intraCommunity = "K"
    case export = "G"
    case gst = "taxable"
    case gstNil = "nil"
    case gstExempt = "exempt"
}

/// Why no tax is charged.
public struct Exemption: Hashable, Sendable {
    /// VATEX code (BT-121).
    public let code: String
    /// The words on the document, in its language.
    public let reason: String
}

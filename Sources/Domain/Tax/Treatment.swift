import Money
import Trade

/// How a supply as a whole is taxed.
public struct Treatment: Sendable {
    /// What the document is called, a key of the templates' languages.
    public let title: Title
    /// The day whose rates hold, where items say nothing else.
    public let taxPoint: CalendarDate
    /// India: the State of supply, which decides between central and integrated tax.
    public let placeOfSupply: State?
    /// Why the supply takes place there.
    public let placeReason: PlaceReason?
    /// The taxes a taxable line bears.
    public let heads: [TaxHead]
    /// False where the rate is stated and no tax is charged: export and SEZ under bond or LUT.
    public let isCharged: Bool
    /// The recipient owes the tax: amounts are stated and not asked for.
    public let isReverseCharge: Bool
    /// Words the law wants on the face of the document.
    public let endorsement: String?
    /// Further sentences the law wants, such as a composition dealer's.
    public let declarations: [String]
    /// Country of destination of an export.
    public let destination: String?
    /// Which series numbers the document.
    public let scope: Series.Scope
    public let rounding: TaxRounding
    /// What each copy of the document is marked (CGST Rule 48); empty where the law names none.
    public let copies: [String]

    public init(
        title: Title, taxPoint: CalendarDate, placeOfSupply: State? = nil,
        placeReason: PlaceReason? = nil, heads: [TaxHead], isCharged: Bool = true,
        isReverseCharge: Bool = false, endorsement: String? = nil, declarations: [String] = [],
        destination: String? = nil, scope: Series.Scope, rounding: TaxRounding,
        copies: [String] = []
    ) {
        self.title = title
        self.taxPoint = taxPoint
        self.placeOfSupply = placeOfSupply
        self.placeReason = placeReason
        self.heads = heads
        self.isCharged = isCharged
        self.isReverseCharge = isReverseCharge
        self.endorsement = endorsement
        self.declarations = declarations
        self.destination = destination
        self.scope = scope
        self.rounding = rounding
        self.copies = copies
    }

    public enum Title: String, Sendable, CaseIterable {
        case taxInvoice = "tax-invoice"
        case exportInvoice = "export-invoice"
        case billOfSupply = "bill-of-supply"
        /// Taxable and exempt supplies to an unregistered person (CGST Rule 46A).
        case invoiceCumBillOfSupply = "invoice-cum-bill-of-supply"
        case invoice
        case finalInvoice = "final-invoice"
        case depositInvoice = "deposit-invoice"
        case creditNote = "credit-note"
        case debitNote = "debit-note"
        /// Lowers what is owed and no tax (CGST Act s. 15(3) and 34 do not apply).
        case financialCreditNote = "financial-credit-note"
        case proforma
        case receiptVoucher = "receipt-voucher"
        case refundVoucher = "refund-voucher"
    }
}

/// Why a supply takes place where it does.
public struct PlaceReason: Sendable, Hashable {
    /// The law: `IGST Act s. 10(1)(b)`.
    public let law: String
    /// In words: `delivered to a third person on the buyer's direction: the buyer's State`.
    public let words: String
    /// Where somebody decided against it: what the law's table proposed, and the reason given.
    public let proposed: State?
    public let stated: String?

    public init(law: String, words: String, proposed: State? = nil, stated: String? = nil) {
        self.law = law
        self.words = words
        self.proposed = proposed
        self.stated = stated
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
    /// A tax of the plain regime: sales tax, GST of other countries.
    case salesTax

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
    /// The law behind the rate: a notification, a paragraph, an article.
    public let law: String?
    /// What documents call the tax, where a user's rates say so: `GST`, `Sales tax`.
    public let name: String?

    public init(
        category: TaxCategory, rate: Decimal, heads: [TaxHead], isCharged: Bool = true,
        exemption: Exemption? = nil, law: String? = nil, name: String? = nil
    ) {
        self.category = category
        self.rate = rate
        self.heads = heads
        self.isCharged = isCharged
        self.exemption = exemption
        self.law = law
        self.name = name
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
    case exempt = "E"
    case outsideScope = "O"
    /// IGIC of the Canary Islands.
    case canaryIslands = "L"
    /// IPSI of Ceuta and Melilla.
    case ceutaMelilla = "M"
    /// Italy: the buyer, a public body, pays the VAT to the treasury.
    case splitPayment = "B"
    case gst = "taxable"
    case gstNil = "nil"
    case gstExempt = "exempt"
    /// Outside GST, such as petrol and alcohol for drinking (CGST Act s. 9(1), (2)).
    case nonGST = "non-gst"
    /// Paid for the buyer as its pure agent: outside the value of the supply (CGST Rule 33).
    case pureAgent = "pure-agent"
}

/// Why no tax is charged.
public struct Exemption: Hashable, Sendable {
    /// VATEX code (BT-121).
    public let code: String?
    /// The words on the document, in its language.
    public let reason: String

    public init(code: String?, reason: String) {
        self.code = code
        self.reason = reason
    }
}

import Money
import Tax

/// A VAT category by its code in UNTDID 5305: BT-95, BT-102, BT-118, BT-151.
///
/// The named ones are those of EN 16931; a document that is read may have any other.
public struct VATCategory: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static let standard = VATCategory(rawValue: "S")
    public static let zero = VATCategory(rawValue: "Z")
    public static let exempt = VATCategory(rawValue: "E")
    public static let reverseCharge = VATCategory(rawValue: "AE")
    public static let intraCommunity = VATCategory(rawValue: "K")
    public static let export = VATCategory(rawValue: "G")
    /// Outside the scope of VAT: has no rate.
    public static let outsideScope = VATCategory(rawValue: "O")
    /// IGIC of the Canary Islands.
    public static let canaryIslands = VATCategory(rawValue: "L")
    /// IPSI of Ceuta and Melilla.
    public static let ceutaMelilla = VATCategory(rawValue: "M")
    /// Italy's split payment.
    public static let splitPayment = VATCategory(rawValue: "B")

    /// Those of EN 16931 (BR-CL-17, BR-CL-18).
    static let european: Set = [
        standard, zero, exempt, reverseCharge, intraCommunity, export, outsideScope, canaryIslands,
        ceutaMelilla, splitPayment,
    ]
}

extension EN16931Invoice {
    /// A VAT category and its rate in percent.
    public struct VAT: Hashable, Sendable {
        public var category: VATCategory
        /// `nil` for category O only.
        public var rate: Decimal?
    }
}

extension EN16931Invoice.VAT {
    /// A supply under India's GST that leaves the country without tax is outside the scope of VAT.
    ///
    /// - Throws: BR-CL-18 for a category of another tax than VAT, such as India's GST where it is
    ///   charged.
    init(_ tax: LineTax, isExported: Bool) throws(EInvoiceError) {
        let isUntaxedExport = isExported && (!tax.isCharged || tax.heads.isEmpty)
        let category =
            isUntaxedExport ? .outsideScope : VATCategory(rawValue: tax.category.rawValue)
        guard VATCategory.european.contains(category) else {
            throw EInvoiceError(violations: [
                .init(
                    rule: "BR-CL-18", term: "BT-151",
                    message: isExported
                        ? "integrated tax is charged, and an EN 16931 invoice can state no other "
                            + "tax than VAT; export under bond or LUT, or ask for no eInvoice"
                        : "the tax category \"\(tax.category.rawValue)\" is none of European VAT, "
                            + "and an EN 16931 invoice can state no other tax")
            ])
        }
        self.init(category: category, rate: category == .outsideScope ? nil : tax.rate)
    }
}

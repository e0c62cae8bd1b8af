import Money
import Tax

/// The VAT category codes of EN 16931 (a part of UNTDID 5305): BT-95, BT-102, BT-118, BT-151.
public enum VATCategory: String, Hashable, Sendable, CaseIterable {
    case standard = "S"
    case zero = "Z"
    case exempt = "E"
    case reverseCharge = "AE"
    case intraCommunity = "K"
    case export = "G"
    /// Outside the scope of VAT: has no rate.
    case outsideScope = "O"
    /// IGIC of the Canary Islands.
    case canaryIslands = "L"
    /// IPSI of Ceuta and Melilla.
    case ceutaMelilla = "M"
    /// Italy's split payment.
    case splitPayment = "B"

    /// What stands for the category in the ids of rules: `BR-IC-02` belongs to `K`.
    var ruleLetters: String {
        switch self {
        case .intraCommunity: "IC"
        case .canaryIslands: "AF"
        case .ceutaMelilla: "AG"
        default: rawValue
        }
    }

    /// Whether its rate and its VAT are zero; those of Spain's territories may be.
    var isUntaxed: Bool { needsExemptionReason || self == .zero }

    /// Whether EN 16931 wants to read why no VAT is charged (BR-E-10, BR-AE-10 …).
    var needsExemptionReason: Bool {
        switch self {
        case .exempt, .reverseCharge, .intraCommunity, .export, .outsideScope: true
        case .standard, .zero, .canaryIslands, .ceutaMelilla, .splitPayment: false
        }
    }
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
    /// - Throws: BR-CL-18 for a category of another tax than VAT, such as India's GST.
    init(_ tax: LineTax) throws(EInvoiceError) {
        guard let category = VATCategory(rawValue: tax.category.rawValue) else {
            throw EInvoiceError(violations: [
                .init(
                    rule: "BR-CL-18", term: "BT-151",
                    message:
                        "the tax category \"\(tax.category.rawValue)\" is none of European VAT, "
                        + "and an EN 16931 invoice can state no other tax")
            ])
        }
        self.init(category: category, rate: category == .outsideScope ? nil : tax.rate)
    }
}

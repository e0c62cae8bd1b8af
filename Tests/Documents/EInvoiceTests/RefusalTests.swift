import Invoicing
import Money
import Testing

@testable import EInvoice

/// An invoice that a receiver would send back is not written; the rule and the term are told.
@Suite struct RefusalTests {
    @Test(arguments: Row.all)
    func everyBrokenRuleIsNamed(row: Row) throws {
        var invoice = try EN16931Invoice(row.invoice())
        row.change(&invoice)
        let changed = invoice
        let rules = broken { () throws(EInvoiceError) in _ = try UBL.document(changed) }
        #expect(rules == row.rules)
    }

    @Test func anInvoiceUnderIndianTaxIsNone() throws {
        let invoice = try SmallTrade.indian.invoice()
        let rules = broken { () throws(EInvoiceError) in _ = try UBL.invoice(invoice) }
        #expect(rules == ["BR-CL-18 BT-151"])
    }

    /// A change to an invoice that was in order, and the rules it then breaks.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let invoice: @Sendable () throws -> Invoice
        let rules: [String]
        let change: @Sendable (inout EN16931Invoice) -> Void

        init(
            _ what: String, _ trade: SmallTrade, _ rules: [String],
            _ change: @escaping @Sendable (inout EN16931Invoice) -> Void
        ) {
            testDescription = what
            invoice = { try trade.invoice() }
            self.rules = rules
            self.change = change
        }

        init(
            _ what: String, stated: Stated, _ rules: [String],
            _ change: @escaping @Sendable (inout EN16931Invoice) -> Void
        ) {
            testDescription = what
            invoice = stated.invoice
            self.rules = rules
            self.change = change
        }

        static let all = [
            Row("no number yet", .domestic, ["BR-02 BT-1"]) { $0.number = "" },
            Row("no lines", .domestic, ["BR-16 BG-25"]) { $0.lines = [] },
            Row("three decimals", .domestic, ["BR-DEC-18 BT-115"]) { $0.currency = .dinar },
            Row("a seller without any number", .domestic, ["BR-CO-26 BT-31", "BR-S-02 BT-31"]) {
                $0.seller.vatIdentifier = nil
                $0.seller.taxRegistration = nil
                $0.seller.legalRegistration = nil
            },
            Row("a seller's local tax number is enough at home", .domestic, []) {
                $0.seller.vatIdentifier = nil
            },
            Row("but not abroad", .intraCommunity, ["BR-IC-02 BT-31"]) {
                $0.seller.vatIdentifier = nil
            },
            Row("a tax representative's number stands for the seller's", .intraCommunity, []) {
                $0.seller.vatIdentifier = nil
                $0.seller.legalRegistration = .init("HRB 7")
                $0.taxRepresentative = .init(name: "Ombud", vatIdentifier: "FR83404833048")
            },
            Row("nor to export", .export, ["BR-G-02 BT-31"]) { $0.seller.vatIdentifier = nil },
            Row("a buyer's legal registration is not enough", .intraCommunity, ["BR-IC-02 BT-48"]) {
                $0.buyer.vatIdentifier = nil
            },
            Row(
                "a buyer without any number", .intraCommunity, ["BR-IC-02 BT-48", "BR-AE-02 BT-48"]
            ) {
                $0.buyer.vatIdentifier = nil
                $0.buyer.legalRegistration = nil
            },
            Row(
                "goods that went nowhere", .intraCommunity, ["BR-IC-11 BT-72", "BR-IC-12 BT-80"]
            ) { $0.delivery = nil },
            Row("no reason why no tax is charged", .intraCommunity, ["BR-AE-10 BT-120"]) {
                $0.vatBreakdown[1].exemptionReason = nil
                $0.vatBreakdown[1].exemptionCode = nil
            },
            Row("a code is reason enough", .export, []) {
                $0.vatBreakdown[0].exemptionReason = nil
            },
            Row("a reason where tax is charged", .domestic, ["BR-S-10 BT-120"]) {
                $0.vatBreakdown[0].exemptionReason = "Steuerfrei"
            },
            Row("tax where none is due", .export, ["BR-G-09 BT-117"]) {
                $0.vatBreakdown[0].vat.rate = Decimal(19)
            },
            Row("no rate", .domestic, ["BR-48 BT-119"]) { $0.vatBreakdown[0].vat.rate = nil },
            Row("IGIC with a reason", stated: .canaryIslands, ["BR-AF-10 BT-120"]) {
                $0.vatBreakdown[0].exemptionCode = "VATEX-EU-O"
            },
            Row("IPSI of nobody", stated: .melilla, ["BR-CO-26 BT-31", "BR-AG-02 BT-31"]) {
                $0.seller.vatIdentifier = nil
            },
            Row(
                "VAT identifiers where no VAT is", stated: .outsideScope,
                ["BR-O-02 BT-31"]
            ) { $0.seller.vatIdentifier = "DE931840277" },
            Row("outside scope without a reason", stated: .outsideScope, ["BR-O-10 BT-120"]) {
                $0.vatBreakdown[0].exemptionReason = nil
                $0.vatBreakdown[0].exemptionCode = nil
            },
            Row("outside scope beside others", stated: .outsideScope, ["BR-O-11 BG-23"]) {
                var other = $0.vatBreakdown[0]
                other.vat.category = .exempt
                other.vat.rate = .zero
                $0.vatBreakdown.append(other)
            },
            Row("split payment out of Italy", stated: .splitPayment, ["BR-B-01 BT-118"]) {
                $0.buyer.address?.country = "SM"
            },
            Row("split payment beside the standard", stated: .splitPayment, ["BR-B-02 BT-118"]) {
                var other = $0.vatBreakdown[0]
                other.vat.category = .standard
                $0.vatBreakdown.append(other)
            },
            Row("a character that XML cannot hold", .domestic, ["XML"]) {
                $0.lines[1].item.name = "Ring\u{1}"
            },
            Row("one in an attribute", .domestic, ["XML"]) { $0.lines[0].unit = "H\u{FFFF}" },
        ]
    }

    private func broken(_ write: () throws(EInvoiceError) -> Void) -> [String] {
        do throws(EInvoiceError) {
            try write()
            return []
        } catch {
            return error.violations.map { $0.rule + ($0.term.map { " \($0)" } ?? "") }
        }
    }
}

extension Currency {
    /// A currency with three decimals.
    fileprivate static let dinar = Currency(code: "KWD") ?? .eur
}

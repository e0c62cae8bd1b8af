import Invoicing
import Money
import Testing
import Trade

@testable import EInvoice

/// An invoice that a receiver would send back is not written; the rule and the term are told.
@Suite struct RefusalTests {
    @Test(arguments: Row.all)
    func everyBrokenRuleIsNamed(row: Row) throws {
        var invoice = try EN16931Invoice(row.invoice())
        row.change(&invoice)
        for form in [EInvoiceForm.ubl, .cii] {
            var invoice = invoice
            invoice.form = form
            let rules = try refused(invoice)
            // One slip may break others too: without lines no sum is right.
            #expect(rules.isSuperset(of: row.rules), "\(form): \(rules.sorted())")
            #expect(rules.isEmpty == row.rules.isEmpty, "\(form): \(rules.sorted())")
        }
    }

    @Test func anInvoiceUnderIndianTaxIsNone() throws {
        let invoice = try SmallTrade.indian.invoice()
        do throws(EInvoiceError) {
            _ = try UBL.invoice(invoice)
            Issue.record("it was written")
        } catch {
            #expect(
                error.violations.map(\.description).first?.hasPrefix("BR-CL-18 (BT-151)") == true)
        }
    }

    /// The rules for which a receiver would refuse an invoice; `XML` where it cannot be written.
    private func refused(_ invoice: EN16931Invoice) throws -> Set<String> {
        do throws(EInvoiceError) {
            let bytes = try EInvoices.document(invoice)
            return Set(try EInvoices.refusals(of: bytes, name: "test.xml").map(\.rule))
        } catch {
            return Set(error.violations.map(\.rule))
        }
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
            Row("no number yet", .domestic, ["BR-02"]) { $0.number = "" },
            Row("no lines", .domestic, ["BR-16"]) { $0.lines = [] },
            Row("three decimals", .domestic, ["BR-DEC-18"]) {
                $0.totals.payable = Money(minorUnits: 1_234_567, .dinar)
            },
            Row("a seller without any number", .domestic, ["BR-CO-26", "BR-S-02"]) {
                $0.seller.vatIdentifier = nil
                $0.seller.taxRegistration = nil
                $0.seller.legalRegistration = nil
            },
            Row("a seller's local tax number is enough at home", .domestic, []) {
                $0.seller.vatIdentifier = nil
            },
            Row("but not abroad", .intraCommunity, ["BR-IC-02"]) {
                $0.seller.vatIdentifier = nil
            },
            Row("a tax representative's number stands for the seller's", .intraCommunity, []) {
                $0.seller.vatIdentifier = nil
                $0.seller.legalRegistration = .init("HRB 7")
                $0.taxRepresentative = .init(
                    name: "Ombud", vatIdentifier: "FR83404833048",
                    address: $0.seller.address)
            },
            Row("nor to export", .export, ["BR-G-02"]) { $0.seller.vatIdentifier = nil },
            Row("a buyer's legal registration is not enough", .intraCommunity, ["BR-IC-02"]) {
                $0.buyer.vatIdentifier = nil
            },
            Row(
                "a buyer without any number", .intraCommunity, ["BR-IC-02", "BR-AE-02"]
            ) {
                $0.buyer.vatIdentifier = nil
                $0.buyer.legalRegistration = nil
            },
            Row(
                "goods that went nowhere", .intraCommunity, ["BR-IC-11", "BR-IC-12"]
            ) { $0.delivery = nil },
            Row("no reason why no tax is charged", .intraCommunity, ["BR-AE-10"]) {
                $0.vatBreakdown[1].exemptionReason = nil
                $0.vatBreakdown[1].exemptionCode = nil
            },
            Row("a code is reason enough", .export, []) {
                $0.vatBreakdown[0].exemptionReason = nil
            },
            Row("a reason where tax is charged", .domestic, ["BR-S-10"]) {
                $0.vatBreakdown[0].exemptionReason = "Steuerfrei"
            },
            Row("a rate where none is due", .export, ["BR-CO-17"]) {
                $0.vatBreakdown[0].vat.rate = Decimal(19)
            },
            Row("no rate", .domestic, ["BR-48"]) { $0.vatBreakdown[0].vat.rate = nil },
            Row("IGIC with a reason", stated: .canaryIslands, ["BR-AF-10"]) {
                $0.vatBreakdown[0].exemptionCode = "VATEX-EU-O"
            },
            Row("IPSI of nobody", stated: .melilla, ["BR-CO-26", "BR-AG-02"]) {
                $0.seller.vatIdentifier = nil
            },
            Row(
                "VAT identifiers where no VAT is", stated: .outsideScope,
                ["BR-O-02"]
            ) { $0.seller.vatIdentifier = "DE931840277" },
            Row("outside scope without a reason", stated: .outsideScope, ["BR-O-10"]) {
                $0.vatBreakdown[0].exemptionReason = nil
                $0.vatBreakdown[0].exemptionCode = nil
            },
            Row("outside scope beside others", stated: .outsideScope, ["BR-O-11"]) {
                var other = $0.vatBreakdown[0]
                other.vat.category = .exempt
                other.vat.rate = .zero
                $0.vatBreakdown.append(other)
            },
            Row("split payment out of Italy", stated: .splitPayment, ["BR-B-01"]) {
                $0.buyer.address?.country = "SM"
            },
            Row("split payment beside the standard", stated: .splitPayment, ["BR-B-02"]) {
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
}

extension Currency {
    /// A currency with three decimals.
    fileprivate static let dinar = Currency(code: "KWD") ?? .eur
}

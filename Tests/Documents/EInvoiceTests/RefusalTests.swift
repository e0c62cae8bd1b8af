import EInvoice
import Money
import Testing

/// An invoice that a receiver would send back is not written; the rule and the term are told.
@Suite struct RefusalTests {
    @Test(arguments: Row.all)
    func everyBrokenRuleIsNamed(row: Row) throws {
        var invoice = try EN16931Invoice(row.trade.invoice())
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
        let trade: SmallTrade
        let rules: [String]
        let change: @Sendable (inout EN16931Invoice) -> Void

        init(
            _ what: String, _ trade: SmallTrade, _ rules: [String],
            _ change: @escaping @Sendable (inout EN16931Invoice) -> Void
        ) {
            testDescription = what
            self.trade = trade
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

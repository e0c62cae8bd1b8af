import EInvoice
import Money
import Testing

/// An invoice that a receiver would send back is not written; the rule and the term are told.
@Suite struct RefusalTests {
    typealias Change = @Sendable (inout EN16931Invoice) -> Void

    @Test(
        arguments: [
            ("no number yet", SmallTrade.domestic, { $0.number = "" }, ["BR-02 BT-1"]),
            ("no lines", .domestic, { $0.lines = [] }, ["BR-16 BG-25"]),
            ("three decimals", .domestic, { $0.currency = .dinar }, ["BR-DEC-18 BT-115"]),
            (
                "a seller without any number", .domestic,
                {
                    $0.seller.vatIdentifier = nil
                    $0.seller.taxRegistration = nil
                    $0.seller.legalRegistration = nil
                }, ["BR-CO-26 BT-31", "BR-S-02 BT-31"]
            ),
            (
                "a seller with a local tax number at home", .domestic,
                { $0.seller.vatIdentifier = nil }, []
            ),
            (
                "a seller with a local tax number abroad", .intraCommunity,
                { $0.seller.vatIdentifier = nil }, ["BR-IC-02 BT-31"]
            ),
            (
                "a seller with a local tax number exports", .export,
                { $0.seller.vatIdentifier = nil }, ["BR-G-02 BT-31"]
            ),
            (
                "a buyer with a legal registration only", .intraCommunity,
                { $0.buyer.vatIdentifier = nil }, ["BR-IC-02 BT-48"]
            ),
            (
                "a buyer without any number", .intraCommunity,
                {
                    $0.buyer.vatIdentifier = nil
                    $0.buyer.legalRegistration = nil
                }, ["BR-IC-02 BT-48", "BR-AE-02 BT-48"]
            ),
            (
                "goods that went nowhere", .intraCommunity, { $0.delivery = nil },
                ["BR-IC-11 BT-72", "BR-IC-12 BT-80"]
            ),
            (
                "no reason why no tax is charged", .intraCommunity,
                {
                    $0.vatBreakdown[1].exemptionReason = nil
                    $0.vatBreakdown[1].exemptionCode = nil
                }, ["BR-AE-10 BT-120"]
            ),
            ("a code is reason enough", .export, { $0.vatBreakdown[0].exemptionReason = nil }, []),
            (
                "a character that XML cannot hold", .domestic,
                { $0.lines[1].item.name = "Ring\u{1}" }, ["XML"]
            ),
            (
                "one in an attribute", .domestic, { $0.lines[0].unit = "H\u{FFFF}" }, ["XML"]
            ),
        ] as [(String, SmallTrade, Change, [String])])
    func everyBrokenRuleIsNamed(
        what: String, trade: SmallTrade, change: Change, rules: [String]
    ) throws {
        var invoice = try EN16931Invoice(trade.invoice())
        change(&invoice)
        #expect(broken { () throws(EInvoiceError) in _ = try UBL.document(invoice) } == rules)
    }

    @Test func anInvoiceUnderIndianTaxIsNone() throws {
        let goods = SmallTrade.domestic
        var trade = try goods.replacing("european-vat", "india-gst")
            .replacing(#""DE931840277""#, #""29AAGCB7383J1Z4""#)
            .replacing(
                #""country":"DE"},"taxNumber":"29"#,
                #""state":"29","country":"IN"},"taxNumber":"29"#)
        trade.company = trade.company.replacing("european-vat", with: "india-gst")
        let invoice = try trade.invoice()
        #expect(
            broken { () throws(EInvoiceError) in _ = try UBL.invoice(invoice) }
                == ["BR-CL-18 BT-151"])
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

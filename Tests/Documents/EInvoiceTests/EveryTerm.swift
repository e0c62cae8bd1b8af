import Money

@testable import EInvoice

/// An invoice that says all that EN 16931 has a term for but BT-7, which rules out BT-8. Its amounts
/// are worked out by hand:
///
/// Line 1: 120 × 22.50 ÷ 10 = 270.00; less 10 % 27.00, plus 2 % 5.40: 248.40. Line 2: 100.00, exempt.
/// Both: 348.40; less 5 % of 248.40 = 12.42, plus 10 % of 248.40 = 24.84: 360.82. VAT is 19 % of
/// 248.40 − 12.42 + 24.84 = 260.82: 49.5558, so 49.56; at 11.2 kronor 555.072, so 555.07. 410.38 with
/// it; 100.00 are paid and 0.02 added: 310.40.
enum EveryTerm {
    static func invoice(_ type: EN16931Invoice.DocumentType = .invoice) -> EN16931Invoice {
        EN16931Invoice(
            form: .ubl, process: "urn:example:billing", specification: "urn:cen.eu:en16931:2017",
            number: "RE-2026-0099", issueDate: date("2026-06-30"), type: type, currency: .eur,
            accountingCurrency: .krona, taxPointEvent: .delivery, dueDate: date("2026-07-14"),
            buyerReference: "BR-10", project: "P-11", contract: "RV-12", purchaseOrder: "PO-13",
            salesOrder: "AU-14", receivingAdvice: "WE-15", despatchAdvice: "LS-16",
            tender: "LOT-17", object: .init("ABO-18", scheme: "AWV"),
            accountingReference: "KST-19", paymentTerms: "Payable by 14 July",
            notes: [.init("Goods stay ours until paid", subject: "AAJ"), .init("Thank you")],
            precedingInvoices: [.init(number: "RE-2026-0025", issueDate: date("2026-05-26"))],
            seller: seller, buyer: buyer,
            payee: .init(
                name: "Pfandwerk AG", identifier: .init("4077788800060", scheme: "0088"),
                legalRegistration: .init("HRB 61", scheme: "0204")),
            taxRepresentative: .init(
                name: "Ombud AB", vatIdentifier: "SE931840277301", address: address("64", "SE")),
            delivery: .init(
                name: "Nordlager AB", location: .init("4077788800077", scheme: "0088"),
                date: date("2026-06-29"), address: address("75", "SE")),
            invoicingPeriod: .init(from: date("2026-06-01"), to: date("2026-06-30")),
            payment: payment,
            allowances: [
                .init(
                    reason: "Loyalty", reasonCode: "95", percent: Decimal(5), base: euro(248_40),
                    amount: euro(12_42), vat: standard)
            ],
            charges: [
                .init(
                    reason: "Freight", reasonCode: "FC", percent: Decimal(10), base: euro(248_40),
                    amount: euro(24_84), vat: standard)
            ], totals: totals, vatBreakdown: breakdown, supportingDocuments: supporting,
            lines: lines)
    }

    static func euro(_ cents: Int) -> Money { Money(minorUnits: Int64(cents), .eur) }

    static func date(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
        return date
    }

    static let standard = EN16931Invoice.VAT(category: .standard, rate: Decimal(19))
    static let exempt = EN16931Invoice.VAT(category: .exempt, rate: .zero)

    private static let totals = EN16931Invoice.Totals(
        lines: euro(348_40), allowances: euro(12_42), charges: euro(24_84),
        withoutVAT: euro(360_82), vat: euro(49_56),
        accountingVAT: Money(minorUnits: 555_07, .krona), withVAT: euro(410_38),
        paid: euro(100_00), rounding: euro(2), payable: euro(310_40))

    private static let breakdown = [
        EN16931Invoice.VATBreakdown(taxable: euro(260_82), amount: euro(49_56), vat: standard),
        EN16931Invoice.VATBreakdown(
            taxable: euro(100_00), amount: euro(0), vat: exempt,
            exemptionReason: "Education, Article 132(1)(i)", exemptionCode: "VATEX-EU-132-1I"),
    ]

    private static let payment = EN16931Invoice.Payment(
        meansCode: "58", means: "SEPA credit transfer", remittance: "RE-2026-0099",
        transfers: [
            .init(
                account: "DE77900414800027318406", holder: "Pfandwerk AG", bank: "LOTWDEMMXXX"),
            .init(account: "2027318406", holder: "Lotwerk GmbH"),
        ], card: .init(number: "4321", holder: "Ina Öz"),
        directDebit: .init(
            mandate: "M-89", creditor: "DE98ZZZ09999999999", account: "DE77900414800027318406"))

    private static let supporting = [
        EN16931Invoice.SupportingDocument(
            reference: "HOURS-122", description: "Hours worked",
            location: "https://lotwerk.example/hours.csv",
            attachment: .init(
                mimeType: "text/csv", fileName: "hours.csv", bytes: Array("12;96.00\n".utf8))),
        EN16931Invoice.SupportingDocument(reference: "PLAN-2"),
    ]
}

extension Currency {
    fileprivate static let krona = Currency(code: "SEK") ?? .usd
}

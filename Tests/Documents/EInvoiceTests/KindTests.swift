import EInvoice
import Invoicing
import Testing

/// Each kind of document and each VAT category says what EN 16931 wants of it, and no more.
@Suite struct KindTests {
    @Test(arguments: Row.all)
    func everyKindAndCategorySaysWhatItMust(row: Row) throws {
        let invoice = try row.stated.invoice()
        #expect(EInvoices.forms(of: invoice) == [.ubl])
        let written = String(decoding: try UBL.invoice(invoice), as: UTF8.self)
        for text in row.present { #expect(written.contains(text)) }
        for text in row.absent { #expect(!written.contains(text)) }
    }

    @Test(arguments: [
        ("proforma", "proforma", "european-vat"),
        ("credit-note", "financial-credit-note", "european-vat"),
        ("advance", "receipt-voucher", "india-gst"),
        ("refund-voucher", "refund-voucher", "india-gst"),
        ("invoice", "tax-invoice", "india-gst"), ("invoice", "invoice", "plain"),
    ])
    func whatIsNoInvoiceUnderEuropeanVATHasNone(
        kind: String, title: String, regime: String
    ) throws {
        let stated = Stated.invoice.setting([
            "kind": #""\#(kind)""#, "title": #""\#(title)""#, "regime": #""\#(regime)""#,
        ])
        #expect(try EInvoices.forms(of: stated.invoice()).isEmpty)
    }

    @Test func aProformaIsRefusedByItsRule() throws {
        let proforma = try Stated.invoice.setting([
            "kind": #""proforma""#, "title": #""proforma""#,
        ]).invoice()
        #expect(throws: EInvoiceError.self) { try UBL.invoice(proforma) }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let stated: Stated
        let present: [String]
        let absent: [String]

        static let all = [
            Row(
                testDescription: "a debit note is an Invoice that names what it raises",
                stated: .debitNote,
                present: [
                    "<cbc:InvoiceTypeCode>383<", "<cbc:DueDate>2026-07-14<",
                    "<cbc:ID>RE-2026-0007</cbc:ID>\n      <cbc:IssueDate>2026-06-12<",
                    "<cbc:Note>Preis berichtigt<", ">11.90</cbc:PayableAmount>",
                ],
                absent: ["CreditNote"]),
            Row(
                testDescription: "a deposit is paid already: nothing is left to pay",
                stated: .deposit,
                present: [
                    "<cbc:InvoiceTypeCode>386</cbc:InvoiceTypeCode>\n  <cbc:TaxPointDate>2026-06-03<",
                    ">190.00</cbc:TaxAmount>", ">1190.00</cbc:PrepaidAmount>",
                    ">0.00</cbc:PayableAmount>",
                ],
                absent: ["DueDate", "PaymentTerms", "PaymentMeans", "Delivery", "Despatch"]),
            Row(
                testDescription: "a deposit received on the day of issue says so once",
                stated: .deposit.setting(["taxPoint": #""2026-06-05""#]),
                present: ["<cbc:IssueDate>2026-06-05<"], absent: ["TaxPointDate"]),
            Row(
                testDescription:
                    "a credit note that is to be paid says until when with the account",
                stated: .creditNote.setting([
                    "dueDate": #""2026-07-14""#,
                    "payment": #"""
                    {"account":{"holder":"Lotwerk GmbH","iban":"DE77900414800027318406"},
                    "reference":"GS-2026-0002"}
                    """#,
                ]),
                present: [
                    "<cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>\n"
                        + "    <cbc:PaymentDueDate>2026-07-14<"
                ],
                absent: ["cbc:DueDate"]),
            Row(
                testDescription: "zero rated beside exempt: a reason for one of them",
                stated: .zeroAndExempt,
                present: [
                    category("Z", "0"),
                    "<cbc:ID>E</cbc:ID>\n        <cbc:Percent>0</cbc:Percent>\n"
                        + "        <cbc:TaxExemptionReasonCode>VATEX-EU-132-1I<",
                    "<cbc:TaxExemptionReason>Steuerfrei nach § 4 Nr. 21 UStG<",
                ],
                absent: ["<cbc:ID>S</cbc:ID>"]),
            Row(
                testDescription: "an export has no rate but zero",
                stated: .export,
                present: ["<cbc:ID>G</cbc:ID>\n        <cbc:Percent>0<", "VATEX-EU-G"], absent: []),
            Row(
                testDescription: "IGIC in the Canary Islands", stated: .canaryIslands,
                present: [category("L", "7"), ">35.00</cbc:TaxAmount>"],
                absent: ["TaxExemption"]),
            Row(
                testDescription: "IPSI in Melilla", stated: .melilla,
                present: [category("M", "4"), ">20.00</cbc:TaxAmount>"], absent: ["TaxExemption"]),
            Row(
                testDescription: "Italian split payment names no other country",
                stated: .splitPayment,
                present: [
                    category("B", "22"), ">110.00</cbc:TaxAmount>",
                    "<cbc:Note>Scissione dei pagamenti – art. 17-ter DPR 633/1972<",
                ],
                absent: ["OriginCountry", "<cbc:IdentificationCode>DE<", "<cbc:ID>S</cbc:ID>"]),
        ]

        /// A category with its rate in the breakdown.
        private static func category(_ letter: String, _ rate: String) -> String {
            "<cbc:ID>\(letter)</cbc:ID>\n        <cbc:Percent>\(rate)</cbc:Percent>\n"
                + "        <cac:TaxScheme>"
        }
    }
}

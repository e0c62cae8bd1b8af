import EInvoice
import Invoicing
import Testing

/// Whole documents, written down with their amounts worked out by hand.
enum Goldens {}

@Suite struct UBLTests {
    @Test(arguments: Document.all)
    func anInvoiceIsWrittenAsExpectedByteForByte(document: Document) throws {
        let written = try text(UBL.invoice(document.trade.invoice()))
        let golden = document.golden + "\n"
        // The first line that differs says more than two whole documents.
        let difference = zip(lines(written), lines(golden)).first { $0 != $1 }
        #expect(difference == nil)
        #expect(written.utf8.count == golden.utf8.count)
    }

    struct Document: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let trade: SmallTrade
        let golden: String

        static let all = [
            Document(
                testDescription: "two rates, discounts and freight", trade: .domestic,
                golden: Goldens.domestic),
            Document(
                testDescription: "goods and a service to France", trade: .intraCommunity,
                golden: Goldens.intraCommunity),
        ]
    }

    /// What a record says, or leaves unsaid, decides which elements there are.
    @Test(arguments: [
        Row(
            "VAT in a foreign currency is stated in the seller's own too", .domestic,
            [
                #""currency":"EUR","note""#: #"""
                "currency":"USD","exchangeRate":{"rate":"0.9","source":"EZB",
                "date":"2026-06-01"},"note"
                """#,
                #""business","currency":"EUR""#: #""business","currency":"USD""#,
            ],
            // 38.51 × 0.9 = 34.659
            [
                "<cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode>",
                #"<cbc:TaxAmount currencyID="EUR">34.66</cbc:TaxAmount>"#,
                #"<cbc:TaxAmount currencyID="USD">38.51</cbc:TaxAmount>"#,
                "<cbc:PaymentMeansCode>30<",
            ]),
        Row(
            "a total rounded to whole euros says by how much", .domestic,
            [#""seat""#: #""roundOff":true,"seat""#],
            [
                #"<cbc:TaxInclusiveAmount currencyID="EUR">273.67<"#,
                #"<cbc:PayableRoundingAmount currencyID="EUR">0.33<"#,
                #"<cbc:PayableAmount currencyID="EUR">274.00<"#,
            ]),
        Row(
            "an account without IBAN is no SEPA transfer", .domestic,
            [#""iban":"DE77900414800027318406""#: #""account":"202051""#],
            ["<cbc:PaymentMeansCode>30<", "<cbc:ID>202051</cbc:ID>"],
            absent: ["<cbc:PaymentMeansCode>58<"]),
        Row(
            "without an account nothing is said about payment but until when", .domestic,
            [#""iban":"DE77900414800027318406","#: ""],
            ["Zahlbar bis 26.06.2026 ohne Abzug"], absent: ["PaymentMeans"]),
        Row(
            "goods to another member state carry the country they went to", .intraCommunity,
            [#""shipTo":"DEC","#: ""],
            ["<cac:DeliveryLocation>\n      <cac:Address>\n        <cbc:StreetName>ZA des"],
            absent: ["Decize</cbc:CityName>", "DeliveryParty"]),
        Row(
            "a tax number that is no VAT identifier is not called one", .export, [:],
            [
                "<cbc:CountrySubentity>CO<", "Payable by 26\u{A0}Jun\u{A0}2026 without deduction",
                "<cbc:AllowanceChargeReason>Freight<", "VATEX-EU-G",
            ],
            absent: ["84-1234567"]),
        Row(
            "our order number needs the customer's", .domestic, [#""purchaseOrder":"PO <7>","#: ""],
            [], absent: ["OrderReference", "SalesOrderID"]),
        Row(
            "a discount's own words are kept", .domestic,
            [#"{"percent":"2"}"#: #"{"percent":"2","reason":"Rahmenrabatt & mehr"}"#],
            ["<cbc:AllowanceChargeReason>Rahmenrabatt &amp; mehr<"]),
    ])
    func itSaysWhatIsKnownAndNothingElse(row: Row) throws {
        var trade = row.trade
        for (old, new) in row.replacements { trade = try trade.replacing(old, new) }
        let written = try text(UBL.invoice(trade.invoice()))
        for text in row.present { #expect(written.contains(text), "\(row.what)") }
        for text in row.absent { #expect(!written.contains(text), "\(row.what)") }
        #expect(!written.contains("/>") && !written.contains("></"), "an element is empty")
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let what: String
        let trade: SmallTrade
        let replacements: [String: String]
        let present: [String]
        let absent: [String]

        init(
            _ what: String, _ trade: SmallTrade, _ replacements: [String: String],
            _ present: [String], absent: [String] = []
        ) {
            self.what = what
            self.trade = trade
            self.replacements = replacements
            self.present = present
            self.absent = absent
        }

        var testDescription: String { what }
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}

import EInvoice
import Invoicing
import Testing

/// Whole documents, written down with their amounts worked out by hand.
enum Goldens {}

@Suite struct UBLTests {
    @Test(arguments: Document.all)
    func anInvoiceIsWrittenAsExpectedByteForByte(document: Document) throws {
        let written = try text(UBL.invoice(document.invoice()))
        let golden = document.golden + "\n"
        // The first line that differs says more than two whole documents.
        let difference = zip(lines(written), lines(golden)).first { $0 != $1 }
        #expect(difference == nil)
        #expect(written.utf8.count == golden.utf8.count)
    }

    struct Document: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let invoice: @Sendable () throws -> Invoice
        let golden: String

        static let all = [
            Document(
                testDescription: "two rates, discounts and freight",
                invoice: { try SmallTrade.domestic.invoice() }, golden: Goldens.domestic),
            Document(
                testDescription: "goods and a service to France",
                invoice: { try SmallTrade.intraCommunity.invoice() },
                golden: Goldens.intraCommunity),
            Document(
                testDescription: "a credit note", invoice: Stated.creditNote.invoice,
                golden: Goldens.creditNote),
            Document(
                testDescription: "a final invoice less a deposit",
                invoice: Stated.finalInvoice.invoice, golden: Goldens.finalInvoice),
            Document(
                testDescription: "prices with tax", invoice: Stated.inclusive.invoice,
                golden: Goldens.inclusive),
            Document(
                testDescription: "a service that is not subject to VAT",
                invoice: Stated.outsideScope.invoice, golden: Goldens.outsideScope),
        ]
    }

    /// BT-9 and BT-20 of every form of payment terms. 273.67 is payable at home, of which 30 % are
    /// 82.10 and 70 % 191.57; 56.00 for the export.
    @Test(arguments: [
        Terms(
            .domestic, #""netDays":0"#, "2026-06-12", "Zahlbar bis 12.06.2026 ohne Abzug"),
        Terms(
            .domestic, #""endOfMonthPlusDays":15"#, "2026-07-15",
            "Zahlbar bis 15.07.2026 ohne Abzug"),
        Terms(
            .domestic, #""dayOfMonth":10,"monthsAfter":1"#, "2026-07-10",
            "Zahlbar bis 10.07.2026 ohne Abzug"),
        Terms(
            .domestic,
            #""netDays":30,"earlyPayment":[{"days":10,"percent":"2"},{"days":20,"percent":"1.5"}]"#,
            "2026-07-12",
            "2 % Skonto bei Zahlung bis 22.06.2026, 1,5 % Skonto bei Zahlung bis 02.07.2026, "
                + "zahlbar bis 12.07.2026 ohne Abzug"),
        Terms(
            .domestic, Terms.instalments, "2026-08-11",
            "Zahlbar in Raten: 30 % (82,10 €) bis 12.06.2026; 70 % (191,57 €) bis 11.08.2026"),
        Terms(
            .export, #""netDays":30,"earlyPayment":[{"days":10,"percent":"2"}]"#, "2026-07-12",
            "2% discount if paid by 22 Jun 2026, payable by 12 Jul 2026 without deduction"),
        Terms(
            .export, Terms.instalments, "2026-08-11",
            "Payable in instalments: 30% (€16.80) by 12 Jun 2026; 70% (€39.20) by 11 Aug 2026"),
        Terms(
            .intraCommunity, #""netDays":30,"earlyPayment":[{"days":10,"percent":"2"}]"#,
            "2026-07-12",
            "2 % d’escompte en cas de paiement au plus tard le 22/06/2026, payable au plus tard le "
                + "12/07/2026 sans escompte"),
        Terms(
            .intraCommunity, Terms.instalments, "2026-08-11",
            // 1069.20: 320.76 and 748.44
            "Payable en plusieurs fois : 30 % (320,76 €) au plus tard le 12/06/2026; "
                + "70 % (748,44 €) au plus tard le 11/08/2026"),
    ])
    func paymentTermsAreSaidInTheDocumentsLanguage(terms: Terms) throws {
        let trade = try terms.trade.replacing(#""netDays":14"#, terms.terms)
        let invoice = try EN16931Invoice(trade.invoice())
        #expect(invoice.dueDate?.description == terms.dueDate)
        let spaced = invoice.paymentTerms.map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
        #expect(spaced == terms.words)
    }

    struct Terms: Sendable, CustomTestStringConvertible {
        let trade: SmallTrade
        let terms: String
        let dueDate: String
        /// With spaces for those that do not break.
        let words: String

        init(_ trade: SmallTrade, _ terms: String, _ dueDate: String, _ words: String) {
            self.trade = trade
            self.terms = terms
            self.dueDate = dueDate
            self.words = words
        }

        static let instalments =
            #""instalments":[{"percent":"30","netDays":0},{"percent":"70","netDays":60}]"#

        var testDescription: String { words }
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
        Row(
            "several orders and deliveries are told on the lines, their days as a period",
            .consolidated, [:],
            [
                """
                  <cac:InvoicePeriod>
                    <cbc:StartDate>2026-06-03</cbc:StartDate>
                    <cbc:EndDate>2026-06-11</cbc:EndDate>
                  </cac:InvoicePeriod>
                  <cac:ContractDocumentReference>
                    <cbc:ID>RV-2025-31</cbc:ID>
                  </cac:ContractDocumentReference>
                """,
                "<cbc:Note>Auftrag AU-7: Tor 3<", "<cbc:Note>Lieferbedingung: DAP Ulm<",
                """
                    <cbc:ID>1</cbc:ID>
                    <cbc:Note>Auftrag AU-7 (Ihre Bestellung PO-7), Lieferschein LS-9 vom 03.06.2026<\
                /cbc:Note>
                    <cbc:InvoicedQuantity unitCode="H87">2</cbc:InvoicedQuantity>
                """,
                "<cbc:Note>Auftrag AU-7 (Ihre Bestellung PO-7), Lieferschein LS-11 vom 11.06.2026<",
                "<cbc:Note>Auftrag AU-8, Lieferschein LS-10 vom 05.06.2026<",
                "<cbc:AllowanceChargeReason>Staffel Logger<",
                "<cbc:Note>2\u{A0}% Skonto bei Zahlung bis 22.06.2026, zahlbar bis 12.07.2026 ohne Abzug<",
            ],
            absent: [
                "OrderReference", "DespatchDocumentReference", "ActualDeliveryDate",
                "<cac:Delivery>",
            ]),
        Row(
            "a milestone is no delivery note; its instalments are told", .milestone, [:],
            [
                "<cbc:Note>Meilenstein M1: Pflichtenheft, 30\u{A0}%<",
                """
                    <cbc:SalesOrderID>AU-7</cbc:SalesOrderID>
                  </cac:OrderReference>
                  <cac:ContractDocumentReference>
                    <cbc:ID>WV-2</cbc:ID>
                """, "<cbc:ActualDeliveryDate>2026-06-10<", "<cbc:DueDate>2026-08-11<",
                #"<cbc:InvoicedQuantity unitCode="LS">1<"#,
                #"<cbc:PriceAmount currencyID="EUR">300.00<"#,
                "<cbc:Note>Zahlbar in Raten: 30\u{A0}% (107,10\u{A0}€) bis 12.06.2026; "
                    + "70\u{A0}% (249,90\u{A0}€) bis 11.08.2026<",
            ], absent: ["DespatchDocumentReference", "InvoicePeriod"]),
        Row(
            "a period is told instead of a day, to another member state too", .recurring, [:],
            [
                "<cbc:StartDate>2026-05-31</cbc:StartDate>",
                "<cbc:EndDate>2026-06-29</cbc:EndDate>",
                "<cbc:IdentificationCode>FR<",
            ], absent: ["ActualDeliveryDate", "DespatchDocumentReference", "AU-7#"]),
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

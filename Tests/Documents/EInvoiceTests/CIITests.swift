import EInvoice
import Invoicing
import Testing
import Trade

/// The other syntax says what UBL says: the amounts of its goldens are those of theirs.
@Suite struct CIITests {
    @Test(arguments: Document.all)
    func anInvoiceIsWrittenAsExpectedByteForByte(document: Document) throws {
        let written = String(decoding: try CII.invoice(document.invoice()), as: UTF8.self)
        let golden = document.golden + "\n"
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
                invoice: { try SmallTrade.domestic.invoice() }, golden: Goldens.domesticCII),
            Document(
                testDescription: "a credit note", invoice: Stated.creditNote.invoice,
                golden: Goldens.creditNoteCII),
            Document(
                testDescription: "a final invoice less a deposit",
                invoice: Stated.finalInvoice.invoice, golden: Goldens.finalInvoiceCII),
            Document(
                testDescription: "a service that is not subject to VAT",
                invoice: Stated.outsideScope.invoice, golden: Goldens.outsideScopeCII),
        ]
    }

    @Test(arguments: Row.all)
    func everyKindAndCategorySaysWhatItMust(row: Row) throws {
        let written = String(decoding: try CII.invoice(row.invoice()), as: UTF8.self)
        for text in row.present { #expect(written.contains(text)) }
        for text in row.absent { #expect(!written.contains(text)) }
        #expect(!written.contains("></"), "an element is empty")
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let invoice: @Sendable () throws -> Invoice
        let present: [String]
        var absent: [String] = []

        static let all = [
            Row(
                testDescription: "a debit note names what it raises",
                invoice: Stated.debitNote.invoice,
                present: [
                    "<ram:TypeCode>383<", "<ram:IssuerAssignedID>RE-2026-0007<",
                    "<qdt:DateTimeString format=\"102\">20260612<",
                    "<ram:DuePayableAmount>11.90<",
                ]),
            Row(
                testDescription: "a deposit is paid already; its day is BT-7",
                invoice: Stated.deposit.invoice,
                present: [
                    "<ram:TypeCode>386<", "<udt:DateString format=\"102\">20260603<",
                    "<ram:TotalPrepaidAmount>1190.00<", "<ram:DuePayableAmount>0.00<",
                ],
                absent: ["PaymentTerms", "PaymentMeans", "ShipTo", "Despatch"]),
            Row(
                testDescription: "prices with tax: a cent is rounded",
                invoice: Stated.inclusive.invoice,
                present: [
                    "<ram:RoundingAmount>-0.01<", "<ram:BasisQuantity unitCode=\"H87\">4<",
                    "<ram:GrandTotalAmount>111.44<", "<ram:DuePayableAmount>111.43<",
                ]),
            Row(
                testDescription: "a period is told instead of a day",
                invoice: { try SmallTrade.recurring.invoice() },
                present: [
                    "<ram:BillingSpecifiedPeriod>",
                    "<udt:DateTimeString format=\"102\">20260531<",
                    "<udt:DateTimeString format=\"102\">20260629<", "<ram:CountryID>FR<",
                ],
                absent: ["ActualDelivery", "DespatchAdvice"]),
            Row(
                testDescription: "a reason and a code beside category E only",
                invoice: Stated.zeroAndExempt.invoice,
                present: [
                    "<ram:CategoryCode>E</ram:CategoryCode>\n"
                        + "        <ram:ExemptionReasonCode>VATEX-EU-132-1I<",
                    "<ram:CategoryCode>Z</ram:CategoryCode>\n"
                        + "        <ram:RateApplicablePercent>0<",
                ]),
        ]
    }

    /// The schema D16B has room for one BG-3, Factur-X's for all.
    @Test(arguments: [(EInvoiceForm.cii, 1), (.facturx, 2)])
    func furtherDepositsStandWhereTheSchemaHasRoom(form: EInvoiceForm, expected: Int) throws {
        var invoice = try EN16931Invoice(Stated.finalInvoice.invoice(), as: form)
        invoice.precedingInvoices += invoice.precedingInvoices
        let written = String(decoding: try CII.document(invoice), as: UTF8.self)
        let found = written.split(separator: "<ram:InvoiceReferencedDocument>").count - 1
        #expect(found == expected)
    }

    private func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}

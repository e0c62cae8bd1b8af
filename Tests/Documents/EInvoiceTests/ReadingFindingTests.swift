import Diagnostics
import Testing

@testable import EInvoice

/// Every fault is told with its place, all of them at once, and the rest is read.
@Suite struct ReadingFindingTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let from: String
        let to: String
        let findings: [String]
        /// Whether the rest is an invoice all the same.
        var isRead = true
        var isCII = false

        static let all = [
            Fault(
                testDescription: "no currency of ISO 4217",
                from: ">EUR</cbc:DocumentCurrencyCode>", to: ">EUX</cbc:DocumentCurrencyCode>",
                findings: ["unknown-currency BT-5"], isRead: false),
            Fault(
                testDescription: "no issue date", from: "<cbc:IssueDate>2026-06-30</cbc:IssueDate>",
                to: "", findings: ["missing-term BT-2"], isRead: false),
            Fault(
                testDescription: "a day that is none", from: "<cbc:DueDate>2026-07-14",
                to: "<cbc:DueDate>2026-02-30", findings: ["bad-date BT-9"]),
            Fault(
                testDescription: "an amount finer than its currency", from: ">310.40<",
                to: ">310.405<", findings: ["too-many-decimals BT-115"], isRead: false),
            Fault(
                testDescription: "an amount that is no number", from: ">310.40<", to: ">310,40<",
                findings: ["bad-number BT-115"], isRead: false),
            Fault(
                testDescription: "an amount beyond all bounds", from: ">310.40<",
                to: ">31000000000000000000000000000.40<",
                findings: ["number-too-large BT-115"], isRead: false),
            Fault(
                testDescription: "an amount in another currency",
                from: "currencyID=\"EUR\">310.40<", to: "currencyID=\"USD\">310.40<",
                findings: ["currency-mismatch BT-115"], isRead: false),
            Fault(
                testDescription: "no name of the buyer",
                from: "<cbc:RegistrationName>Böhm &amp; Töchter AB</cbc:RegistrationName>", to: "",
                findings: ["missing-term BT-44"]),
            Fault(
                testDescription: "two payment terms",
                from: "<cac:PaymentTerms>",
                to:
                    "<cac:PaymentTerms><cbc:Note>At once</cbc:Note></cac:PaymentTerms><cac:PaymentTerms>",
                findings: ["second-value BT-20"]),
            Fault(
                testDescription: "two deliveries", from: "<cac:PaymentMeans>",
                to: "<cac:Delivery><cbc:ActualDeliveryDate>2026-06-01</cbc:ActualDeliveryDate>"
                    + "</cac:Delivery><cac:PaymentMeans>",
                findings: ["second-value BG-13"]),
            Fault(
                testDescription: "an element without a term", from: "<cac:PaymentTerms>",
                to: "<cac:PaymentTerms><cbc:Amount currencyID=\"EUR\">1</cbc:Amount>",
                findings: ["not-kept no"]),
            Fault(
                testDescription: "an attribute without a term", from: "<cbc:DueDate>",
                to: "<cbc:DueDate calendar=\"julian\">", findings: ["not-kept no"]),
            Fault(
                testDescription: "a file that is no Base64", from: ">MTI7OTYuMDAK<",
                to: ">MTI7*TYu<", findings: ["bad-attachment BT-125"]),
            Fault(
                testDescription: "a file's name with folders", from: "\"hours.csv\"",
                to: "\"../../etc/passwd\"", findings: ["attachment-name BT-125-2"]),
            Fault(
                testDescription: "a type of the other root",
                from: ">380</cbc:InvoiceTypeCode>", to: ">381</cbc:InvoiceTypeCode>",
                findings: ["root-and-type BT-3"]),
            Fault(
                testDescription: "a day in another format", from: "format=\"102\">20260714<",
                to: "format=\"203\">202607140000<", findings: ["bad-date BT-9"], isCII: true),
            Fault(
                testDescription: "several at once", from: "<cbc:DueDate>2026-07-14",
                to: "<cbc:Nonsense>1</cbc:Nonsense><cbc:DueDate>soon",
                findings: ["bad-date BT-9", "not-kept no"]),
        ]
    }

    @Test(arguments: Fault.all)
    func eachFaultIsToldAndTheRestIsRead(fault: Fault) throws {
        var invoice = EveryTerm.invoice()
        if fault.isCII { invoice.form = .cii }
        let sound = String(decoding: try EInvoices.document(invoice), as: UTF8.self)
        let text = sound.replacing(fault.from, with: fault.to, maxReplacements: 1)
        #expect(text != sound)
        let reading = try ReadingTests.reading(Array(text.utf8))
        let findings = reading.diagnostics.map { finding in
            "\(finding.code) \(finding.message.prefix { $0 != " " && $0 != ":" })"
        }
        #expect(findings == fault.findings)
        #expect((reading.invoice != nil) == fault.isRead)
        #expect(reading.diagnostics.allSatisfy { ($0.location?.line ?? 0) > 1 })
    }

    /// Ten thousand elements without a term are as many findings as a terminal bears.
    @Test func findingsAreLimited() throws {
        let sound = String(
            decoding: try EInvoices.document(EveryTerm.invoice()), as: UTF8.self)
        let many = String(repeating: "<cbc:Odd>1</cbc:Odd>", count: 10_000)
        let text = sound.replacing("<cbc:DueDate>", with: many + "<cbc:DueDate>")
        let reading = try ReadingTests.reading(Array(text.utf8))
        #expect(reading.diagnostics.count == Findings.limit + 1)
        #expect(reading.invoice == EveryTerm.invoice())
    }
}

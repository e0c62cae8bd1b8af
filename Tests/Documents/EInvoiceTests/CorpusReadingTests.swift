import TestSupport
import Testing
import Trade

@testable import EInvoice

/// The official examples of EN 16931 and XRechnung's business cases, where they are at hand: each is
/// read without an error, written, and read again as the same.
@Suite(.enabled(if: !OfficialDocuments.files.isEmpty, "no corpus is at hand: set BIJAK_CORPUS"))
struct CorpusReadingTests {
    @Test(arguments: OfficialDocuments.files) func anOfficialDocumentIsReadAndWrittenAgain(
        name: String
    ) throws {
        let reading = try OfficialDocuments.reading(name)
        let invoice = try #require(reading.invoice)
        let told = reading.diagnostics.map { $0.found ?? "" }
        let expected = OfficialDocuments.notKept[OfficialDocuments.lastPart(name)] ?? []
        #expect(told.count == expected.count && zip(told, expected).allSatisfy { $0.contains($1) })
        #expect(reading.diagnostics.allSatisfy { $0.code == "not-kept" })
        let written = try EInvoices.document(invoice)
        let again = try ReadingTests.reading(written)
        #expect(again.invoice == invoice)
        #expect(again.diagnostics.isEmpty)
    }

    @Test(arguments: OfficialDocuments.files) func theOtherSyntaxKeepsEveryTerm(name: String) throws
    {
        let invoice = try #require(try OfficialDocuments.reading(name).invoice)
        let other = invoice.as(invoice.form.isUBL ? .cii : .ubl)
        let reading = try ReadingTests.reading(EInvoices.document(other))
        let lost = invoice.terms(lostIn: try #require(reading.invoice))
        #expect(lost == OfficialDocuments.noPlace[OfficialDocuments.lastPart(name)] ?? [])
    }

    @Test func theCorpusIsWhole() { #expect(OfficialDocuments.files.count == 100) }
}

private enum OfficialDocuments {
    static let files: [String] =
        ["en16931-examples", "xrechnung-business"].filter(Corpus.has).flatMap { part in
            filesBelow("\(Corpus.folder)/\(part)").filter { $0.lowercased().hasSuffix(".xml") }
                .map { "\(part)/\($0)" }
        }

    static func reading(_ name: String) throws -> EInvoiceReading {
        try ReadingTests.reading(Corpus.bytes(name))
    }

    static func lastPart(_ name: String) -> String {
        String(name.split(separator: "/").last ?? "")
    }

    /// What the publishers' documents say beyond EN 16931.
    static let notKept = [
        // A buyer's local tax number; EN 16931 has one of the seller only (BT-32).
        "01.21a-INVOICE_ubl.xml": ["cac:PartyTaxScheme[2]"],
        // The same, and a reason why a line is exempt; EN 16931 has one for the category (BT-120).
        "01.21a-INVOICE_uncefact.xml": ["ram:ExemptionReason", "ram:SpecifiedTaxRegistration[2]"],
        // A line's references of another kind than the object it bills (BT-128, type 130).
        "XRechnung-O.xml": [
            "ram:AdditionalReferencedDocument", "ram:AdditionalReferencedDocument",
        ],
    ]

    /// What the other syntax has no place for.
    static let noPlace = [
        // BT-14 without BT-13: UBL's SalesOrderID stands in a reference that needs an ID. The cases in
        // UBL fill in the word "Dummywert".
        "01.02a-INVOICE_uncefact.xml": ["BT-14: SO12345678"],
        "01.08a-INVOICE_uncefact.xml": ["BT-14: A123456789"],
        "01.09a-INVOICE_uncefact.xml": ["BT-14: A123456789"],
        "01.10a-INVOICE_uncefact.xml": ["BT-14: Auftragsnummer"],
        "01.11a-INVOICE_uncefact.xml": ["BT-14: Auftragsnummer"],
        "01.12a-INVOICE_uncefact.xml": ["BT-14: Auftragsnummer"],
        "01.13a-INVOICE_uncefact.xml": ["BT-14: Auftragsnummer"],
        // BT-147 without BT-148: CII's discount stands in the gross price.
        "guide-example2.xml": ["BG-25[1]/BG-29/BT-147: 225"],
        "ubl-tc434-example2.xml": ["BG-25[1]/BG-29/BT-147: 225"],
    ]
}

import EInvoice
import PDF
import PDFReading
import Testing

/// The one e-invoice inside a page is found, and nothing is guessed where there is not one.
@Suite struct HybridDocumentTests {
    @Test(arguments: [
        ["factur-x.xml"], ["hours.csv", "xrechnung.xml"], ["ZUGFeRD-invoice.xml", "a.pdf"],
    ])
    func theEInvoiceIsFoundByItsName(names: [String]) throws {
        let document = try HybridDocument(Self.page(names))
        let name = try #require(names.first { $0.hasSuffix(".xml") })
        #expect(document.name == name && document.xml == Array("<\(name)/>".utf8))
        #expect(document.relationship == "Alternative" && document.metadata != nil)
    }

    @Test(arguments: [
        ([], HybridError.noInvoice(files: [])),
        (["hours.csv"], .noInvoice(files: ["hours.csv"])),
        (
            ["factur-x.xml", "xrechnung.xml"],
            .severalInvoices(["factur-x.xml", "xrechnung.xml"])
        ),
    ])
    func withoutExactlyOneThereIsNone(names: [String], error: HybridError) throws {
        let page = try Self.page(names)
        #expect(throws: error) { try HybridDocument(page) }
    }

    @Test func anEInvoiceThatIsNoPDFIsSaidToBeNone() {
        let xml = Array("<Invoice/>".utf8)
        #expect(throws: HybridError.self) { try HybridDocument(xml) }
    }

    @Test func anEInvoiceOverTheLimitIsRefusedByName() throws {
        var limits = PDFPackage.Limits()
        limits.content = 4
        let page = try Self.page(["factur-x.xml"])
        #expect {
            try HybridDocument(page, limits: limits)
        } throws: {
            "\($0)" == "factur-x.xml inside the PDF: it has 15 bytes, more than 4"
        }
    }

    private static func page(_ names: [String]) throws -> [UInt8] {
        let metadata = PDFMetadata(
            title: "RE-2026-0099", author: "Lotwerk GmbH", language: "de-DE",
            creationDate: "2026-06-30")
        var document = try PDFDocument(metadata: metadata, compressor: Compressor())
        try document.addPage(
            widthPoints: 595, heightPoints: 842, content: PageContent(), fonts: [])
        for name in names {
            try document.attach(
                AttachedFile(
                    name: name, mimeType: "text/xml", relationship: .alternative,
                    description: name, bytes: Array("<\(name)/>".utf8),
                    modificationDate: "2026-06-30"))
        }
        return try document.finish()
    }
}

import PDF
import PDFReading
import TestSupport
import Testing

/// What travels inside a PDF comes out as it went in.
@Suite struct PDFPackageTests {
    static let invoice = AttachedFile(
        name: "factur-x.xml", mimeType: "text/xml", relationship: .alternative,
        description: "Factur-X EN 16931", bytes: Array("<Rechnung>Größe</Rechnung>".utf8),
        modificationDate: "2026-06-30")
    static let hours = AttachedFile(
        name: "Stunden Übersicht.csv", mimeType: "text/csv", relationship: .data,
        description: "Hours", bytes: Array(repeating: 0x31, count: 300_000),
        modificationDate: "2026-06-30")

    static func document(_ files: [AttachedFile]) throws -> [UInt8] {
        let metadata = PDFMetadata(
            title: "RE-2026-0099", author: "Lotwerk GmbH", language: "de-DE",
            creationDate: "2026-06-30",
            schemas: [
                XMPSchema(
                    name: "Factur-X", namespaceURI: "urn:factur-x", prefix: "fx",
                    properties: [
                        .init(name: "ConformanceLevel", value: "EN 16931", description: "Profile")
                    ])
            ])
        var document = try PDFDocument(metadata: metadata, compressor: Compressor())
        try document.addPage(
            widthPoints: 595, heightPoints: 842, content: PageContent(), fonts: [])
        for file in files { try document.attach(file) }
        return try document.finish()
    }

    @Test func filesAndMetadataAreWhatWasPutIn() throws {
        let package = try PDFPackage(try Self.document([Self.invoice, Self.hours]))
        let sorted = package.files.sorted { $0.name < $1.name }
        #expect(!package.isDamaged)
        #expect(sorted.map(\.name) == ["Stunden Übersicht.csv", "factur-x.xml"])
        #expect(sorted.map(\.mimeType) == ["text/csv", "text/xml"])
        #expect(sorted.map(\.relationship) == ["Data", "Alternative"])
        #expect(sorted.map(\.description) == ["Hours", "Factur-X EN 16931"])
        #expect(try sorted.map { try $0.content.get() } == [Self.hours.bytes, Self.invoice.bytes])
        let packet = String(decoding: package.metadata ?? [], as: UTF8.self)
        #expect(packet.contains("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>"))
    }

    @Test func aPageWithoutFilesHasNone() throws {
        let package = try PDFPackage(try Self.document([]))
        #expect(package.files.isEmpty && package.metadata != nil)
    }

    @Test func aBrokenCrossReferenceTableIsMended() throws {
        var bytes = try Self.document([Self.invoice])
        let start = try #require(bytes.lastRange(of: Array("startxref\n".utf8))).upperBound
        bytes[start] = UInt8(ascii: "9")
        let package = try PDFPackage(bytes)
        #expect(package.isDamaged)
        #expect(try package.files.map { try $0.content.get() } == [Self.invoice.bytes])
    }

    /// A list of associated files that the name tree does not have, and one file in both.
    @Test func associatedFilesAreFoundOnce() throws {
        var pdf = HandMadePDF()
        pdf.add("<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> /AF [ 4 0 R 6 0 R ] >>")
        pdf.add("<< /Names [ (a) 4 0 R ] >>")
        pdf.addFile("a.xml", Array("<a/>".utf8))
        pdf.addFile("b.xml", Array("<b/>".utf8))
        let package = try PDFPackage(pdf.bytes())
        #expect(package.files.map(\.name) == ["a.xml", "b.xml"])
        #expect(
            try package.files.map { try $0.content.get() }
                == ["<a/>", "<b/>"].map { Array($0.utf8) })
    }
}

extension [UInt8] {
    fileprivate func lastRange(of part: [UInt8]) -> Range<Int>? {
        indices.reversed().first { self[$0...].starts(with: part) }.map { $0..<$0 + part.count }
    }
}

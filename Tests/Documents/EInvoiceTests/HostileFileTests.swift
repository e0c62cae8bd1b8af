import PDF
import TestSupport
import Testing

@testable import EInvoice

/// Files that nobody should send are refused by name, in little memory and time, or read as far as
/// they are sound.
@Suite struct HostileFileTests {
    struct File: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let bytes: @Sendable () -> [UInt8]

        init(_ description: String, _ code: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
            testDescription = description
            self.code = code
            self.bytes = bytes
        }

        static func text(
            _ description: String, _ text: String, _ code: String = "unreadable-xml"
        ) -> File {
            File(description, code) { Array(text.utf8) }
        }

        static let all = [
            text("nothing", ""), text("no XML", "no XML"),
            text(
                "an entity bomb",
                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><Invoice>&b;</Invoice>"
            ),
            text(
                "an external entity",
                "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Invoice>&a;</Invoice>"),
            text(
                "a document type from elsewhere",
                "<!DOCTYPE Invoice SYSTEM \"http://h.example\"><Invoice/>"),
            text(
                "ten thousand elements deep",
                String(repeating: "<Invoice>", count: 10_000)
                    + String(repeating: "</Invoice>", count: 10_000)),
            text(
                "an encoding that is not read",
                "<?xml version=\"1.0\" encoding=\"EBCDIC\"?><Invoice/>"),
            text("another document", "<html/>", "no-e-invoice"),
            File("UTF-8 that is none", "unreadable-xml") { Array("<Invoice>".utf8) + [0xFF] },
            File("half a UTF-16", "unreadable-xml") { [0xFF, 0xFE, 0x3C] },
            File("more than 64 MiB", "unreadable-xml") {
                [UInt8](repeating: 0x20, count: 64 << 20) + Array("<Invoice/>".utf8)
            },
            File("half a PDF", "unreadable-pdf") { Array("%PDF-1.7\n1 0 obj\n<<".utf8) },
            File("an encrypted PDF", "unreadable-pdf") { pdf("encrypted-password.pdf") },
            File("one that opens without a password", "unreadable-pdf") {
                pdf("encrypted-no-password.pdf")
            },
            File("a PDF without an e-invoice", "no-e-invoice") { pdf("object-streams.pdf") },
        ]

        private static func pdf(_ name: String) -> [UInt8] {
            contents(repositoryPath("Tests/Fixtures/pdf/\(name)")) ?? []
        }
    }

    @Test(arguments: File.all) func aHostileFileIsRefusedByName(file: File) throws {
        let bytes = file.bytes()
        do throws(EInvoiceFileError) {
            _ = try EInvoiceFile(bytes, name: "hostile")
            Issue.record("it was read")
        } catch {
            #expect(error.diagnostic.code == file.code, "\(error.diagnostic.message)")
            #expect(error.diagnostic.location?.source.name == "hostile")
        }
    }

    /// Two hundred elements within each other are read; what is in them has no term.
    @Test func deepElementsAreToldAsOne() throws {
        let deep =
            String(repeating: "<d>", count: 200) + "1" + String(repeating: "</d>", count: 200)
        let reading = try ReadingTests.reading(try Self.everyTerm(with: deep))
        #expect(reading.diagnostics.map(\.code) == ["not-kept"])
        #expect(reading.invoice == EveryTerm.invoice())
    }

    @Test func otherEncodingsAreRead() throws {
        let text = String(decoding: try Self.everyTerm(with: ""), as: UTF8.self)
        let utf16 = text.replacing("UTF-8", with: "UTF-16").utf16
            .flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try ReadingTests.reading([0xFF, 0xFE] + utf16).invoice == EveryTerm.invoice())
        #expect(
            try ReadingTests.reading([0xEF, 0xBB, 0xBF] + Array(text.utf8)).invoice
                == EveryTerm.invoice())
    }

    /// The e-invoice of a page is read, where its table of places is broken too; two are refused.
    @Test func aPageIsReadForTheOneEInvoiceInside() throws {
        let xml = try Self.everyTerm(with: "")
        var page = try Self.page(["factur-x.xml": xml])
        let file = try EInvoiceFile(page, name: "page.pdf")
        #expect(file.isHybrid && file.root.file == "page.pdf/factur-x.xml")
        let end = try #require(page.lastRange(of: Array("startxref".utf8)))
        page.replaceSubrange(end.upperBound..., with: Array("\n99\n%%EOF\n".utf8))
        let broken = try EInvoiceFile(page, name: "page.pdf")
        #expect(EInvoiceReading(broken.root)?.invoice == EveryTerm.invoice())
        let both = try Self.page(["factur-x.xml": xml, "xrechnung.xml": xml])
        do throws(EInvoiceFileError) {
            _ = try EInvoiceFile(both, name: "page.pdf")
            Issue.record("one of two was read")
        } catch {
            #expect(error.diagnostic.code == "several-e-invoices" && !error.isPageWithout)
        }
    }

    private static func everyTerm(with element: String) throws -> [UInt8] {
        let text = String(
            decoding: try EInvoices.document(EveryTerm.invoice()), as: UTF8.self)
        return Array(text.replacing("<cbc:DueDate>", with: element + "<cbc:DueDate>").utf8)
    }

    private static func page(_ files: KeyValuePairs<String, [UInt8]>) throws -> [UInt8] {
        let metadata = PDFMetadata(
            title: "RE-2026-0099", author: "Lotwerk GmbH", language: "de-DE",
            creationDate: "2026-06-30")
        var document = try PDFDocument(metadata: metadata, compressor: Compressor())
        try document.addPage(
            widthPoints: 595, heightPoints: 842, content: PageContent(), fonts: [])
        for (name, bytes) in files {
            try document.attach(
                AttachedFile(
                    name: name, mimeType: "text/xml", relationship: .alternative,
                    description: name, bytes: bytes, modificationDate: "2026-06-30"))
        }
        return try document.finish()
    }
}

extension [UInt8] {
    fileprivate func lastRange(of part: [UInt8]) -> Range<Int>? {
        guard count >= part.count else { return nil }
        for start in stride(from: count - part.count, through: 0, by: -1)
        where self[start..<start + part.count].elementsEqual(part) {
            return start..<start + part.count
        }
        return nil
    }
}

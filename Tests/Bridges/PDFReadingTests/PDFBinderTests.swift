import PDF
import PDFReading
import Testing

/// PDFs bound into one.
@Suite struct PDFBinderTests {
    @Test("Files inside the parts travel on, byte for byte, under names that tell the parts apart")
    func filesTravel() throws {
        let both = try PDFPackageTests.document([PDFPackageTests.invoice, PDFPackageTests.hours])
        let one = try PDFPackageTests.document([PDFPackageTests.invoice])
        func bound() throws -> [UInt8] {
            let binder = try PDFBinder()
            try binder.add("Cover", PDFPackageTests.document([]))
            try binder.add("Invoice", both, prefix: "RE-1-")
            try binder.add("Note", one, prefix: "GU-1-")
            return try binder.finish()
        }
        let bytes = try bound()
        #expect(try bound() == bytes)
        let package = try PDFPackage(bytes)
        #expect(!package.isDamaged)
        let files = package.files.sorted { $0.name < $1.name }
        let (hours, invoice) = (PDFPackageTests.hours, PDFPackageTests.invoice)
        let expected: [(name: String, file: AttachedFile, relationship: String)] = [
            ("GU-1-factur-x.xml", invoice, "Alternative"),
            ("RE-1-Stunden Übersicht.csv", hours, "Data"),
            ("RE-1-factur-x.xml", invoice, "Alternative"),
        ]
        try #require(files.count == expected.count)
        for (file, wanted) in zip(files, expected) {
            #expect(file.name == wanted.name && file.relationship == wanted.relationship)
            #expect(file.mimeType == wanted.file.mimeType)
            let isSame = try file.content.get() == wanted.file.bytes
            #expect(isSame, "\(file.name)")
        }
    }

    @Test("No more is bound than the limits allow")
    func limits() throws {
        let page = try PDFPackageTests.document([])
        var few = PDFBinder.Limits()
        few.pages = 2
        let pages = try PDFBinder(limits: few)
        try pages.add("1", page)
        try pages.add("2", page)
        let third = #expect(throws: PDFReadingError.self) { try pages.add("3", page) }
        #expect(third?.kind == .tooLarge && third?.message.contains("2 pages") == true)
        var small = PDFBinder.Limits()
        small.bytes = page.count
        let bytes = try PDFBinder(limits: small)
        try bytes.add("1", page)
        let second = #expect(throws: PDFReadingError.self) { try bytes.add("2", page) }
        #expect(second?.kind == .tooLarge && second?.message.contains("bytes") == true)
    }

    @Test("What is no PDF is not bound")
    func refused() throws {
        let binder = try PDFBinder()
        #expect(throws: PDFReadingError.self) { try binder.add("x", Array("no PDF".utf8)) }
    }
}

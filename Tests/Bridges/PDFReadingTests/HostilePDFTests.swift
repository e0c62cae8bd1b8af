import PDFReading
import TestSupport
import Testing

/// A PDF from anywhere gives what is in it or a reason, and takes no more memory than it may.
@Suite struct HostilePDFTests {
    @Test(arguments: [
        ("", PDFReadingError.Kind.notPDF), ("<Invoice/>", .notPDF), ("%PDF-1.7\n", .damaged),
        ("%PDF-1.7\n1 0 obj\n[ 1 ]\nendobj\ntrailer << /Root 1 0 R >>", .damaged),
    ])
    func whatIsNoPDFIsRefused(text: String, kind: PDFReadingError.Kind) {
        #expect(refusal(Array(text.utf8)) == kind)
    }

    /// One needs a password, the other opens without: neither is a PDF/A.
    @Test(arguments: ["encrypted-password.pdf", "encrypted-no-password.pdf"])
    func anEncryptedOneIsRefused(name: String) throws {
        let bytes = try #require(contents(repositoryPath("Tests/Fixtures/pdf/\(name)")))
        #expect(refusal(bytes) == .encrypted)
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\\\a\\\\b.xml", "b.xml"), ("..", "unnamed"),
        ("", "unnamed"), ("\\376\\377\\000a\\000\\033\\040\\056\\000b", "ab"), ("/", "unnamed"),
    ])
    func aNameLeadsNowhere(given: String, name: String) throws {
        let pdf = HandMadePDF.files(1, name: { _ in given }, bytes: [0x31])
        #expect(try PDFPackage(pdf.bytes()).files.map(\.name) == [name])
    }

    @Test func twoFilesOfOneNameAreBothThere() throws {
        let pdf = HandMadePDF.files(2, name: { _ in "factur-x.xml" }, bytes: [0x31])
        #expect(try PDFPackage(pdf.bytes()).files.map(\.name) == ["factur-x.xml", "factur-x.xml"])
    }

    @Test func aTreeThatLeadsBackEnds() throws {
        var pdf = HandMadePDF()
        pdf.add("<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>")
        pdf.add("<< /Kids [ 3 0 R 2 0 R ] /Names [ (a) 5 0 R ] >>")
        pdf.add("<< /Kids [ 2 0 R 3 0 R ] >>")
        pdf.addFile("a.xml", [0x31])
        let package = try PDFPackage(pdf.bytes())
        #expect(package.files.map(\.name) == ["a.xml"])
        #expect(package.isDamaged)
    }

    @Test func aTreeMayOnlyBeSoDeep() throws {
        var pdf = HandMadePDF()
        pdf.add("<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>")
        for number in 2..<200 { pdf.add("<< /Kids [ \(number + 1) 0 R ] >>") }
        pdf.add("<< /Names [ (a) 202 0 R ] >>")
        pdf.addFile("a.xml", [0x31])
        let package = try PDFPackage(pdf.bytes())
        #expect(package.files.isEmpty && package.isDamaged)
    }

    @Test func thereMayOnlyBeSoManyFiles() {
        let pdf = HandMadePDF.files(101, name: { "\($0).xml" }, bytes: [0x31])
        #expect(refusal(pdf.bytes()) == .tooLarge)
    }

    /// 258,001 zeros in 1,634 bytes; one file too large leaves the others readable.
    @Test func aFileMayOnlyBecomeSoLarge() throws {
        var pdf = HandMadePDF()
        pdf.add("<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>")
        pdf.add("<< /Names [ (a) 4 0 R (b) 6 0 R ] >>")
        pdf.addFile("a.xml", deflatedZeros(copies: 1_000), filter: "/Filter /FlateDecode")
        pdf.addFile("b.xml", Array("<b/>".utf8))
        var limits = PDFPackage.Limits()
        let whole = try PDFPackage(pdf.bytes(), limits: limits)
        #expect(try whole.files.map { try $0.content.get().count } == [258_001, 4])
        limits.content = 100_000
        let files = try PDFPackage(pdf.bytes(), limits: limits).files
        #expect(throws: PDFReadingError.self) { try files[0].content.get() }
        #expect(try files[1].content.get().count == 4)
    }

    /// A gigabyte in 6 MB, as a file and as what holds the catalogue itself.
    @Test func whatGrowsWithoutEndIsRefused() throws {
        let bomb = deflatedZeros(copies: 4_000_000)
        var limits = PDFPackage.Limits()
        limits.memory = 256 << 20
        var pdf = HandMadePDF()
        pdf.add("<< /Type /Catalog /AF [ 3 0 R ] >>")
        pdf.addFile("a.xml", bomb, filter: "/Filter /FlateDecode")
        let files = try PDFPackage(pdf.bytes(), limits: limits).files
        #expect(throws: PDFReadingError.self) { try files[0].content.get() }
        #expect(refusal(HostilePDFTests.inObjectStream(bomb), limits) == .damaged)
    }

    /// Bytes changed, cut out and doubled: an answer each time.
    @Test(arguments: ["", "object-streams.pdf", "encrypted-no-password.pdf"])
    func damageIsSaidOrPassedOver(name: String) throws {
        let fixture = contents(repositoryPath("Tests/Fixtures/pdf/\(name)"))
        let made = try PDFPackageTests.document([PDFPackageTests.invoice])
        let whole = name.isEmpty ? made : try #require(fixture)
        var random = SplitMix64(seed: 20_261_130)
        for _ in 0..<rounds / 4 {
            let bytes = HostilePDFTests.damaged(whole, &random)
            if let package = try? PDFPackage(bytes) { #expect(package.files.count <= 2) }
        }
    }

    private static func damaged(_ whole: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2 where bytes.count > 100: bytes.removeSubrange(at..<end)
            case 3:
                // Another number, such as an object's or a length.
                let digit = bytes[at...].firstIndex { (0x30...0x39).contains($0) }
                if let digit { bytes[digit] = UInt8.random(in: 0x30...0x39, using: &random) }
            default: bytes.insert(contentsOf: bytes[at..<end], at: at)
            }
        }
        return bytes
    }

    private func refusal(
        _ bytes: [UInt8], _ limits: PDFPackage.Limits = .init()
    ) -> PDFReadingError.Kind? {
        do throws(PDFReadingError) {
            _ = try PDFPackage(bytes, limits: limits)
            return nil
        } catch {
            return error.kind
        }
    }

    /// A file whose catalogue lies in a packed object stream (ISO 32000-1, 7.5.7 and 7.5.8).
    private static func inObjectStream(_ packed: [UInt8]) -> [UInt8] {
        var file = Array("%PDF-1.7\n".utf8)
        let stream = file.count
        file += Array(
            "2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length \(packed.count) >>\nstream\n"
                .utf8)
        file += packed + Array("\nendstream\nendobj\n".utf8)
        let table = file.count
        func entry(_ kind: UInt8, _ field: Int, _ last: UInt8) -> [UInt8] {
            [kind] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: field >> $0) } + [last]
        }
        let entries = entry(0, 0, 255) + entry(2, 2, 0) + entry(1, stream, 0) + entry(1, table, 0)
        file += Array(
            "3 0 obj\n<< /Type /XRef /Size 4 /W [ 1 4 1 ] /Root 1 0 R /Length 24 >>\nstream\n".utf8)
        return file + entries + Array("\nendstream\nendobj\nstartxref\n\(table)\n%%EOF\n".utf8)
    }
}

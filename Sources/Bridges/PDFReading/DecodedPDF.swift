/// A PDF with its streams unpacked, its objects in the order in which they are reached from the
/// catalogue, and without its identifier: what two files have in common that say the same in other
/// bytes.
public struct DecodedPDF: Sendable {
    private let lines: [ArraySlice<UInt8>]

    /// - Throws: `PDFReadingError` for what is no PDF, is encrypted or damaged, or needs more memory
    ///   than it may have.
    public init(
        _ bytes: [UInt8], limits: PDFPackage.Limits = .init()
    ) throws(PDFReadingError) {
        guard PDFPackage.isPDF(bytes), bytes.count <= limits.file else {
            throw PDFReadingError(kind: .notPDF, message: "the file is no PDF that can be read")
        }
        let file = try QPDFFile(bytes, memory: limits.memory)
        try file.open()
        lines = try file.unpacked(limit: limits.contents).split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// Where this begins to differ from another, in words: `page 2`, `the contents of page 2`, `what
    /// stands behind the contents of page 2`, such as its fonts; `nil` where both are the same.
    public func difference(from other: DecodedPDF) -> String? {
        var place = "its beginning"
        var isBehind = true
        for (line, its) in zip(lines, other.lines) {
            if line != its { return place }
            if let next = DecodedPDF.place(line) {
                (place, isBehind) = (next, false)
            } else if !isBehind, line.elementsEqual(DecodedPDF.end) {
                (place, isBehind) = ("what stands behind \(place)", true)
            }
        }
        return lines.count == other.lines.count ? nil : "its end"
    }

    /// The last line of an object.
    private static let end = Array("endobj".utf8)

    /// What a line says of where it stands: libqpdf notes the pages.
    private static func place(_ line: ArraySlice<UInt8>) -> String? {
        guard line.starts(with: Array("%% ".utf8)), line.count < 80 else { return nil }
        let words = String(decoding: line, as: UTF8.self).split(separator: " ").dropFirst()
        switch words.first {
        case "Page": return "page \(words.dropFirst().first ?? "")"
        case "Contents": return "the contents of page \(words.last ?? "")"
        default: return nil
        }
    }
}

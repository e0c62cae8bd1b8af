internal import Synchronization

/// A PDF as a package: the files that travel inside it, and its XMP packet.
///
/// ```swift
/// let package = try PDFPackage(bytes)
/// let invoice = package.files.first { $0.name == "factur-x.xml" }
/// ```
/// Its pages are not looked at. A file whose cross-reference table is broken is read as far as its
/// objects can be found.
public struct PDFPackage: Sendable {
    /// How much is read; what is beyond is an error.
    public struct Limits: Sendable {
        /// Bytes of the PDF.
        public var file = 256 << 20
        /// Bytes of one embedded file.
        public var content = 100 << 20
        /// Bytes of all of them.
        public var contents = 200 << 20
        /// Bytes of the XMP packet.
        public var metadata = 16 << 20
        /// Embedded files.
        public var files = 100
        /// How many bytes the process, all its threads together, may grow by meanwhile: libqpdf
        /// knows no limit of its own.
        public var memory = 512 << 20

        public init() {}
    }

    /// In the order of their names in the document, which is alphabetical, then those that stand in
    /// its list of associated files only.
    public let files: [EmbeddedFile]
    /// The XMP packet; `nil` where there is none or it cannot be had.
    public let metadata: [UInt8]?
    /// Whether something of the PDF had to be mended or passed over.
    public let isDamaged: Bool

    /// Reads the bytes of a PDF.
    ///
    /// - Throws: `PDFReadingError` for what is no PDF, is encrypted, cannot be followed, or is
    ///   larger than the limits; what is wrong with one embedded file is said with it.
    public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(PDFReadingError) {
        guard PDFPackage.isPDF(bytes) else {
            throw PDFReadingError(kind: .notPDF, message: "the file is no PDF")
        }
        guard bytes.count <= limits.file else {
            throw PDFReadingError(
                kind: .tooLarge, message: "the PDF is larger than \(limits.file >> 20) MB")
        }
        // The limit on memory is one of the process: one PDF at a time.
        let read = PDFPackage.one.withLock { _ in
            Result { () throws(PDFReadingError) in try PDFPackage(reading: bytes, limits) }
        }
        self = try read.get()
    }

    /// Whether a file begins as a PDF does; readers allow for other bytes before it (ISO 32000-1,
    /// annex H.3.4.1).
    public static func isPDF(_ bytes: [UInt8]) -> Bool {
        let mark = Array("%PDF-".utf8)
        let head = bytes.prefix(1_024)
        return head.indices.contains { head[$0...].starts(with: mark) }
    }

    private static let one = Mutex<Void>(())

    private init(reading bytes: [UInt8], _ limits: Limits) throws(PDFReadingError) {
        let file = try QPDFFile(bytes, memory: limits.memory)
        try file.open()
        var tree = EmbeddedFiles(limits: limits)
        try tree.read(file)
        files = tree.files
        metadata = file.metadata(limit: limits.metadata)
        isDamaged = tree.isDamaged || file.hasWarnings
    }
}

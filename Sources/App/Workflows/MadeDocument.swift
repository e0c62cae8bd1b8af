import Archive
import Crypto
import Diagnostics
import Invoicing

/// A file of a document, made and not yet written.
struct MadeFile: Sendable {
    let file: Archive.File
    let bytes: [UInt8]

    /// The folder in the archive.
    var folder: String {
        file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? ""
    }

    init(_ kind: Archive.FileKind, _ bytes: [UInt8], of invoice: Invoice) {
        self.init(
            kind, bytes,
            path: Archive.path(
                customer: invoice.buyer.id, date: invoice.issueDate, number: invoice.number,
                rendition: 1, kind))
    }

    init(_ kind: Archive.FileKind, _ bytes: [UInt8], path: String) {
        file = Archive.File(
            kind: kind, path: path, size: bytes.count, sha256: SHA256.digest(of: bytes))
        self.bytes = bytes
    }
}

/// What became of making a document's files: all of them, or findings.
struct MadeDocument: Sendable {
    let files: [MadeFile]
    let diagnostics: [Diagnostic]
    /// What the page is, where it was made after the document's issue.
    var page: LaterPage?

    var isMade: Bool { !files.isEmpty }
}

import Crypto
import Invoicing

/// A file that is to travel with an invoice: of a kind that EN 16931 lets travel, and what its name
/// says it is.
struct AttachmentFile {
    /// The most that one file may hold.
    static let fileLimit = 5 << 20
    /// The most that the files of one invoice may hold together, and how many they may be.
    static let documentLimit = (bytes: 15 << 20, files: 50)

    let file: Invoice.Attachment
    let bytes: [UInt8]

    /// The kinds that receivers must take (BT-125-1), by the ending of the name.
    private static let kinds:
        [(endings: [String], mimeType: String, isOne: @Sendable ([UInt8]) -> Bool)] = [
            ([".pdf"], "application/pdf", { $0.starts(with: "%PDF-".utf8) }),
            ([".png"], "image/png", { $0.starts(with: [0x89, 0x50, 0x4E, 0x47]) }),
            ([".jpg", ".jpeg"], "image/jpeg", { $0.starts(with: [0xFF, 0xD8, 0xFF]) }),
            ([".csv"], "text/csv", isText),
            (
                [".xlsx"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                { isZip($0, holding: "[Content_Types].xml") }
            ),
            (
                [".ods"], "application/vnd.oasis.opendocument.spreadsheet",
                { isZip($0, holding: "mimetypeapplication/vnd.oasis.opendocument.spreadsheet") }
            ),
        ]

    /// - Throws: `UsageError` where such a file cannot travel, `EnvironmentError` where it cannot be read.
    init(_ path: String, description: String?) throws {
        let name = Receiving.safeName(path)
        guard
            let kind = AttachmentFile.kinds.first(where: { kind in
                kind.endings.contains(where: name.lowercased().hasSuffix)
            })
        else {
            throw UsageError(
                "\(path) is of no kind that receivers must take",
                hint: "attach PDF, PNG, JPEG, CSV, XLSX or ODS")
        }
        if let size = Disk.size(path), size > AttachmentFile.fileLimit {
            throw UsageError(
                "\(path) has \(size) bytes; one attachment has at most \(AttachmentFile.fileLimit)",
                hint: "make it smaller, or send it on another way")
        }
        bytes = try Disk.read(path, limit: AttachmentFile.fileLimit)
        if bytes.isEmpty {
            throw UsageError("\(path) is empty", hint: "attach the file with its content")
        }
        guard kind.isOne(bytes) else {
            throw UsageError(
                "\(path) is not what its name says: \(kind.mimeType)",
                hint: kind.mimeType == "text/csv"
                    ? "save it as CSV in UTF-8" : "give it the ending of what it is")
        }
        file = Invoice.Attachment(
            name: name, mimeType: kind.mimeType, description: description, size: bytes.count,
            sha256: SHA256.hex(of: bytes))
    }

    private static func isText(_ bytes: [UInt8]) -> Bool {
        let isClean = bytes.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        return isClean && String(validating: bytes, as: UTF8.self) != nil
    }

    /// Whether bytes are a ZIP file that begins with, or lists, a name.
    private static func isZip(_ bytes: [UInt8], holding name: String) -> Bool {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
        let head = bytes.prefix(1 << 12)
        let end = bytes.suffix(1 << 16)
        return [head, end].contains { part in
            part.indices.contains { part[$0...].starts(with: name.utf8) }
        }
    }
}

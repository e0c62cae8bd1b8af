import Database
import Money

extension Archive {
    /// A row of the index of files as it stands there, whatever it says.
    public struct FileRow: Sendable {
        public let number: String
        public let rendition: Int
        public let path: String
        /// The file, or why the row says none.
        public let file: Result<File, DatabaseError>
        /// Where the file of this document must lie, as the document's row says; `nil` where that
        /// cannot be told.
        public let place: String?

        /// From `number, rendition, kind, path, size, sha256` and the document's
        /// `number, customer, issue_date`.
        fileprivate init(_ row: borrowing Row) throws {
            number = try row.string(0)
            rendition = try row.int(1)
            path = try row.string(3)
            do {
                guard let read = try File(row, at: 2) else {
                    throw DatabaseError.damaged("the row has no kind")
                }
                file = .success(read)
            } catch let error as DatabaseError {
                file = .failure(error)
            }
            guard case .success(let file) = file, let document = try row.optionalString(6),
                let customer = try row.optionalString(7),
                let date = try row.optionalString(8).flatMap({ CalendarDate($0) })
            else {
                place = nil
                return
            }
            place = Archive.path(
                customer: customer, date: date, number: document, rendition: rendition, file.kind)
        }
    }

    /// Every row of the index of files, one at a time.
    public static func fileRows(
        in transaction: borrowing Transaction, _ body: (FileRow) throws -> Void
    ) throws {
        try transaction.query(
            """
            SELECT f.number, f.rendition, f.kind, f.path, f.size, f.sha256,
                d.number, d.customer, d.issue_date
            FROM archived_file f LEFT JOIN document d ON d.number = f.number
            ORDER BY f.number, f.rendition, f.kind
            """
        ) { row in try body(FileRow(row)) }
    }
}

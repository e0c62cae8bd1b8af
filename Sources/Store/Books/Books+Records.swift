import Database
import Diagnostics
import Formats
import Money
import Trade

extension Books {
    /// The kind under which the company's own record is kept.
    static let companyKind = "company"

    /// Keeps a record as it was given, in place of an earlier one of the same kind and id, which is
    /// put aside with the day.
    public static func keep(
        _ source: SourceText, kind: RecordKind, id: String, isCSV: Bool, on day: CalendarDate,
        in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO replaced_record
                (kind, id, position, date, file, line, column, heading, is_csv, text)
            SELECT kind, id, (SELECT count(*) + 1 FROM replaced_record r
                    WHERE r.kind = record.kind AND r.id = record.id),
                ?3, file, line, column, heading, is_csv, text
            FROM record WHERE kind = ?1 AND id = ?2 AND text <> ?4
            """,
            .text(kind.rawValue), .text(id), .text(day.description), .blob(source.bytes))
        try keep(source, kindName: kind.rawValue, id: id, isCSV: isCSV, in: transaction)
    }

    /// Keeps the company's record.
    public static func keepCompany(
        _ source: SourceText, in transaction: borrowing Transaction
    ) throws {
        try keep(source, kindName: companyKind, id: companyKind, isCSV: false, in: transaction)
    }

    private static func keep(
        _ source: SourceText, kindName: String, id: String, isCSV: Bool,
        in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT OR REPLACE INTO record (kind, id, file, line, column, heading, is_csv, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .text(kindName), .text(id), .text(source.name), Binding(source.firstLine),
            Binding(source.firstColumn), Binding(source.headingLength), Binding(isCSV),
            .blob(source.bytes))
    }

    /// A record that was kept, ready to be read again.
    public struct Kept: Sendable {
        /// Under which it is kept; empty where it is in no books.
        public let id: String
        public let source: SourceText
        public let isCSV: Bool

        /// The record's structure; `nil` after findings.
        public func tree(_ kind: RecordKind, _ findings: Findings) -> DataTree? {
            if isCSV, let table = kind.table { return CSVReader.read(source, table, findings) }
            do throws(Rejected) { return try JSONReader.read(source) } catch {
                findings.add(error.diagnostic)
                return nil
            }
        }

        public init(source: SourceText, isCSV: Bool) {
            id = ""
            self.source = source
            self.isCSV = isCSV
        }

        init(_ id: String, _ row: borrowing Row) throws {
            self.id = id
            source = SourceText(
                name: try row.string(0), bytes: try row.blob(5), firstLine: try row.int(1),
                firstColumn: try row.int(2), headingLength: try row.int(3))
            isCSV = try row.bool(4)
        }
    }

    /// The company's record; `nil` in books that were never begun.
    public static func company(in transaction: borrowing Transaction) throws -> Kept? {
        try record(kindName: companyKind, id: companyKind, in: transaction)
    }

    /// One record by kind and id.
    public static func record(
        _ kind: RecordKind, _ id: String, in transaction: borrowing Transaction
    ) throws -> Kept? {
        try record(kindName: kind.rawValue, id: id, in: transaction)
    }

    private static func record(
        kindName: String, id: String, in transaction: borrowing Transaction
    ) throws -> Kept? {
        try transaction.first(
            """
            SELECT file, line, column, heading, is_csv, text FROM record WHERE kind = ? AND id = ?
            """, .text(kindName), .text(id)
        ) { row in try Kept(id, row) }
    }

    /// Every record of a kind, by id, one at a time.
    public static func records(
        _ kind: RecordKind, in transaction: borrowing Transaction, _ body: (Kept) throws -> Void
    ) throws {
        try transaction.query(
            """
            SELECT file, line, column, heading, is_csv, text, id FROM record
            WHERE kind = ? ORDER BY id
            """, .text(kind.rawValue)
        ) { row in try body(Kept(row.string(6), row)) }
    }

    /// Records that another took the place of, oldest first, each with the day on which it did.
    public static func replaced(
        _ kind: RecordKind, _ id: String, in transaction: borrowing Transaction
    ) throws -> [(date: String, kept: Kept)] {
        var records: [(String, Kept)] = []
        try transaction.query(
            """
            SELECT file, line, column, heading, is_csv, text, date FROM replaced_record
            WHERE kind = ? AND id = ? ORDER BY position
            """, .text(kind.rawValue), .text(id)
        ) { row in records.append((try row.string(6), try Kept(id, row))) }
        return records
    }

    /// How many records of a kind there are.
    public static func count(
        _ kind: RecordKind, in transaction: borrowing Transaction
    ) throws -> Int {
        try transaction.first("SELECT count(*) FROM record WHERE kind = ?", .text(kind.rawValue)) {
            row in try row.int(0)
        } ?? 0
    }
}

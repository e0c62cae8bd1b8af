/// Why the database did not do what was asked.
public struct DatabaseError: Error, Hashable, Sendable {
    /// What kind of trouble it is, for code that can do something about it.
    public enum Kind: Hashable, Sendable {
        /// Another process is writing and did not finish in time.
        case busy
        /// The disk is full.
        case full
        /// The file is damaged.
        case corrupt
        /// Something was to be written where only reading is possible.
        case readOnly
        /// The file is no SQLite database.
        case notADatabase
        /// The file is a database of another program.
        case foreignDatabase
        /// The file was written by a newer version of this program.
        case newerVersion
        /// The file cannot be opened.
        case cannotOpen
        /// The disk or file system failed.
        case inputOutput
        /// A value stands in a unique column or primary key already.
        case uniqueConstraint
        /// A row refers to one that is not there, or is referred to and cannot go.
        case foreignKeyConstraint
        /// A value has the wrong type, is missing, or breaks a `CHECK`.
        case valueConstraint
        /// A column has another type than the program reads.
        case columnType
        /// Anything else: see the code and message.
        case other
    }

    public let kind: Kind

    /// SQLite's primary result code, such as 5 for `SQLITE_BUSY`; 1 where SQLite had no part.
    public let code: Int32

    /// SQLite's extended result code, such as 787 for `SQLITE_CONSTRAINT_FOREIGNKEY`.
    public let extendedCode: Int32

    /// SQLite's words, or ours.
    public let message: String

    /// The statement that failed, if it was one.
    public let sql: String?

    /// What was read is not what the program writes: the file was damaged or changed by others.
    public static func damaged(_ message: String) -> DatabaseError {
        DatabaseError(kind: .corrupt, message: message)
    }

    init(kind: Kind, message: String, sql: String? = nil) {
        self.kind = kind
        code = 1
        extendedCode = 1
        self.message = message
        self.sql = sql
    }

    init(extendedCode: Int32, message: String, sql: String? = nil) {
        kind = Kind(extendedCode: extendedCode)
        code = extendedCode & 0xFF
        self.extendedCode = extendedCode
        self.message = message
        self.sql = sql
    }

    /// What somebody who runs the program can do about it, if we know.
    public var advice: String? {
        switch kind {
        case .busy: "another process is writing to the books; wait for it and try again"
        case .full: "the disk is full; nothing was changed; make room and try again"
        case .corrupt: "the books file is damaged; restore it from a backup"
        case .readOnly: "the books can only be read here; check the permissions of file and folder"
        case .notADatabase: "the file is not a books file; check the path"
        case .foreignDatabase: "the file belongs to another program; check the path"
        case .newerVersion: "use the version of this program that wrote it, or a newer one"
        case .cannotOpen:
            "check that the folder exists and may be written to, and that the disk has room"
        case .inputOutput: "reading or writing the disk failed; check the disk, then try again"
        case .other where message.hasPrefix("no such "):
            "the tables are not those that this program makes; bijak verify tells what was changed"
        default: nil
        }
    }
}

extension DatabaseError: CustomStringConvertible {
    /// The message, the advice, and what SQLite calls it.
    public var description: String {
        var text = message
        if let advice { text += ": \(advice)" }
        if code != 1 { text += " (SQLite \(extendedCode))" }
        if let sql { text += "\n    in: \(sql)" }
        return text
    }
}

import Crypto
import Database
import Money

/// The index of issued documents' files: where they lie, how large they are, their digests, and a
/// chain of hashes over all of them in the order of filing.
///
/// Files are plain and readable without this program:
/// `archive/<customer>/<yyyy-mm>/<number>.<extension>`. Nothing here touches the file system.
public enum Archive {
    /// The tables of the index, version 1.
    public static let version1: StaticString = """
        CREATE TABLE archived (
            sequence INTEGER PRIMARY KEY,
            number TEXT NOT NULL COLLATE NOCASE REFERENCES document (number),
            rendition INTEGER NOT NULL,
            chain BLOB NOT NULL,
            UNIQUE (number, rendition)
        ) STRICT;
        CREATE TABLE archived_file (
            number TEXT NOT NULL COLLATE NOCASE,
            rendition INTEGER NOT NULL,
            kind TEXT NOT NULL,
            path TEXT NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            sha256 BLOB NOT NULL,
            PRIMARY KEY (number, rendition, kind),
            FOREIGN KEY (number, rendition) REFERENCES archived (number, rendition)
        ) STRICT, WITHOUT ROWID;
        """

    /// What a file of a document is.
    public enum FileKind: String, CaseIterable, Sendable {
        case pdf
        /// EN 16931 in UBL.
        case ubl
        /// EN 16931 as UN/CEFACT's Cross Industry Invoice; a hybrid page has the same inside it.
        case cii
        /// The canonical JSON.
        case json
        /// The request of India's e-invoice, INV-01.
        case inv01

        var fileExtension: String {
            switch self {
            case .pdf: "pdf"
            case .ubl: "ubl.xml"
            case .cii: "cii.xml"
            case .json: "json"
            case .inv01: "inv01.json"
            }
        }
    }

    /// A file of an issued document.
    public struct File: Sendable, Hashable {
        public let kind: FileKind
        /// Relative to the archive's folder.
        public let path: String
        public let size: Int
        public let sha256: [UInt8]

        public init(kind: FileKind, path: String, size: Int, sha256: [UInt8]) {
            self.kind = kind
            self.path = path
            self.size = size
            self.sha256 = sha256
        }
    }

    /// Where a file of a document lies, relative to the archive's folder.
    ///
    /// Only letters, digits, `-`, `_` and `.` of customer and number reach the path; anything else
    /// becomes `-`, and no part begins with a dot.
    public static func path(
        customer: String, date: CalendarDate, number: String, rendition: Int, _ kind: FileKind
    ) -> String {
        let month = "\(padded(date.year, 4))-\(padded(date.month, 2))"
        let mark = rendition == 1 ? "" : ".r\(rendition)"
        let name = "\(fileName(number))\(mark).\(kind.fileExtension)"
        return "\(fileName(customer))/\(month)/\(name)"
    }

    /// Whether a path is of the form that ``path(customer:date:number:rendition:_:)`` makes: three
    /// names of its characters, none of them hidden, the second a month, the last with the ending of a
    /// kind of file.
    public static func isSound(_ path: String) -> Bool {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        return names.count == 3
            && names.allSatisfy {
                !$0.isEmpty && $0.utf8.count <= 255 && fileName(String($0)) == $0
            }
            && names[1].utf8.count == 7 && CalendarDate("\(names[1])-01") != nil
            && FileKind.allCases.contains { names[2].hasSuffix(".\($0.fileExtension)") }
    }

    /// The name of a file or folder: letters, digits, `-`, `_` and `.`, with `-` for anything else,
    /// and never hidden.
    public static func fileName(_ text: String) -> String {
        var bytes = text.utf8.map { byte in
            switch byte {
            case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."):
                byte
            default: UInt8(ascii: "-")
            }
        }
        if bytes.first == UInt8(ascii: ".") || bytes.isEmpty {
            bytes.insert(UInt8(ascii: "-"), at: 0)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

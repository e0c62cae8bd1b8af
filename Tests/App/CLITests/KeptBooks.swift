import Database
import TestSupport

/// Books as each form of the tables has left them, in `Tests/Fixtures`. A form that is published gets
/// its books there in the same commit, made by the program of that day.
enum KeptBooks {
    private static let folder = "\(Program.home)/Tests/Fixtures"
    private static let prefix = "books-version"

    /// The versions that are kept, the oldest first.
    static let versions = names(folder).filter { $0.hasPrefix(prefix) }.compactMap {
        Int($0.dropFirst(prefix.count))
    }.sorted()

    /// A copy of those of a version, in `books`.
    static func copy(_ version: Int) -> Scratch {
        let fixture = "\(folder)/\(prefix)\(version)"
        let scratch = Scratch()
        for file in filesBelow(fixture) {
            scratch.write("books/\(file)", contents("\(fixture)/\(file)") ?? [])
        }
        return scratch
    }

    /// Which version books are of. The first has two parts, the tables and the index of files, and
    /// every later one is one more.
    static func version(of books: String) throws -> Int {
        try Connection.open("\(books)/books.sqlite", readonly: true).schemaVersion() - 1
    }
}

/// Where results may be written: the one look at every path that a command is told to write to,
/// before it does anything.
///
/// Nothing is written into a folder with books but by the books themselves: what lies there is often
/// the only copy. And only an ordinary file gives way to a new one.
public enum OutputPlace {
    /// A file that is to be made, or whose place is to be taken.
    ///
    /// - Parameters:
    ///   - option: that named it, for messages.
    ///   - inTemplates: whether it may lie in `templates/` of books, which is the user's own folder.
    /// - Returns: the path as it was given.
    public static func file(
        _ path: String, _ option: String, inTemplates: Bool = false
    ) throws -> String {
        if path.isEmpty { throw UsageError("\(option) names no file") }
        if path.hasSuffix("/") || Disk.isFolder(path) {
            throw UsageError("\(option) names a file, and \(path) is a folder")
        }
        if let kind = Disk.kind(path), kind != .file {
            throw UsageError(
                "\(path) is no ordinary file but \(kind.words): nothing is put in its place",
                hint: "name a new file, or one that may be replaced")
        }
        let place = Disk.place(path)
        guard let books = books(around: parent(of: place)) ?? books(named: path) else {
            return path
        }
        if inTemplates, place.hasPrefix("\(books)/templates/") { return path }
        throw inside(books, path)
    }

    /// A folder that files are to be written into; it is made where it is not there.
    ///
    /// - Returns: the path as it was given, without slashes at its end.
    public static func folder(_ path: String, _ option: String) throws -> String {
        let path = try newFolder(path, option)
        if let books = books(around: Disk.place(path)) ?? books(named: path) {
            throw inside(books, path)
        }
        return path
    }

    /// A folder that becomes books itself, or a backup: it may lie in none.
    public static func newFolder(_ path: String, _ option: String) throws -> String {
        if path.isEmpty { throw UsageError("\(option) names no folder") }
        let path = Disk.trimmed(path)
        if Disk.kind(path) != nil, !Disk.isFolder(path) {
            throw UsageError("\(option) names a folder, and \(path) is none")
        }
        let place = Disk.place(path)
        if place != "/", let books = books(around: parent(of: place)) {
            throw inside(books, path)
        }
        return path
    }

    private static func inside(_ books: String, _ path: String) -> UsageError {
        UsageError(
            "\(path) lies in the books \(books): only they write there",
            hint: "name a place outside of them")
    }

    /// The nearest folder with books that a place lies in, itself among them.
    private static func books(around place: String) -> String? {
        var folder = place
        while folder != "/" {
            if Disk.exists("\(folder)/books.sqlite") { return folder }
            folder = parent(of: folder)
        }
        return Disk.exists("/books.sqlite") ? folder : nil
    }

    /// The folder with books that a path leads through, also where a link in it leads out of them.
    private static func books(named path: String) -> String? {
        if path.split(separator: "/").contains("..") { return nil }
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
            folder = folder[..<slash]
            if Disk.exists("\(folder)/books.sqlite") { return String(folder) }
        }
        return nil
    }

    private static func parent(of place: String) -> String {
        guard let slash = place.lastIndex(of: "/"), slash != place.startIndex else { return "/" }
        return String(place[..<slash])
    }
}

extension Disk.Kind {
    /// For messages.
    var words: String {
        switch self {
        case .file: "a file"
        case .folder: "a folder"
        case .link: "a symbolic link"
        case .other: "a pipe, a socket or a device"
        }
    }
}

import Crypto
import Database
import TestSupport

/// What is left of books after the power was cut, looked at without the program: whatever moment it
/// was, what had been reported as done is there, and all that is there is whole.
struct Aftermath {
    private(set) var complaints: [String] = []

    /// - Parameters:
    ///   - folder: what the cut has left.
    ///   - calls: after how many calls of the run it came.
    init(_ folder: String, _ run: RecordedRun, calls: Int) {
        do { try look(folder, run, calls) } catch { complaints.append("\(error)") }
    }

    private mutating func look(_ folder: String, _ run: RecordedRun, _ calls: Int) throws {
        let (ended, length) = (run.ended(at: calls), run.trail(at: calls))
        try trail(folder, run, calls)
        // Books whose beginning was cut off are begun again, by the program.
        if length.lowerBound == 0 { return }
        try books("\(folder)/books", issued: ended.flatMap(\.issued))
        if ended.contains(where: { $0.arguments[0] == "backup" }) {
            complaints += try Audit("\(folder)/copy", strayFiles: true).complaints.map {
                "copy: \($0)"
            }
        }
        if ended.contains(where: { $0.arguments[0] == "restore" }) {
            try books("\(folder)/new", issued: [])
        }
        let logos = ended.count(where: \.isInit)
        if logos > 0 {
            logo("\(folder)/books", run, logos...run.begun(at: calls).count(where: \.isInit))
        }
    }

    /// Nothing that was reported is gone, and nothing is in it that was never done.
    private mutating func trail(_ folder: String, _ run: RecordedRun, _ calls: Int) throws {
        let length = run.trail(at: calls)
        var links: [String]
        do { links = try Trail.links("\(folder)/books") } catch {
            // Before `init` has ended the file may be there and empty of everything.
            if length.lowerBound > 0 { throw error }
            return
        }
        if run.mayHaveRefusedCommit(at: calls) { links = Array(links.prefix(length.upperBound)) }
        if !length.contains(links.count) {
            complaints.append("the trail has \(links.count) entries, not \(length)")
        }
        if !run.trail.starts(with: links) {
            complaints.append("the trail says what never happened")
        }
    }

    private mutating func books(_ books: String, issued: [String]) throws {
        complaints += try Audit(books, strayFiles: true).complaints
        head(books, try Trail.links(books))
        let listed = Set(
            String(decoding: contents("\(books)/filing.txt") ?? [], as: UTF8.self)
                .split(separator: "\n").map(String.init))
        let connection = try Connection.open("\(books)/books.sqlite", readonly: true)
        try connection.transaction(.deferred) { transaction in
            for number in issued {
                let isThere = try transaction.first(
                    "SELECT count(*) FROM document WHERE number = ?", .text(number)
                ) { try $0.int(0) == 1 }
                if isThere != true { complaints.append("\(number) was issued and is gone") }
            }
            var indexed: Set<String> = []
            try transaction.query("SELECT path FROM archived_file") { row in
                indexed.insert(try row.string(0))
            }
            let stray = Set(filesBelow("\(books)/archive")).subtracting(indexed)
            complaints += stray.subtracting(listed).sorted().map {
                "\($0) is in no index and not listed in filing.txt"
            }
            var recipes: Set<String> = []
            try transaction.query("SELECT DISTINCT hex(recipe) FROM archived") { row in
                recipes.insert(try row.string(0).lowercased())
            }
            for recipe in recipes { materials(recipe, "\(books)/materials") }
            // What waits for an invoice, or went with one; books that are being upgraded have none.
            let table = "SELECT 1 FROM sqlite_schema WHERE name = 'attachment'" as StaticString
            guard try transaction.first(table, row: { _ in true }) != nil else { return }
            try transaction.query("SELECT DISTINCT sha256 FROM attachment") { row in
                _ = material(try row.string(0), "\(books)/materials")
            }
        }
    }

    /// How far the books had come is noted whole, and after they had.
    private mutating func head(_ books: String, _ links: [String]) {
        guard let bytes = contents("\(books)/head.txt") else { return }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        let place = parts.count == 2 ? Int(parts[0]) ?? 0 : 0
        guard links.indices.contains(place - 1),
            parts[1] == links[place - 1].lowercased() + "\n"
        else {
            complaints.append("head.txt says what the trail does not: \(parts)")
            return
        }
    }

    /// The company's logo: the one of the last `init` that has ended, or of the one that was at work.
    private mutating func logo(_ books: String, _ run: RecordedRun, _ which: ClosedRange<Int>) {
        let logo = contents("\(books)/templates/logo.png")
        let wanted = which.map { contents("\(run.folder)/../\(WorkingDay.logos[$0 - 1])") }
        if logo == nil || !wanted.contains(logo) { complaints.append("the logo is not whole") }
    }

    /// A recipe and all that it names.
    private mutating func materials(_ recipe: String, _ folder: String) {
        let text = String(decoding: material(recipe, folder), as: UTF8.self)
        for line in text.split(separator: "\n") where line.hasPrefix("file ") {
            _ = material(String(line.split(separator: " ")[1]), folder)
        }
    }

    private mutating func material(_ name: String, _ folder: String) -> [UInt8] {
        let bytes = contents("\(folder)/\(name)") ?? []
        if SHA256.hex(of: bytes) != name { complaints.append("materials/\(name) is not whole") }
        return bytes
    }
}

extension RecordedRun.Step {
    fileprivate var isInit: Bool { arguments[0] == "init" }
}

import Archive
import Books
import Crypto
import Database
import Money
import Testing

@Suite struct ArchiveTests {
    static let day = CalendarDate("2026-04-30") ?? CalendarDate(dayNumber: 0)

    struct Place: CustomTestStringConvertible {
        let customer: String
        let number: String
        let kind: Archive.FileKind
        let rendition: Int
        let path: String

        init(
            _ customer: String, _ number: String, _ kind: Archive.FileKind, _ rendition: Int,
            _ path: String
        ) {
            self.customer = customer
            self.number = number
            self.kind = kind
            self.rendition = rendition
            self.path = path
        }

        var testDescription: String { path }
    }

    @Test(
        "A document's files lie where people look for them, and never anywhere else",
        arguments: [
            Place("C-1", "NV/26-27/00001", .pdf, 1, "C-1/2026-04/NV-26-27-00001.pdf"),
            Place("C-1", "NV/26-27/00001", .ubl, 1, "C-1/2026-04/NV-26-27-00001.ubl.xml"),
            Place("C-1", "NV/26-27/00001", .json, 1, "C-1/2026-04/NV-26-27-00001.json"),
            Place("C-1", "N1", .pdf, 2, "C-1/2026-04/N1.r2.pdf"),
            Place("..", "../../x", .pdf, 1, "-../2026-04/-..-..-x.pdf"),
            Place("/etc", "a\u{0}b\nc", .pdf, 1, "-etc/2026-04/a-b-c.pdf"),
            Place("", "", .json, 1, "-/2026-04/-.json"),
            Place("ä", "A B", .json, 1, "--/2026-04/A-B.json"),
        ])
    func path(_ place: Place) {
        let path = Archive.path(
            customer: place.customer, date: Self.day, number: place.number,
            rendition: place.rendition, place.kind)
        #expect(path == place.path)
    }

    private func archive() throws -> Connection {
        let connection = try Connection.open(":memory:")
        try connection.migrate([
            Books.version1, Archive.version1, Books.version2, Books.version3, Books.version4,
            Archive.version2, Books.version6, Books.version7, Books.version8, Archive.version3,
        ])
        try connection.transaction(.immediate) { transaction in
            try transaction.execute(
                "INSERT INTO sales_order (id, customer, date) VALUES ('O', 'C', '2026-04-01')")
            for counter in 1...3 {
                try transaction.execute(
                    """
                    INSERT INTO document (number, kind, series, fiscal_year, counter, issue_date,
                        customer, customer_name, order_id, currency, taxable, tax, payable)
                    VALUES ('N' || ?1, 'invoice', 'S', '2026', ?1, '2026-04-30', 'C', 'C', 'O',
                        'INR', 0, 0, 0)
                    """, .integer(Int64(counter)))
            }
        }
        try Seals.watch(connection)
        return connection
    }

    private func files(_ number: String, _ rendition: Int = 1) -> [Archive.File] {
        [Archive.FileKind.pdf, .json].map { kind in
            let bytes = Array("\(number) \(rendition) \(kind.rawValue)".utf8)
            return Archive.File(
                kind: kind,
                path: Archive.path(
                    customer: "C", date: Self.day, number: number, rendition: rendition, kind),
                size: bytes.count, sha256: SHA256.digest(of: bytes))
        }
    }

    @Test(
        "Only what such a path looks like is one",
        arguments: [
            ("C-1/2026-04/N-1.r2.pdf", true), ("-../2026-04/-..-x.pdf", true),
            ("../2026-04/x.pdf", false), ("C-1/../x.pdf", false), ("/etc/passwd", false),
            ("C-1/2026-04/a/b.pdf", false), ("C-1/2026-04/a b.pdf", false), ("C-1//a.pdf", false),
            ("C-1/2026-13/a.pdf", false), ("C-1/month/a.pdf", false), ("C-1/2026-04/a.exe", false),
            ("C-1/2026-04/" + String(repeating: "a", count: 256), false), ("", false),
        ])
    func soundPaths(path: String, isSound: Bool) {
        #expect(Archive.isSound(path) == isSound)
    }

    @Test("What is filed is found again by number, in any case, and by path")
    func index() throws {
        let connection = try archive()
        try connection.transaction(.immediate) { transaction in
            try Archive.file("N1", rendition: 1, files("N1"), in: transaction)
            try Archive.file("N1", rendition: 2, files("N1", 2), in: transaction)
            let found = try Archive.files(of: "n1", in: transaction)
            #expect(Set(found) == Set(files("N1")))
            #expect(try Archive.files(of: "N1", rendition: 2, in: transaction).count == 2)
            #expect(try Archive.files(of: "N2", in: transaction) == [])
            #expect(try Archive.renditions(of: "N1", in: transaction) == [1, 2])
            #expect(try Archive.nextRendition(of: "N2", in: transaction) == 1)
            #expect(try Archive.isIndexed("C/2026-04/N1.pdf", in: transaction))
            #expect(try !Archive.isIndexed("C/2026-04/N1.pd", in: transaction))
            #expect(try !Archive.isIndexed("C/2026-04", in: transaction))
        }
    }

    @Test("No rendition is filed twice, no file under two documents, nothing without a document")
    func refused() throws {
        let connection = try archive()
        try connection.transaction(.immediate) { transaction in
            try Archive.file("N1", rendition: 1, files("N1"), in: transaction)
        }
        let wrong: [(String, [Archive.File], DatabaseError.Kind)] = [
            ("N1", files("N1", 9), .uniqueConstraint), ("N2", files("N1"), .uniqueConstraint),
            ("NONE", files("NONE"), .foreignKeyConstraint),
        ]
        for (number, files, kind) in wrong {
            let error = #expect(throws: DatabaseError.self) {
                try connection.transaction(.immediate) { transaction in
                    try Archive.file(number, rendition: 1, files, in: transaction)
                }
            }
            #expect(error?.kind == kind, "\(number)")
        }
    }

    @Test("The chain binds every entry to all before it")
    func chain() throws {
        func links(_ entries: [(String, [Archive.File])]) throws -> [[UInt8]] {
            let connection = try archive()
            var links: [[UInt8]] = []
            try connection.transaction(.immediate) { transaction in
                for (number, files) in entries {
                    try Archive.file(number, rendition: 1, files, in: transaction)
                }
                try transaction.query("SELECT chain FROM archived ORDER BY sequence") { row in
                    links.append(try row.blob(0))
                }
            }
            return links
        }
        let entries = ["N1", "N2", "N3"].map { ($0, files($0)) }
        let whole = try links(entries)
        // Computed again here from what the documentation says.
        var previous: [UInt8] = []
        for (index, (number, files)) in entries.enumerated() {
            let parts = files.map { "\($0.kind.rawValue) \(SHA256.hex($0.sha256))\n" }.sorted()
            previous = SHA256.digest(
                of: previous + Array("\(number)\n1\n\(parts.joined())".utf8))
            #expect(whole[index] == previous)
        }
        // The order in which an entry's files are handed over changes nothing; anything else does.
        #expect(try links(entries.map { ($0.0, $0.1.reversed()) }) == whole)
        #expect(try links(Array(entries.dropFirst())).last != whole.last)
        #expect(try links([entries[1], entries[0], entries[2]]).last != whole.last)
        var changed = entries
        changed[0].1[0] = Archive.File(
            kind: .pdf, path: changed[0].1[0].path, size: 1, sha256: SHA256.digest(of: []))
        #expect(try links(changed).last != whole.last)
    }

    @Test(
        "Whoever writes the index anew breaks the trail, and whoever writes the trail anew the index"
    )
    func boundTogether() throws {
        let connection = try archive()
        try connection.transaction(.immediate) { transaction in
            for number in ["N1", "N2", "N3"] {
                try Archive.file(
                    number, rendition: 1, files(number), recipe: SHA256.digest(of: []),
                    in: transaction)
                try Trail.add(
                    Trail.Note(
                        at: "2026-04-30", person: "Asha", action: .issue, subject: number,
                        detail: ""), in: transaction)
            }
            #expect(try breaks(in: transaction) == [0, 0])
            // The index as it would stand with another file in N2, every link reckoned again.
            try transaction.execute(
                "UPDATE archived_file SET sha256 = zeroblob(32) WHERE number = 'N2' AND kind = 'pdf'"
            )
            var links: [(Int, [UInt8])] = []
            try Archive.entries(in: transaction) { entry in
                links.append((entry.sequence, entry.link.hash(after: links.last?.1 ?? [])))
            }
            for (sequence, link) in links {
                try transaction.execute(
                    "UPDATE archived SET chain = ? WHERE sequence = ?", .blob(link),
                    Binding(sequence))
            }
            #expect(try breaks(in: transaction) == [0, 2])
            // Then the trail with another person, every link reckoned again.
            try transaction.execute("DROP TRIGGER audit_is_not_changed")
            try transaction.execute("UPDATE audit SET person = 'Ravi' WHERE sequence = 1")
            var notes: [(Int, [UInt8])] = []
            try Trail.entries(in: transaction) { entry in
                notes.append(
                    (
                        entry.sequence,
                        entry.note.hash(
                            after: notes.last?.1 ?? [], archive: entry.archive ?? [],
                            sequence: entry.sequence, sealed: entry.sealed)
                    ))
            }
            for (sequence, link) in notes {
                try transaction.execute(
                    "UPDATE audit SET chain = ? WHERE sequence = ?", .blob(link), Binding(sequence))
            }
            #expect(try breaks(in: transaction)[0] == 2)
        }
    }

    @Test("An entry of an earlier day says so; one that does not is found")
    func clock() throws {
        let connection = try archive()
        let days = ["2026-05-02T10:00:00+05:30", "2026-05-02T09:00:00+02:00", "2026-05-01"]
        try connection.transaction(.immediate) { transaction in
            var remarks: [String?] = []
            for day in days {
                let note = Trail.Note(
                    at: day, person: "A", action: .hold, subject: "O", detail: "r")
                remarks.append(try Trail.add(note, in: transaction))
            }
            #expect(remarks == [nil, nil, "the clock is behind: entry 2 is of 2026-05-02"])
            #expect(try goBack(in: transaction) == [])
            try transaction.execute(
                """
                INSERT INTO audit (sequence, at, person, action, subject, detail, archived, chain)
                VALUES (4, '2026-04-30', 'A', 'hold', 'O', 'r', 0, x'')
                """)
            #expect(try goBack(in: transaction) == [4])
        }
    }

    @Test("Whatever is written without an entry in the trail is undone")
    func unsealed() throws {
        let connection = try archive()
        let error = #expect(throws: (any Error).self) {
            try connection.transaction(.immediate) { transaction in
                try transaction.execute(
                    "INSERT INTO sales_order (id, customer, date) VALUES ('P', 'C', '2026-04-01')")
            }
        }
        #expect("\(try #require(error))".contains("sales_order P was to be changed without"))
        let count = try connection.first("SELECT count(*) FROM sales_order") { try $0.int(0) }
        #expect(count == 1)
    }

    /// Entries that are dated before the one before and do not say so.
    private func goBack(in transaction: borrowing Transaction) throws -> [Int] {
        var (earlier, found): (Trail.Entry?, [Int]) = (nil, [])
        try Trail.entries(in: transaction) { entry in
            if let earlier, entry.goesBack(after: earlier) { found.append(entry.sequence) }
            earlier = entry
        }
        return found
    }

    /// How many links of the index, and of the trail, do not follow from what they stand on.
    private func breaks(in transaction: borrowing Transaction) throws -> [Int] {
        var (index, trail) = (0, 0)
        var previous: [UInt8] = []
        try Archive.entries(in: transaction) { entry in
            if entry.link.hash(after: previous) != entry.chain { index += 1 }
            previous = entry.chain
        }
        previous = []
        try Trail.entries(in: transaction) { entry in
            let link = entry.note.hash(
                after: previous, archive: entry.archive ?? [], sequence: entry.sequence,
                sealed: entry.sealed)
            if link != entry.chain { trail += 1 }
            previous = entry.chain
        }
        return [index, trail]
    }
}

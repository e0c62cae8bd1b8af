import Database
import Testing

@Suite struct ConnectionTests {
    static let schema: [StaticString] = [
        """
        CREATE TABLE customer(code TEXT PRIMARY KEY, name TEXT NOT NULL, seal BLOB) STRICT;
        CREATE TABLE invoice(
            number INTEGER PRIMARY KEY, customer TEXT NOT NULL REFERENCES customer,
            total INTEGER NOT NULL CHECK (total >= 0)) STRICT;
        """
    ]

    private let scratch = Scratch()

    private func books() throws -> Connection {
        let books = try Connection.open(scratch.file, busyTimeout: 50)
        try books.migrate(Self.schema)
        return books
    }

    @Test(
        "Values come back as they went in",
        arguments: [
            ("Rao & Söhne", []), ("", nil), ("'; DROP TABLE customer; --", [0, 255, 0]),
            ("a\0b", [1]),
        ] as [(String, [UInt8]?)])
    func values(name: String, seal: [UInt8]?) throws {
        let books = try books()
        try books.execute(
            "INSERT INTO customer VALUES (?, ?, ?)", "K1", Binding(name), Binding(seal))
        try books.execute("INSERT INTO invoice VALUES (?, ?, ?)", nil, "K1", Binding(Int64.max))
        let read = try books.first("SELECT name, seal, NULL, 5 FROM customer") { row in
            (try row.string(0), try row.optionalBlob(1), try row.optionalInt64(2), try row.int(3))
        }
        #expect(read.map { $0.0.utf8.elementsEqual(name.utf8) } == true)
        #expect(read?.1 == seal)
        #expect(read?.2 == nil && read?.3 == 5)
        #expect(try books.first("SELECT total FROM invoice") { try $0.int64(0) } == Int64.max)
        #expect(try books.first("SELECT 1 WHERE 0") { try $0.int64(0) } == nil)
    }

    @Test(
        "A row that breaks a rule is refused, and says which",
        arguments: [
            ("K9", 1, "FOREIGN KEY constraint failed", .foreignKeyConstraint),
            ("K1", -1, "CHECK constraint failed: total >= 0", .valueConstraint),
            (
                "K1", "ten", "cannot store TEXT value in INTEGER column invoice.total",
                .valueConstraint
            ),
            (nil, 1, "NOT NULL constraint failed: invoice.customer", .valueConstraint),
            ("K1", nil, "NOT NULL constraint failed: invoice.total", .valueConstraint),
            ("K2", 5, "UNIQUE constraint failed: customer.code", .uniqueConstraint),
        ] as [(Binding, Binding, String, DatabaseError.Kind)])
    func constraints(
        customer: Binding, total: Binding, message: String, kind: DatabaseError.Kind
    ) throws {
        let books = try books()
        let error = #expect(throws: DatabaseError.self) {
            try books.transaction(.immediate) { transaction in
                try transaction.execute("INSERT INTO customer VALUES ('K1', 'Rao', NULL)")
                try transaction.execute("INSERT INTO customer VALUES ('K2', 'Roy', NULL)")
                try transaction.execute(
                    "INSERT INTO invoice(customer, total) VALUES (?, ?)", customer, total)
                try transaction.execute("INSERT INTO customer VALUES (?, 'Ray', NULL)", customer)
            }
        }
        #expect(error?.message == message)
        #expect(error?.kind == kind)
        #expect(try books.first("SELECT count(*) FROM customer") { try $0.int(0) } == 0)
    }

    @Test("Reading a column as what it is not throws")
    func columnTypes() throws {
        let books = try books()
        let error = #expect(throws: DatabaseError.self) {
            try books.first("SELECT 1.5") { try $0.int64(0) }
        }
        #expect(error?.kind == .columnType)
        #expect(error?.message == "column 0 is REAL, not INTEGER")
        #expect(error?.sql == "SELECT 1.5")
    }

    @Test("A mistake in a statement is shown with the statement")
    func syntaxError() throws {
        let books = try books()
        let error = #expect(throws: DatabaseError.self) { try books.execute("SELEC 1") }
        #expect(error?.description == "near \"SELEC\": syntax error\n    in: SELEC 1")
    }

    @Test("A long result is read row by row, also inside itself")
    func streaming() throws {
        let books = try books()
        var sum = 0
        try books.query(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
            SELECT i FROM n
            """, 100_000
        ) { sum += try $0.int(0) }
        #expect(sum == 5_000_050_000)
        var visited: [Int] = []
        func visit(_ limit: Int) throws {
            try books.query(
                "SELECT value FROM json_each('[1,2,3]') WHERE value < ?", Binding(limit)
            ) { row in
                visited.append(try row.int(0))
                try visit(try row.int(0))
            }
        }
        try visit(4)
        #expect(visited == [1, 2, 1, 3, 1, 2, 1])
    }

    @Test(
        "Files that are not our books are refused and left as they are",
        arguments: [
            (
                "this is no database, but long enough to be looked at: "
                    + String(repeating: "x", count: 99),
                nil, .notADatabase
            ),
            (nil, "CREATE TABLE theirs(a)", .foreignDatabase),
            (nil, "PRAGMA application_id = 7", .foreignDatabase),
        ] as [(String?, String?, DatabaseError.Kind)])
    func foreignFiles(text: String?, sql: String?, kind: DatabaseError.Kind) throws {
        if let text { scratch.write(text) }
        if sql?.hasPrefix("CREATE") == true {
            try Connection.open(scratch.file).execute("CREATE TABLE theirs(a)")
        } else if sql != nil {
            try Connection.open(scratch.file).execute("PRAGMA application_id = 7")
        }
        let error = #expect(throws: DatabaseError.self) { try Connection.open(scratch.file) }
        #expect(error?.kind == kind, "\(String(describing: error))")
    }

    @Test("A folder that is not there is named", arguments: ["/no/such/books.sqlite", "a\0b", ""])
    func missingFolder(path: String) {
        let error = #expect(throws: DatabaseError.self) { try Connection.open(path) }
        #expect(error?.kind == .cannotOpen)
    }

    @Test("The books are kept so that a commit survives a power cut")
    func durability() throws {
        let books = try books()
        #expect(try books.first("PRAGMA journal_mode") { try $0.string(0) } == "wal")
        #expect(try books.first("PRAGMA synchronous") { try $0.int(0) } == 2)
        #expect(try books.first("PRAGMA foreign_keys") { try $0.int(0) } == 1)
        #expect(try books.first("PRAGMA trusted_schema") { try $0.int(0) } == 0)
        #expect(try books.first("PRAGMA application_id") { try $0.int(0) } == 0x4249_4A4B)
    }
}

import Database
import Testing

@Suite struct TransactionTests {
    struct Refusal: Error {}

    static let schema: [StaticString] = [
        "CREATE TABLE number(series TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT",
        "INSERT INTO number VALUES ('A', 1), ('B', 1)",
        "ALTER TABLE number ADD COLUMN note TEXT",
    ]

    private let scratch = Scratch()

    private func books(readonly: Bool = false) throws -> Connection {
        let books = try Connection.open(scratch.file, readonly: readonly, busyTimeout: 50)
        try books.migrate(Self.schema)
        return books
    }

    private func last(_ books: Connection) throws -> Int? {
        try books.first("SELECT last FROM number WHERE series = 'A'") { try $0.int(0) }
    }

    @Test("What is thrown inside undoes all of it, what returns stays")
    func commitAndRollback() throws {
        let books = try books()
        #expect(throws: Refusal.self) {
            try books.transaction(.immediate) { transaction in
                #expect(try transaction.execute("UPDATE number SET last = last + 1") == 2)
                throw Refusal()
            }
        }
        #expect(try last(books) == 1)
        let number = try books.transaction(.immediate) { transaction in
            try transaction.first(
                "UPDATE number SET last = last + 1 WHERE series = ? RETURNING last", "A"
            ) { try $0.int(0) }
        }
        #expect(number == 2)
        #expect(try last(self.books()) == 2)
    }

    @Test("One writes, the others are told so, and read what was there before")
    func busy() throws {
        let first = try books()
        let second = try books()
        let reader = try books(readonly: true)
        try first.transaction(.immediate) { transaction in
            try transaction.execute("UPDATE number SET last = 9")
            let error = #expect(throws: DatabaseError.self) {
                try second.transaction(.immediate) { _ in }
            }
            #expect(error?.kind == .busy)
            #expect(error?.code == 5)
            #expect(error?.description.contains("another process is writing") == true)
            #expect(try last(reader) == 1)
        }
        try second.transaction(.immediate) { try $0.execute("UPDATE number SET last = last + 1") }
        #expect(try last(reader) == 10)
    }

    @Test("A deferred transaction reads one moment and does not write")
    func deferred() throws {
        let reader = try books()
        let writer = try books()
        try reader.transaction(.deferred) { transaction in
            #expect(try last(reader) == 1)
            try writer.execute("UPDATE number SET last = 5")
            #expect(try last(reader) == 1)
            let error = #expect(throws: DatabaseError.self) {
                try transaction.execute("UPDATE number SET last = 6")
            }
            #expect(error?.kind == .readOnly)
        }
        #expect(try last(reader) == 5)
    }

    @Test("A connection for reading cannot write")
    func readonly() throws {
        _ = try books()
        let reader = try books(readonly: true)
        let error = #expect(throws: DatabaseError.self) {
            try reader.execute("DELETE FROM number")
        }
        #expect(error?.kind == .readOnly)
        #expect(try last(reader) == 1)
    }

    @Test("Books move up one version at a time and never down")
    func migrations() throws {
        let books = try Connection.open(scratch.file)
        try books.migrate(Array(Self.schema.prefix(1)))
        #expect(try books.schemaVersion() == 1)
        let reader = try Connection.open(scratch.file, readonly: true)
        let behind = #expect(throws: DatabaseError.self) { try reader.migrate(Self.schema) }
        #expect(behind?.kind == .readOnly)

        let broken = Self.schema.prefix(1) + ["CREATE TABLE half(a); SELEC 1"]
        #expect(throws: DatabaseError.self) { try books.migrate(Array(broken)) }
        #expect(try books.schemaVersion() == 1)
        #expect(
            try books.first("SELECT 1 FROM sqlite_schema WHERE name = 'half'") { _ in true } == nil)

        try books.migrate(Self.schema)
        try books.migrate(Self.schema)
        #expect(try books.schemaVersion() == 3)
        #expect(try last(books) == 1)

        let newer = #expect(throws: DatabaseError.self) {
            try books.migrate(Array(Self.schema.prefix(2)))
        }
        #expect(newer?.kind == .newerVersion)
        #expect(
            newer?.description
                == "the books have version 3; this program knows versions up to 2: "
                + "use the version of this program that wrote it, or a newer one")
    }

    @Test("A migration may not leave rows that refer to nothing")
    func danglingMigration() throws {
        let books = try books()
        let migrations =
            Self.schema + [
                """
                CREATE TABLE issued(series TEXT REFERENCES number DEFERRABLE INITIALLY DEFERRED)
                STRICT;
                INSERT INTO issued VALUES ('Z');
                """
            ]
        let error = #expect(throws: DatabaseError.self) { try books.migrate(migrations) }
        #expect(error?.kind == .foreignKeyConstraint)
        #expect(error?.message == "migration 4 leaves rows of issued that refer to nothing")
        #expect(try books.schemaVersion() == 3)
    }
}

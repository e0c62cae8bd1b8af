import Crypto
import Database
import Glibc
import TestSupport
import Testing

/// Books that somebody has laid hands on: `verify` finds what was done and names it.
@Suite struct VerifyTests {
    /// Three invoices, one of them cancelled, a credit note; then an order on hold.
    static func books() throws -> Shop {
        let shop = try Shop()
        try shop.deliver(0..<3)
        try shop.done("issue", "--date", "2026-04-30")
        try shop.done(
            "credit", "TT/26-27/00001", "--line", "1:1", "--reason", "r", "--date", "2026-05-02")
        try shop.done("cancel", "TT/26-27/00003", "--reason", "wrong buyer", "--by", "Asha")
        try shop.done("hold", "SO-2", "--reason", "address", "--by", "Asha")
        return shop
    }

    struct Tampering: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var sql: [StaticString] = []
        var files: (@Sendable (Scratch) -> Void)?
        /// The finding's code, and words that name what was changed.
        let code: String
        let says: [String]
    }

    private static let first = "books/archive/RETAIL/2026-04/TT-26-27-00001.json"

    static let tamperings: [Tampering] = [
        Tampering(
            testDescription: "a byte of a file",
            files: { scratch in
                var bytes = scratch.bytes(first)
                bytes[40] ^= 1
                scratch.write(first, bytes)
            }, code: "file-changed", says: ["TT-26-27-00001.json", "SHA-256"]),
        Tampering(
            testDescription: "a longer file",
            files: { $0.write(first, $0.bytes(first) + [32]) },
            code: "file-changed", says: ["TT-26-27-00001.json", "its size"]),
        Tampering(
            testDescription: "a file that is gone", files: { $0.remove(first) },
            code: "file-missing", says: ["TT-26-27-00001.json"]),
        Tampering(
            testDescription: "a file slipped in",
            files: { $0.write("books/archive/RETAIL/2026-04/TT-26-27-00009.pdf", "x") },
            code: "file-unknown", says: ["TT-26-27-00009.pdf"]),
        Tampering(
            testDescription: "a link in place of a file",
            files: { scratch in
                scratch.write("elsewhere.json", scratch.bytes(first))
                scratch.remove(first)
                _ = unsafe symlink("\(scratch.path)/elsewhere.json", "\(scratch.path)/\(first)")
            }, code: "file-link", says: ["TT-26-27-00001.json"]),
        Tampering(
            testDescription: "a material",
            files: { scratch in
                for name in scratch.files("books/materials").prefix(1) {
                    scratch.write("books/materials/\(name)", "x")
                }
            }, code: "material-changed", says: ["materials/"]),
        Tampering(
            testDescription: "the digest of a file",
            sql: ["UPDATE archived_file SET sha256 = zeroblob(32) WHERE path LIKE '%00002.pdf'"],
            code: "chain-broken", says: ["TT/26-27/00002"]),
        Tampering(
            testDescription: "the place of a file",
            sql: ["UPDATE archived_file SET path = '../' || path WHERE path LIKE '%00002.pdf'"],
            code: "file-path", says: ["../RETAIL"]),
        Tampering(
            testDescription: "an amount of a document",
            sql: ["UPDATE document SET payable = payable + 1 WHERE counter = 2"],
            code: "document-changed", says: ["TT/26-27/00002", "payable"]),
        Tampering(
            testDescription: "a cancellation undone",
            sql: ["UPDATE document SET state = 'issued'"],
            code: "document-changed", says: ["TT/26-27/00003", "cancelled"]),
        Tampering(
            testDescription: "a date that goes back",
            sql: ["UPDATE document SET issue_date = '2026-04-01' WHERE counter = 2"],
            code: "number-order", says: ["TT/26-27/00002"]),
        Tampering(
            testDescription: "the order of two rows of the index",
            sql: [
                "UPDATE archived SET sequence = -1 WHERE sequence = 1",
                "UPDATE archived SET sequence = 1 WHERE sequence = 2",
                "UPDATE archived SET sequence = 2 WHERE sequence = -1",
            ], code: "chain-broken", says: ["row 1 of archived"]),
        Tampering(
            testDescription: "a document taken out",
            sql: [
                "UPDATE delivery SET document = NULL WHERE document = 'TT/26-27/00002'",
                "DELETE FROM document_line WHERE document = 'TT/26-27/00002'",
                "DELETE FROM archived_file WHERE number = 'TT/26-27/00002'",
                "DELETE FROM archived WHERE number = 'TT/26-27/00002'",
                "DELETE FROM document WHERE number = 'TT/26-27/00002'",
            ], code: "number-gap", says: ["TT/26-27/00003", "counter 2", "error[chain-broken]"]),
        Tampering(
            testDescription: "a document without files",
            sql: [
                "DELETE FROM archived_file WHERE number = 'TT/26-27/00002'",
                "DELETE FROM archived WHERE number = 'TT/26-27/00002'",
            ], code: "document-files", says: ["TT/26-27/00002", "json"]),
        Tampering(
            testDescription: "an order that documents name",
            sql: ["PRAGMA foreign_keys = OFF", "DELETE FROM sales_order WHERE id = 'SO-1'"],
            code: "row-missing", says: ["a row of sales_order"]),
        Tampering(
            testDescription: "a person in the trail",
            sql: [
                "DROP TRIGGER audit_is_not_changed",
                "UPDATE audit SET person = 'Ravi' WHERE action = 'cancel'",
            ], code: "trail-broken", says: ["cancel TT/26-27/00003"]),
        Tampering(
            testDescription: "a row of the trail taken out",
            sql: [
                "DROP TRIGGER audit_is_not_deleted", "DELETE FROM audit WHERE action = 'credit'",
            ], code: "trail-broken", says: ["rows of the audit trail are gone"]),
        Tampering(
            testDescription: "the trail cut behind the import",
            sql: [
                "DROP TRIGGER audit_is_not_deleted", "DROP TRIGGER seal_is_not_deleted",
                "DELETE FROM seal WHERE sequence > (SELECT max(sequence) FROM audit WHERE action = 'issue')",
                "DELETE FROM audit WHERE sequence > (SELECT max(sequence) FROM audit WHERE action = 'issue')",
            ], code: "trail-broken", says: ["the end of the audit trail was cut"]),
        Tampering(
            testDescription: "the index cut",
            sql: [
                "DELETE FROM archived_file WHERE rendition = 2",
                "DELETE FROM archived WHERE rendition = 2",
            ], code: "chain-broken", says: ["the end of the index of files was cut"]),
    ]

    @Test(
        "Whatever was tampered with is found and named",
        arguments: VerifyTests.tamperings + Tampering.withRows + Tampering.withFolders)
    func found(_ tampering: Tampering) throws {
        let shop = try Self.books()
        try #require(try shop.run("verify").status == 0)
        try Self.change(shop, tampering.sql)
        tampering.files?(shop.scratch)
        let outcome = try shop.run("verify")
        #expect(outcome.status == 1, "\(outcome.out)")
        for words in ["error[\(tampering.code)]"] + tampering.says {
            #expect(outcome.err.contains(words), "\(words): \(outcome.err)")
        }
        #expect(outcome.out.contains("told above"))
    }

    static func change(_ shop: Shop, _ statements: [StaticString]) throws {
        if statements.isEmpty { return }
        let connection = try Connection.open(shop.books + "/books.sqlite")
        for sql in statements { try connection.execute(sql) }
    }

    @Test("A tail that was cut everywhere at once is found from the head that was written down")
    func cutTail() throws {
        let shop = try Self.books()
        let before = try JSONAnswer(try shop.done("verify", "--json")).text("result", "head")
        try shop.deliver(3..<4)
        try shop.done("issue", "--date", "2026-05-31")
        let after = try JSONAnswer(try shop.done("verify", "--json")).text("result", "head")
        #expect(before != after)
        try shop.done("verify", "--head", before)
        try Self.change(
            shop,
            [
                "DROP TRIGGER audit_is_not_deleted",
                "UPDATE delivery SET document = NULL WHERE document = 'TT/26-27/00004'",
                "DELETE FROM document_line WHERE document = 'TT/26-27/00004'",
                "DELETE FROM archived_file WHERE number = 'TT/26-27/00004'",
                "DELETE FROM archived WHERE number = 'TT/26-27/00004'",
                "DELETE FROM document WHERE number = 'TT/26-27/00004'",
                "DROP TRIGGER seal_is_not_deleted",
                "DELETE FROM seal WHERE sequence = (SELECT max(sequence) FROM audit)",
                "DELETE FROM audit WHERE action = 'issue' AND subject = 'TT/26-27/00004'",
                """
                CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
                    BEGIN SELECT RAISE(ABORT, 'the audit trail loses nothing'); END
                """,
                """
                CREATE TRIGGER seal_is_not_deleted BEFORE DELETE ON seal
                    BEGIN SELECT RAISE(ABORT, 'no seal is lost'); END
                """,
            ])
        // What the folder remembers itself is lost with it.
        #expect(try shop.run("verify").err.contains("error[rows-lost]"))
        shop.scratch.remove("books/head.txt")
        for file in shop.scratch.files("books/archive") where file.contains("-00004.") {
            shop.scratch.remove("books/archive/\(file)")
        }
        // By itself it is as if it had never been.
        try shop.done("verify")
        let outcome = try shop.run("verify", "--head", after)
        #expect(
            outcome.status == 1 && outcome.err.contains("error[head-unknown]"), "\(outcome.err)")
        #expect(try shop.run("verify", "--head", "abc").status == 2)
    }

    @Test("A database that is damaged inside is told, whatever SQLite can still read")
    func damaged() throws {
        let shop = try Self.books()
        var bytes = shop.scratch.bytes("books/books.sqlite")
        for at in stride(from: 3 * 4096 + 200, to: bytes.count, by: 4096) {
            for offset in 0..<64 { bytes[at + offset] = 0xA5 }
        }
        shop.scratch.write("books/books.sqlite", bytes)
        let outcome = try shop.run("verify")
        #expect(outcome.status == 1 || outcome.status == 3, "\(outcome.out)")
        #expect(!outcome.out.contains("all is sound"))
    }

    @Test("What is done to the books is in the trail, with who did it, and takes no changes")
    func trail() throws {
        let shop = try Self.books()
        let rows = try shop.done("audit", "--csv").split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(
            rows.map { $0[3] } == [
                "begin", "import", "import", "import", "import", "import", "issue", "issue",
                "issue", "credit", "cancel", "hold",
            ])
        #expect(rows.map { $0[2] }.suffix(3) == ["system", "Asha", "Asha"])
        #expect(rows.allSatisfy { $0[1] == "2027-12-31" })
        let some = try shop.done("audit", "--document", "tt/26-27/00001")
        #expect(some.contains("2 entries") && some.contains("CN/26-27/0001"), "\(some)")
        #expect(try shop.done("audit", "--since", "2028-01-01") == "0 entries\n")
        for sql: StaticString in [
            "UPDATE audit SET person = 'x'", "DELETE FROM audit",
            "INSERT INTO audit VALUES (1, '', '', '', '', '', 0, x'', NULL)",
            "INSERT OR REPLACE INTO audit VALUES (2, '', '', '', '', '', 0, x'', NULL)",
            "UPDATE seal SET digest = x''", "DELETE FROM seal",
        ] {
            #expect(throws: DatabaseError.self) { try Self.change(shop, [sql]) }
        }
        try shop.done("verify")
    }
}

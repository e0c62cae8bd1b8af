import Database
import Glibc
import TestSupport
import Testing

/// A sound backup is never harmed: not by books that somebody has laid hands on, not by links, not by
/// a second run.
@Suite struct BackupPlaceTests {
    @Test("A copy of books that were changed does not take the place of a sound backup")
    func tampered() throws {
        let shop = try VerifyTests.books()
        try shop.done("backup", "copy")
        let before = shop.scratch.files("copy")
        let bytes = before.map { shop.scratch.bytes("copy/" + $0) }
        try shop.deliver(3..<4)
        try shop.done("issue", "--date", "2026-05-31")
        // A page, its row in the index, and what another document comes to.
        let page = "archive/RETAIL/2026-04/TT-26-27-00001.pdf"
        shop.scratch.write("books/\(page)", "another page")
        let connection = try Connection.open(shop.books + "/books.sqlite")
        try connection.execute(
            """
            UPDATE archived_file SET size = 12,
                sha256 = x'2e97acd7cea5aaa98a98d5e32f0b4a8ac9a6c8f5b8d16d2be2a0bd8b7c7d4a55'
            WHERE path LIKE '%00001.pdf'
            """)
        try connection.execute(
            "UPDATE document SET payable = payable + 1 WHERE number = 'TT/26-27/00002'")
        let outcome = try shop.run("backup", "copy")
        #expect(outcome.status == 1 && outcome.out.contains("the former backup stays"))
        #expect(outcome.err.contains("error[chain-broken]"), "\(outcome.err)")
        #expect(outcome.err.contains("error[document-changed]"), "\(outcome.err)")
        #expect(shop.scratch.files("copy") == before)
        #expect(before.map { shop.scratch.bytes("copy/" + $0) } == bytes)
        try shop.done("--books", "copy", "verify")
        // A new folder takes them as they are, and says so.
        let other = try shop.run("backup", "other")
        #expect(other.status == 1 && other.out.contains("the backup is not whole"))
        #expect(shop.scratch.has("other/books.sqlite"))
    }

    @Test("Links in a backup's folder are refused at every level, and nothing is written through")
    func links() throws {
        let shop = try VerifyTests.books()
        try shop.done("backup", "sound")
        let places = [
            ("archive", "archive"), ("materials", "materials"), ("templates", "archive"),
            ("books.sqlite", "books.sqlite"), ("archive/RETAIL", "archive/RETAIL"),
            ("templates/values", "archive"),
            (
                "archive/RETAIL/2026-04/TT-26-27-00001.pdf",
                "archive/RETAIL/2026-04/TT-26-27-00001.pdf"
            ),
        ]
        for (place, target) in places {
            shop.scratch.remove("copy")
            shop.scratch.makeFolders(to: "copy/\(place)")
            _ = unsafe symlink("\(shop.books)/\(target)", "\(shop.scratch.path)/copy/\(place)")
            let outcome = try shop.run("backup", "copy")
            #expect(outcome.status > 1, "\(place): \(outcome.out)")
            #expect(outcome.err.contains("a symbolic link"), "\(place): \(outcome.err)")
            #expect(outcome.out.isEmpty)
        }
        try shop.done("verify")
        try shop.done("backup", "sound")
    }

    @Test("A database that no backup of this version has left is told apart and stays")
    func otherDatabases() throws {
        let shop = try VerifyTests.books()
        shop.scratch.write("empty/books.sqlite", "")
        let empty = try shop.run("backup", "empty")
        #expect(empty.status == 2 && empty.err.contains("is empty"), "\(empty.err)")
        try shop.done("backup", "newer")
        let connection = try Connection.open(shop.scratch.path + "/newer/books.sqlite")
        try connection.execute("PRAGMA user_version = 99")
        let newer = try shop.run("backup", "newer")
        #expect(newer.status == 2 && newer.err.contains("newer version"), "\(newer.err)")
        #expect(try connection.schemaVersion() == 99)
        #expect(shop.scratch.files("empty") == ["books.sqlite"])
    }

    @Test("Of two backups into one folder the second waits for nobody and harms nothing")
    func twoAtOnce() throws {
        let shop = try Shop()
        try shop.deliver(0..<120)
        try shop.done("issue", "--date", "2026-04-30")
        let processes = try (0..<4).map { number in
            try Program.Process(
                ["backup", "copy"], in: shop.folder, err: "\(shop.scratch.path)/err-\(number)")
        }
        let ends = processes.map { $0.wait() }
        #expect(ends.contains(0) && ends.allSatisfy { $0 == 0 || $0 == 3 }, "\(ends)")
        for (number, end) in ends.enumerated() where end == 3 {
            #expect(shop.scratch.text("err-\(number)").contains("a backup is at work in copy"))
        }
        try shop.done("--books", "copy", "verify")
        #expect(try shop.done("backup", "copy").hasPrefix("0 files copied"))
        #expect(!shop.scratch.has("copy/bijak.lock"))
    }

    @Test("A template that the books no longer have does not come back by a restore")
    func removedTemplate() throws {
        let shop = try VerifyTests.books()
        for file in ["ours.xml", "languages/xx.json", "values/v.json"] {
            shop.scratch.write("books/templates/\(file)", "x")
        }
        try shop.done("backup", "copy")
        #expect(shop.scratch.files("copy/templates").count == 3)
        shop.scratch.remove("books/templates")
        try shop.done("backup", "copy")
        #expect(shop.scratch.files("copy/templates") == [])
    }
}

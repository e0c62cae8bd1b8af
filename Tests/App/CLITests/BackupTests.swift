import Database
import Glibc
import TestSupport
import Testing

/// Copies of books, and books of copies.
@Suite struct BackupTests {
    @Test("A backup is checked, copies only what is new the second time, and makes the same books")
    func roundTrip() throws {
        let shop = try VerifyTests.books()
        #expect(try shop.done("backup", "copy").contains("checked: all is sound"))
        let again = try shop.done("backup", "copy")
        #expect(again.hasPrefix("0 files copied"), "\(again)")
        try shop.deliver(3..<4)
        try shop.done("issue", "--date", "2026-05-31")
        #expect(try shop.done("backup", "copy").hasPrefix("2 files copied"))
        try shop.done("restore", "copy", "--books", "new")
        #expect(shop.scratch.files("new/archive") == shop.scratch.files("books/archive"))
        let head = try JSONAnswer(try shop.done("verify", "--json")).text("result", "head")
        try shop.done("--books", "new", "verify", "--head", head)
        #expect(try Audit(shop.scratch.path + "/new").complaints == [])
        // The books go on from there.
        try shop.done("--books", "new", "release", "SO-2", "--by", "Asha")
        try shop.done("--books", "new", "issue", "--date", "2026-05-31")
        #expect(try shop.done("--books", "new", "prove").contains("7 proven"))
        let refused = try shop.run("restore", "copy", "--books", "new")
        #expect(refused.status == 2 && refused.err.contains("overwrites nothing"))
    }

    @Test("A backup while documents are issued is of one moment")
    func whileIssuing() throws {
        let shop = try Shop()
        try shop.deliver(0..<300)
        let issuing = try Program.Process(
            ["issue", "--date", "2026-04-30"], in: shop.scratch.path)
        for number in 0..<3 {
            let outcome = try shop.run("backup", "copy-\(number)")
            #expect(outcome.status == 0, "\(outcome.err)\(outcome.out)")
        }
        #expect(issuing.wait() == 0)
        let last = try shop.done("backup", "copy-0")
        #expect(last.contains("all is sound"))
        #expect(try shop.done("--books", "copy-0", "find").contains("300 documents"))
    }

    @Test("What is not whole is not called restored, and a damaged file does not spread")
    func damaged() throws {
        let shop = try VerifyTests.books()
        try shop.done("backup", "copy")
        let file = "archive/RETAIL/2026-04/TT-26-27-00001.pdf"
        let sound = shop.scratch.bytes("books/\(file)")
        shop.scratch.write("books/\(file)", "x")
        // The copy has it already, whole.
        try shop.done("backup", "copy")
        #expect(shop.scratch.bytes("copy/\(file)") == sound)
        shop.scratch.write("copy/\(file)", "x")
        let outcome = try shop.run("backup", "copy")
        #expect(outcome.status == 1 && outcome.err.contains("error[file-changed]"))
        let restored = try shop.run("restore", "copy", "--books", "new")
        #expect(restored.status == 1 && restored.out.contains("new.restoring"), "\(restored.out)")
        #expect(!isFolder(shop.scratch.path + "/new"))
    }

    @Test("Another company's books are no place for a backup, though nothing was issued from them")
    func otherBooks() throws {
        let (shop, other) = (try VerifyTests.books(), try Shop("_books-eu"))
        for file in other.scratch.files("books") {
            shop.scratch.write("other/" + file, other.scratch.bytes("books/" + file))
        }
        let outcome = try shop.run("backup", "other")
        #expect(outcome.status == 2 && outcome.err.contains("a backup of other books"))
        #expect(try shop.done("--books", "other", "customer", "list").contains("LADEN"))
    }

    @Test("A damaged material does not take the place of a sound one")
    func damagedMaterial() throws {
        let shop = try VerifyTests.books()
        try shop.done("backup", "copy")
        let name = try #require(shop.scratch.files("books/materials").first)
        let sound = shop.scratch.bytes("copy/materials/\(name)")
        shop.scratch.write("books/materials/\(name)", "something else")
        let outcome = try shop.run("backup", "copy")
        #expect(outcome.status == 1 && outcome.err.contains("[material-changed]"))
        #expect(shop.scratch.bytes("copy/materials/\(name)") == sound)
    }

    @Test("What a backup that was stopped has left is in nobody's way")
    func leftovers() throws {
        let shop = try VerifyTests.books()
        for end in ["", "-journal", "-wal", "-shm"] {
            shop.scratch.write("copy/books.sqlite.new\(end)", "left behind")
        }
        #expect(try shop.done("backup", "copy").contains("checked: all is sound"))
        #expect(!names(shop.scratch.path + "/copy").contains { $0.contains(".new") })
    }

    @Test("A backup lies neither in the books nor over other things")
    func places() throws {
        let shop = try VerifyTests.books()
        #expect(try shop.run("backup", "books/archive").status == 2)
        #expect(try shop.run("backup", ".").status == 2)
        shop.scratch.write("other/letter.txt", "x")
        #expect(try shop.run("backup", "other").err.contains("letter.txt"))
        #expect(try shop.run("restore", "other", "--books", "new").status == 3)
        let stranger = try VerifyTests.books()
        try stranger.done("issue", "--date", "2026-05-31")
        try stranger.done("rerender", "--customer", "RETAIL")
        try stranger.done("backup", shop.scratch.path + "/theirs")
        let refused = try shop.run("backup", "theirs")
        #expect(refused.status == 2 && refused.err.contains("other books"), "\(refused.err)")
    }
}

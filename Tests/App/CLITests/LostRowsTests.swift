import Glibc
import TestSupport
import Testing

/// Books of which the newest part is lost, or that stand where others are: nothing is numbered,
/// moved or written there.
@Suite struct LostRowsTests {
    @Test("A number that was issued is not given again after an older database was put back")
    func olderDatabase() throws {
        let shop = try VerifyTests.books()
        try shop.done("backup", "before")
        let older = shop.scratch.bytes("books/books.sqlite")
        let credit = ["credit", "TT/26-27/00002", "--amount", "1.00", "--date", "2026-05-03"]
        #expect(try shop.run(credit + ["--reason", "first"]).status == 0)
        let head = try JSONAnswer(try shop.done("backup", "after", "--json")).text("result", "head")
        #expect(shop.scratch.text("books/head.txt").hasSuffix(" \(head)\n"))
        let archive = shop.scratch.files("books/archive")
        for end in ["", "-wal", "-shm"] { shop.scratch.remove("books/books.sqlite\(end)") }
        shop.scratch.write("books/books.sqlite", older)
        let told = try shop.run("verify")
        #expect(told.status == 1 && told.err.contains("error[rows-lost]"), "\(told)")
        #expect(told.err.contains("restore"), "\(told)")
        for command in [credit + ["--reason", "second"], ["backup", "later"]] {
            let refused = try shop.run(command)
            #expect(refused.status == 3 && refused.err.contains("lost rows"), "\(refused)")
        }
        #expect(shop.scratch.files("books/archive") == archive)
        #expect(shop.scratch.files("books/quarantine").isEmpty)
        // Nor is it a backup any more.
        shop.scratch.write("after/books.sqlite", older)
        let refused = try shop.run("restore", "after", "--books", "new")
        #expect(refused.status == 3 && refused.err.contains("lost rows"), "\(refused)")
        // What the newest sound backup has goes on.
        try shop.done("restore", "before", "--books", "new")
        try shop.done("--books", "new", "release", "SO-2", "--by", "Asha")
        try shop.done("--books", "new", "verify")
    }

    @Test("A backup that is copied over the books by hand takes no number back")
    func copiedOver() throws {
        let shop = try VerifyTests.books()
        try shop.done("backup", "before")
        let credit = ["credit", "TT/26-27/00002", "--amount", "1.00", "--date", "2026-05-03"]
        #expect(try shop.run(credit + ["--reason", "first"]).status == 0)
        let archive = shop.scratch.files("books/archive")
        for end in ["-wal", "-shm"] { shop.scratch.remove("books/books.sqlite\(end)") }
        for file in shop.scratch.files("before") {
            shop.scratch.write("books/\(file)", shop.scratch.bytes("before/\(file)"))
        }
        #expect(try shop.run("verify").err.contains("error[rows-lost]"))
        let refused = try shop.run(credit + ["--reason", "second"])
        #expect(refused.status == 3 && refused.err.contains("lost rows"), "\(refused)")
        #expect(shop.scratch.files("books/archive") == archive)
    }

    @Test("A pipe in place of a document is told, and nobody waits at it")
    func pipe() throws {
        let shop = try VerifyTests.books()
        let path = "\(shop.books)/archive/RETAIL/2026-04/TT-26-27-00001.json"
        shop.scratch.remove("books/archive/RETAIL/2026-04/TT-26-27-00001.json")
        try #require(unsafe mkfifo(path, 0o600) == 0)
        let told = try shop.run("verify")
        #expect(told.status == 1 && told.err.contains("error[file-missing]"), "\(told)")
        for command in ["fetch", "explain", "dispute"] {
            let outcome = try shop.run([command, "TT/26-27/00001"])
            #expect(outcome.status == 3 && outcome.err.contains("a pipe"), "\(outcome)")
        }
        #expect(try shop.run("rerender", "--period", "2026-04").status == 1)
    }

    @Test("Books of before have no note of how far they came; the next change writes it")
    func noNote() throws {
        let shop = try VerifyTests.books()
        shop.scratch.remove("books/head.txt")
        #expect(try shop.done("verify").contains("all is sound"))
        #expect(!shop.scratch.has("books/head.txt"))
        try shop.done("release", "SO-2", "--by", "Asha")
        let head = try JSONAnswer(try shop.done("verify", "--json")).text("result", "head")
        #expect(shop.scratch.text("books/head.txt").hasSuffix(" \(head)\n"))
        shop.scratch.write("books/head.txt", "7 nothing\n")
        #expect(try shop.run("verify").err.contains("error[rows-lost]"))
        #expect(try shop.run("hold", "SO-1", "--reason", "r", "--by", "Asha").status == 3)
    }

    @Test("Files of a batch that a stop has left are counted and said, and nothing is called sound")
    func waiting() throws {
        let shop = try Shop(in: "disk")
        try shop.deliver(0..<2)
        var run = try RecordedRun(in: shop.folder)
        try run.run(
            ["issue", "--date", "2026-04-30"],
            fault: Faults.Fault(kind: .filed, first: 1, last: 1))
        let told = try shop.done("verify")
        #expect(told.contains("4 files of an unfinished batch wait"), "\(told)")
        #expect(!told.contains("all is sound"))
        try shop.done("issue", "--date", "2026-04-30")
        #expect(try shop.done("verify").contains("all is sound"))
    }

    @Test(
        "Nothing is written through a link that stands where the books have something of their own",
        arguments: ["archive", "materials", "filing.txt", "books.sqlite", "head.txt"])
    func links(name: String) throws {
        let shop = try VerifyTests.books()
        VerifyTests.Tampering.moveAway(shop.scratch, "books/\(name)")
        VerifyTests.Tampering.link(shop.scratch, "elsewhere", "books/\(name)")
        let before = shop.scratch.files("").map { ($0, shop.scratch.bytes($0)) }
        let refused = try shop.run("hold", "SO-1", "--reason", "r", "--by", "Asha")
        #expect(refused.status == 3 && refused.err.contains("symbolic link"), "\(refused)")
        for (file, bytes) in before { #expect(shop.scratch.bytes(file) == bytes, "\(file)") }
    }

    @Test("A link to the books as a whole is the user's own choice")
    func linkToBooks() throws {
        let shop = try VerifyTests.books()
        VerifyTests.Tampering.link(shop.scratch, "books", "link")
        try shop.done("--books", "link", "hold", "SO-1", "--reason", "r", "--by", "Asha")
        #expect(try shop.done("--books", "link", "verify").contains("all is sound"))
    }

    @Test("A pipe or a folder in place of the database is refused, not waited at")
    func noFile() throws {
        let shop = try VerifyTests.books()
        for end in ["", "-wal"] {
            let copy = shop.duplicate()
            copy.scratch.remove("books/books.sqlite\(end)")
            _ = unsafe mkfifo("\(copy.books)/books.sqlite\(end)", 0o666)
            for command in [["verify"], ["hold", "SO-1", "--reason", "r", "--by", "Asha"]] {
                let refused = try copy.run(command)
                #expect(refused.status == 3 && refused.err.contains("a pipe"), "\(refused)")
            }
        }
    }

    @Test("What the disk does not give is told as that, not as changed, and the rest is looked at")
    func unreadable() throws {
        let shop = try Shop(in: "disk")
        try shop.deliver(0..<2)
        try shop.done("issue", "--date", "2026-04-30")
        let disk = Faults(
            folder: shop.folder, fault: Faults.Fault(kind: .unread, first: 1))
        let (out, err) = (shop.scratch.path + "/out", shop.scratch.path + "/err")
        let status = try disk.start(["verify"], out: out, err: err).wait()
        #expect(status == 3)
        let told = shop.scratch.text("err")
        #expect(
            told.contains("error[file-unreadable]") && told.contains("Input/output error"),
            "\(told)")
        #expect(told.contains("TT-26-27-00002.pdf") && !told.contains("file-changed"), "\(told)")
        #expect(shop.scratch.text("out").contains("files in the folder"))
    }

    @Test("A version that the tables do not have is told with what to do")
    func otherVersion() throws {
        let shop = try VerifyTests.books()
        try VerifyTests.change(shop, ["PRAGMA user_version = 7"])
        let told = try shop.run("verify")
        #expect(told.status == 3 && told.err.contains("says that it is of version 7"), "\(told)")
        #expect(told.err.contains("restore"), "\(told)")
    }
}

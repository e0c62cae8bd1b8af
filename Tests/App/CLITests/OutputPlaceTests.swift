import Glibc
import TestSupport
import Testing

/// What is issued is written once, by the books: no result of a command takes its place, and nothing
/// but an ordinary file gives way to one.
@Suite struct OutputPlaceTests {
    private static let number = "TT/26-27/00001"
    private static let original = "archive/RETAIL/2026-04/TT-26-27-00001"

    private static func shop() throws -> Shop {
        let shop = try VerifyTests.books()
        shop.scratch.write("in.ubl.xml", contents(ReadCommandTests.fixture) ?? [])
        shop.writeDeliveries(7..<8)
        return shop
    }

    /// Every command that writes a file which it is told, without that.
    private static let toFiles = [
        ["fetch", number, "--zip"], ["einvoice", "export", number, "--output"],
        ["convert", "in.ubl.xml", "--to", "cii", "--output"],
        ["validate", "in.ubl.xml", "--results"], ["template", "new", "ours", "--to"],
    ]

    /// Every command that writes into a folder which it is told, without that.
    private static let toFolders = [
        ["fetch", number, "--output"], ["fetch", number, "--index", "--output"],
        ["dispute", number, "--output"], ["preview", "orders.jsonl", "--output"],
        ["delivery-note", "D-00001", "--output"], ["read", "in.ubl.xml", "--attachments"],
    ]

    /// Every command that makes a folder of its own, without that.
    private static let newFolders = [
        ["backup"], ["restore", "books", "--books"], ["init", "--company", "c.json", "--books"],
    ]

    @Test("No command writes into books that it was told to write a result to")
    func intoBooks() throws {
        let shop = try Self.shop()
        _ = unsafe symlink(shop.books, shop.scratch.path + "/link")
        // SQLite's own files beside a database come and go.
        func files() -> [String] { shop.scratch.files("").filter { !$0.contains(".sqlite-") } }
        let before = files()
        let bytes = before.map { shop.scratch.bytes($0) }
        let places = [
            ("books", "books/books.sqlite"), ("books/archive", "books/\(Self.original).pdf"),
            ("books/archive/RETAIL/2026-04", "books/archive/x"),
            ("books/materials", "books/materials/x"), ("books/quarantine/x", "books/filing.txt"),
            ("link/archive", "link/x"), ("new/../books/new/..", "./books/../books/archive/y"),
            ("\(shop.books)/archive/", "\(shop.books)//x"),
        ]
        for (place, file) in places {
            let commands =
                Self.toFiles.map { $0 + [file] } + Self.toFolders.map { $0 + [place] }
                + Self.newFolders.map { $0 + ["\(place)/new"] }
            for arguments in commands {
                let outcome = try shop.run(arguments)
                #expect(outcome.status == 2, "\(arguments): \(outcome.err)\(outcome.out)")
                #expect(outcome.err.contains(" lies in the books "), "\(arguments): \(outcome.err)")
            }
        }
        #expect(files() == before)
        for (name, bytes) in zip(before, bytes) {
            #expect(shop.scratch.bytes(name) == bytes, "\(name)")
        }
        try shop.done("verify")
    }

    @Test("The books' own templates are the user's: a new one may be begun there")
    func templates() throws {
        let shop = try Self.shop()
        shop.scratch.makeFolders(to: "books/templates/")
        try shop.done("template", "new", "ours", "--to", "books/templates/ours.xml")
        let refused = try shop.run("fetch", Self.number, "--output", "books/templates")
        #expect(refused.status == 2, "\(refused.err)")
    }

    @Test("A pipe, a link and a folder stay what they are, and no work is begun")
    func otherThings() throws {
        let shop = try Self.shop()
        let scratch = shop.scratch
        scratch.write("precious", "precious")
        scratch.makeFolders(to: "folder/")
        #expect(unsafe mkfifo(scratch.path + "/pipe", 0o600) == 0)
        _ = unsafe symlink("precious", scratch.path + "/linked")
        _ = unsafe symlink("nowhere", scratch.path + "/dangling")
        for name in ["pipe", "linked", "dangling", "folder", "folder/", ""] {
            for command in Self.toFiles {
                let outcome = try shop.run(command + [name])
                #expect(outcome.status == 2, "\(command) \(name): \(outcome.err)\(outcome.out)")
            }
        }
        for name in ["pipe", "precious", "dangling", ""] {
            for command in Self.toFolders + Self.newFolders {
                let outcome = try shop.run(command + [name])
                #expect(outcome.status == 2, "\(command) \(name): \(outcome.err)\(outcome.out)")
            }
        }
        var status = stat()
        #expect(unsafe lstat(scratch.path + "/pipe", &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFIFO)
        #expect(scratch.text("linked") == "precious" && !scratch.has("nowhere"))
        // Files that are made inside a folder give way to ordinary ones only, too.
        _ = unsafe symlink("../precious", scratch.path + "/folder/TT-26-27-00001.pdf")
        let fetched = try shop.run("fetch", Self.number, "--output", "folder")
        #expect(fetched.status == 3 && fetched.err.contains("a symbolic link"), "\(fetched.err)")
        #expect(scratch.text("precious") == "precious")
    }

    @Test("An index of one's own is not written over by that of fetch; a former one is")
    func foreignIndex() throws {
        let shop = try Self.shop()
        for name in ["index.html", "index.csv"] {
            shop.scratch.write("site/\(name)", "<h1>Ours</h1>")
            let fetched = try shop.run("fetch", Self.number, "--index", "--output", "site")
            #expect(fetched.status == 2 && fetched.err.contains(name), "\(fetched.err)")
            #expect(shop.scratch.files("site") == [name])
            shop.scratch.remove("site/\(name)")
        }
        for number in ["TT/26-27/00001", "TT/26-27/00002"] {
            try shop.done("fetch", number, "--index", "--output", "site")
        }
        #expect(shop.scratch.text("site/index.csv").contains("TT/26-27/00002"))
    }

    @Test("Of several runs into one ZIP none leaves half of it, and who comes second is told")
    func oneZIP() throws {
        let shop = try Shop()
        try shop.deliver(0..<60)
        try shop.done("issue", "--date", "2026-04-30")
        let processes = try (0..<5).map { number in
            try Program.Process(
                ["fetch", "--customer", "RETAIL", "--zip", "all.zip"], in: shop.folder,
                err: "\(shop.scratch.path)/err-\(number)")
        }
        let ends = processes.map { $0.wait() }
        #expect(ends.contains(0) && ends.allSatisfy { $0 == 0 || $0 == 3 }, "\(ends)")
        let once = shop.scratch.bytes("all.zip")
        try shop.done("fetch", "--customer", "RETAIL", "--zip", "all.zip")
        #expect(shop.scratch.bytes("all.zip") == once && !once.isEmpty)
        #expect(!names(shop.scratch.path).contains { $0.hasSuffix(".part") })
    }

    @Test("A folder that is a link into the books is none to write to")
    func linkedFolder() throws {
        let shop = try Self.shop()
        shop.scratch.makeFolders(to: "out/")
        _ = unsafe symlink(shop.books + "/archive/RETAIL", shop.scratch.path + "/out/RETAIL")
        let fetched = try shop.run("fetch", "--customer", "RETAIL", "--output", "out/RETAIL")
        #expect(fetched.status == 2, "\(fetched.err)")
        try shop.done("verify")
    }
}

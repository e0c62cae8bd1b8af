import Database
import Glibc
import TestSupport
import Testing

/// Books and names that are refused with words of their own.
@Suite struct RefusalTests {
    @Test("Books of a newer version are not opened")
    func newer() throws {
        let shop = try Shop()
        let connection = try Connection.open(shop.books + "/books.sqlite")
        try connection.execute("PRAGMA user_version = 99")
        for command in ["find", "issue", "verify"] {
            let outcome = try shop.run(command)
            #expect(outcome.status == 3 && outcome.err.contains("version 99"), "\(outcome.err)")
        }
        #expect(try shop.run("backup", "copy").status == 3)
    }

    @Test("A database of another program, or none at all, is not opened or written to")
    func foreign() throws {
        let scratch = Scratch()
        scratch.write("books/archive/x", "")
        let other = try Connection.open(scratch.path + "/books/books.sqlite")
        try other.execute("CREATE TABLE recipe (soup TEXT)")
        for command in ["find", "issue", "verify"] {
            let outcome = try Program.run(command, in: scratch)
            #expect(outcome.status == 3 && outcome.err.contains("not Bijak's"), "\(outcome.err)")
        }
        let restored = try Program.run("restore", "books", "--books", "new", in: scratch)
        #expect(restored.status == 3 && restored.err.contains("not Bijak's"), "\(restored.err)")
        scratch.write("text/books.sqlite", String(repeating: "no database\n", count: 1_000))
        let text = try Program.run("--books", "text", "verify", in: scratch)
        #expect(text.status == 3 && text.err.contains("not a"), "\(text.err)")
    }

    @Test("A symbolic link in the archive is not written through and not read through")
    func links() throws {
        let shop = try Shop()
        try shop.deliver(0..<2)
        shop.scratch.write("elsewhere/x", "")
        let folder = shop.books + "/archive/RETAIL"
        _ = unsafe symlink(shop.scratch.path + "/elsewhere", folder)
        let refused = try shop.run("issue", "--date", "2026-04-30")
        #expect(refused.status == 3 && refused.err.contains("symbolic link"), "\(refused.err)")
        #expect(shop.scratch.files("elsewhere") == ["x"])
        _ = unsafe unlink(folder)
        try shop.done("issue", "--date", "2026-04-30")
        #expect(try shop.numbers() == ["TT/26-27/00001", "TT/26-27/00002"])
        _ = unsafe rename(folder, shop.scratch.path + "/moved")
        _ = unsafe symlink(shop.scratch.path + "/moved", folder)
        let fetched = try shop.run("fetch", "TT/26-27/00001", "--output", "out")
        #expect(fetched.status == 3 && fetched.err.contains("symbolic link"), "\(fetched.err)")
        #expect(try shop.run("verify").err.contains("error[file-link]"))
        #expect(try shop.run("backup", "copy").status == 3)
    }

    @Test("The index leads nowhere out of the archive")
    func paths() throws {
        let shop = try VerifyTests.books()
        shop.scratch.write("secret.json", shop.scratch.bytes("books/books.sqlite"))
        let connection = try Connection.open(shop.books + "/books.sqlite")
        try connection.execute(
            "UPDATE archived_file SET path = '../../secret.json' WHERE path LIKE '%00001.json'")
        for arguments in [
            ["fetch", "TT/26-27/00001"], ["explain", "TT/26-27/00001"], ["backup", "b"],
        ] {
            let outcome = try Program.run(arguments, in: shop.scratch.path)
            #expect(
                outcome.status == 3 && outcome.err.contains("no place in the archive"),
                "\(outcome.err)")
        }
    }

    @Test(
        "Identifiers that are paths, or longer than a name may be, are refused as they are read",
        arguments: ["../RETAIL", "/etc", "..", "a\\u0000b", String(repeating: "a", count: 255)])
    func identifiers(id: String) throws {
        let shop = try Shop()
        let customers = String(
            decoding: contents(Program.home + "/examples/errors/_books/customers.json") ?? [],
            as: UTF8.self)
        shop.scratch.write("customers.json", customers.replacing("\"RETAIL\"", with: "\"\(id)\""))
        let outcome = try shop.run("import", "customers.json")
        #expect(outcome.status == 1, "\(outcome.err)")
        let code = id.count > 32 ? "text-too-long" : "bad-identifier"
        #expect(outcome.err.contains("error[\(code)]"), "\(outcome.err)")
    }

    @Test(
        "A customer whose folder would be another's on some disk, or none, is refused as it comes",
        arguments: ["retail", "Harbor", "CON", "lpt1.x"])
    func folders(id: String) throws {
        let shop = try Shop()
        shop.scratch.write(
            "customers.jsonl",
            #"{"id": "\#(id)", "name": "Vayu Retail", "category": "unregistered", "currency": "INR", "address": "#
                + #"{"lines": ["1 Park Road"], "city": "Mysuru", "postcode": "570001", "#
                + #""state": "29", "country": "IN"}}"# + "\n")
        let outcome = try shop.run("import", "customers.jsonl")
        #expect(outcome.status == 1, "\(outcome.err)")
        #expect(outcome.err.contains("error[folder-collision]"), "\(outcome.err)")
        #expect(outcome.err.contains("customers.jsonl:1:8"), "\(outcome.err)")
    }

    @Test(
        "A number whose files would be another's is not given, and none is lost",
        arguments: ["TT-{fy}-{n:5}", "tt-{fy}/{n:5}", "tT-{fy}-{n:5}"])
    func collisions(pattern: String) throws {
        let shop = try Shop()
        try shop.deliver(0..<1)
        try shop.done("issue", "--date", "2026-04-30")
        let company = String(
            decoding: contents(Program.home + "/examples/errors/_books/company.json") ?? [],
            as: UTF8.self)
        shop.scratch.write("company.json", company.replacing("CN/{fy}/{n:4}", with: pattern))
        try shop.done("init", "--replace", "--company", "company.json")
        let note = {
            try shop.run(
                "credit", "TT/26-27/00001", "--line", "1:1", "--reason", "r", "--date", "2026-04-30"
            )
        }
        let refused = try note()
        #expect(refused.status == 1, "\(refused.err)")
        #expect(refused.err.contains("error[number-collision]"), "\(refused.err)")
        shop.scratch.write("company.json", company)
        try shop.done("init", "--replace", "--company", "company.json")
        #expect(try note().status == 0)
        try shop.done("verify")
    }
}

import Crypto
import Database
import Diagnostics
import Formats
import TestSupport
import Testing

@Suite struct FetchingTests {
    private func issued() throws -> Shop {
        let shop = try Shop()
        try shop.deliver(0..<2)
        try shop.deliver(2..<3, customer: "HARBOR")
        try shop.done("issue", "--date", "2026-04-30")
        try shop.deliver(3..<4, date: "2026-05-04")
        try shop.done("issue", "--date", "2026-05-31")
        return shop
    }

    @Test("What is fetched is what was filed, byte for byte")
    func bytes() throws {
        let shop = try issued()
        try shop.done("fetch", "TT/26-27/00001", "ttx/26-27/0001", "--output", "some")
        let filed = shop.scratch.files("books/archive")
        let some = shop.scratch.files("some")
        #expect(
            some
                == filed.filter { $0.contains("-0001.") || $0.contains("00001.") }.map(name)
                .sorted())
        try shop.done("fetch", "--period", "FY2026-27", "--output", "all")
        #expect(shop.scratch.files("all") == filed.map(name).sorted())
        for path in filed {
            #expect(
                shop.scratch.bytes("all/" + name(path))
                    == shop.scratch.bytes("books/archive/" + path))
        }
        let kinds = try shop.done(
            "fetch", "--customer", "RETAIL", "--kind", "json", "--output", "json")
        #expect(kinds.contains("3 files"))
        #expect(shop.scratch.files("json").allSatisfy { $0.hasSuffix(".json") })
        let unknown = try shop.run("fetch", "TT/26-27/00009", "--output", "none")
        #expect(unknown.status != 0 && unknown.err.contains("TT/26-27/00009"))
        #expect(shop.scratch.files("none") == [])
    }

    private func name(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    @Test("Rendering again adds copies beside what was issued and changes none of it")
    func renderedAgain() throws {
        let shop = try issued()
        let before = shop.scratch.files("books/archive")
        let bytes = before.map { shop.scratch.bytes("books/archive/" + $0) }
        try shop.done("rerender", "--customer", "RETAIL", "--period", "2026-04")
        try shop.done("rerender", "--number", "TT/26-27/00001", "--template", "classic")
        // The law of these books wants what that template does not print.
        let foreign = try shop.run("rerender", "--customer", "RETAIL", "--template", "modern")
        #expect(foreign.status == 3 && foreign.err.contains("european-vat"), "\(foreign.err)")
        #expect(before.map { shop.scratch.bytes("books/archive/" + $0) } == bytes)
        let new = Set(shop.scratch.files("books/archive")).subtracting(before)
        #expect(
            new.map(name).sorted() == [
                "TT-26-27-00001.r2.pdf", "TT-26-27-00001.r3.pdf", "TT-26-27-00002.r2.pdf",
            ])
        #expect(try Audit(shop.books).complaints == [])
        #expect(try shop.run("rerender", "--customer", "NOBODY").status == 2)
        let unknown = try shop.run(
            "rerender", "--customer", "RETAIL", "--template", "baroque")
        #expect(unknown.status != 0 && unknown.err.contains("baroque"), "\(unknown.err)")
    }

    @Test(
        "A set of copies has the pages of each copy, marked as rule 48 wants, numbered from 1",
        .enabled(if: Program.has("/usr/bin/pdftotext"), "pdftotext is not installed"))
    func setOfCopies() throws {
        let shop = try issued()
        try shop.done("rerender", "--number", "TT/26-27/00001", "--copies")
        let path = shop.books + "/archive/RETAIL/2026-04/TT-26-27-00001.r2.pdf"
        let text = try Program.read(path, with: "/usr/bin/pdftotext", "-layout")
        let pages = text.split(separator: "\u{0C}").map(String.init)
        let marks = [
            "ORIGINAL FOR RECIPIENT", "DUPLICATE FOR TRANSPORTER", "TRIPLICATE FOR SUPPLIER",
        ]
        try #require(pages.count == 3)
        for (page, mark) in zip(pages, marks) {
            #expect(marks.filter(page.contains) == [mark])
            #expect(page.contains("Page 1 of 1") && !page.contains("COPY"))
        }
    }

    @Test("What is no canonical invoice is not rendered, though its digest is right")
    func notCanonical() throws {
        let shop = try issued()
        let path = "RETAIL/2026-04/TT-26-27-00001.json"
        let bytes = Array(#"{"schema": "bijak/invoice/9"}"#.utf8)
        shop.scratch.write("books/archive/" + path, bytes)
        let books = try Connection.open(shop.books + "/books.sqlite")
        try books.transaction(.immediate) { transaction in
            try transaction.execute(
                "UPDATE archived_file SET size = ?, sha256 = ? WHERE path = ?",
                .integer(Int64(bytes.count)), .blob(SHA256.digest(of: bytes)), .text(path))
        }
        let outcome = try shop.run("rerender", "--customer", "RETAIL", "--period", "2026-04")
        #expect(outcome.status == 1)
        #expect(outcome.err.contains("error[not-canonical]"), "\(outcome.err)")
        #expect(outcome.out.contains("1 rendition, 1 refused"), "\(outcome.out)")
    }

    @Test(
        "A file that is not as it was filed is not handed out",
        arguments: ["changed", "longer", "shorter", "missing"])
    func tampered(how: String) throws {
        let shop = try issued()
        let path = "books/archive/RETAIL/2026-04/TT-26-27-00001.json"
        var bytes = shop.scratch.bytes(path)
        switch how {
        case "changed": bytes[bytes.count / 2] ^= 1
        case "longer": bytes += Array(" ".utf8)
        case "shorter": bytes.removeLast()
        default: shop.scratch.remove(path)
        }
        if how != "missing" { shop.scratch.write(path, bytes) }
        let outcome = try shop.run("fetch", "TT/26-27/00001", "--output", "out")
        #expect(outcome.status == 3)
        #expect(outcome.err.contains("TT-26-27-00001.json"), "\(outcome.err)")
        if how != "missing" {
            #expect(outcome.err.contains("not as it was filed"), "\(outcome.err)")
        }
        #expect(!shop.scratch.files("out").contains("TT-26-27-00001.json"))
        try shop.done("fetch", "TT/26-27/00002", "--output", "out")
    }

    struct Search: CustomTestStringConvertible {
        let arguments: [String]
        let finds: [Int]

        init(_ arguments: String..., finds: [Int]) {
            self.arguments = arguments
            self.finds = finds
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let searches = [
        Search(finds: [0, 1, 2, 3]),
        Search("--period", "2026-04", finds: [0, 1, 2]),
        Search("--period", "2026-04..2026-05", finds: [0, 1, 2, 3]),
        Search("--period", "2026-05-31", finds: [3]),
        Search("--period", "2026-Q2", finds: [0, 1, 2, 3]),
        Search("--period", "FY2025-26", finds: []),
        Search("--customer", "HARBOR", finds: [2]),
        Search("--customer", "HARBOR", "--period", "2026-05", finds: []),
        Search("--text", "harbor supp*", finds: [2]),
        Search("--text", "so-3", finds: [3]),
        Search("--text", "SAHYADRI", "--period", "2026-04", finds: [0, 1]),
        Search("--number", "tt/26-27/00002", finds: [1]),
        Search("--text", "100%_", finds: []),
    ]

    static let order = ["TT/26-27/00001", "TT/26-27/00002", "TTX/26-27/0001", "TT/26-27/00003"]

    @Test("A search finds what it asks for, as rows, as CSV and for machines")
    func found() throws {
        let shop = try issued()
        for search in Self.searches {
            let wanted = search.finds.map { Self.order[$0] }
            let run = { (more: String...) throws -> String in
                try Program.done(["find"] + search.arguments + more, in: shop.scratch)
            }
            let rows = try run().split(separator: "\n")
            let found = rows.dropLast().filter { !$0.hasPrefix("sum ") }
            #expect(found.map { String($0.prefix { $0 != " " }) } == wanted, "\(search)")
            #expect(rows.last.map(String.init) == counted(wanted.count, "document"))
            let csv = try run("--csv").split(separator: "\n")
            #expect(csv.first?.hasPrefix("number,date,customer,") == true)
            #expect(csv.dropFirst().map { String($0.prefix { $0 != "," }) } == wanted)
            let answer = try JSONAnswer(try run("--json"))
            #expect(answer.texts("result", each: "number") == wanted)
        }
    }
}

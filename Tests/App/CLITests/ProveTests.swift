import Crypto
import Database
import TestSupport
import Testing

/// Issued documents made anew from what the archive keeps.
@Suite struct ProveTests {
    @Test("What was issued comes out the same, whatever templates have become since")
    func identical() throws {
        let shop = try VerifyTests.books()
        // The books' own template comes first from now on.
        for name in names(Program.home + "/templates") where name.hasSuffix(".xml") {
            shop.scratch.write("books/templates/\(name)", "<template/>")
        }
        let said = try shop.done("prove")
        // The page that says that TT/26-27/00003 was cancelled is the fifth.
        #expect(said.contains("5 proven, 0 different, 0 without recipe\n"), "\(said)")
        #expect(said.contains("json identical, pdf identical"))
        #expect(try shop.done("prove", "TT/26-27/00002").contains("1 proven"))
    }

    @Test("Later pages are proven too, each as what it is and from what it was made with")
    func laterPages() throws {
        let shop = try VerifyTests.books()
        try shop.done("rerender", "--number", "TT/26-27/00001")
        try shop.done("rerender", "--number", "TT/26-27/00001", "--copies")
        try shop.done("rerender", "--number", "TT/26-27/00001", "--template", "compact")
        try shop.done("rerender", "--number", "TT/26-27/00003", "--copies")
        for name in names(Program.home + "/templates") where name.hasSuffix(".xml") {
            shop.scratch.write("books/templates/\(name)", "<template/>")
        }
        let said = try shop.done("prove", "TT/26-27/00001", "TT/26-27/00003")
        #expect(said.contains("7 proven, 0 different, 0 without recipe\n"), "\(said)")
        for page in [
            "as issued", "rendition 2 (copy)", "rendition 3 (copies)", "rendition 4 (copy)",
            "rendition 2 (copy, cancelled)", "rendition 3 (copies, cancelled)",
        ] { #expect(said.contains(page), "\(page): \(said)") }
        let answer = try shop.done("prove", "TT/26-27/00003", "--json")
        #expect(answer.contains(#""rendition": 2"#) && answer.contains(#""cancelled""#))
        // The books' word for why it was cancelled is what is printed.
        let connection = try Connection.open(shop.books + "/books.sqlite")
        try connection.execute("UPDATE document_event SET reason = 'another'")
        let other = try shop.run("prove", "TT/26-27/00003")
        #expect(other.status == 1 && other.out.contains("1 proven, 2 different"), "\(other.out)")
        #expect(other.out.contains("from the contents of page 1 on"), "\(other.out)")
    }

    @Test("A later page whose recipe is from before these named marks is said to be so")
    func oldRecipe() throws {
        let shop = try VerifyTests.books()
        let connection = try Connection.open(shop.books + "/books.sqlite")
        let digest = try connection.transaction(.deferred) { transaction in
            try transaction.first("SELECT recipe FROM archived WHERE rendition = 2") { row in
                try row.blob(0)
            }
        }
        let name = SHA256.hex(try #require(digest))
        let text = shop.scratch.text("books/materials/\(name)")
        let old = Array(text.replacing("page copy cancelled\n", with: "").utf8)
        try #require(old.count < text.utf8.count)
        shop.scratch.write("books/materials/\(SHA256.hex(of: old))", old)
        try connection.execute(
            "UPDATE archived SET recipe = ? WHERE rendition = 2", .blob(SHA256.digest(of: old)))
        let said = try shop.done("prove")
        #expect(
            said.contains(
                "4 proven, 0 different, 0 without recipe, 1 with a recipe that names no marks\n"),
            "\(said)")
        #expect(try shop.done("prove", "--json").contains(#""lacks": "page""#))
    }

    @Test("Books of before say that they have no recipe")
    func before() throws {
        let scratch = Scratch()
        let fixture = "\(Program.home)/Tests/Fixtures/books-version4"
        for file in filesBelow(fixture) {
            scratch.write("books/\(file)", contents("\(fixture)/\(file)") ?? [])
        }
        let said = try Program.done("prove", in: scratch)
        #expect(said.contains("0 proven, 0 different, 4 without recipe"), "\(said)")
    }

    @Test(
        "A page that is packed otherwise says the same; one that says something else is told",
        .enabled(if: Program.has("/usr/bin/qpdf"), "qpdf is not installed"))
    func packedOtherwise() throws {
        let shop = try VerifyTests.books()
        let path = "RETAIL/2026-04/TT-26-27-00001.pdf"
        let unpacked = try Program.bytes(
            of: shop.books + "/archive/" + path, with: "/usr/bin/qpdf",
            ["--stream-data=uncompress"])
        try put(unpacked, at: path, in: shop)
        let same = try shop.done("prove", "TT/26-27/00001")
        #expect(same.contains("pdf identical once unpacked"), "\(same)")
        // Another document's page in its place.
        try put(
            shop.scratch.bytes("books/archive/RETAIL/2026-04/TT-26-27-00002.pdf"), at: path,
            in: shop)
        let other = try shop.run("prove", "TT/26-27/00001")
        #expect(other.status == 1 && other.out.contains("pdf different, from"), "\(other.out)")
    }

    private func put(_ bytes: [UInt8], at path: String, in shop: Shop) throws {
        shop.scratch.write("books/archive/" + path, bytes)
        let connection = try Connection.open(shop.books + "/books.sqlite")
        try connection.execute(
            "UPDATE archived_file SET size = ?, sha256 = ? WHERE path = ?",
            Binding(bytes.count), .blob(SHA256.digest(of: bytes)), .text(path))
    }

    @Test("A material that is gone or changed is an obstacle that is told")
    func materials() throws {
        let shop = try VerifyTests.books()
        for name in shop.scratch.files("books/materials") {
            shop.scratch.write("books/materials/\(name)", "x")
        }
        let outcome = try shop.run("prove")
        #expect(outcome.status == 1 && outcome.out.contains("5 different"), "\(outcome.out)")
        #expect(outcome.out.contains("not made: "))
    }

    @Test("A note on some deliveries of an order comes out with all that its original lists")
    func someOfMany() throws {
        let shop = try Shop()
        shop.scratch.write(
            "contracts.json",
            #"{"id": "C-1", "customer": "RETAIL", "currency": "INR", "from": "2026-04-01", "#
                + #""to": "2027-03-31", "billing": {"plan": "per-month"}}"#)
        shop.scratch.write(
            "orders.jsonl",
            (1...2).map { number in
                """
                {"id": "SO-\(number)", "customer": "RETAIL", "date": "2026-04-10", "currency": \
                "INR", "lines": [{"item": "HAMMER", "quantity": "4"}]}

                """
            }.joined())
        shop.scratch.write(
            "deliveries.csv",
            "delivery,order,date,line,quantity\nD-1,SO-1,2026-04-11,1,2\nD-2,SO-1,2026-04-12,1,2\n"
                + "D-3,SO-2,2026-04-13,1,4\n")
        try shop.done("import", "contracts.json", "orders.jsonl", "deliveries.csv")
        try shop.done("issue", "--date", "2026-04-30")
        for line in ["2:1", "3:1"] {
            try shop.done(
                "credit", "TT/26-27/00001", "--line", line, "--reason", "r", "--date", "2026-05-02")
        }
        let said = try shop.done("prove")
        #expect(said.contains("3 proven, 0 different"), "\(said)")
    }
}

import Crypto
import Database
import Formats
import TestSupport
import Testing

/// What is fetched into a ZIP, judged by a program of others, and the index beside it.
@Suite struct FetchIndexTests {
    private func issued() throws -> Shop {
        let shop = try Shop()
        try shop.deliver(0..<3)
        try shop.deliver(3..<4, customer: "HARBOR")
        try shop.done("issue", "--date", "2026-04-30")
        return shop
    }

    @Test(
        "A ZIP has each file as issued and an index with its digest, and always the same bytes",
        .enabled(if: Program.has("/usr/bin/unzip"), "unzip is not installed"))
    func zipFile() throws {
        let shop = try issued()
        try shop.done("fetch", "--period", "2026-04", "--zip", "a.zip")
        try shop.done("fetch", "--period", "2026-04", "--zip", "b.zip", "--processors", "1")
        #expect(shop.scratch.bytes("a.zip") == shop.scratch.bytes("b.zip"))
        let process = try Program.Process(
            ["-q", "a.zip", "-d", "out"], in: shop.scratch.path, resources: [],
            program: "/usr/bin/unzip")
        #expect(process.wait() == 0)
        let filed = shop.scratch.files("books/archive")
        let names = filed.map { String($0.split(separator: "/").last ?? "") }
        #expect(
            shop.scratch.files("out") == (names + ["index.csv", "index.html"]).sorted())
        let rows = shop.scratch.text("out/index.csv")
        let page = shop.scratch.text("out/index.html")
        for (path, name) in zip(filed, names) {
            let bytes = shop.scratch.bytes("books/archive/" + path)
            #expect(shop.scratch.bytes("out/" + name) == bytes)
            let digest = SHA256.hex(SHA256.digest(of: bytes))
            #expect(rows.contains(",\(name),\(bytes.count),\(digest)\n"), "\(name)")
            #expect(page.contains("<a href=\"\(name)\">") && page.contains(digest))
        }
        #expect(shop.scratch.files(".").allSatisfy { !$0.hasSuffix(".part") })
    }

    @Test("What is not as it was filed leaves no ZIP and no half of one; an older one stays")
    func damaged() throws {
        let shop = try issued()
        shop.scratch.write("books/archive/HARBOR/2026-04/TTX-26-27-0001.pdf", "%PDF")
        shop.scratch.write("a.zip", "older")
        let outcome = try shop.run("fetch", "--period", "2026-04", "--zip", "a.zip")
        #expect(outcome.status == 3 && outcome.err.contains("TTX-26-27-0001.pdf"))
        #expect(shop.scratch.text("a.zip") == "older")
        #expect(!shop.scratch.files(".").contains { $0.hasSuffix(".part") })
    }

    @Test("Files whose names would meet lie in the folders of their customers")
    func collisions() throws {
        let shop = try issued()
        let books = try Connection.open(shop.books + "/books.sqlite")
        try books.transaction(.immediate) { transaction in
            // Another number that no disk can tell from the first.
            try transaction.execute("PRAGMA defer_foreign_keys = ON")
            for table in [0, 1, 2, 3] {
                let (new, old): (Binding, Binding) = ("tt-26/27-00001", "TTX/26-27/0001")
                switch table {
                case 0:
                    try transaction.execute(
                        "UPDATE document SET number = ? WHERE number = ?", new, old)
                case 1:
                    try transaction.execute(
                        "UPDATE archived SET number = ? WHERE number = ?", new, old)
                case 2:
                    try transaction.execute(
                        "UPDATE archived_file SET number = ? WHERE number = ?", new, old)
                default:
                    try transaction.execute(
                        "UPDATE delivery SET document = ? WHERE document = ?", new, old)
                    try transaction.execute(
                        "UPDATE document_line SET document = ? WHERE document = ?", new, old)
                }
            }
        }
        try shop.done("fetch", "--period", "2026-04", "--kind", "pdf", "--output", "out")
        #expect(
            shop.scratch.files("out") == [
                "HARBOR/2026-04/TTX-26-27-0001.pdf", "RETAIL/2026-04/TT-26-27-00001.pdf",
                "RETAIL/2026-04/TT-26-27-00002.pdf", "RETAIL/2026-04/TT-26-27-00003.pdf",
            ])
    }

    @Test("A name with markup stands in the index as a name, and as no formula in the rows")
    func hostileNames() throws {
        let shop = try issued()
        let books = try Connection.open(shop.books + "/books.sqlite")
        try books.transaction(.immediate) { transaction in
            try transaction.execute(
                "UPDATE document SET customer_name = ? WHERE customer = 'HARBOR'",
                "=<script>alert('x')</script>&\"")
        }
        try shop.done("fetch", "--customer", "HARBOR", "--output", "out", "--index")
        let page = shop.scratch.text("out/index.html")
        #expect(page.contains("=&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;"))
        #expect(shop.scratch.text("out/index.csv").contains("'=<script>"))
        #expect(try shop.done("find", "--customer", "HARBOR", "--csv").contains("'=<script>"))
    }
}

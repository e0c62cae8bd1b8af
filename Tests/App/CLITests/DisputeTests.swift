import Crypto
import Database
import TestSupport
import Testing

/// The pack for a disputed document.
@Suite struct DisputeTests {
    private static let reader = "/usr/bin/pdftotext"
    private static let qpdf = "/usr/bin/qpdf"

    /// An invoice of two orders under a contract, and a credit note on it.
    private func issued() throws -> (Shop, number: String) {
        let shop = try ContractShop.open()
        try shop.done("issue", "--date", "2026-05-31")
        let number = try #require(
            try shop.done("find", "--order", "SO-2").split(separator: " ").first.map(String.init))
        try shop.done(
            "credit", number, "--line", "1:1", "--reason", "one was bent", "--date",
            "2026-06-02")
        return (shop, number)
    }

    @Test(
        "One PDF has all that belongs to the document, with bookmarks; the same bytes each time",
        .enabled(
            if: Program.has(DisputeTests.reader) && Program.has(DisputeTests.qpdf),
            "pdftotext or qpdf is not installed"))
    func pack() throws {
        let (shop, number) = try issued()
        let before = shop.scratch.files("books/archive")
        try shop.done("dispute", number.lowercased(), "--output", "a")
        try shop.done("dispute", number, "--output", "b", "--processors", "1")
        let name = "dispute-\(number.replacing("/", with: "-"))"
        let (pdf, zip) = (name + ".pdf", name + ".zip")
        #expect(shop.scratch.files("a") == [pdf, zip])
        #expect(shop.scratch.bytes("a/" + pdf) == shop.scratch.bytes("b/" + pdf))
        #expect(shop.scratch.bytes("a/" + zip) == shop.scratch.bytes("b/" + zip))
        #expect(shop.scratch.files("books/archive") == before)
        let path = shop.scratch.path + "/a/" + pdf
        let objects = try Program.read(
            path, with: Self.qpdf, "--qdf", "--object-streams=disable")
        for title in [
            "Dispute of \(number)", "Timeline", "\(number) as issued", "Order SO-1",
            "Order SO-2", "Contract FA-1", "Delivery D-1", "Delivery D-3",
            "How each amount came about", "CN/26-27/0001, Credit note",
        ] {
            #expect(objects.contains("/Title (\(title))"), "\(title)")
        }
        #expect(objects.contains("/PageMode /UseOutlines"))
        let text = try Program.read(path, with: Self.reader, "-layout")
        // The terms of the day of the order: the amendment of July is none of them.
        for words in [
            "TAX INVOICE", "Credit note", "one was bent", "graduated", "PO-1", "PO-2",
            "lines.1.gross = INR", "SHA-256", "2026-05-20",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("INR 900.00"))
    }

    @Test(
        "The ZIP has the records as they were given, every rendition, and a SHA-256 for each file",
        .enabled(if: Program.has("/usr/bin/unzip"), "unzip is not installed"))
    func evidence() throws {
        let shop = try ContractShop.open()
        // One name that no path may have; without that it is the other.
        let ids = ["SO/7", "SO-7"]
        let lines = ContractShop.line("HAMMER", 1)
        let orders = ids.map { id in
            ContractShop.order(id, "FA-1", lines).replacing("PO-7", with: "PO-\(id)")
        }
        shop.scratch.write("orders.json", "[\(orders.joined(separator: ",\n"))]")
        shop.scratch.write(
            "deliveries.csv",
            "delivery,order,date,line,quantity\nD-7,SO/7,2026-05-24,1,1\nD-8,SO-7,2026-05-24,1,1\n")
        try shop.done("import", "orders.json", "deliveries.csv")
        try shop.done("issue", "--date", "2026-05-31")
        let number = try #require(
            try shop.done("find", "--order", "SO-2").split(separator: " ").first.map(String.init))
        try shop.done("rerender", "--number", number)
        try shop.done("dispute", number, "--output", "a")
        let stem = number.replacing("/", with: "-")
        let process = try Program.Process(
            ["-q", "a/dispute-\(stem).zip", "-d", "out"], in: shop.scratch.path, resources: [],
            program: "/usr/bin/unzip")
        #expect(process.wait() == 0)
        #expect(
            shop.scratch.files("out/records") == [
                "contract-FA-1-A1.json", "contract-FA-1.json", "delivery-D-1.csv",
                "delivery-D-2.csv", "delivery-D-3.csv", "delivery-D-7.csv", "delivery-D-8.csv",
                "order-SO-1.json", "order-SO-2.json", "order-SO-7.2.json", "order-SO-7.json",
            ])
        #expect(
            shop.scratch.text("out/records/order-SO-2.json")
                == ContractShop.order("SO-2", "FA-1", ContractShop.line("HAMMER", 2)))
        #expect(
            shop.scratch.text("out/records/delivery-D-3.csv")
                == "delivery,order,date,milestone,line,quantity\nD-3,SO-2,2026-05-21,,1,1\n")
        let (rows, page) = (shop.scratch.text("out/index.csv"), shop.scratch.text("out/index.html"))
        let names = shop.scratch.files("out")
        #expect(names.contains("\(stem).pdf") && names.contains("\(stem).r2.pdf"))
        for name in names where !name.hasPrefix("index.") {
            let bytes = shop.scratch.bytes("out/" + name)
            let hash = SHA256.hex(of: bytes)
            #expect(rows.contains(",\(name),\(bytes.count),\(hash)\n"), "\(name)")
            #expect(page.contains("<a href=\"\(name)\">") && page.contains(hash), "\(name)")
        }
    }

    @Test(
        "The PDF carries what travelled with the invoice, under the invoice's number",
        .enabled(if: Program.has(DisputeTests.qpdf), "qpdf is not installed"))
    func attachments() throws {
        let shop = try Shop()
        try shop.done("customer", "set", "HARBOR", #"eInvoice=["facturx"]"#)
        try shop.deliver(1..<2, customer: "HARBOR")
        shop.scratch.write("hours.csv", "day,hours\n2026-04-03,8\n")
        try shop.done("attach", "add", "SO-1", "hours.csv")
        try shop.done("issue", "--date", "2026-04-30")
        try shop.done("dispute", "TTX/26-27/0001", "--output", "a")
        let list = try shop.attachments(
            of: "a/dispute-TTX-26-27-0001.pdf", "--list-attachments", "--verbose")
        for name in ["TTX-26-27-0001-hours.csv", "TTX-26-27-0001-factur-x.xml"] {
            #expect(list.contains(name), "\(list)")
        }
        #expect(
            try shop.attachments(of: "a/dispute-TTX-26-27-0001.pdf", "--show-attachment=000002")
                == shop.scratch.text("hours.csv"))
    }

    @Test(
        "The pages are in the document's language or the one asked for, each rule in one language",
        .enabled(if: Program.has(DisputeTests.reader), "pdftotext is not installed"),
        arguments: [
            (nil, ["Zeitlicher Ablauf", "Exportrechnung TTX/26-27/0001", "die Summe der Zeilen"]),
            ("en", ["Timeline", "Export tax invoice TTX/26-27/0001", "the sum of the lines"]),
            ("hi", ["घटनाक्रम", "पंक्तियों का योग"]),
            ("fr", ["Chronologie", "; rounded half away from zero", "— from lines.1"]),
        ] as [(String?, [String])])
    func languages(language: String?, words: [String]) throws {
        let shop = try Shop()
        try shop.done("customer", "set", "HARBOR", "language=de-DE")
        try shop.deliver(1..<2, customer: "HARBOR")
        try shop.done("issue", "--date", "2026-04-30")
        let option = language.map { ["--language", $0] } ?? []
        let outcome = try shop.run(["dispute", "TTX/26-27/0001", "--output", "a"] + option)
        try #require(outcome.status == 0, "\(outcome.err)")
        let text = try Program.read(
            shop.scratch.path + "/a/dispute-TTX-26-27-0001.pdf", with: Self.reader, "-layout")
        for word in words { #expect(text.contains(word), "\(word): \(text)") }
        // A path of the machine on which it was imported is nobody's business.
        #expect(!text.contains(shop.scratch.path))
        let other = try shop.run("dispute", "TTX/26-27/0001", "--language", "xx")
        #expect(other.status == 2 && other.err.contains("one of ar, de, en"), "\(other.err)")
    }

    @Test("What is too large for one PDF is refused before anything is written")
    func tooLarge() throws {
        let (shop, number) = try issued()
        let connection = try Connection.open(shop.books + "/books.sqlite")
        try connection.execute("UPDATE archived_file SET size = 100000000 WHERE kind = 'pdf'")
        let outcome = try shop.run("dispute", number, "--output", "a")
        #expect(outcome.status == 2, "\(outcome.err)")
        #expect(outcome.err.contains("200000000 bytes, and one PDF holds at most 67108864"))
        #expect(!shop.scratch.has("a"))
    }

    @Test("Where the ZIP cannot be made, no PDF is left, and former files stay")
    func both() throws {
        let (shop, number) = try issued()
        try shop.done("rerender", "--number", "CN/26-27/0001")
        try shop.done("dispute", number, "--output", "a")
        let before = shop.scratch.files("a").map { shop.scratch.bytes("a/\($0)") }
        // In the ZIP only.
        shop.scratch.write("books/archive/RETAIL/2026-06/CN-26-27-0001.r2.pdf", "%PDF-1.7 other")
        for folder in ["a", "b"] {
            let outcome = try shop.run("dispute", number, "--output", folder)
            #expect(outcome.status == 3 && outcome.err.contains("CN-26-27-0001.r2.pdf"))
        }
        #expect(shop.scratch.files("a").map { shop.scratch.bytes("a/\($0)") } == before)
        #expect(shop.scratch.files("b") == [])
    }

    @Test("A page that is not as it was filed ends it, and so does a number that is not there")
    func refused() throws {
        let (shop, number) = try issued()
        #expect(try shop.run("dispute", "TT/26-27/00099", "--output", "a").status == 2)
        #expect(try shop.run("dispute").status == 2)
        shop.scratch.write("books/archive/RETAIL/2026-06/CN-26-27-0001.pdf", "%PDF-1.7 other")
        let outcome = try shop.run("dispute", number, "--output", "a")
        #expect(outcome.status == 3 && outcome.err.contains("CN-26-27-0001.pdf"))
        #expect(shop.scratch.files("a") == [])
    }
}

extension Shop {
    /// What qpdf says of the files inside a PDF.
    fileprivate func attachments(of file: String, _ arguments: String...) throws -> String {
        let process = try Program.Process(
            arguments + [file], in: scratch.path, out: scratch.path + "/said", resources: [],
            program: "/usr/bin/qpdf")
        try #require(process.wait() == 0)
        return scratch.text("said")
    }
}

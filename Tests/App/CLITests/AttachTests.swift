import TestSupport
import Testing

/// Documents that travel with an order's next invoice, inside page and e-invoice.
@Suite struct AttachTests {
    private static let folder = "books/archive/HARBOR/2026-04/"
    /// The least that is a PDF by its first bytes; its content is nobody's business but the reader's.
    private static let sheet = "%PDF-1.7\nhours of April\n"

    /// An exporter whose customer wants UBL and a hybrid, with deliveries that wait.
    private func shop(_ deliveries: Range<Int> = 1..<2) throws -> Shop {
        let shop = try Shop()
        try shop.done("customer", "set", "HARBOR", #"eInvoice=["ubl","facturx"]"#)
        try shop.deliver(deliveries, customer: "HARBOR")
        shop.scratch.write("hours april.pdf", Self.sheet)
        return shop
    }

    /// Two hammers of the five of SO-9.
    private func deliverPart(_ shop: Shop) throws {
        shop.scratch.write(
            "orders-part.jsonl",
            #"{"id": "SO-9", "customer": "RETAIL", "date": "2026-04-03", "currency": "INR", "#
                + #""lines": [{"item": "HAMMER", "quantity": "5"}]}"# + "\n")
        shop.scratch.write(
            "deliveries-part.csv", "delivery,order,date,line,quantity\nD-9,SO-9,2026-04-03,1,2\n")
        try shop.done("import", "orders-part.jsonl", "deliveries-part.csv")
    }

    private func attachments(_ shop: Shop, of file: String) throws -> [String: [UInt8]] {
        let folder = "out-\(file.split(separator: "/").last ?? "")"
        try shop.done("read", file, "--attachments", folder)
        return Dictionary(
            uniqueKeysWithValues: shop.scratch.files(folder).map { name in
                (name, shop.scratch.bytes("\(folder)/\(name)"))
            })
    }

    @Test(
        "A file goes with the next invoice: in page, UBL and CII, byte for byte, named on the page")
    func travels() throws {
        let shop = try shop()
        let said = try shop.done(
            "attach", "add", "SO-1", "hours april.pdf", "--description", "Hours, April")
        #expect(said.contains("hours-april.pdf") && said.contains("waits for the invoice of SO-1"))
        try shop.done("issue", "--date", "2026-04-30")
        let stem = Self.folder + "TTX-26-27-0001"
        for ending in [".pdf", ".ubl.xml", ".cii.xml"] {
            #expect(
                try attachments(shop, of: stem + ending)
                    == ["hours-april.pdf": Array(Self.sheet.utf8)], "\(ending)")
            #expect(try shop.done("validate", stem + ending).contains("1 sound"), "\(ending)")
        }
        #expect(
            try shop.done("attach", "list", "SO-1").contains("went with TTX/26-27/0001"))
        let proof = try shop.done("prove")
        #expect(proof.contains("cii identical, json identical, pdf identical, ubl identical"))
        #expect(try shop.done("verify").contains("all is sound"))
        // A copy has it as the original had.
        try shop.done("rerender", "--customer", "HARBOR")
        #expect(try attachments(shop, of: stem + ".r2.pdf").keys.sorted() == ["hours-april.pdf"])
    }

    @Test("It goes out once, and again where that invoice is cancelled")
    func once() throws {
        let shop = try shop()
        try shop.done("attach", "add", "SO-1", "hours april.pdf")
        try shop.done("issue", "--date", "2026-04-30")
        try shop.done("cancel", "TTX/26-27/0001", "--reason", "typing", "--by", "Asha")
        #expect(try shop.done("attach", "list", "SO-1").contains("waits for the invoice"))
        try shop.done("issue", "--date", "2026-04-30")
        #expect(
            try shop.done("attach", "list", "SO-1").contains("went with TTX/26-27/0002"))
        try shop.deliver(2..<3, customer: "HARBOR")
        try shop.done("issue", "--date", "2026-04-30")
        let later = shop.scratch.text(Self.folder + "TTX-26-27-0003.json")
        #expect(later.contains("SO-2") && !later.contains("attachments"))
    }

    @Test("What waits for one delivery lets others pass")
    func ofOneDelivery() throws {
        let shop = try shop(1..<3)
        let refused = try shop.run(
            "attach", "add", "SO-1", "hours april.pdf", "--delivery", "D-00002")
        #expect(refused.status == 2 && refused.err.contains("has no delivery D-00002"))
        try shop.done("attach", "add", "SO-2", "hours april.pdf", "--delivery", "D-00002")
        try shop.done("issue", "--date", "2026-04-30")
        let first = shop.scratch.text(Self.folder + "TTX-26-27-0001.json")
        let second = shop.scratch.text(Self.folder + "TTX-26-27-0002.json")
        #expect(!first.contains("hours-april.pdf") && second.contains("hours-april.pdf"))
        let late = try shop.run(
            "attach", "add", "SO-2", "hours april.pdf", "--delivery", "D-00002")
        #expect(late.status == 2 && late.err.contains("is billed already, on TTX/26-27/0002"))
    }

    @Test("Files that cannot travel are all told, and none is attached")
    func refusals() throws {
        let shop = try shop()
        shop.scratch.write("tool.exe", "MZ")
        shop.scratch.write("notes.png", "no picture")
        shop.scratch.write("empty.csv", "")
        shop.scratch.write("bell.csv", "a;\u{7}\n")
        shop.scratch.write("sheet.xlsx", "PK\u{3}\u{4} something else")
        shop.scratch.write("big.pdf", Array("%PDF-".utf8) + [UInt8](repeating: 32, count: 5 << 20))
        let outcome = try shop.run(
            "attach", "add", "SO-1", "hours april.pdf", "tool.exe", "notes.png", "empty.csv",
            "bell.csv", "sheet.xlsx", "big.pdf", "gone.pdf")
        #expect(outcome.status == 2)
        for message in [
            "tool.exe is of no kind", "notes.png is not what its name says: image/png",
            "empty.csv is empty", "bell.csv is not what its name says",
            "sheet.xlsx is not what its name says", "big.pdf has 5242885 bytes", "gone.pdf",
        ] { #expect(outcome.err.contains(message), "\(message): \(outcome.err)") }
        #expect(try shop.done("attach", "list", "SO-1").contains("0 attachments"))
        let unknown = try shop.run("attach", "add", "SO-9", "hours april.pdf")
        #expect(unknown.err.contains("no order SO-9"))
        try shop.done("attach", "add", "SO-1", "hours april.pdf")
        let twice = try shop.run("attach", "add", "SO-1", "hours april.pdf")
        #expect(twice.status == 2 && twice.err.contains("two files called hours-april.pdf"))
    }

    @Test("What waits can be taken back, and is in no invoice then")
    func withdrawn() throws {
        let shop = try shop()
        try shop.done("attach", "add", "SO-1", "hours april.pdf")
        let unknown = try shop.run("attach", "withdraw", "SO-1", "hours-apil.pdf")
        #expect(unknown.err.contains("did you mean \"hours-april.pdf\"?"))
        try shop.done("attach", "withdraw", "SO-1", "hours-april.pdf")
        try shop.done("issue", "--date", "2026-04-30")
        #expect(!shop.scratch.text(Self.folder + "TTX-26-27-0001.json").contains("attachments"))
        let trail = try shop.done("audit")
        #expect(trail.contains("attach") && trail.contains("withdraw"))
    }

    @Test("More than an invoice can carry stops it, and says whose files those are")
    func tooLarge() throws {
        let shop = try Shop()
        try deliverPart(shop)
        func add(_ names: String...) throws {
            for name in names {
                shop.scratch.write(
                    name, Array("%PDF-".utf8) + [UInt8](repeating: 32, count: 5_000_000))
                try shop.done("attach", "add", "SO-9", name)
            }
        }
        try add("a.pdf", "b.pdf", "c.pdf")
        shop.scratch.write("d.pdf", Array("%PDF-".utf8) + [UInt8](repeating: 32, count: 5_000_000))
        let full = try shop.run("attach", "add", "SO-9", "d.pdf")
        #expect(full.status == 2 && full.err.contains("4 files of 20000020 bytes"), "\(full.err)")
        // The first three go out; a fourth waits when they do again.
        try shop.done("issue", "--date", "2026-04-30")
        try add("d.pdf")
        try shop.done("cancel", "TT/26-27/00001", "--reason", "typing", "--by", "Asha")
        let refused = try shop.run("issue", "--date", "2026-04-30")
        #expect(refused.status == 1 && refused.err.contains("[attachments-too-large]"))
        #expect(refused.err.contains("4 attachments of 20000020 bytes, of SO-9"))
        try shop.done("attach", "withdraw", "SO-9", "d.pdf")
        #expect(try shop.done("issue", "--date", "2026-04-30").contains("1 issued"))
    }

    @Test("Two of one name are both taken back when both are named")
    func sameName() throws {
        let shop = try Shop()
        try deliverPart(shop)
        shop.scratch.write("hours april.pdf", Self.sheet)
        try shop.done("attach", "add", "SO-9", "hours april.pdf")
        try shop.done("issue", "--date", "2026-04-30")
        try shop.done("attach", "add", "SO-9", "hours april.pdf")
        try shop.done("cancel", "TT/26-27/00001", "--reason", "typing", "--by", "Asha")
        let both = try shop.run("attach", "withdraw", "SO-9", "hours april.pdf", "hours-april.pdf")
        #expect(both.status == 0, "\(both.err)")
        #expect(try shop.done("attach", "list", "SO-9").contains("0 attachments"))
    }

    @Test("What is left to bill of a cancelled order takes attachments; what came back does not")
    func cancelledOrReturned() throws {
        let shop = try shop(2..<3)
        try deliverPart(shop)
        try shop.done("cancel", "SO-9", "--reason", "moved", "--by", "Asha")
        try shop.done("attach", "add", "SO-9", "hours april.pdf")
        try shop.done("attach", "add", "SO-2", "hours april.pdf", "--delivery", "D-00002")
        // Of SO-2, three hammers were delivered.
        shop.scratch.write(
            "deliveries-back.jsonl",
            #"{"id": "R-2", "order": "SO-2", "date": "2026-04-10", "returns": "D-00002", "#
                + #""lines": [{"line": 1, "quantity": "3"}]}"# + "\n")
        try shop.done("import", "deliveries-back.jsonl")
        #expect(
            try shop.done("attach", "list", "SO-2").contains("waits for the invoice of SO-2"))
        let late = try shop.run(
            "attach", "add", "SO-2", "hours april.pdf", "--delivery", "D-00002")
        #expect(late.status == 2 && late.err.contains("is not billed by itself"), "\(late.err)")
    }

    @Test("An order that is billed whole takes no attachment, for no invoice would ever carry it")
    func billed() throws {
        let shop = try shop()
        try shop.done("issue", "--date", "2026-04-30")
        let late = try shop.run("attach", "add", "SO-1", "hours april.pdf")
        #expect(late.status == 2, "\(late.out)")
        #expect(late.err.contains("order SO-1 is billed, and nothing of it is left to bill"))
        try shop.done("cancel", "TTX/26-27/0001", "--reason", "typing", "--by", "Asha")
        try shop.done("attach", "add", "SO-1", "hours april.pdf")
    }

    @Test("An order that there is not keeps no file")
    func nothingKept() throws {
        let shop = try shop()
        #expect(try shop.run("attach", "add", "SO-9", "hours april.pdf").status == 2)
        #expect(!shop.scratch.files("books").contains { $0.hasPrefix("materials/") })
    }

    @Test("One whose content is gone stops its invoice before it has a number; verify names it")
    func gone() throws {
        let shop = try shop(1..<3)
        try shop.done("attach", "add", "SO-1", "hours april.pdf")
        let before = Set(shop.scratch.files("books/materials"))
        let path = try #require(
            before.first { shop.scratch.text("books/materials/\($0)") == Self.sheet })
        shop.scratch.write("books/materials/\(path)", "%PDF-1.7\nother hours\n")
        let verified = try shop.run("verify")
        #expect(verified.status == 1 && verified.err.contains("materials/\(path)"))
        let outcome = try shop.run("issue", "--date", "2026-04-30")
        #expect(outcome.status == 1 && outcome.err.contains("[attachment-missing]"))
        #expect(outcome.out.contains("1 issued, 1 refused"), "\(outcome.out)")
        #expect(try shop.numbers() == ["TTX/26-27/0001"])
    }
}

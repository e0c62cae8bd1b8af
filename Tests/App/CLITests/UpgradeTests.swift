import Database
import TestSupport
import Testing

/// Books of an earlier form go on as if they had always been of this one.
@Suite struct UpgradeTests {
    @Test("Books of every form are kept, of the newest too: the next one begins with them")
    func complete() throws {
        let shop = try Shop()
        #expect(try KeptBooks.versions == Array(1...KeptBooks.version(of: shop.books)))
        for version in KeptBooks.versions {
            let scratch = KeptBooks.copy(version)
            #expect(try KeptBooks.version(of: scratch.path + "/books") == version)
        }
    }

    /// Version 1: order SO-1 of ten hammers at 450.00 and two repairs at 900.00, four hammers of it
    /// billed; order SO-2 with a price and terms of its own, as was taken then.
    @Test(
        "Whichever command comes first fills in what was not kept then", arguments: [true, false])
    func upgraded(readsFirst: Bool) throws {
        let scratch = KeptBooks.copy(1)
        if !readsFirst {
            scratch.write("items.csv", "id,name,kind,unit,hsn,tax\nSAW,Saw,goods,NOS,820210,18\n")
            try Program.done("import", "items.csv", in: scratch)
        }
        let rows = try Program.done("status", "--order", "SO-1", "--csv", in: scratch)
            .split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
        let heading = try #require(rows.first)
        func cell(_ name: String, _ row: Int) throws -> Substring {
            let column = try #require(heading.firstIndex { $0 == name }, "\(heading)")
            return rows[row][column]
        }
        #expect(try cell("item", 1) == "HAMMER" && cell("item", 2) == "REPAIR")
        #expect(try cell("billed", 1) == "4" && cell("orderedValue", 1) == "4500.00")
        #expect(try cell("billedValue", 1) == "1800.00" && cell("orderedValue", 2) == "1800.00")
        try Program.done("fetch", "TT/26-27/00001", "--output", "fetched", in: scratch)
        // What was taken without comparing is compared before it is issued.
        let issued = try Program.run("issue", "--date", "2026-05-31", in: scratch)
        #expect(issued.out.contains("1 issued, 1 refused"), "\(issued.out)")
        #expect(issued.err.contains("[price-mismatch]"))
        #expect(try Audit(scratch.path + "/books").complaints == [])
    }

    /// Version 2: order SO-1 of ten hammers and two repairs, four hammers billed, one of them back
    /// since; order SO-2 of three repairs, two delivered, on hold.
    @Test("Books of version 2 go on: what came back is credited, the rest billed or cancelled")
    func version2() throws {
        let scratch = KeptBooks.copy(2)
        let status = try Program.done("status", "--csv", in: scratch)
        #expect(status.contains(",HAMMER,10,4,1,4,6,") && status.contains(",held,"), "\(status)")
        let company = "\(Program.home)/examples/errors/_books/company.json"
        try Program.done("init", "--replace", "--company", company, in: scratch)
        let note = try Program.done("credit", "--returns", "--date", "2026-05-31", in: scratch)
        #expect(note.contains("CN/26-27/0001 on TT/26-27/00001, for return R-1: INR 531.00"))
        try Program.done("release", "SO-2", "--by", "Asha", in: scratch)
        #expect(
            try Program.done("issue", "--date", "2026-05-31", in: scratch).contains("1 issued"))
        try Program.done("cancel", "CN/26-27/0001", "--reason", "r", "--by", "Asha", in: scratch)
        try Program.done("cancel", "TT/26-27/00001", "--reason", "r", "--by", "Asha", in: scratch)
        // Three of the four hammers stayed: 3 × 450.00 with 18 %.
        try Program.done("issue", "--date", "2026-05-31", in: scratch)
        #expect(try Program.done("find", in: scratch).contains("INR 1593.00"))
        #expect(try Audit(scratch.path + "/books").complaints == [])
    }

    /// Version 3: four hammers billed and one credited; two more billed and cancelled.
    @Test("Books of version 3 go on; what was issued before is not reported")
    func version3() throws {
        let scratch = KeptBooks.copy(3)
        #expect(try Program.done("find", in: scratch).contains("CN/26-27/0001"))
        #expect(try Program.done("einvoice", "status", in: scratch).contains("0 waiting"))
        try Program.done("issue", "--date", "2026-05-31", in: scratch)
        #expect(try Program.done("find", in: scratch).contains("TT/26-27/00003"))
        #expect(try Audit(scratch.path + "/books").complaints == [])
    }

    @Test(
        "All that older books hold is sealed when they are brought to this form", arguments: 1...6)
    func sealed(version: Int) throws {
        let scratch = KeptBooks.copy(version)
        let page = try Program.done("verify", in: scratch)
        #expect(page.contains("each is as the audit trail has sealed it"), "\(page)")
        let books = try Connection.open(scratch.path + "/books/books.sqlite")
        try books.execute("UPDATE sales_order SET payable = 1 WHERE id = 'SO-1'")
        let outcome = try Program.run("verify", in: scratch)
        #expect(outcome.status == 1 && outcome.err.contains("upgrade books"), "\(outcome)")
        #expect(outcome.err.contains("row sales_order/SO-1"), "\(outcome.err)")
    }

    /// From version 4 on: four hammers billed and one credited; six more billed and cancelled; an
    /// order on hold. Version 5 keeps a trail and what pages are made with, version 6 what documents
    /// are searched by, version 7 what travels with them.
    @Test("Books of version 4 and later go on, with a trail from then on", arguments: [4, 5, 6, 7])
    func trail(version: Int) throws {
        let scratch = KeptBooks.copy(version)
        let rows = try Program.done("audit", in: scratch).split(separator: "\n")
        let isUpgraded = rows.dropLast().last?.contains(" upgrade ") == true
        #expect(isUpgraded == (version < KeptBooks.versions.count), "\(rows)")
        #expect(try Program.done("verify", in: scratch).contains("all is sound"))
        try Program.done("issue", "--date", "2026-05-31", in: scratch)
        let proofs = try Program.done("prove", in: scratch)
        #expect(
            proofs.contains(
                version == 4
                    ? "1 proven, 0 different, 4 without recipe\n"
                    : "4 proven, 0 different, 0 without recipe, 1 with a recipe that names no marks\n"
            ),
            "\(proofs)")
        #expect(try Program.done("verify", in: scratch).contains("all is sound"))
        #expect(try Audit(scratch.path + "/books").complaints == [])
    }
}

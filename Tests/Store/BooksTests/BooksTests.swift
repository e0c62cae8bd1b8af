import Archive
import Books
import Database
import Diagnostics
import Formats
import Money
import Testing
import Trade

@Suite struct BooksTests {
    private let books: BooksFixture

    init() throws { books = try BooksFixture() }

    @Test("A record is kept as it was given, text and place; a newer one takes its place")
    func records() throws {
        func keep(_ text: String, line: Int) throws {
            let source = SourceText(
                name: "items.csv", bytes: Array(text.utf8), firstLine: line, headingLength: 8)
            try books.write { transaction in
                let day = try #require(CalendarDate("2026-04-01"))
                try Books.keep(
                    source, kind: .items, id: "A", isCSV: true, on: day, in: transaction)
            }
        }
        try keep("id,name\nA,Old\n", line: 2)
        try keep("id,name\nA,New\n", line: 7)
        try books.connection.transaction(.deferred) { transaction in
            let kept = try #require(try Books.record(.items, "A", in: transaction))
            #expect(String(decoding: kept.source.bytes, as: UTF8.self) == "id,name\nA,New\n")
            #expect(kept.source.name == "items.csv" && kept.source.firstLine == 7)
            #expect(kept.source.headingLength == 8 && kept.isCSV)
            #expect(try Books.record(.customers, "A", in: transaction) == nil)
            #expect(try Books.count(.items, in: transaction) == 1)
            #expect(try Books.company(in: transaction) == nil)
            let replaced = try Books.replaced(.items, "A", in: transaction)
            #expect(replaced.map(\.date) == ["2026-04-01"])
            #expect(
                replaced.map { String(decoding: $0.kept.source.bytes, as: UTF8.self) }
                    == ["id,name\nA,Old\n"])
        }
        // The same again replaces nothing.
        try keep("id,name\nA,New\n", line: 7)
        try books.connection.transaction(.deferred) { transaction in
            let replaced = try Books.replaced(.items, "A", in: transaction)
            #expect(replaced.count == 1)
        }
    }

    @Test("What is unbilled comes by day and group, in pieces, until it is billed")
    func unbilled() throws {
        for (order, customer) in [("O", "C"), ("P", "D"), ("H", "D")] {
            try books.order(order, customer: customer, "10")
        }
        try books.deliver("D-3", of: "O", on: "2026-04-11")
        try books.deliver("D-1", of: "O", on: "2026-04-12")
        try books.deliver("D-2", of: "P", on: "2026-04-12")
        try books.deliver("D-4", of: "O", on: "2026-05-01")
        // One invoice at the end of the month; one that waits; one on hold.
        try books.deliver("M-2", of: "P", on: "2026-04-20", billed: "2026-04-30", group: "month")
        try books.deliver("M-1", of: "O", on: "2026-04-13", billed: "2026-04-30", group: "month")
        try books.deliver("W-1", of: "P", on: "2026-04-02", billed: nil, group: "order P")
        try books.deliver("H-1", of: "H", on: "2026-04-01")
        let day = try #require(CalendarDate("2026-04-03"))
        try books.write { transaction in
            try Books.add(
                Books.OrderEvent(kind: .held, date: day, reason: "why", person: "who"), to: "H",
                in: transaction)
        }
        func list(
            until: String = "2026-04-30", customer: String? = nil, limit: Int
        ) throws -> [[String]] {
            let day = try #require(CalendarDate(until))
            var pieces: [[String]] = []
            var cursor = Books.Cursor.start
            try books.connection.transaction(.deferred) { transaction in
                while pieces.count < 9 {
                    let piece = try Books.unbilled(
                        after: cursor, until: day, customer: customer, limit: limit,
                        in: transaction)
                    guard let last = piece.last else { break }
                    pieces.append(piece.map { $0.events.map(\.id).joined(separator: "+") })
                    cursor = last.cursor
                }
            }
            return pieces
        }
        #expect(try list(limit: 2) == [["D-3", "D-1"], ["D-2", "M-1+M-2"]])
        #expect(
            try list(until: "2026-05-01", limit: 9) == [["D-3", "D-1", "D-2", "M-1+M-2", "D-4"]])
        #expect(try list(until: "2026-04-29", customer: "D", limit: 9) == [["D-2"]])
        #expect(try list(customer: "E", limit: 9) == [])
        try books.bill("D-1", of: "O", counter: 1)
        #expect(try list(limit: 9) == [["D-3", "D-2", "M-1+M-2"]])
        try books.write { transaction in
            try Books.billGroup("order P", of: "P", from: day, in: transaction)
            try Books.add(
                Books.OrderEvent(kind: .released, date: day, reason: nil, person: "who"), to: "H",
                in: transaction)
        }
        #expect(try list(until: "2026-04-11", limit: 9) == [["H-1", "W-1", "D-3"]])
        try books.connection.transaction(.deferred) { transaction in
            let billed = try Books.billed(of: "O", in: transaction)
            #expect(billed.quantities.mapValues { "\($0)" } == [1: "1"] && billed.isBegun)
            #expect(try !Books.billed(of: "P", in: transaction).isBegun)
            let all = try Books.unbilledCount(
                until: day.adding(days: 60), customer: nil, in: transaction)
            #expect(all.due == 6 && all.held == 0)
            #expect(try Books.events(of: "H", in: transaction).map(\.kind) == [.held, .released])
        }
    }

    @Test("A customer owes what is invoiced, and may owe what is delivered")
    func exposure() throws {
        try books.order("O", "10")
        try books.deliver("D-1", of: "O", value: 5000)
        try books.deliver("D-2", of: "O", on: "2026-05-02", value: 700)
        let day = try #require(CalendarDate("2026-05-01"))
        func exposure() throws -> [String] {
            try books.connection.transaction(.deferred) { transaction in
                let found = try Books.exposure(of: "C", in: .inr, on: day, in: transaction)
                return [found.openInvoices.plain, found.unbilled.plain]
            }
        }
        #expect(try exposure() == ["0.00", "50.00"])
        try books.bill("D-1", of: "O", counter: 1)
        // The invoice is of 118.00, whatever the delivery was thought to be worth.
        #expect(try exposure() == ["118.00", "0.00"])
    }

    @Test("What came back before it was billed is open again; after that it waits for a credit")
    func returns() throws {
        try books.order("O", "10")
        try books.deliver("D-1", of: "O", "4")
        try books.deliver("D-2", of: "O", "3")
        try books.bill("D-2", of: "O", counter: 1)
        func giveBack(_ id: String, of delivery: String, _ quantity: String) throws {
            let text = """
                {"id":"\(id)","order":"O","date":"2026-05-01","returns":"\(delivery)",
                "lines":[{"line":1,"quantity":"\(quantity)"}]}
                """
            let goods = try #require(try BooksFixture.read(text) { Delivery($0, $1) })
            try books.write { transaction in
                let known = try #require(try Books.returnable(delivery, in: transaction))
                try Books.addReturn(
                    goods, of: delivery, isBilled: known.document != nil, in: transaction)
            }
        }
        func left(_ delivery: String) throws -> String {
            try books.connection.transaction(.deferred) { transaction in
                "\(try Books.returnable(delivery, in: transaction)?.lines[1] ?? .zero)"
            }
        }
        func open() throws -> String {
            try books.connection.transaction(.deferred) { transaction in
                "\(try #require(try Books.openLines(of: "O", in: transaction).first).open)"
            }
        }
        try giveBack("R-1", of: "D-1", "1.5")
        #expect(try left("D-1") == "2.5" && open() == "4.5")
        try giveBack("R-2", of: "D-2", "1")
        #expect(try left("D-2") == "2" && open() == "4.5")
        try giveBack("R-3", of: "D-1", "2.5")
        #expect(try left("D-1") == "0" && open() == "7")
        try books.connection.transaction(.deferred) { transaction in
            let last = try #require(CalendarDate("2026-12-31"))
            let due = try Books.unbilled(
                after: .start, until: last, customer: nil, limit: 9, in: transaction)
            #expect(due.isEmpty, "a delivery of which nothing is left is not billed")
            var rows: [Books.LineStatus] = []
            try Books.status(order: "O", customer: nil, on: last, in: transaction) {
                rows.append($0)
            }
            let row = try #require(rows.first)
            #expect(
                [row.ordered, row.delivered, row.returned, row.billed, row.open].map {
                    "\($0)"
                } == ["10", "3", "1", "3", "7"])
            #expect(
                [row.orderedValue, row.deliveredValue, row.billedValue].map(\.plain)
                    == ["100.00", "30.00", "10.00"])
            #expect(row.documents == ["TT/26-27/00001"])
        }
    }

    @Test("A series counts for itself in each fiscal year, and no number is given twice")
    func counters() throws {
        try books.order("O", "10")
        for id in 1...5 { try books.deliver("D-\(id)", of: "O") }
        func last(_ series: Int, _ date: String) throws -> Int? {
            let day = try #require(CalendarDate(date))
            return try books.connection.transaction(.deferred) { transaction in
                try Books.lastCounter(
                    books.company.series[series], books.company.fiscalYear(of: day), in: transaction
                )
            }
        }
        #expect(try last(0, "2026-04-30") == nil)
        try books.bill("D-1", of: "O", counter: 1)
        try books.bill("D-2", of: "O", counter: 2, on: "2027-03-31")
        try books.bill("D-3", of: "O", counter: 1, on: "2027-04-01")
        #expect(try last(0, "2026-05-01") == 2)
        #expect(try last(0, "2027-04-01") == 1)
        #expect(try last(1, "2026-04-30") == nil)
        let day = try books.connection.transaction(.deferred) { transaction in
            try Books.lastDate(books.company.series[0], in: transaction)
        }
        #expect(day == CalendarDate("2027-04-01"))
        for counter in [1, 2] {
            let error = #expect(throws: DatabaseError.self) {
                try books.bill("D-4", of: "O", counter: counter)
            }
            #expect(error?.kind == .uniqueConstraint)
        }
        try books.bill("D-4", of: "O", counter: 3)
    }

    @Test("A search finds words of names and numbers, in any case and any alphabet")
    func search() throws {
        try books.order("SO-1", "10")
        let names = ["Ökohaus Müller", "100% Wool_Shop", "ಕನ್ನಡ ಅಂಗಡಿ", "O'Neil \"Bob\""]
        for (index, name) in names.enumerated() {
            try books.deliver("D-\(index)", of: "SO-1")
            try books.bill(
                "D-\(index)", of: "SO-1", counter: index + 1, on: "2026-04-2\(index)",
                customer: "C\(index)", name: name, purchaseOrder: index == 1 ? "PO/Ä 7" : nil)
            try books.write { transaction in
                let number = "TT/26-27/0000\(index + 1)"
                let text = Books.SearchText(
                    parties: name, items: "Claw hammer",
                    mentions: "\(number)\nSO-1\n\(index == 1 ? "PO/Ä 7" : "")")
                try Books.addText(text, of: number, in: transaction)
                // A second time changes nothing.
                try Books.addText(text, of: number, in: transaction)
                #expect(try Books.documentsWithoutText(limit: 9, in: transaction) == [])
            }
        }
        func found(_ change: (inout Books.Search) -> Void) throws -> [Int] {
            var search = Books.Search()
            change(&search)
            var found: [Int] = []
            try books.connection.transaction(.deferred) { transaction in
                try Books.documents(search, in: transaction) { document in
                    found.append(names.firstIndex(of: document.customerName) ?? -1)
                }
            }
            return found
        }
        let texts: [(String, [Int])] = [
            ("müller", [0]), ("MULLER", [0]), ("ökohaus", [0]), ("ÖKO", []), ("ÖKO*", [0]),
            ("haus", []),
            ("%", []), ("_", []), ("wool", [1]), ("po/ä", [1]), ("wool öko", []),
            ("po wool 7", [1]),
            ("ಅಂಗಡಿ", [2]), ("ಅಂಗ", []), ("ಅಂಗ*", [2]), ("'", []), ("\"BOB", [3]),
            ("so-1", [0, 1, 2, 3]),
            ("tt/26-27/00003", [2]), ("claw", [0, 1, 2, 3]), ("zz", []), ("\"", []),
            ("wool OR", []),
            ("wool* NOT", []), ("*", []), ("w* s**", [1]), ("parties:wool", []), ("(", []),
            ("NEAR(wool shop)", []),
            ("^wool", [1]),
        ]
        for (text, wanted) in texts {
            #expect(try found { $0.text = text } == wanted, "\(text)")
        }
        #expect(try found { $0.number = "tt/26-27/00002" } == [1])
        #expect(try found { $0.customer = "C2" } == [2])
        #expect(try found { $0.purchaseOrder = "po/Ä 7" } == [1])
        #expect(try found { $0.order = "SO-1" } == [0, 1, 2, 3])
        #expect(
            try found {
                $0.customer = "C1"
                $0.text = "claw"
            } == [1])
        for sort in Books.Search.Sort.allCases {
            #expect(try found { $0.sort = sort } == [0, 1, 2, 3])
            #expect(
                try found {
                    $0.sort = sort
                    $0.isDescending = true
                    ($0.offset, $0.limit) = (1, 2)
                } == [2, 1])
        }
        // Each comes to 118.00.
        for (minimum, maximum, count) in [
            ("118", "118", 4), ("118.001", "200", 0), ("-1", "117.999", 0), ("0", nil, 4),
        ] {
            let amount = try found {
                $0.minimum = Decimal(minimum)
                $0.maximum = maximum.flatMap { Decimal($0) }
            }
            #expect(amount.count == count, "\(minimum)")
        }
        let days = Period("2026-04-21..2026-04-22", fiscalYearStart: 4)
        #expect(days != nil)
        #expect(try found { $0.period = days } == [1, 2])
        #expect(
            try found {
                $0.period = days
                $0.text = "wool"
            } == [1])
    }
}

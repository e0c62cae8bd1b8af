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
                try Books.keep(source, kind: .items, id: "A", isCSV: true, in: transaction)
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
        }
    }

    struct Row: CustomTestStringConvertible {
        let lines: String?
        let date: String
        let order: String
        let finds: [String]

        init(
            _ lines: String?, date: String = "2026-04-12", of order: String = "O",
            _ finds: String...
        ) {
            (self.lines, self.date, self.order, self.finds) = (lines, date, order, finds)
        }

        var testDescription: String { "\(lines ?? "all") \(finds)" }
    }

    @Test(
        "No more is delivered than was ordered, and nothing before its order",
        arguments: [
            Row(nil), Row(#"[{"line": 1, "quantity": "1.5"}]"#),
            Row(#"[{"line": 1, "quantity": "2.001"}]"#, "over-delivery"),
            Row(#"[{"line": 2, "quantity": "0.5"}]"#),
            Row(
                #"[{"line": 2, "quantity": "0.501"}, {"line": 9, "quantity": "1"}]"#,
                "over-delivery", "unknown-line"),
            Row(#"[{"line": 3, "quantity": "1"}]"#, "over-delivery"),
            Row(nil, date: "2026-04-09", "date-order"), Row(nil, of: "P", "unknown-order"),
        ])
    func deliveries(_ row: Row) throws {
        try books.order("O", "3.5", "0.5", "1")
        let first = #"[{"line": 1, "quantity": "1.5"}, {"line": 3, "quantity": "1"}]"#
        #expect(try books.deliver("D-1", of: "O", lines: first) == [])
        #expect(
            try books.deliver("D-2", of: row.order, on: row.date, lines: row.lines) == row.finds)
        #expect(try books.deliver("D-1", of: "O") == ["duplicate-delivery"])
        // What was refused left nothing open or taken: the rest can be delivered, and only once.
        if row.finds.isEmpty { return }
        #expect(try books.deliver("D-3", of: "O") == [])
        #expect(try books.deliver("D-4", of: "O") == ["nothing-open"])
        let quantities = try books.connection.transaction(.deferred) { transaction in
            try Books.quantities(of: "D-3", in: transaction)
        }
        #expect(quantities.map(\.line) == [1, 2])
        #expect(quantities.map { "\($0.quantity)" } == ["2", "0.5"])
    }

    @Test("An order's id, and a customer's number for it, are used once")
    func orderNumbers() throws {
        try books.order("O", customer: "C", purchaseOrder: "PO-1", "1")
        func check(_ id: String, _ customer: String, _ number: String) throws -> [String] {
            let text = """
                {"id": "\(id)", "customer": "\(customer)", "date": "2026-04-10", \
                "currency": "INR", "purchaseOrder": "\(number)", \
                "lines": [{"item": "X", "quantity": "1"}]}
                """
            let order = try #require(try BooksFixture.read(text) { Order($0, $1) })
            let findings = Findings()
            try books.connection.transaction(.deferred) { transaction in
                try Books.checkNew(order, in: transaction, findings)
            }
            return findings.diagnostics.map(\.code)
        }
        #expect(try check("P", "C", "PO-2") == [])
        #expect(try check("P", "D", "PO-1") == [])
        #expect(try check("P", "C", "PO-1") == ["duplicate-purchase-order"])
        #expect(try check("O", "C", "PO-2") == ["duplicate-order"])
    }

    @Test("Unbilled deliveries come by day and id, in pieces, until they are billed")
    func unbilled() throws {
        for (order, customer) in [("O", "C"), ("P", "D")] {
            try books.order(order, customer: customer, "10")
        }
        let one = #"[{"line": 1, "quantity": "1"}]"#
        for (id, order, date) in [
            ("D-3", "O", "2026-04-11"), ("D-1", "O", "2026-04-12"), ("D-2", "P", "2026-04-12"),
            ("D-4", "O", "2026-05-01"),
        ] {
            #expect(try books.deliver(id, of: order, on: date, lines: one) == [])
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
                    pieces.append(piece.map(\.delivery))
                    cursor = last.cursor
                }
                let count = try Books.unbilledCount(
                    until: day, customer: customer, in: transaction)
                #expect(count == pieces.joined().count)
            }
            return pieces
        }
        #expect(try list(limit: 2) == [["D-3", "D-1"], ["D-2"]])
        #expect(try list(until: "2026-05-01", limit: 9) == [["D-3", "D-1", "D-2", "D-4"]])
        #expect(try list(customer: "D", limit: 9) == [["D-2"]])
        #expect(try list(customer: "E", limit: 9) == [])
        try books.bill("D-1", of: "O", counter: 1)
        #expect(try list(limit: 9) == [["D-3", "D-2"]])
        try books.connection.transaction(.deferred) { transaction in
            let billed = try Books.billed(of: "O", in: transaction)
            #expect(billed.mapValues { "\($0)" } == [1: "1"])
            #expect(try Books.billed(of: "P", in: transaction).isEmpty)
            #expect(try Books.isUnbilled("D-3", in: transaction))
            #expect(try !Books.isUnbilled("D-1", in: transaction))
        }
    }

    @Test("A series counts for itself in each fiscal year, and no number is given twice")
    func counters() throws {
        try books.order("O", "10")
        let one = #"[{"line": 1, "quantity": "1"}]"#
        for id in 1...5 { _ = try books.deliver("D-\(id)", of: "O", lines: one) }
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

    @Test("A search finds parts of names and numbers, in any case and any alphabet")
    func search() throws {
        try books.order("SO-1", "10")
        let one = #"[{"line": 1, "quantity": "1"}]"#
        let names = ["Ökohaus Müller", "100% Wool_Shop", "ಕನ್ನಡ ಅಂಗಡಿ", "O'Neil \"Bob\""]
        for (index, name) in names.enumerated() {
            _ = try books.deliver("D-\(index)", of: "SO-1", lines: one)
            try books.bill(
                "D-\(index)", of: "SO-1", counter: index + 1, on: "2026-04-2\(index)",
                customer: "C\(index)", name: name, purchaseOrder: index == 1 ? "PO/Ä 7" : nil)
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
            ("müller", [0]), ("MÜLLER", [0]), ("ökohaus", [0]), ("ÖKO", [0]), ("haus", [0]),
            ("%", [1]), ("_", [1]), ("wool", [1]), ("po/ä", [1]), ("ಅಂಗಡಿ", [2]), ("'", [3]),
            ("\"BOB", [3]), ("so-1", [0, 1, 2, 3]), ("tt/26-27/00003", [2]), ("zz", []),
        ]
        for (text, wanted) in texts {
            #expect(try found { $0.text = text } == wanted, "\(text)")
        }
        #expect(try found { $0.number = "tt/26-27/00002" } == [1])
        #expect(try found { $0.customer = "C2" } == [2])
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

import Money
import Testing
import Trade

@testable import Books
@testable import Database

/// How SQLite goes about each search. Its plans do not depend on how many rows there are, as long
/// as nobody has it count them, so empty books tell what books of a million documents do.
@Suite("Search plans") struct SearchPlanTests {
    private let books: BooksFixture

    init() throws { books = try BooksFixture() }

    private func plan(_ ask: (inout Books.Search) -> Void) throws -> [String] {
        var search = Books.Search()
        ask(&search)
        var steps: [String] = []
        try books.connection.transaction(.deferred) { transaction in
            var sql = SQL("EXPLAIN QUERY PLAN ")
            sql.add(try search.statement(in: transaction))
            try transaction.query(sql) { row in steps.append(try row.string(3)) }
        }
        return steps
    }

    @Test("A customer's documents of a period are read from one index alone, in order")
    func customerAndPeriod() throws {
        let steps = try plan { ($0.customer, $0.period) = ("C-1", Period("2026-07")) }
        #expect(
            steps == [
                "SEARCH d USING COVERING INDEX document_customer "
                    + "(customer=? AND issue_date>? AND issue_date<?)"
            ])
    }

    @Test("No order needs the documents sorted", arguments: Books.Search.Sort.allCases)
    func sorted(_ sort: Books.Search.Sort) throws {
        for isDescending in [false, true] {
            let steps = try plan { ($0.sort, $0.isDescending) = (sort, isDescending) }
            #expect(steps.count == 1 && steps[0].contains(" USING "), "\(steps)")
        }
    }

    @Test("What names few documents goes straight to them")
    func few() throws {
        let plans = [
            try plan { $0.number = "A/1" }, try plan { $0.customer = "C-1" },
            try plan { $0.period = Period("2026-07") }, try plan { $0.order = "SO-1" },
            try plan { $0.purchaseOrder = "PO-1" },
        ]
        for steps in plans { #expect(!steps.contains { $0.hasPrefix("SCAN d") }, "\(steps)") }
        let cancelled = try plan { $0.state = .cancelled }
        #expect(cancelled == ["SCAN d USING INDEX document_cancelled"])
    }

    @Test("Words are looked up first, and what they find is read in the order of filing")
    func text() throws {
        let steps = try plan { ($0.text, $0.sort) = ("oak", .filed) }
        #expect(steps.count == 2, "\(steps)")
        #expect(steps.first?.hasPrefix("SCAN t VIRTUAL TABLE") == true)
        #expect(steps.last == "SEARCH d USING INDEX document_search (search_id=?)")
    }
}

import TestSupport
import Testing

/// A small company in a folder of its own, with books that hold customers, items and prices.
///
/// Unchecked, because of `Scratch`: it holds its path and nothing that changes.
final class Shop: @unchecked Sendable {
    let scratch = Scratch()
    /// Where the program works; files to be imported lie in `scratch`.
    let folder: String

    var books: String { folder + "/books" }

    /// - Parameters:
    ///   - records: that the gallery of errors begins with: `_books` (India) or `_books-eu`.
    ///   - name: a folder of its own for what the program makes, where tests look at all of it.
    init(_ records: String = "_books", in name: String? = nil) throws {
        let base = "\(Program.home)/examples/errors/\(records)"
        folder = scratch.path + (name.map { "/\($0)" } ?? "")
        scratch.makeFolders(to: name.map { "\($0)/" } ?? "")
        try done("init", "--company", "\(base)/company.json")
        for file in ["customers.json", "items.json", "prices.csv"] {
            try done("import", "\(base)/\(file)")
        }
    }

    private init(copy shop: Shop) {
        folder = scratch.path + shop.folder.dropFirst(shop.scratch.path.count)
        for file in shop.scratch.files("") { scratch.write(file, shop.scratch.bytes(file)) }
    }

    /// The same in another place.
    func duplicate() -> Shop { Shop(copy: self) }

    func run(_ arguments: String...) throws -> Program.Outcome {
        try run(arguments)
    }

    func run(_ arguments: [String]) throws -> Program.Outcome {
        try Program.run(arguments, in: folder)
    }

    @discardableResult
    func done(
        _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let outcome = try run(arguments)
        try #require(
            outcome.status == 0, "\(arguments): \(outcome.err)", sourceLocation: sourceLocation)
        return outcome.out
    }

    /// Takes orders `SO-n`, each delivered at once as `D-n`.
    func deliver(
        _ range: Range<Int>, customer: String = "RETAIL", date: String = "2026-04-03"
    ) throws {
        writeDeliveries(range, customer: customer, date: date)
        let place = folder == scratch.path ? "" : "../"
        try done("import", "\(place)orders.jsonl", "\(place)deliveries.csv")
    }

    /// The files of that, to be imported.
    func writeDeliveries(
        _ range: Range<Int>, customer: String = "RETAIL", date: String = "2026-04-03"
    ) {
        let isAbroad = customer == "HARBOR"
        let rate = """
            , "exchangeRate": {"rate": "88.4250", "source": "RBI", "date": "\(date)"}
            """
        scratch.write(
            "orders.jsonl",
            range.map { number in
                """
                {"id": "SO-\(number)", "customer": "\(customer)", "date": "\(date)", \
                "currency": "\(isAbroad ? "USD" : "INR")"\(isAbroad ? rate : ""), \
                "lines": [{"item": "HAMMER", "quantity": "\(number % 9 + 1)"}]}

                """
            }.joined())
        scratch.write(
            "deliveries.csv",
            "delivery,order,date,line,quantity\n"
                + range.map { "D-\(padded($0)),SO-\($0),\(date),,\n" }.joined())
    }

    /// The numbers of all documents, by date and number.
    func numbers() throws -> [String] {
        try done("find", "--csv").split(separator: "\n").dropFirst().map {
            String($0.prefix { $0 != "," })
        }
    }

    private func padded(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 5 - String(number).count)) + String(number)
    }
}

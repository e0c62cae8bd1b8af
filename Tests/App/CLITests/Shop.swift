import TestSupport
import Testing

/// A small company in a folder of its own, with books that hold customers, items and prices.
final class Shop {
    let scratch = Scratch()

    var books: String { scratch.path + "/books" }

    /// - Parameter name: of the records that the gallery of errors begins with: `_books` (India) or
    ///   `_books-eu`.
    init(_ name: String = "_books") throws {
        let base = "\(Program.home)/examples/errors/\(name)"
        try Program.done("init", "--company", "\(base)/company.json", in: scratch)
        for file in ["customers.json", "items.json", "prices.csv"] {
            try Program.done("import", "\(base)/\(file)", in: scratch)
        }
    }

    func run(_ arguments: String...) throws -> Program.Outcome {
        try Program.run(arguments, in: scratch.path)
    }

    @discardableResult
    func done(
        _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let outcome = try Program.run(arguments, in: scratch.path)
        try #require(
            outcome.status == 0, "\(arguments): \(outcome.err)", sourceLocation: sourceLocation)
        return outcome.out
    }

    /// Takes orders `SO-n`, each delivered at once as `D-n`.
    func deliver(
        _ range: Range<Int>, customer: String = "RETAIL", date: String = "2026-04-03"
    ) throws {
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
        try done("import", "orders.jsonl", "deliveries.csv")
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

import Books
import Money
import TestSupport
import Testing
import Trade
import Workflows

extension ExampleCompaniesTests.Company {
    /// The months in which the demo works, and the first of them.
    var months: [(year: Int, month: Int)] {
        self == .singapore
            ? [(2023, 12), (2024, 1), (2024, 2)] : (4...11).map { (2026, $0) }
    }

    /// What `examples/demo.sh` does with orders before a month's invoices are issued.
    func before(_ month: Int) -> [ExampleStep] {
        switch (self, month) {
        case (.bengaluru, 4):
            [.attach("SO-26-0001", "bengaluru/attachments/serial-numbers-SO-26-0001.csv")]
        case (.muenchen, 4):
            [
                .attach(
                    "AU-2026-0301", "muenchen/attachments/Kalibrierwerte-LS-2026-0410.csv",
                    delivery: "LS-2026-0410")
            ]
        case (.bengaluru, 5):
            [
                .proforma("SO-26-0303"),
                .advance("SO-26-0303", "50000.00", received: "2026-05-06"),
            ]
        case (.bengaluru, 9): [.advance("SO-26-0315", "20000.00", received: "2026-09-03")]
        case (.muenchen, 5):
            [
                .proforma("AU-2026-0505"),
                .advance("AU-2026-0505", "4000.00", received: "2026-05-08"),
            ]
        case (.muenchen, 9): [.advance("AU-2026-0514", "500.00", received: "2026-09-04")]
        default: []
        }
    }

    /// What it does with documents after they were issued.
    func after(_ month: Int) -> [ExampleStep] {
        switch self {
        case .bengaluru: afterInBengaluru(month)
        case .muenchen: afterInMuenchen(month)
        case .singapore:
            month == 1
                ? [.credit("LT-2023-0001", .lines([(2, .quantity(Decimal(10)))]), "wrong weight")]
                : []
        }
    }

    private func afterInBengaluru(_ month: Int) -> [ExampleStep] {
        switch month {
        case 5: [.credit("NV/26-27/00005", .whole, "Sent back unopened")]
        case 6:
            [
                .credit(
                    "NV/26-27/00073", .lines([(2, .quantity(Decimal(1)))]),
                    "One handbook was missing")
            ]
        case 7:
            [
                .credit(
                    "NV/26-27/00118", .lines([(1, .quantity(Decimal(100)))]),
                    "Level 3 was not cabled")
            ]
        case 8:
            [
                .credit("NV/26-27/00118", .lines([(1, .all)]), "Lease of the building given up"),
                .credit(nil, .goods("DC-26-0335"), nil),
                .credit(
                    "NV/26-27/00145", .lines([(2, .quantity(Decimal(1)))]), "One cord was damaged"),
            ]
        case 9:
            [
                .credit(nil, .goods("DC-26-0339"), nil),
                .credit("NV/26-27/00145", .whole, "Wrong model, all of it came back"),
                .credit("NV/26-27/00164", .amount(Decimal(3000)), "Erected a week late"),
                .financialCredit("NV/26-27/00010", "2500.00", "Loyalty bonus"),
            ]
        case 10:
            [
                .credit("NV/26-27/00190", .lines([(1, .quantity(Decimal(2)))]), "Dead on arrival"),
                .debit("NV/26-27/00192", line: 1, "1200.00", "Price agreed later"),
                .cancelOrder("SO-26-0315", "Customer buys elsewhere"),
                .credit("RV/26-27/0002", .amount(Decimal(5000)), "First part of the refund"),
                .cancelDocument("NV/26-27/00230", "Printed too early"),
                .issue,
            ]
        case 11: [.credit("RV/26-27/0002", .whole, "Rest of the refund")]
        default: []
        }
    }

    private func afterInMuenchen(_ month: Int) -> [ExampleStep] {
        switch month {
        case 5: [.credit("RE-2026-0321", .whole, "Widerruf")]
        case 6:
            [.credit("RE-2026-0369", .lines([(1, .quantity(Decimal(2)))]), "Zwei Logger defekt")]
        case 7: [.credit("RE-2026-0404", .amount(Decimal(100)), "Verspätete Inbetriebnahme")]
        case 8: [.credit(nil, .goods("LS-2026-0833"), nil)]
        case 9:
            [
                .credit("RE-2026-0439", .lines([(2, .all)]), "Leitung doppelt bestellt"),
                .debit("RE-2026-0332", line: 1, "290.00", "Ein Tag mehr als abgerechnet"),
            ]
        case 10:
            [
                .credit("RE-2026-0375", .amount(Decimal(20)), "Kratzer am Gehäuse"),
                .cancelOrder("AU-2026-0514", "Umbau verschoben"),
                .credit("AZ-2026-0002", .whole, "Anzahlung zurückgezahlt"),
                .cancelDocument("RE-2026-0487", "Falsche Baustelle genannt"),
                .issue,
            ]
        case 11: [.credit("RE-2026-0375", .whole, "Rückgabe nach Ersatzlieferung")]
        default: []
        }
    }
}

/// One command of the demo beside import and issue.
enum ExampleStep {
    /// A file below `examples/`.
    case attach(String, String, delivery: String? = nil)
    case proforma(String)
    case advance(String, String, received: String)
    /// The document may be the one that billed what came back.
    case credit(String?, NoteWriting.Extent, String?)
    case financialCredit(String, String, String)
    case debit(String, line: Int, String, String)
    case cancelOrder(String, String)
    case cancelDocument(String, String)
    /// Once more, for what a cancelled document has made billable again.
    case issue

    /// Does it; what it says for the record, `nil` of `issue`, which the caller does.
    func run(_ books: BooksFolder, _ world: World) throws -> String? {
        switch self {
        case .attach(let order, let file, let delivery):
            let waiting = try Attaching(books, world: world).add(
                [repositoryPath("examples/\(file)")], to: order, delivery: delivery,
                description: nil)
            return "\(waiting.map(\.file.name).joined(separator: ", ")) waits for \(order)"
        case .proforma(let order):
            let made = try OrderPapers(books, world: world).proforma(order, on: nil)
            return try describe(#require(made))
        case .advance(let order, let amount, let received):
            guard let day = CalendarDate(received) else { throw EnvironmentError("no day") }
            let made = try OrderPapers(books, world: world).advance(
                order, #require(Decimal(amount)), received: day, on: nil)
            return try describe(#require(made))
        case .credit(let number, let extent, let reason):
            return try note(number, extent, reason, books, world)
        case .financialCredit(let number, let amount, let reason):
            return try note(
                number, .amount(#require(Decimal(amount))), reason, isFinancial: true, books, world)
        case .debit(let number, let line, let amount, let reason):
            return try note(
                number, .lines([(line, .amount(#require(Decimal(amount))))]), reason,
                isDebit: true, books, world)
        case .cancelOrder(let order, let reason):
            _ = try OrderStates(books, world: world).cancel(
                order, OrderStates.Decision(reason: reason, by: "somebody"))
            return "order \(order) cancelled"
        case .cancelDocument(let number, let reason):
            let cancelled = try DocumentCancelling(books, world: world).run(
                number, OrderStates.Decision(reason: reason, by: "somebody"))
            return "\(cancelled.document.number) cancelled"
        case .issue: return nil
        }
    }

    private func note(
        _ number: String?, _ extent: NoteWriting.Extent, _ reason: String?,
        isDebit: Bool = false, isFinancial: Bool = false, _ books: BooksFolder, _ world: World
    ) throws -> String {
        var request = NoteWriting.Request()
        request.extent = extent
        request.reason = reason
        request.isDebit = isDebit
        request.isFinancial = isFinancial
        let written = try #require(
            try NoteWriting(books, world: world).run(number, request), "\(self)")
        return "\(describe(written.note)) on \(written.original.number)"
    }

    private func describe(_ document: Books.Document) -> String {
        "\(document.kind.rawValue) \(document.number) \(document.payable)"
    }
}

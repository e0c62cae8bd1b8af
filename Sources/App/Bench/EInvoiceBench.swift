import EInvoice
import Trade
import XML

/// Writes, parses, reads and checks e-invoices: microseconds of CPU an invoice, by its number of lines.
struct EInvoiceBench {
    /// CPU nanoseconds of one invoice.
    struct Row: Sendable {
        let lines: Int
        var writeUBL = 0
        var writeCII = 0
        var parse = 0
        /// The text to the model: parsed, bound to its terms, every value read.
        var read = 0
        /// EN 16931 and Peppol, on the parsed text.
        var check = 0
    }

    private static let rounds = 5

    let setting: Setting

    func run() throws -> [Row] { try [8, 100, 1000, 10_000].map(row) }

    private func row(_ lines: Int) throws -> Row {
        let count = max(1, 8000 / lines)
        let invoices = try GeneratedInvoices(setting, count: count, lines: lines).invoices
        var row = Row(lines: lines)
        row.writeUBL = try cpu(count) {
            for invoice in invoices { _ = try EInvoices.document(invoice, as: .ubl) }
        }
        row.writeCII = try cpu(count) {
            for invoice in invoices { _ = try EInvoices.document(invoice, as: .cii) }
        }
        let texts = try invoices.map { try EInvoices.document($0, as: .ubl) }
        row.parse = try cpu(count) {
            for text in texts { _ = try XMLElement.parse(bytes: text, name: "bench") }
        }
        row.read = try cpu(count) {
            for text in texts {
                _ = EInvoiceReading(try XMLElement.parse(bytes: text, name: "bench"))
            }
        }
        let roots = try texts.map { try XMLElement.parse(bytes: $0, name: "bench") }
        row.check = cpu(count) {
            for root in roots { _ = RuleChecker.findings(in: root, against: [.en16931, .peppol]) }
        }
        return row
    }

    /// The fastest round, of one invoice.
    private func cpu(_ count: Int, _ body: () throws -> Void) rethrows -> Int {
        var least = Int.max
        for _ in 0..<Self.rounds {
            let start = Clock.cpu()
            try body()
            least = min(least, Clock.cpu() - start)
        }
        return least / count
    }
}

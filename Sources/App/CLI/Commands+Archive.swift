import Archive
import Books
import Diagnostics
import Formats
import Money
import Trade
import Workflows

extension Command {
    static let searchOptions = [
        Option("customer", "ID", "of one customer"),
        Option("period", "P", "2026-04, 2026-Q1, FY2026-27, 2026-04..2026-06"),
        Option("number", "N", "one number"),
        Option("order", "ID", "that bill an order"),
        Option("purchase-order", "PO", "that bill a purchase order of the customer's"),
        Option(
            "document", "KIND",
            "invoice, credit-note, debit-note, proforma, advance, refund-voucher"),
        Option("state", "S", "issued or cancelled"),
        Option("currency", "C", "in one currency, such as INR"),
        Option("min", "AMOUNT", "payable, in the document's currency: this or more"),
        Option("max", "AMOUNT", "this or less"),
        Option(
            "text", "WORDS",
            "all these words, in parties, items or references; \"oak*\" begins a word"),
    ]

    static func search(_ invocation: Invocation, _ finding: Finding) throws -> Books.Search {
        var search = Books.Search()
        let options = invocation.options
        search.customer = try options["customer"].map(finding.customer)
        search.number = options["number"]
        search.order = options["order"]
        search.purchaseOrder = options["purchase-order"]
        search.text = try options["text"].map(searchText)
        search.kind = try choice("document", options, "kind of document")
        search.state = try choice("state", options, "state of a document")
        search.minimum = try amount("min", options)
        search.maximum = try amount("max", options)
        if let minimum = search.minimum, let maximum = search.maximum, minimum > maximum {
            throw UsageError(
                "--min \(minimum) is more than --max \(maximum)", hint: "no document is both")
        }
        if let code = options["currency"] {
            search.currency = Currency(code: code.uppercased())
            if search.currency == nil {
                throw UsageError("there is no currency \"\(code)\"", hint: "such as INR or EUR")
            }
        }
        if let period = options["period"] {
            search.period = Period(period, fiscalYearStart: try finding.fiscalYearStart())
            if search.period == nil {
                throw UsageError(
                    "\"\(period)\" is no period",
                    hint: "2026-04, 2026-Q1, FY2026-27, 2026-04-15, 2026-04..2026-06")
            }
        }
        return search
    }

    /// One of the words that an option knows.
    static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ options: [String: String], _ what: String
    ) throws -> Choice? {
        guard let text = options[name] else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        throw UsageError(
            "there is no \(what) \"\(text)\"",
            hint: Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }

    private static func amount(_ name: String, _ options: [String: String]) throws -> Decimal? {
        guard let text = options[name] else { return nil }
        guard let amount = Decimal(text) else {
            throw UsageError("--\(name) is no amount: \"\(text)\"", hint: "such as 1500 or 99.50")
        }
        return amount
    }

    /// No more words than the index takes.
    private static func searchText(_ text: String) throws -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.isEmpty { throw UsageError("--text holds no word") }
        if words.count > 32 || text.utf8.count > 1000 {
            throw UsageError("--text holds more than 32 words or 1,000 bytes")
        }
        return text
    }
}

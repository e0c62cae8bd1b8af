import Archive
import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// One document as the tables have it, held against the canonical JSON that was issued.
struct DocumentCheck {
    let books: BooksFolder
    let record: CheckRecord
    let row: Books.DocumentRow
    /// The day of the audit trail's first entry, where decisions are older than the trail.
    let trailStart: String?

    var document: Books.Document { row.document }
    var subject: String { "document \(document.number)" }

    func changed(_ message: String, found: String?, expected: String? = nil) {
        record.report(
            "document-changed", message, found: found, expected: expected,
            hint: "the JSON was issued; restore the row from a backup", subject: subject)
    }

    /// - Parameters:
    ///   - companies: as the document was made under it, and as it is now.
    ///   - hasRecipe: whether the first of those is known.
    func run(
        _ files: [Archive.File], _ companies: [Company], hasRecipe: Bool,
        in transaction: borrowing Transaction
    ) throws {
        try cancellation(in: transaction)
        try search(in: transaction)
        guard let file = files.first(where: { $0.kind == .json }),
            // One that is not as it was filed is told with the files.
            let bytes = try? books.read(file)
        else { return }
        let (tree, invoice): (DataTree, Invoice)
        do throws(Rejected) {
            tree = try JSONReader.read(SourceText(name: file.path, bytes: bytes))
            invoice = try Invoice(canonical: tree)
        } catch {
            record.report(
                "document-unread",
                "its canonical JSON cannot be read, so its rows were not checked",
                found: "archive/\(file.path): \(error.diagnostic.message)",
                hint: "restore the books from a backup", subject: subject)
            return
        }
        columns(tree.root)
        number(invoice, companies, hasRecipe: hasRecipe)
        try rows(tree.root, invoice, in: transaction)
        try registration(invoice, files, in: transaction)
    }

    private func cancellation(in transaction: borrowing Transaction) throws {
        let isCancelled = try Books.cancellation(of: document.number, in: transaction) != nil
        if (document.state == .cancelled) == isCancelled { return }
        record.report(
            "document-changed", "whether it was cancelled is not what its history says",
            found: document.state.rawValue, expected: isCancelled ? "cancelled" : "issued",
            hint: "compare the rows of document and document_event with a backup's",
            subject: subject)
    }

    private func search(in transaction: borrowing Transaction) throws {
        if let id = row.searchID,
            try Books.isFound(document.number, under: id, in: transaction)
        {
            return
        }
        record.report(
            "document-changed", "the row of document was changed: search_id",
            found: row.searchID.map { "\($0), where other words are" } ?? "nothing",
            expected: "where its number is found",
            hint: "it is not found by its words; restore the row from a backup", subject: subject)
    }

    private func columns(_ root: DataNode) {
        let order = root["order"] ?? root["orders"]?.elements.first
        let totals = root["totals"]
        let columns: [(name: String, row: String?, filed: String?)] = [
            ("number", document.number, root["number"]?.string),
            ("kind", document.kind.rawValue, root["kind"]?.string),
            ("issue_date", document.issueDate.description, root["issueDate"]?.string),
            ("customer", document.customer, root["buyer"]?["id"]?.string),
            ("customer_name", document.customerName, root["buyer"]?["name"]?.string),
            ("order_id", document.order, order?["id"]?.string),
            ("purchase_order", document.purchaseOrder, order?["purchaseOrder"]?.string),
            (
                "original", document.original,
                root["references"]?.elements.first?["number"]?.string
            ),
            ("currency", document.payable.currency.code, root["currency"]?.string),
            ("taxable", document.taxable.plain, totals?["taxable"]?.string),
            ("tax", document.tax.plain, totals?["tax"]?.string),
            ("payable", document.payable.plain, totals?["payable"]?.string),
        ]
        for column in columns where column.row != column.filed {
            changed(
                "the row of document was changed: \(column.name)", found: column.row ?? "nothing",
                expected: column.filed ?? "nothing")
        }
    }

    /// Series, fiscal year and counter give the number, by the company's record of then or, where it
    /// was replaced while documents were issued, of now. Of a document without a recipe neither may
    /// be the one of then: the number has the counter's digits at least.
    private func number(_ invoice: Invoice, _ companies: [Company], hasRecipe: Bool) {
        let isGiven = companies.contains { company in
            guard row.counter > 0, let series = company.series.first(where: { $0.id == row.series })
            else { return false }
            let year = company.fiscalYear(of: invoice.issueDate)
            return series.kinds.contains(invoice.kind) && year.label == row.year
                && series.number(row.counter, in: year) == invoice.number
        }
        if isGiven || !hasRecipe && invoice.number.contains("\(row.counter)") { return }
        changed(
            "the row of document was changed: series, fiscal_year and counter do not give its number",
            found: "series \(row.series), \(row.year), counter \(row.counter)",
            expected: invoice.number)
    }
}

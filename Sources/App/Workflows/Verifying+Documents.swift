import Archive
import Books
import Crypto
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

extension Verifying {
    /// Every document has its files, says what its canonical JSON says, and is cancelled for a reason.
    func documents(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        var count = 0
        func damaged(_ number: String, _ error: DatabaseError) {
            count += 1
            record.reportRow("document", error.message, subject: "document \(number)")
        }
        try Books.documents(Books.Search(), in: transaction, damaged: damaged) { document in
            count += 1
            record.progress("documents", count)
            let subject = "document \(document.number)"
            let kinds = try Archive.soundFiles(of: document.number, in: transaction)
            for kind in [Archive.FileKind.json, .pdf]
            where kinds?.contains(where: { $0.kind == kind }) == false {
                record.report(
                    "document-files", "no \(kind.rawValue) of this document is in the index",
                    hint: "restore the books from a backup", subject: subject)
            }
            let event = try Books.cancellation(of: document.number, in: transaction)
            if (document.state == .cancelled) != (event != nil) {
                record.report(
                    "document-changed", "whether it was cancelled is not what its history says",
                    found: document.state.rawValue,
                    expected: event == nil ? "issued" : "cancelled",
                    hint: "compare the rows of document and document_event with a backup's",
                    subject: subject)
            }
            if let file = kinds?.first(where: { $0.kind == .json }) {
                compare(document, with: file, record, subject)
            }
        }
        record.end("documents", count, "each has its files, and its row says what its JSON says")
    }

    /// A row against the canonical JSON; a file that is not as it was filed is told with the files.
    private func compare(
        _ document: Books.Document, with file: Archive.File, _ record: CheckRecord,
        _ subject: String
    ) {
        // Where it cannot be read, too.
        guard let bytes = try? books.read(file) else { return }
        let root: DataNode
        do throws(Rejected) {
            root = try JSONReader.read(SourceText(name: file.path, bytes: bytes)).root
        } catch { return }
        let totals = root["totals"]
        let pairs = [
            ("number", document.number, root["number"]?.string),
            ("issue_date", document.issueDate.description, root["issueDate"]?.string),
            ("customer", document.customer, root["buyer"]?["id"]?.string),
            ("customer_name", document.customerName, root["buyer"]?["name"]?.string),
            ("currency", document.payable.currency.code, root["currency"]?.string),
            ("taxable", document.taxable.plain, totals?["taxable"]?.string),
            ("tax", document.tax.plain, totals?["tax"]?.string),
            ("payable", document.payable.plain, totals?["payable"]?.string),
        ]
        for (column, row, filed) in pairs where filed != nil && row != filed {
            record.report(
                "document-changed", "the row of document was changed: \(column)", found: row,
                expected: filed, hint: "the JSON was issued; restore the row from a backup",
                subject: subject)
        }
    }

    /// Every series counts from its first number in every fiscal year, in the order of dates.
    func series(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        var (name, year, expected) = ("", "", 0)
        var (count, lastDate, lastNumber) = (0, "", "")
        var company: Company?
        try Books.numbers(in: transaction) { given in
            if given.series != name { (lastDate, lastNumber) = ("", "") }
            if given.series != name || given.year != year {
                count += 1
                (name, year) = (given.series, given.year)
                company = try self.company(of: given.number, in: transaction)
                expected = company?.series.first { $0.id == given.series }?.first ?? given.counter
            }
            let subject = "series \(given.series), \(given.year)"
            if given.counter != expected {
                let missing =
                    expected + 1 < given.counter
                    ? "\(expected) to \(given.counter - 1)" : "\(expected)"
                record.report(
                    "number-gap", "numbers of the series are missing",
                    found: "\(given.number), counter \(given.counter)",
                    expected: "counter \(missing)",
                    hint: "rows of document were deleted or changed; restore them from a backup",
                    subject: subject)
            }
            if given.date < lastDate {
                record.report(
                    "number-order", "a number is dated before the one before it",
                    found: "\(given.number) of \(given.date)",
                    expected: "\(lastDate) or later, as \(lastNumber)",
                    hint: "compare the rows of document with a backup's", subject: subject)
            }
            expected = given.counter + 1
            (lastDate, lastNumber) = (given.date, given.number)
        }
        record.end("series and fiscal years", count, "no gaps, no number twice, no date goes back")
    }

    /// The company's record as the document was made under it; as it is now where that was not kept.
    private func company(
        of number: String, in transaction: borrowing Transaction
    ) throws -> Company? {
        // What cannot be read is told with the materials.
        func material(_ name: String) -> [UInt8]? { try? Materials(books).bytes(name) }
        if let recipe = try Archive.recipe(of: number, in: transaction),
            let bytes = material(SHA256.hex(recipe)),
            let file = Recipe(bytes)?.ingredients.files.first(where: { $0.name == "company.json" }),
            let company = material(file.digest).flatMap(Recipe.company)
        {
            return company
        }
        return try books.company(in: transaction)
    }
}

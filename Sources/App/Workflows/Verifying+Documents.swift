import Archive
import Books
import Crypto
import Database
import Diagnostics
import Trade

extension Verifying {
    /// Every document has its files, says what its canonical JSON says in every table, and is found
    /// by its number.
    func documents(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        let former = FormerCompanies(books)
        let now = try? books.company(in: transaction)
        let start = try Verifying.trailStart(in: transaction)
        var count = 0
        var before: Books.DocumentRow?
        func damaged(_ number: String, _ error: DatabaseError) {
            count += 1
            record.reportRow("document", error.message, subject: "document \(number)")
        }
        try Books.documentRows(in: transaction, damaged: damaged) { row in
            count += 1
            record.progress("documents", count)
            let number = row.document.number
            let check = DocumentCheck(
                books: books, record: record, row: row, trailStart: start)
            // Rows of files that are damaged are told with the files.
            let kinds = try Archive.soundFiles(of: number, in: transaction)
            for kind in [Archive.FileKind.json, .pdf]
            where kinds?.contains(where: { $0.kind == kind }) == false {
                record.report(
                    "document-files", "no \(kind.rawValue) of this document is in the index",
                    hint: "restore the books from a backup", subject: check.subject)
            }
            let then = try Archive.recipe(of: number, in: transaction).flatMap(former.company)
            try check.run(
                kinds ?? [], [then, now].compactMap(\.self), hasRecipe: then != nil, in: transaction
            )
            if let before { order(of: before, row, record) }
            before = row
        }
        try strayRows(record, in: transaction)
        record.end("documents", count, "each has its files, and its rows say what its JSON says")
    }

    /// Words are entered in the order of filing: a search for them lists documents in it.
    private func order(
        of before: Books.DocumentRow, _ row: Books.DocumentRow, _ record: CheckRecord
    ) {
        guard let first = before.searchID, let second = row.searchID, first >= second else {
            return
        }
        record.report(
            "document-changed", "the row of document was changed: search_id",
            found: "\(first), \(second) of \(row.document.number)",
            expected: "in the order of filing",
            hint: "compare the rows of document with a backup's",
            subject: "document \(before.document.number)")
    }

    /// Rows that name a document which has nothing to do with them.
    private func strayRows(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        func report(_ table: String, _ found: String, _ number: String) {
            record.report(
                "document-changed", "\(table) has a row that what was issued has not",
                found: found, hint: "somebody entered or changed it; compare with a backup's",
                subject: "document \(number)")
        }
        try Books.strayNotes(in: transaction) { number, original in
            report("note_line", "as a note on \(original)", number)
        }
        try Books.strayEnclosures(in: transaction) { number, order in
            report("enclosure", "a file of order \(order)", number)
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
        let recipe = try Archive.recipe(of: number, in: transaction)
        return try recipe.flatMap(FormerCompanies(books).company)
            ?? books.company(in: transaction)
    }
}

/// The company's record as documents were made under it, by their recipes; the last is kept, as
/// those that were filed together have one.
private final class FormerCompanies {
    private let materials: Materials
    private var last: (recipe: [UInt8], company: Company?)?

    init(_ books: BooksFolder) { materials = Materials(books) }

    /// `nil` where it cannot be read any more.
    func company(_ recipe: [UInt8]) -> Company? {
        if let last, last.recipe == recipe { return last.company }
        let company = read(recipe)
        last = (recipe, company)
        return company
    }

    private func read(_ recipe: [UInt8]) -> Company? {
        guard let bytes = try? materials.bytes(SHA256.hex(recipe)),
            let file = Recipe(bytes)?.ingredients.files.first(where: { $0.name == "company.json" }),
            let text = try? materials.bytes(file.digest)
        else { return nil }
        return Recipe.company(text)
    }
}

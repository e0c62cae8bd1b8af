import Archive
import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Trade

/// What use cases read of the books besides master data.
extension BooksFolder {
    /// The company alone, for what needs no other record.
    func company(in transaction: borrowing Transaction) throws -> Company {
        guard let kept = try Books.company(in: transaction) else {
            throw EnvironmentError("the company's record is missing in \(path)")
        }
        let findings = Findings()
        guard let tree = kept.tree(.customers, findings), let company = Company(tree.root, findings)
        else { throw EnvironmentError("the company's record in \(path) cannot be read") }
        return company
    }

    /// The canonical JSON of an issued document, after its digest has been checked. Findings about
    /// it name it as it lies in the books.
    func canonical(
        of number: String, in transaction: borrowing Transaction
    ) throws -> SourceText {
        let files = try Archive.files(of: number, in: transaction)
        guard let file = files.first(where: { $0.kind == .json }) else {
            throw EnvironmentError("\(number) has no canonical JSON in the archive")
        }
        return SourceText(name: "archive/\(file.path)", bytes: try read(file))
    }

    /// The e-invoice in CII that a document was issued with, after its digest has been checked; `nil`
    /// where it has none.
    func cii(of number: String, in transaction: borrowing Transaction) throws -> [UInt8]? {
        try Archive.files(of: number, in: transaction).first { $0.kind == .cii }.map { file in
            try read(file)
        }
    }

    /// An issued document as it was issued.
    func invoice(_ number: String, in transaction: borrowing Transaction) throws -> Invoice {
        let source = try canonical(of: number, in: transaction)
        do throws(Rejected) {
            return try Invoice(canonical: JSONReader.read(source))
        } catch {
            throw EnvironmentError(
                "\(path)/\(source.name) cannot be read:\n\(error.diagnostic.text)")
        }
    }

    /// What earlier documents have left of an advance; `nil` where nothing is.
    func advance(_ number: String, in transaction: borrowing Transaction) throws -> Advance? {
        guard let open = try Books.openAdvance(number, in: transaction), !open.rest.isUsed else {
            return nil
        }
        let document = try invoice(open.rest.number, in: transaction)
        return Advance(
            document, try BooksFolder.standing(of: document, open.rest.number, in: transaction),
            total: open.rest.total, taxes: open.rest.taxes, received: open.received)
    }

    /// What invoices that took off an advance and refunds of it have left of its lines, counted in
    /// the order in which they were filed.
    static func standing(
        of advance: Invoice, _ number: String, in transaction: borrowing Transaction
    ) throws -> Standing {
        var standing = Standing(of: advance)
        for use in try Books.uses(of: number, in: advance.currency, in: transaction) {
            let movements =
                use.movements.isEmpty
                ? try advance.taking(use.total, from: standing)?.movements ?? [] : use.movements
            for movement in movements { standing.apply(movement) }
        }
        return standing
    }

    /// The entry of a document that is named by its number, in any case.
    func document(
        _ number: String, in transaction: borrowing Transaction
    ) throws -> Books.Document {
        if let document = try Books.document(number, in: transaction) { return document }
        if try Books.order(number, in: transaction) != nil {
            throw UsageError(
                "\(number) is an order, not an issued document",
                hint: "bijak find --text \(number) lists its documents")
        }
        throw try UsageError.unknownDocument(number, in: transaction)
    }

    /// When, by whom and why a document was cancelled: ` on 2026-04-03 (N. Rao: wrong buyer)`.
    func story(
        of document: Books.Document, in transaction: borrowing Transaction
    ) throws -> String {
        guard let known = try Books.cancellation(of: document.number, in: transaction) else {
            return ""
        }
        return " on \(known.date) (\(known.person): \(known.reason))"
    }

    /// An order with its terms as they hold, whatever was delivered of it; `nil` after findings.
    func reviewed(
        _ id: String, _ master: MasterData, in transaction: borrowing Transaction,
        _ findings: Findings
    ) throws -> ReviewedOrder? {
        guard let entry = try Books.order(id, in: transaction) else {
            throw try UsageError.unknownOrder(id, in: transaction)
        }
        if entry.state == .cancelled {
            throw UsageError(
                "order \(id) was cancelled", hint: "enter what is still wanted as a new order")
        }
        guard let kept = try Books.record(.orders, id, in: transaction) else {
            throw EnvironmentError("the record of order \(id) is missing")
        }
        var context = OrderContext(isNew: false)
        context.approvals = try Books.approvals(of: id, in: transaction)
        guard let order = kept.tree(.orders, findings).flatMap({ Order($0.root, findings) })
        else { return nil }
        return ReviewedOrder(order, master, context, findings)
    }
}

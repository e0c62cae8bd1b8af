import Archive
import Books
import Crypto
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// Everything that the books know about a disputed document.
struct DisputeFile {
    let document: Books.Document
    let invoice: Invoice
    /// Notes on it, what it is a note on, and advances that it takes off, as they were issued; by date.
    let others: [(entry: Books.Document, invoice: Invoice)]
    private let files: [Archive.File]

    init(_ number: String, _ books: BooksFolder, in transaction: borrowing Transaction) throws {
        let document = try books.document(number, in: transaction)
        let invoice = try books.invoice(document.number, in: transaction)
        let named = Set(invoice.references.map(\.number) + invoice.prepayments.map(\.number))
        var others: [String: Books.Document] = [:]
        for order in Set(invoice.parts.map(\.order.id)) {
            var search = Books.Search()
            search.order = order
            try Books.documents(search, in: transaction) { other in
                let isAbout = other.original?.lowercased() == document.number.lowercased()
                if isAbout || named.contains(other.number) { others[other.number] = other }
            }
        }
        self.document = document
        self.invoice = invoice
        self.others = try others.values.sorted {
            ($0.issueDate, $0.number) < ($1.issueDate, $1.number)
        }.map { ($0, try books.invoice($0.number, in: transaction)) }
        files = try Archive.files(of: document.number, in: transaction)
    }

    /// What the files of its pack are called, without their endings.
    var name: String { "dispute-\(Archive.fileName(document.number))" }

    /// The document and the others.
    var documents: [Books.Document] { [document] + others.map(\.entry) }

    /// The same as they were issued.
    var invoices: [Invoice] { [invoice] + others.map(\.invoice) }

    /// What files that travelled inside a document are told apart by in the PDF.
    func attachmentPrefix(_ document: Books.Document) -> String {
        "\(Archive.fileName(document.number))-"
    }

    /// What comes before the terms, cover and timeline first, and what comes behind them.
    func parts(
        _ words: DisputeWords, _ books: BooksFolder, in transaction: borrowing Transaction
    ) throws -> ([DisputePart], [DisputePart]) {
        var before = [
            try cover(words, in: transaction), try timeline(words, in: transaction),
        ]
        var after: [DisputePart] = []
        for order in invoice.parts.map(\.order.id).uniqued {
            let heading = words("order", ["order": order])
            if let part = try record(.orders, order, heading, words, in: transaction) {
                before.append(part)
            }
        }
        for delivery in invoice.parts.compactMap(\.delivery?.id).uniqued {
            let heading = words("delivery", ["delivery": delivery])
            if let part = try record(.deliveries, delivery, heading, words, in: transaction) {
                after.append(part)
            }
        }
        after.append(try explanation(words, books, in: transaction))
        return (before, after)
    }

    private var about: String { "\(document.number), \(document.customerName)" }

    private func cover(
        _ words: DisputeWords, in transaction: borrowing Transaction
    ) throws -> DisputePart {
        var part = DisputePart(words("title", ["number": document.number]), about, words)
        part.add(words("document"), "\(words.kind(invoice)) \(document.number)")
        part.add(words("state"), try state(words, in: transaction))
        part.add(words("issue-date"), document.issueDate.description)
        part.add(words.label("due-date"), invoice.dueDate?.description ?? "")
        part.add(words("customer"), "\(document.customerName) (\(document.customer))")
        part.add(words("orders"), invoice.parts.map(\.order.id).uniqued.joined(separator: ", "))
        part.add(
            words("purchase-orders"),
            invoice.parts.compactMap(\.order.purchaseOrder).uniqued.joined(separator: ", "))
        part.add(words.label("contract"), invoice.contract?.id ?? "")
        part.add(words.label("taxable-value"), document.taxable.description)
        part.add(words.label("tax"), document.tax.description)
        part.add(words("payable"), document.payable.description)
        for (entry, invoice) in others {
            part.add(
                words("other"),
                words(
                    "other-document",
                    [
                        "kind": words.kind(invoice), "number": entry.number,
                        "date": entry.issueDate.description, "amount": entry.payable.description,
                    ]) + (entry.state == .issued ? "" : ", \(words.state(entry.state))"))
        }
        addFiles(to: &part, words)
        return part
    }

    private func state(
        _ words: DisputeWords, in transaction: borrowing Transaction
    ) throws -> String {
        guard let end = try Books.cancellation(of: document.number, in: transaction) else {
            return words.state(document.state)
        }
        return words(
            "cancelled-on",
            ["date": end.date.description, "person": end.person, "reason": end.reason])
    }

    private func addFiles(to part: inout DisputePart, _ words: DisputeWords) {
        for file in invoice.attachments {
            part.add(
                words.label("attachment"),
                words(
                    "attached",
                    [
                        "name": attachmentPrefix(document) + file.name, "size": String(file.size),
                        "hash": file.sha256,
                    ]))
        }
        part.add(words("with-this"), words("zip", ["name": "\(name).zip"]))
        for file in files {
            part.add(
                file.path,
                words("file", ["size": String(file.size), "hash": SHA256.hex(file.sha256)]))
        }
    }

    /// A record as it was given, with its place in the file that it came in.
    private func record(
        _ kind: RecordKind, _ id: String, _ heading: String, _ words: DisputeWords,
        in transaction: borrowing Transaction
    ) throws -> DisputePart? {
        guard let kept = try Books.record(kind, id, in: transaction),
            let tree = kept.tree(kind, Findings())
        else { return nil }
        var part = DisputePart(heading, words("given-in", ["file": kept.source.fileName]), words)
        part.add(tree.root)
        return part
    }

    /// Every amount with the rule that made it, the law behind the rule, and what it was made from.
    private func explanation(
        _ words: DisputeWords, _ books: BooksFolder, in transaction: borrowing Transaction
    ) throws -> DisputePart {
        let source = try books.canonical(of: document.number, in: transaction)
        var part = DisputePart(words("explanation"), about, words)
        do throws(Rejected) {
            let record = ExplanationRecord(try JSONReader.read(source).root)
            for path in record.paths {
                guard let step = record.step(path) else { continue }
                part.add(
                    "\(path) = \(step.unit.map { "\($0) " } ?? "")\(step.amount)",
                    words.step(step))
            }
        } catch {
            throw EnvironmentError("\(source.name) cannot be read:\n\(error.diagnostic.text)")
        }
        return part
    }
}

extension DisputeFile {
    /// What happened, by day; of one day, in the order in which one follows from another.
    private func timeline(
        _ words: DisputeWords, in transaction: borrowing Transaction
    ) throws -> DisputePart {
        var entries: [(date: CalendarDate, text: String)] = []
        var seen: Set<String> = []
        for one in invoice.parts {
            if seen.insert("order \(one.order.id)").inserted {
                entries += try self.entries(of: one.order, words, in: transaction)
            }
            if let delivery = one.delivery, seen.insert("delivery \(delivery.id)").inserted {
                entries.append((delivery.date, words("delivery", ["delivery": delivery.id])))
            }
        }
        for (one, invoice) in zip(documents, invoices) {
            entries.append((one.issueDate, "\(words.kind(invoice)) \(one.number), \(one.payable)"))
            if let end = try Books.cancellation(of: one.number, in: transaction) {
                let text = words("document-cancelled", ["number": one.number])
                entries.append((end.date, "\(text): \(end.person): \(end.reason)"))
            }
        }
        if let due = invoice.dueDate {
            entries.append((due, words("is-due", ["number": document.number])))
        }
        var part = DisputePart(words("timeline"), about, words)
        for entry in entries.enumerated().sorted(by: {
            ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
        }) {
            part.add(entry.element.date.description, entry.element.text)
        }
        return part
    }

    private func entries(
        of order: Invoice.OrderReference, _ words: DisputeWords,
        in transaction: borrowing Transaction
    ) throws -> [(date: CalendarDate, text: String)] {
        var entries = [(order.date, words("order", ["order": order.id]))]
        if let date = order.purchaseOrderDate, let number = order.purchaseOrder {
            entries.append((date, words("purchase-order", ["number": number])))
        }
        for event in try Books.events(of: order.id, in: transaction) {
            let what = words("order-\(event.kind.rawValue)", ["order": order.id])
            let why = [event.person, event.reason].compactMap(\.self)
            entries.append((event.date, ([what] + why).joined(separator: ": ")))
        }
        return entries
    }
}

extension [String] {
    /// Each once, in the order of their first places.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

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
    /// Notes on it, what it is a note on, and advances that it takes off; by date.
    let others: [Books.Document]
    private let files: [Archive.File]
    private let story: String

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
        self.others = others.values.sorted {
            ($0.issueDate, $0.number) < ($1.issueDate, $1.number)
        }
        files = try Archive.files(of: document.number, in: transaction)
        story = try books.story(of: document, in: transaction)
    }

    /// What the files of its pack are called, without their endings.
    var name: String { "dispute-\(Archive.fileName(document.number))" }

    /// What files that travelled inside a document are told apart by in the PDF.
    func attachmentPrefix(_ document: Books.Document) -> String {
        "\(Archive.fileName(document.number))-"
    }

    /// The document and the others, as they were issued.
    func invoices(
        _ books: BooksFolder, in transaction: borrowing Transaction
    ) throws -> [Invoice] {
        try [invoice] + others.map { try books.invoice($0.number, in: transaction) }
    }

    /// What comes before the terms, cover and timeline first, and what comes behind them.
    func parts(
        _ books: BooksFolder, in transaction: borrowing Transaction
    ) throws -> ([DisputePart], [DisputePart]) {
        var before = [cover, try timeline(in: transaction)]
        var after: [DisputePart] = []
        for order in invoice.parts.map(\.order.id).uniqued {
            if let part = try record(.orders, order, "Order \(order)", in: transaction) {
                before.append(part)
            }
        }
        for delivery in invoice.parts.compactMap(\.delivery?.id).uniqued {
            if let part = try record(.deliveries, delivery, "Delivery \(delivery)", in: transaction)
            {
                after.append(part)
            }
        }
        after.append(try explanation(books, in: transaction))
        return (before, after)
    }

    private var about: String { "\(document.number), \(document.customerName)" }

    private var cover: DisputePart {
        var part = DisputePart("Dispute of \(document.number)", about)
        part.add("Document", "\(document.kind.rawValue) \(document.number)")
        part.add("State", document.state.rawValue + story)
        part.add("Issued", document.issueDate.description)
        part.add("Due", invoice.dueDate?.description ?? "")
        part.add("Customer", "\(document.customerName) (\(document.customer))")
        part.add("Orders", invoice.parts.map(\.order.id).uniqued.joined(separator: ", "))
        part.add(
            "Purchase orders",
            invoice.parts.compactMap(\.order.purchaseOrder).uniqued.joined(separator: ", "))
        part.add("Contract", invoice.contract?.id ?? "")
        part.add("Taxable", document.taxable.description)
        part.add("Tax", document.tax.description)
        part.add("Payable", document.payable.description)
        for other in others {
            part.add(
                "Other document",
                "\(other.kind.rawValue) \(other.number) of \(other.issueDate), \(other.payable)"
                    + (other.state == .issued ? "" : ", cancelled"))
        }
        for file in invoice.attachments {
            part.add(
                "Attachment",
                "\(attachmentPrefix(document))\(file.name), inside this PDF; "
                    + "\(counted(file.size, "byte")), SHA-256 \(file.sha256)")
        }
        part.add("With this", "\(name).zip: all files and records, each with its SHA-256")
        for file in files {
            part.add(file.path, "\(counted(file.size, "byte")), SHA-256 \(SHA256.hex(file.sha256))")
        }
        return part
    }

    private func timeline(in transaction: borrowing Transaction) throws -> DisputePart {
        var entries: [(date: CalendarDate, text: String)] = []
        var seen: Set<String> = []
        for one in invoice.parts {
            let order = one.order
            if seen.insert("order \(order.id)").inserted {
                entries.append((order.date, "order \(order.id)"))
                if let date = order.purchaseOrderDate, let number = order.purchaseOrder {
                    entries.append((date, "purchase order \(number)"))
                }
                for event in try Books.events(of: order.id, in: transaction) {
                    let why = [event.person, event.reason].compactMap(\.self)
                    entries.append(
                        (
                            event.date,
                            "order \(order.id) \(event.kind.rawValue)"
                                + (why.isEmpty ? "" : ": \(why.joined(separator: ": "))")
                        ))
                }
            }
            if let delivery = one.delivery, seen.insert("delivery \(delivery.id)").inserted {
                entries.append((delivery.date, "delivery \(delivery.id)"))
            }
        }
        for one in [document] + others {
            entries.append((one.issueDate, "\(one.kind.rawValue) \(one.number), \(one.payable)"))
            if let end = try Books.cancellation(of: one.number, in: transaction) {
                entries.append((end.date, "\(one.number) cancelled: \(end.person): \(end.reason)"))
            }
        }
        if let due = invoice.dueDate { entries.append((due, "\(document.number) is due")) }
        var part = DisputePart("Timeline", about)
        // Of one day, in the order in which one follows from another.
        for entry in entries.enumerated().sorted(by: {
            ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
        }) {
            part.add(entry.element.date.description, entry.element.text)
        }
        return part
    }

    /// A record as it was given, with its place in the file that it came in.
    private func record(
        _ kind: RecordKind, _ id: String, _ heading: String,
        in transaction: borrowing Transaction
    ) throws -> DisputePart? {
        guard let kept = try Books.record(kind, id, in: transaction),
            let tree = kept.tree(kind, Findings())
        else { return nil }
        var part = DisputePart(heading, "As it was given in \(kept.source.name)")
        part.add(tree.root)
        return part
    }

    /// Every amount with the rule that made it, the law behind the rule, and what it was made from.
    private func explanation(
        _ books: BooksFolder, in transaction: borrowing Transaction
    ) throws -> DisputePart {
        let source = try books.canonical(of: document.number, in: transaction)
        var part = DisputePart("How each amount came about", about)
        do throws(Rejected) {
            let record = ExplanationRecord(try JSONReader.read(source).root)
            for path in record.paths {
                guard let step = record.step(path) else { continue }
                part.add("\(path) = \(step.unit.map { "\($0) " } ?? "")\(step.amount)", step.words)
            }
        } catch {
            throw EnvironmentError("\(source.name) cannot be read:\n\(error.diagnostic.text)")
        }
        return part
    }
}

extension ExplanationTree {
    /// The rule, its rounding and law, and what the amount rests on, in one text.
    fileprivate var words: String {
        let rule = [ruleText, rounding.map { "rounded \($0)" }, law].compactMap(\.self)
        let from =
            parts.map(\.path)
            + facts.map { fact in
                "\(fact.name) \(fact.value) [\([fact.source, fact.place].compactMap(\.self).joined(separator: ", "))]"
            }
        return rule.joined(separator: "; ")
            + (from.isEmpty ? "" : " — from \(from.joined(separator: ", "))")
    }
}

extension [String] {
    /// Each once, in the order of their first places.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

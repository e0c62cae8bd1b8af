import Books
import Database
import Diagnostics
import Invoicing
import Trade

/// Documents that travel with the next invoice of an order: time sheets, proofs of delivery, copies of
/// a purchase order (BG-24).
///
/// Each goes out once: in the page, in its e-invoice, and named on its face. Where that document is
/// cancelled, it waits again.
public struct Attaching {
    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// Attaches files, all of them or none.
    ///
    /// - Parameters:
    ///   - delivery: they wait for the invoice of this delivery, milestone or period, not for any of
    ///     the order's.
    ///   - description: of each, for people.
    /// - Returns: what waits for the order now.
    public func add(
        _ paths: [String], to order: String, delivery: String?, description: String?
    ) throws -> [Books.Attachment] {
        let words = try description.map { try plainText($0, "--description", limit: 200) }
        let files = try checked(paths, words)
        // Before the content is kept; and again when nobody else can write.
        try books.connection.transaction(.deferred) { transaction in
            try check(files, order, delivery, in: transaction)
        }
        let materials = Materials(books)
        for file in files { try materials.keep(file.bytes) }
        // Before the rows that name them.
        try Disk.syncFileSystem(of: books.path)
        return try books.change { transaction in
            try check(files, order, delivery, in: transaction)
            let stamp = try world.stamp(books, in: transaction)
            for file in files {
                try Books.add(file.file, to: order, delivery: delivery, in: transaction)
                try stamp.enter(
                    .attach, order, "\(file.file.name), SHA-256 \(file.file.sha256)",
                    in: transaction)
            }
            return try Books.attachments(of: order, in: transaction).filter(\.isWaiting)
        }
    }

    /// Takes back attachments that wait, by name, all of them or none.
    public func withdraw(_ names: [String], from order: String) throws {
        try books.change { transaction in
            guard try Books.order(order, in: transaction) != nil else {
                throw try UsageError.unknownOrder(order, in: transaction)
            }
            var waiting = try Books.attachments(of: order, in: transaction).filter(\.isWaiting)
            let stamp = try world.stamp(books, in: transaction)
            for name in names {
                // As the file was called, or as it is called here.
                let wanted = [name.lowercased(), Receiving.safeName(name).lowercased()]
                let index = waiting.firstIndex { wanted.contains($0.file.name.lowercased()) }
                guard let found = index.map({ waiting.remove(at: $0) }) else {
                    throw UsageError(
                        "no \(name) waits for an invoice of \(order)",
                        hint: suggestion(for: name, among: waiting.map(\.file.name))
                            ?? "bijak attach list \(order) shows what does")
                }
                try Books.withdraw(attachment: found.id, in: transaction)
                try stamp.enter(.withdraw, order, found.file.name, in: transaction)
            }
        }
    }

    /// What waits for an order and what went out with its documents, in the order in which it came.
    public func list(_ order: String) throws -> [Books.Attachment] {
        try books.connection.transaction(.deferred) { transaction in
            guard try Books.order(order, in: transaction) != nil else {
                throw try UsageError.unknownOrder(order, in: transaction)
            }
            return try Books.attachments(of: order, in: transaction)
        }
    }

    /// Every file read, or what is wrong with each that cannot be taken.
    private func checked(_ paths: [String], _ words: String?) throws -> [AttachmentFile] {
        var files: [AttachmentFile] = []
        var objections: [UsageError] = []
        for path in paths {
            do {
                files.append(try AttachmentFile(path, description: words))
            } catch let error as UsageError {
                objections.append(error)
            } catch let error as EnvironmentError {
                objections.append(UsageError(error.message, hint: error.hint))
            }
        }
        guard let first = objections.first else { return files }
        if objections.count == 1 { throw first }
        throw UsageError(
            objections.map(\.message).joined(separator: "\n"),
            hint: "nothing was attached; PDF, PNG, JPEG, CSV, XLSX and ODS of at most "
                + "\(AttachmentFile.fileLimit) bytes each can be")
    }

    /// An invoice of the order can still come.
    private func checkIsLeftToBill(
        _ order: Books.OrderEntry, in transaction: borrowing Transaction
    ) throws {
        if try Books.unbilledDeliveries(of: order.id, in: transaction) > 0 { return }
        let today = try world.today(books.company(in: transaction).timeZone)
        var isOpen = false
        try Books.status(order: order.id, customer: nil, on: today, in: transaction) { line in
            isOpen = isOpen || line.isOpen
        }
        if isOpen { return }
        let fate = order.state == .cancelled ? "was cancelled" : "is billed"
        throw UsageError(
            "order \(order.id) \(fate), and nothing of it is left to bill",
            hint: "an issued document is not changed; attach to an order that is still to be billed"
        )
    }

    /// Files may wait for an order or its delivery, beside what waits already.
    private func check(
        _ files: [AttachmentFile], _ order: String, _ delivery: String?,
        in transaction: borrowing Transaction
    ) throws {
        try check(order, delivery, in: transaction)
        let waiting = try Books.attachments(of: order, in: transaction).filter(\.isWaiting)
        try check(files.map(\.file), beside: waiting.map(\.file), of: order)
    }

    /// The order is there and has something left to bill; the delivery is its own and still to be
    /// billed.
    private func check(
        _ id: String, _ delivery: String?, in transaction: borrowing Transaction
    ) throws {
        guard let order = try Books.order(id, in: transaction) else {
            throw try UsageError.unknownOrder(id, in: transaction)
        }
        guard let delivery else { return try checkIsLeftToBill(order, in: transaction) }
        guard let event = try Books.event(delivery, in: transaction), event.order == id else {
            throw UsageError(
                "order \(id) has no delivery \(delivery)",
                hint: "bijak status --order \(id) shows its deliveries")
        }
        if let number = try Books.document(billing: delivery, in: transaction) {
            throw UsageError(
                "delivery \(delivery) is billed already, on \(number)",
                hint: "an issued document is not changed; attach to the order for its next invoice")
        }
        if try !Books.isBillable(delivery, in: transaction) {
            throw UsageError(
                "delivery \(delivery) is not billed by itself: a plan bills its order, or it came back",
                hint: "attach to the order for its next invoice")
        }
    }

    /// No name twice in an order, and no more of it than one invoice may carry.
    private func check(
        _ files: [Invoice.Attachment], beside waiting: [Invoice.Attachment], of order: String
    ) throws {
        var names = Set(waiting.map { $0.name.lowercased() })
        for file in files where !names.insert(file.name.lowercased()).inserted {
            throw UsageError(
                "two files called \(file.name) would wait for invoices of \(order)",
                hint: "give one of them another name, or withdraw it: bijak attach withdraw")
        }
        let all = waiting + files
        let size = all.reduce(0) { $0 + $1.size }
        let limit = AttachmentFile.documentLimit
        if size > limit.bytes || all.count > limit.files {
            throw UsageError(
                "\(counted(all.count, "file")) of \(size) bytes would wait for invoices of \(order)",
                hint:
                    "of one order, and in one invoice, at most \(limit.files) files and \(limit.bytes) bytes can"
            )
        }
    }
}

import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// Makes the documents of orders that are in no books: not numbered, not filed.
public struct Previewing {
    public struct Outcome: Sendable {
        public internal(set) var made: [String] = []
        public internal(set) var refused = 0
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// Reads orders from a file and writes each one's documents, as if all of it were delivered on
    /// its own date, to `folder` under the order's id.
    public func run(_ file: String, to folder: String) throws -> Outcome {
        guard let layout = RecordSplitter.Layout(fileName: file, table: RecordKind.orders.table)
        else {
            throw UsageError(
                "\(file) is none of the kinds of file that are read",
                hint: "the name ends in .json, .jsonl or .csv")
        }
        let master = try books.connection.transaction(.deferred) { transaction in
            try books.masterData(in: transaction)
        }
        let maker = try Workshop(master.company, books, world).makers[0]
        try Disk.makeFolder(folder)
        var isCSV = false
        if case .csv = layout { isCSV = true }
        var outcome = Outcome()
        func one(_ source: SourceText) throws {
            let findings = Findings()
            let invoice = invoice(Books.Kept(source: source, isCSV: isCSV), master, findings)
            let made = invoice.map { maker.make($0.numbered("PREVIEW"), isPreview: true) }
            (findings.diagnostics + (made?.diagnostics ?? [])).forEach(world.reporter.report)
            guard let invoice, let made, made.isMade, !findings.hasErrors else {
                outcome.refused += 1
                return
            }
            for file in made.files {
                let ending =
                    file.file.path.split(separator: "/").last?.dropFirst("PREVIEW".count) ?? ""
                let target = "\(folder)/\(safeFileName(invoice.order.id))\(ending)"
                try Disk.put(target, file.bytes)
                outcome.made.append(target)
            }
        }
        var splitter = RecordSplitter(name: file, layout: layout)
        let fileFindings = Findings()
        try Disk.stream(file) { piece in
            try splitter.feed(piece, findings: fileFindings, record: one)
        }
        try splitter.finish(findings: fileFindings, record: one)
        fileFindings.diagnostics.forEach(world.reporter.report)
        outcome.refused += fileFindings.errorCount
        return outcome
    }

    private func invoice(
        _ kept: Books.Kept, _ master: MasterData, _ findings: Findings
    ) -> Invoice? {
        guard let order = kept.tree(.orders, findings).flatMap({ Order($0.root, findings) })
        else { return nil }
        return OrderTrial(
            order, master, OrderContext(isNew: false), explains: true, findings)?.invoice
    }
}

/// An identifier as part of a file's name.
func safeFileName(_ text: String) -> String {
    String(text.map { $0 == "/" ? "-" : $0 })
}

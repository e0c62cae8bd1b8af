import Archive
import Books
import Crypto
import Database
import Diagnostics
import Formats
import Money
import Tax
import Trade

/// A folder with books: `books.sqlite` and `archive/`. Owns the connection and every transaction.
public final class BooksFolder {
    public let path: String
    let connection: Connection

    public var archive: String { "\(path)/archive" }
    /// Lists the files of the batch that was filed last, written before any of them is.
    var journal: String { "\(path)/filing.txt" }

    static let migrations: [StaticString] = [
        Books.version1, Archive.version1, Books.version2, Books.version3, Books.version4,
        Archive.version2, Books.version6, Books.version7, Books.version8,
        Archive.version3,
    ]

    /// From this version on books have an audit trail.
    static let trailVersion = 6

    /// Opens existing books. For writing, what a crash left unfinished is put right first.
    public init(_ path: String, readonly: Bool = false) throws {
        self.path = path
        connection = try BooksFolder.connection(to: path, readonly: readonly)
        if readonly {
            // Older books are brought up to date by whoever opens them first, be it to read.
            if try connection.schemaVersion() < BooksFolder.migrations.count {
                try BooksFolder.checkUpgradable(path)
                _ = try BooksFolder(path)
            }
            try migrate()
            // What a stop has left of that is done too.
            if try needsUpgrading() || isUnsealed() { _ = try BooksFolder(path) }
            try Seals.define(on: connection)
            return
        }
        let version = try connection.schemaVersion()
        try BooksHead(path).check(connection)
        try migrate()
        try recover()
        try Upgrading(books: self).run()
        try Seals.watch(connection)
        if try version < BooksFolder.migrations.count || isUnsealed() { try enterUpgrade() }
    }

    /// Books that are being copied: their database has not its own name yet.
    init(copy connection: Connection, in path: String) throws {
        self.path = path
        self.connection = connection
        try Seals.define(on: connection)
    }

    /// Makes new books for a company, whose record has been read without errors.
    static func create(
        _ path: String, company: SourceText, logo: LogoFile?, _ stamp: Stamp
    ) throws {
        try checkOwn(path)
        try Disk.makeFolder("\(path)/archive")
        let isNew = try Disk.names(in: "\(path)/archive").isEmpty
        let orphaned = EnvironmentError(
            "\(path)/archive holds files of books whose database is gone",
            hint: "restore them from a backup, or choose another folder with --books DIR")
        if !isNew, Disk.size("\(path)/books.sqlite") ?? 0 == 0 { throw orphaned }
        let connection = try Connection.open("\(path)/books.sqlite")
        try connection.migrate(migrations)
        try Seals.watch(connection)
        let end = try connection.transaction(.immediate) { transaction in
            // Tables without a company are what a crash in the middle of this has left.
            guard try Books.company(in: transaction) == nil else {
                throw EnvironmentError(
                    "\(path) holds books already", hint: "choose another folder with --books DIR")
            }
            guard isNew else { throw orphaned }
            try logo?.keep(in: path)
            // The folders too, up to the one that the books were made in.
            try Disk.syncFileSystem(of: path)
            try Books.keepCompany(company, in: transaction)
            try stamp.enter(.begin, "company", SHA256.hex(of: company.bytes), in: transaction)
            return try Trail.end(in: transaction)
        }
        try remember(end, in: path)
    }

    /// Whether books that were begun have no seals: they are of before, or a stop came in between.
    private func isUnsealed() throws -> Bool {
        try connection.transaction(.deferred) { transaction in
            try Seals.isEmpty(in: transaction) && Books.company(in: transaction) != nil
        }
    }

    /// Notes in the trail that the tables are of a new form: the machine's doing, so at its time.
    /// Where nothing is sealed, all that is there is sealed by this entry.
    private func enterUpgrade() throws {
        try change { transaction in
            let detail = "to version \(BooksFolder.migrations.count)"
            // Another process may have come first, and tables without a company are not made yet.
            var isKnown = false
            try Trail.entries(of: "books", in: transaction) {
                isKnown = isKnown || $0.note.detail == detail
            }
            let isUnsealed = try Seals.isEmpty(in: transaction)
            guard !isKnown || isUnsealed, try Books.company(in: transaction) != nil else { return }
            if isUnsealed { try Seals.noteAll(in: transaction) }
            let zone = try company(in: transaction).timeZone
            try Stamp(at: World.systemNow(zone), person: World.nobody).enter(
                .upgrade, "books", detail, in: transaction)
        }
    }

    /// Everything orders refer to, read from the kept records.
    ///
    /// - Throws: an error where a kept record can no longer be read: it was sound when it was taken.
    public func masterData(in transaction: borrowing Transaction) throws -> MasterData {
        let findings = Findings()
        guard let kept = try Books.company(in: transaction),
            let tree = kept.tree(.customers, findings), let company = Company(tree.root, findings)
        else { throw unreadable(findings) }
        var master = MasterData(company: company)
        try read(.customers, Customer.init, in: transaction, findings) { customer in
            master.customers.put(customer)
        }
        try read(.items, Item.init, in: transaction, findings) { master.items[$0.id] = $0 }
        try read(.prices, Price.init, in: transaction, findings) { price in
            master.prices.add(price, findings)
        }
        var rates: [RateTable.Rate] = []
        try read(.rates, RateTable.Rate.init, in: transaction, findings) { rates.append($0) }
        master.rates = RateTable(rates)
        var contracts: [Contract] = []
        try read(.contracts, Contract.init, in: transaction, findings) { contracts.append($0) }
        master.contracts = ContractBook(contracts)
        if findings.hasErrors { throw unreadable(findings) }
        return master
    }

    /// Every record of a kind, read by its reader.
    private func read<Record>(
        _ kind: RecordKind, _ reader: (DataNode, Findings) -> Record?,
        in transaction: borrowing Transaction, _ findings: Findings, _ body: (Record) -> Void
    ) throws {
        try Books.records(kind, in: transaction) { kept in
            if let record = kept.tree(kind, findings).flatMap({ reader($0.root, findings) }) {
                body(record)
            }
        }
    }

    private func unreadable(_ findings: Findings) -> EnvironmentError {
        let first = findings.diagnostics.first?.text ?? "the company's record is missing\n"
        return EnvironmentError("a record in \(path) cannot be read:\n\(first)")
    }

    // MARK: Filing

    /// Writes files at their final paths and brings them onto the disk with what they were made with,
    /// inside the transaction that will index them.
    ///
    /// Which files they are is written down first, so that after a crash those that no index names
    /// are found without a search. The list stays until the next one: whoever removed it after the
    /// commit could remove that of another process that files by then.
    ///
    /// - Returns: the recipe of each document's files.
    func write(
        _ documents: [MadeDocument], by workshop: Workshop, template: String? = nil,
        in transaction: borrowing Transaction
    ) throws -> [[UInt8]] {
        let files = documents.flatMap(\.files)
        let recipes = try documents.map { try workshop.recipe(template, page: $0.page) }
        try quarantineUnindexed(in: transaction)
        for file in files { try checkRoom(for: file.file.path) }
        let list = files.map { $0.file.path + "\n" }.joined()
        // Under another name first: a list that breaks off is none.
        try Disk.remove("\(journal).new")
        try Disk.create("\(journal).new", Array(list.utf8), synced: true)
        try Disk.move("\(journal).new", to: journal)
        try Disk.syncFolder(path)
        for folder in Set(files.map(\.folder)) { try Disk.makeFolder("\(archive)/\(folder)") }
        for file in files { try Disk.create("\(archive)/\(file.file.path)", file.bytes) }
        try Disk.syncFileSystem(of: archive)
        return recipes
    }

    /// After a crash: files that were made and never indexed go to `quarantine/`, numbered anew by
    /// the next run. Waits for another process that is filing right now.
    private func recover() throws {
        guard Disk.exists(journal) else { return }
        try connection.transaction(.immediate) { transaction in
            try quarantineUnindexed(in: transaction)
        }
    }

    /// Files that lie in the archive without an entry and may: those of a batch that is being filed, or
    /// that a stop has left. Where one of the list is indexed, all that its batch wrote is.
    func unfinished(in transaction: borrowing Transaction) throws -> Set<String> {
        let files = try listed().filter(Archive.isSound)
        for file in files where try Archive.isIndexed(file, in: transaction) { return [] }
        return files
    }

    /// What the note of the batch that was filed last, or is being filed, says.
    func listed() throws -> Set<String> {
        guard Disk.exists(journal) else { return [] }
        let list = try Disk.read(journal, limit: 64 << 20)
        return Set(
            list.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) })
    }

    /// Refuses to write where a file lies that no row of the index names, before the list of files
    /// names it: it may have been issued by books that have lost their newest rows since.
    private func checkRoom(for file: String) throws {
        try checkPlace(file)
        if Disk.kind("\(archive)/\(file)") == nil { return }
        throw EnvironmentError(
            "\(archive)/\(file) is there already, and no row of the index names it",
            hint:
                "if it was issued, the books have lost rows: restore them from a backup; if only a "
                + "stop has left it, move it away (bijak verify names all of them)")
    }

    /// Refuses a path that leads anywhere but to a file of the archive itself.
    func checkPlace(_ path: String) throws { try ArchiveFolder(archive).checkPlace(path) }

    private func quarantineUnindexed(in transaction: borrowing Transaction) throws {
        var isMoved = false
        for file in try unfinished(in: transaction)
        where Disk.exists("\(archive)/\(file)") && !Disk.isFolder("\(archive)/\(file)") {
            try quarantine(file)
            isMoved = true
        }
        // The list goes when what it lists has gone: a power cut could keep the one without the other.
        if isMoved { try Disk.syncFileSystem(of: archive) }
        try Disk.remove(journal)
    }

    private func quarantine(_ file: String) throws {
        try Disk.makeFolder("\(path)/quarantine")
        let name = String(file.map { $0 == "/" ? "_" : $0 })
        var target = "\(path)/quarantine/\(name)"
        var attempt = 1
        while Disk.exists(target), attempt < 10_000 {
            attempt += 1
            target = "\(path)/quarantine/\(name).\(attempt)"
        }
        try Disk.move("\(archive)/\(file)", to: target)
    }
}

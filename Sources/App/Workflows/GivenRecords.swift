import Archive
import Books
import Database
import Diagnostics
import Invoicing
import Trade

/// The records behind documents as they were given: orders, contracts with their amendments,
/// deliveries and what came back of them, each with what it took the place of.
struct GivenRecords {
    private(set) var files: [Fetching.Supplement] = []
    /// In small letters: some disks know no capitals.
    private var paths: Set<String> = []
    private var seen: Set<String> = []

    init(
        of invoices: [Invoice], _ books: BooksFolder, in transaction: borrowing Transaction
    ) throws {
        let parts = invoices.flatMap(\.parts)
        for part in parts { try add(.orders, part.order.id, in: transaction) }
        let contracts = invoices.compactMap { $0.contract?.id }
        if !contracts.isEmpty {
            let book = try books.masterData(in: transaction).contracts
            for id in contracts {
                let base = book.base(of: id) ?? id
                try add(.contracts, base, in: transaction)
                for amendment in book.amendments(of: base) {
                    try add(.contracts, amendment.id, in: transaction)
                }
            }
        }
        for delivery in parts.compactMap(\.delivery?.id) {
            try add(.deliveries, delivery, in: transaction)
            for id in try Books.returns(of: delivery, in: transaction) {
                try add(.deliveries, id, in: transaction)
            }
        }
    }

    private mutating func add(
        _ kind: RecordKind, _ id: String, in transaction: borrowing Transaction
    ) throws {
        guard seen.insert("\(kind.rawValue) \(id)").inserted,
            let kept = try Books.record(kind, id, in: transaction)
        else { return }
        add(kept, kind, id, until: nil)
        for former in try Books.replaced(kind, id, in: transaction) {
            add(former.kept, kind, id, until: former.date)
        }
    }

    private mutating func add(
        _ kept: Books.Kept, _ kind: RecordKind, _ id: String, until day: String?
    ) {
        let stem =
            "records/\(kind.singular)-\(Archive.fileName(id))" + (day.map { ".until-\($0)" } ?? "")
        let ending = kept.isCSV ? "csv" : "json"
        var path = "\(stem).\(ending)"
        var count = 1
        while !paths.insert(path.lowercased()).inserted {
            count += 1
            path = "\(stem).\(count).\(ending)"
        }
        files.append(
            Fetching.Supplement(
                kind: kind.singular + (day.map { ", until \($0)" } ?? ""), id: id,
                place: "\(kept.source.fileName):\(kept.source.firstLine)", path: path,
                bytes: kept.source.bytes))
    }
}

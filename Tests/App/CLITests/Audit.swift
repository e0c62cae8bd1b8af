import Crypto
import Database
import TestSupport

/// Looks at books with eyes of its own: everything that must hold of them, from the tables and the
/// files alone.
struct Audit {
    private(set) var complaints: [String] = []
    private(set) var documents = 0
    private(set) var unbilled = 0

    /// - Parameter strayFiles: whether files may lie there that no index names, as after a crash.
    init(_ books: String, strayFiles: Bool = false) throws {
        let connection = try Connection.open(books + "/books.sqlite", readonly: true)
        try connection.transaction(.deferred) { transaction in
            try soundness(transaction)
            try numbers(transaction)
            try deliveries(transaction)
            try notes(transaction)
            try advances(transaction)
            try files(transaction, archive: books + "/archive", strayFiles)
            try chain(transaction)
        }
        try rows(books)
    }

    /// What `verify` says of rows that follow from documents and decisions; of large books nothing,
    /// which take it too long.
    private mutating func rows(_ books: String) throws {
        if documents > 100 { return }
        let outcome = try Program.run(["--books", books, "verify"], in: "/tmp")
        for code in ["document-", "decision-", "registration-"]
        where outcome.err.contains("error[\(code)") {
            complaints.append(outcome.err)
        }
    }

    private mutating func soundness(_ transaction: borrowing Transaction) throws {
        var found: [String] = []
        try transaction.query("PRAGMA integrity_check") { found.append(try $0.string(0)) }
        if found != ["ok"] { complaints += found }
        try transaction.query("PRAGMA foreign_key_check") { row in
            complaints.append("a row of \(try row.string(0)) refers to nothing")
        }
    }

    /// Every series counts 1, 2, 3 … in every fiscal year, in the order of dates.
    private mutating func numbers(_ transaction: borrowing Transaction) throws {
        var last: [String: (counter: Int, date: String)] = [:]
        var count = 0
        var wrong: [String] = []
        try transaction.query(
            """
            SELECT series || ' ' || fiscal_year, counter, issue_date, number FROM document
            ORDER BY series, fiscal_year, counter
            """
        ) { row in
            let key = try row.string(0)
            let (counter, date) = (try row.int(1), try row.string(2))
            let before = last[key] ?? (0, "")
            if counter != before.counter + 1 { wrong.append("\(key): \(counter) after \(before)") }
            if date < before.date { wrong.append("\(key): \(date) after \(before)") }
            if try !row.string(3).hasSuffix("\(counter)") { wrong.append(try row.string(3)) }
            last[key] = (counter, date)
            count += 1
        }
        documents = count
        complaints += wrong
    }

    /// A delivery has one document or none; a document bills one group of deliveries.
    private mutating func deliveries(_ transaction: borrowing Transaction) throws {
        var billed: [String: String] = [:]
        var open = 0
        var twice: [String] = []
        try transaction.query("SELECT document, bill_group FROM delivery") { row in
            guard let number = try row.optionalString(0) else {
                open += 1
                return
            }
            let group = try row.string(1)
            if let other = billed[number], other != group {
                twice.append("\(number) bills \(other) and \(group)")
            }
            billed[number] = group
        }
        unbilled = open
        complaints += twice
        let invoices = try transaction.first(
            "SELECT count(*) FROM document WHERE kind = 'invoice' AND state = 'issued'"
        ) { try $0.int(0) }
        if billed.count != invoices {
            complaints.append("\(invoices ?? 0) invoices bill \(billed.count) deliveries")
        }
    }

    /// Credits take no more of a document than it and its debits come to; a document with notes that
    /// stand is not cancelled, and whatever is cancelled has a reason.
    private mutating func notes(_ transaction: borrowing Transaction) throws {
        var wrong: [String] = []
        try transaction.query(
            """
            SELECT o.number, o.state, o.payable + sum(CASE n.kind WHEN 'debit-note' THEN n.payable
                ELSE -n.payable END) FROM document n JOIN document o ON o.number = n.original
            WHERE n.state = 'issued' AND o.kind <> 'advance' GROUP BY o.number
            """
        ) { row in
            let number = try row.string(0)
            if try row.string(1) != "issued" { wrong.append("\(number) is cancelled under notes") }
            if try row.int(2) < 0 { wrong.append("\(number) is credited below nothing") }
        }
        try transaction.query(
            """
            SELECT number FROM document WHERE (kind IN ('credit-note', 'debit-note',
                'refund-voucher')) <> (original IS NOT NULL)
                OR (original IS NOT NULL) <> (number IN (SELECT document FROM note_line))
                OR (state = 'cancelled') <> (number IN (SELECT document FROM document_event))
            """
        ) { row in wrong.append("\(try row.string(0)) lacks its note or event") }
        try transaction.query(
            """
            SELECT r.id FROM goods_return r JOIN document d ON d.number = r.note
            WHERE d.state = 'cancelled' OR r.credit_due = 0
            """
        ) { row in wrong.append("return \(try row.string(0)) is credited by nothing") }
        complaints += wrong
    }

    /// Of an advance no more is taken off than came in, in any of its taxes, by documents that stand.
    private mutating func advances(_ transaction: borrowing Transaction) throws {
        var wrong: [String] = []
        try transaction.query(
            """
            SELECT a.document FROM advance a WHERE EXISTS (SELECT 1 FROM prepayment p
                JOIN document d ON d.number = p.document
                WHERE p.advance = a.document AND d.state = 'issued' GROUP BY p.advance
                HAVING sum(p.total) > a.total OR sum(p.tax) > a.tax
                    OR sum(p.taxable) > a.taxable OR sum(p.igst) > a.igst OR sum(p.cgst) > a.cgst
                    OR sum(p.sgst) > a.sgst OR sum(p.vat) > a.vat)
            """
        ) { row in wrong.append("more than all of \(try row.string(0)) is taken off") }
        try transaction.query(
            """
            SELECT number FROM document
            WHERE (kind = 'advance') <> (number IN (SELECT document FROM advance))
            """
        ) { row in wrong.append("\(try row.string(0)) and its advance do not agree") }
        complaints += wrong
    }

    /// Each indexed file is there byte for byte, and no other file is.
    private mutating func files(
        _ transaction: borrowing Transaction, archive: String, _ strayFiles: Bool
    ) throws {
        var indexed: [String] = []
        var numbers: Set<String> = []
        var wrong: [String] = []
        try transaction.query("SELECT path, size, sha256, number FROM archived_file") { row in
            let path = try row.string(0)
            indexed.append(path)
            numbers.insert(try row.string(3))
            guard let bytes = contents("\(archive)/\(path)") else {
                wrong.append("\(path) is missing")
                return
            }
            if try bytes.count != row.int(1) || SHA256.digest(of: bytes) != row.blob(2) {
                wrong.append("\(path) is not what was filed")
            }
        }
        complaints += wrong
        if numbers.count != documents { complaints.append("a document has no files") }
        if strayFiles { return }
        let stray = Set(filesBelow(archive)).subtracting(indexed)
        complaints += stray.sorted().map { "\($0) is in no index" }
    }

    /// The chain of hashes, computed again from the files' digests.
    private mutating func chain(_ transaction: borrowing Transaction) throws {
        var digests: [String: [String]] = [:]
        try transaction.query(
            """
            SELECT number || ' ' || rendition, kind, sha256 FROM archived_file
            ORDER BY number, rendition, kind
            """
        ) { row in
            digests[try row.string(0), default: []]
                .append("\(try row.string(1)) \(SHA256.hex(try row.blob(2)))\n")
        }
        var previous: [UInt8] = []
        var broken: [String] = []
        try transaction.query(
            """
            SELECT number, rendition, a.chain, a.recipe, t.chain FROM archived a
            LEFT JOIN audit t ON t.sequence = a.trail ORDER BY a.sequence
            """
        ) { row in
            let (number, rendition) = (try row.string(0), try row.int(1))
            var files = digests["\(number) \(rendition)", default: []].joined()
            if let recipe = try row.optionalBlob(3) { files += "recipe \(SHA256.hex(recipe))\n" }
            if let trail = try row.optionalBlob(4) { files += "trail \(SHA256.hex(trail))\n" }
            let link = SHA256.digest(
                of: previous + Array("\(number)\n\(rendition)\n\(files)".utf8))
            if try link != row.blob(2) { broken.append("the chain breaks at \(number)") }
            previous = link
        }
        complaints += broken
    }
}

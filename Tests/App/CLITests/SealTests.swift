import Crypto
import Database
import TestSupport
import Testing

/// Rows that follow from no document: whoever changes one is found out.
@Suite struct SealTests {
    /// Books in which something of everything was given or decided.
    static func books() throws -> Shop {
        let shop = try Shop()
        let company = String(
            decoding: contents("\(Program.home)/examples/errors/_books/company.json") ?? [],
            as: UTF8.self
        ).replacing(
            #""taxNumber""#,
            with: #""eInvoicing": {"from": "2026-04-01"}, "turnover": "684215000.00", "taxNumber""#)
        shop.scratch.write("company.json", company)
        shop.scratch.write("pod.csv", "delivery;received by\nD-2;Kavya\n")
        try shop.done("init", "--replace", "--company", "company.json")
        try shop.deliver(0..<4)
        try shop.done("attach", "add", "SO-1", "pod.csv")
        try shop.done("approve", "SO-3", "price-mismatch", "--reason", "agreed", "--by", "Asha")
        try shop.done("hold", "SO-3", "--reason", "address", "--by", "Asha")
        try shop.done("issue", "--date", "2026-04-30")
        try shop.done("cancel", "TT/26-27/00003", "--reason", "wrong buyer", "--by", "Asha")
        try shop.done("customer", "set", "RETAIL", "creditLimit=400000")
        try shop.done("retain", "place", "--customer", "RETAIL", "--reason", "suit", "--by", "Asha")
        return shop
    }

    struct Tampering: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let sql: StaticString
        var code = "record-changed"
        let says: String

        init(
            _ what: String, _ sql: StaticString, _ code: String = "record-changed", says: String
        ) {
            testDescription = what
            self.sql = sql
            self.code = code
            self.says = says
        }
    }

    static let tamperings: [Tampering] = [
        Tampering(
            "the company's account",
            """
            UPDATE record SET text = CAST(replace(CAST(text AS TEXT), '004410201234',
                '666610201234') AS BLOB) WHERE kind = 'company'
            """, says: "record company/company"),
        Tampering(
            "what an order orders, in its record",
            """
            UPDATE record SET text = CAST(replace(CAST(text AS TEXT), '"quantity": "2"',
                '"quantity": "9"') AS BLOB) WHERE id = 'SO-1'
            """, says: "record orders/SO-1"),
        Tampering(
            "what an order orders", "UPDATE order_line SET ordered = 9000 WHERE order_id = 'SO-1'",
            says: "sales_order SO-1"),
        Tampering(
            "a line of an order taken out", "DELETE FROM order_line WHERE order_id = 'SO-1'",
            says: "sales_order SO-1"),
        Tampering(
            "an order's state", "UPDATE sales_order SET state = 'open' WHERE id = 'SO-3'",
            says: "sales_order SO-3"),
        Tampering(
            "a customer taken out", "DELETE FROM record WHERE kind = 'customers' AND id = 'HARBOR'",
            "record-missing", says: "record customers/HARBOR"),
        Tampering(
            "a customer slipped in",
            """
            INSERT INTO record SELECT kind, 'EVIL', file, line, column, heading, is_csv, text
            FROM record WHERE id = 'HARBOR'
            """, "record-unsealed", says: "record customers/EVIL"),
        Tampering(
            "an earlier record of a customer", "UPDATE replaced_record SET date = '2026-01-01'",
            says: "replaced_record customers/RETAIL/1"),
        Tampering(
            "an earlier record taken out", "DELETE FROM replaced_record", "record-missing",
            says: "replaced_record customers/RETAIL/1"),
        Tampering(
            "who held an order", "UPDATE order_event SET person = 'Ravi'",
            says: "order_event SO-3/1"),
        Tampering(
            "a hold without a trace", "DELETE FROM order_event", "record-missing",
            says: "order_event SO-3/1"),
        Tampering(
            "why a price was approved", "UPDATE approval SET reason = 'chief'",
            says: "approval SO-3/price-mismatch/0"),
        Tampering(
            "an approval slipped in",
            """
            INSERT INTO approval VALUES
                ('SO-1', 'price-mismatch', 0, 'r', 'Asha', '2026-04-01', NULL)
            """, "record-unsealed", says: "approval SO-1/price-mismatch/0"),
        Tampering(
            "an attachment", "UPDATE attachment SET name = 'other.csv'", says: "attachment 1"),
        Tampering(
            "which document has it", "DELETE FROM enclosure", "record-missing", says: "enclosure 1"),
        Tampering(
            "an answer of the portal",
            """
            UPDATE e_invoice SET state = 'registered', ack_number = '1', ack_date = '2026-05-01'
            WHERE document = 'TT/26-27/00001'
            """, says: "e_invoice TT/26-27/00001"),
        Tampering(
            "a legal hold taken out", "DELETE FROM legal_hold", "record-missing",
            says: "legal_hold 1"),
        Tampering(
            "a legal hold lifted",
            """
            INSERT INTO legal_hold (subject, name, event, date, reason, person)
            VALUES ('customer', 'RETAIL', 'lifted', '2027-12-31', 'settled', 'Asha')
            """, "record-unsealed", says: "legal_hold 2"),
        Tampering(
            "why a document was cancelled", "UPDATE document_event SET reason = 'r'",
            says: "document_event TT/26-27/00003/1"),
        Tampering(
            "what was delivered",
            "UPDATE delivery_line SET quantity = 9000 WHERE delivery_id = 'D-00003'",
            says: "delivery D-00003"),
        Tampering(
            "what was billed", "UPDATE delivery SET document = NULL WHERE id = 'D-00001'",
            says: "delivery D-00001"),
    ]

    @Test("Each is found, named, and by which entry it was sealed", arguments: tamperings)
    func found(_ tampering: Tampering) throws {
        let shop = try Self.books()
        try shop.done("verify")
        try Self.change(shop, tampering.sql)
        let outcome = try shop.run("verify")
        #expect(outcome.status == 1, "\(outcome.out)")
        let name = tampering.says.replacing(" ", with: "/", maxReplacements: 1)
        for words in ["error[\(tampering.code)]", tampering.says, "row \(name)"] {
            #expect(outcome.err.contains(words), "\(words): \(outcome.err)")
        }
        if tampering.code != "record-unsealed" {
            #expect(outcome.err.contains("of the audit trail, 2027-12-31, "), "\(outcome.err)")
        }
    }

    @Test("A row and its seal changed together are found from the trail")
    func seals() throws {
        for sql: [StaticString] in [
            ["DROP TRIGGER seal_is_not_changed", "UPDATE seal SET digest = zeroblob(32)"],
            [
                "DROP TRIGGER seal_is_not_deleted", "DELETE FROM record WHERE id = 'HARBOR'",
                "DELETE FROM seal WHERE item = 'record/customers/HARBOR'",
            ], ["INSERT INTO seal VALUES ('legal_hold/1', 2, zeroblob(32))"],
        ] {
            let shop = try Self.books()
            for statement in sql { try Self.change(shop, statement) }
            let outcome = try shop.run("verify")
            #expect(outcome.status == 1)
            let found = "error[seal-changed]: import customers: seals of an entry"
            #expect(outcome.err.contains(found), "\(outcome.err)")
        }
    }

    @Test("Nothing is built on a row that was changed: its seal would be lost under the next")
    func refused() throws {
        let shop = try Self.books()
        try Self.change(shop, "UPDATE sales_order SET payable = 1 WHERE id = 'SO-3'")
        let outcome = try shop.run("release", "SO-3", "--by", "Asha")
        #expect(outcome.status == 3, "\(outcome.err)")
        #expect(outcome.err.contains("the row sales_order/SO-3 is not the one"), "\(outcome.err)")
        #expect(try shop.run("verify").err.contains("sales_order SO-3"))
        #expect(try !shop.done("audit").contains("release"))
    }

    @Test("A seal is what the documentation says, and anybody can reckon it")
    func documented() throws {
        let shop = try Self.books()
        let books = try Connection.open(shop.books + "/books.sqlite", readonly: true)
        let fields = ["1", "customer", "RETAIL", "placed", "2027-12-31", "suit", "Asha"]
        let digest = SHA256.digest(
            of: fields.flatMap { Array("\($0.utf8.count) \($0)\n".utf8) })
        let item = "legal_hold/1"
        let sealed = SHA256.digest(
            of: Array("\(item.utf8.count) \(item) \(SHA256.hex(digest))\n".utf8))
        let found = try books.first(
            """
            SELECT s.digest, t.sealed FROM seal s JOIN audit t ON t.sequence = s.sequence
            WHERE item = 'legal_hold/1'
            """
        ) { row in [try row.blob(0), try row.blob(1)] }
        #expect(found == [digest, sealed])
    }

    @Test("A legal hold is in the trail, with who placed it and why")
    func retained() throws {
        let shop = try Self.books()
        try shop.done("retain", "lift", "--customer", "RETAIL", "--reason", "over", "--by", "Ravi")
        let rows = try shop.done("audit", "--document", "RETAIL", "--csv").split(separator: "\n")
        #expect(rows.count == 4, "\(rows)")
        #expect(rows[2].contains(",Asha,retain,RETAIL,customer: suit,"), "\(rows)")
        #expect(rows[3].contains(",Ravi,retain-lift,RETAIL,customer: over,"), "\(rows)")
    }

    @Test(
        "What a legal hold says is a text that people can read",
        arguments: [
            ("", "Asha"), ("suit", "  "), (String(repeating: "x", count: 100_000), "Asha"),
            ("suit\nother", "Asha"), ("suit", "A\u{202E}sha"), ("suit \u{2066}x", "Asha"),
        ])
    func retainedText(reason: String, person: String) throws {
        let shop = try Shop()
        let outcome = try shop.run(
            "retain", "place", "--customer", "RETAIL", "--reason", reason, "--by", person)
        #expect(outcome.status == 2, "\(outcome)")
        #expect(try shop.done("retain", "list").contains("0 holds"))
        #expect(try !shop.done("audit").contains("retain"))
    }

    @Test("The trail says what was changed, and what an import brought")
    func what() throws {
        let shop = try Shop()
        try shop.deliver(0..<7)
        try shop.done(
            "customer", "set", "RETAIL", "address.city=Pune", "--from", "2026-05-01")
        let rows = try shop.done("audit")
        #expect(rows.contains("address.city: Bengaluru → Pune, from 2026-05-01"), "\(rows)")
        #expect(rows.contains("7 taken, 0 refused: SO-0, SO-1, SO-2, SO-3, SO-4, …"), "\(rows)")
    }

    @Test("An order's entries are its import, its states and the documents that bill it")
    func ofOrder() throws {
        let shop = try Self.books()
        let rows = try shop.done("audit", "--document", "SO-1", "--csv").split(separator: "\n")
            .dropFirst().map {
                $0.split(separator: ",", maxSplits: 5)[3...4].joined(separator: " ")
            }
        #expect(rows == ["import orders", "attach SO-1", "issue TT/26-27/00002"])
        let unknown = try shop.run("audit", "--document", "TT/26-27/00010")
        #expect(unknown.status == 2, "\(unknown)")
        #expect(unknown.err.contains("no document or order TT/26-27/00010 is in these books"))
        #expect(unknown.err.contains("did you mean \"TT/26-27/0000"), "\(unknown.err)")
    }

    private static func change(_ shop: Shop, _ sql: StaticString) throws {
        try Connection.open(shop.books + "/books.sqlite").execute(sql)
    }
}

import Database

extension Seals {
    /// A table whose rows are given or decided by people: nothing in the archive says what must
    /// stand there.
    struct Table: Sendable {
        /// A table of rows that belong to a row of another, and are sealed with it.
        struct Lines: Sendable {
            let name: StaticString
            /// The column that names the row they belong to.
            let owner: StaticString
        }

        let name: StaticString
        /// The columns of its key, three at most.
        let keys: [StaticString]
        /// All columns of a row `r`, in their order; of its lines the digests in hexadecimal as one
        /// text behind them.
        let columns: StaticString
        var lines: Lines?
        /// The key is given by SQLite while the row is written.
        var isNumbered = false
    }

    static let tables = [
        Table(
            name: "record", keys: ["kind", "id"],
            columns: "r.kind, r.id, r.file, r.line, r.column, r.heading, r.is_csv, r.text"),
        Table(
            name: "replaced_record", keys: ["kind", "id", "position"],
            columns: """
                r.kind, r.id, r.position, r.date, r.file, r.line, r.column, r.heading, r.is_csv,
                r.text
                """),
        Table(
            name: "sales_order", keys: ["id"],
            columns: """
                r.id, r.customer, r.purchase_order, r.date, r.contract, r.revision, r.state,
                r.currency, r.payable, (SELECT group_concat(hex(row_digest(line, ordered, item,
                    taxable)), '') FROM (SELECT * FROM order_line WHERE order_id = r.id
                    ORDER BY line))
                """, lines: Table.Lines(name: "order_line", owner: "order_id")),
        Table(
            name: "order_event", keys: ["order_id", "position"],
            columns: "r.order_id, r.position, r.event, r.date, r.reason, r.person"),
        Table(
            name: "approval", keys: ["order_id", "code", "line"],
            columns: "r.order_id, r.code, r.line, r.reason, r.person, r.date, r.seen"),
        Table(
            name: "delivery", keys: ["id"],
            columns: """
                r.id, r.order_id, r.date, r.document, r.kind, r.bill_date, r.bill_group, r.value,
                r.milestone, r.percent_from, r.percent_to, r.period_first, r.period_last,
                (SELECT group_concat(hex(row_digest(line, quantity)), '') FROM (SELECT *
                    FROM delivery_line WHERE delivery_id = r.id ORDER BY line))
                """, lines: Table.Lines(name: "delivery_line", owner: "delivery_id")),
        Table(
            name: "goods_return", keys: ["id"],
            columns: """
                r.id, r.delivery_id, r.date, r.reason, r.credit_due, r.note,
                (SELECT group_concat(hex(row_digest(line, quantity)), '') FROM (SELECT *
                    FROM return_line WHERE return_id = r.id ORDER BY line))
                """, lines: Table.Lines(name: "return_line", owner: "return_id")),
        Table(
            name: "document_event", keys: ["document", "position"],
            columns: "r.document, r.position, r.event, r.date, r.reason, r.person"),
        Table(
            name: "e_invoice", keys: ["document"],
            columns: """
                r.document, r.irn, r.state, r.ack_number, r.ack_date, r.signed_qr,
                r.signed_invoice, r.is_verified, r.cancel_date, r.error_code, r.error_message
                """),
        Table(
            name: "legal_hold", keys: ["id"],
            columns: "r.id, r.subject, r.name, r.event, r.date, r.reason, r.person",
            isNumbered: true),
        Table(
            name: "attachment", keys: ["id"],
            columns: """
                r.id, r.order_id, r.delivery, r.name, r.mime_type, r.description, r.size, r.sha256,
                r.is_withdrawn
                """, isNumbered: true),
        Table(
            name: "enclosure", keys: ["id"], columns: "r.id, r.attachment, r.document",
            isNumbered: true),
    ]
}

extension Seals.Table {
    /// `'record/' || r.kind || '/' || r.id`: what a row is called, from the columns of `row` that are
    /// its key, or of `seal_pending` where `row` is `nil`.
    func item(of row: StaticString?) -> SQL {
        var sql = SQL("'")
        sql.add(name)
        sql.add("'")
        for part in key(of: row) {
            sql.add(" || '/' || ")
            sql.add(part)
        }
        return sql
    }

    /// The expressions of the key: `r.kind`, `r.id`, or `p.a`, `p.b` of `seal_pending`.
    func key(of row: StaticString?) -> [SQL] {
        let pending: [StaticString] = ["p.a", "p.b", "p.c"]
        return zip(keys, pending).map { key, name in
            guard let row else { return SQL(name) }
            var sql = SQL(row)
            sql.add(".")
            sql.add(key)
            return sql
        }
    }

    /// `r.kind = …AND r.id = …`: the row `r` of a key.
    func match(_ values: [SQL]) -> SQL {
        var sql = SQL("")
        for (index, (key, value)) in zip(keys, values).enumerated() {
            sql.add(index == 0 ? "r." : " AND r.")
            sql.add(key)
            sql.add(" = ")
            sql.add(value)
        }
        return sql
    }

    /// The digest of the row of a key as it stands: a query of one value.
    func digest(of values: [SQL]) -> SQL {
        var sql = SQL("(SELECT row_digest(")
        sql.add(columns)
        sql.add(") FROM ")
        sql.add(name)
        sql.add(" r WHERE ")
        sql.add(match(values))
        sql.add(")")
        return sql
    }
}

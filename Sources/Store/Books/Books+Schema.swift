extension Books {
    /// The tables of the books, version 1. Published versions never change; newer ones follow.
    ///
    /// Records are kept as they were given, text and place, and read again when needed: one reader,
    /// and findings that point into the user's own file for ever. The other tables hold what must be
    /// unique, counted or found. Quantities are thousandths, amounts minor units, dates ISO 8601.
    public static let version1: StaticString = """
        CREATE TABLE record (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            file TEXT NOT NULL,
            line INTEGER NOT NULL,
            column INTEGER NOT NULL,
            heading INTEGER NOT NULL,
            is_csv INTEGER NOT NULL,
            text BLOB NOT NULL,
            PRIMARY KEY (kind, id)
        ) STRICT;
        CREATE TABLE sales_order (
            id TEXT PRIMARY KEY,
            customer TEXT NOT NULL,
            purchase_order TEXT COLLATE NOCASE,
            date TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX sales_order_purchase_order
            ON sales_order (customer, purchase_order) WHERE purchase_order IS NOT NULL;
        CREATE TABLE order_line (
            order_id TEXT NOT NULL REFERENCES sales_order (id),
            line INTEGER NOT NULL,
            ordered INTEGER NOT NULL CHECK (ordered > 0),
            PRIMARY KEY (order_id, line)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE document (
            number TEXT PRIMARY KEY COLLATE NOCASE,
            kind TEXT NOT NULL,
            series TEXT NOT NULL,
            fiscal_year TEXT NOT NULL,
            counter INTEGER NOT NULL,
            issue_date TEXT NOT NULL,
            customer TEXT NOT NULL,
            customer_name TEXT NOT NULL,
            order_id TEXT NOT NULL REFERENCES sales_order (id),
            purchase_order TEXT,
            currency TEXT NOT NULL,
            taxable INTEGER NOT NULL,
            tax INTEGER NOT NULL,
            payable INTEGER NOT NULL,
            UNIQUE (series, fiscal_year, counter)
        ) STRICT;
        CREATE INDEX document_customer ON document (customer, issue_date);
        CREATE INDEX document_date ON document (issue_date);
        CREATE INDEX document_order ON document (order_id);
        CREATE TABLE delivery (
            id TEXT PRIMARY KEY,
            order_id TEXT NOT NULL REFERENCES sales_order (id),
            date TEXT NOT NULL,
            document TEXT REFERENCES document (number)
        ) STRICT;
        CREATE INDEX delivery_unbilled ON delivery (date, id) WHERE document IS NULL;
        CREATE INDEX delivery_order ON delivery (order_id);
        CREATE TABLE delivery_line (
            delivery_id TEXT NOT NULL REFERENCES delivery (id),
            line INTEGER NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity > 0),
            PRIMARY KEY (delivery_id, line)
        ) STRICT, WITHOUT ROWID;
        """
}

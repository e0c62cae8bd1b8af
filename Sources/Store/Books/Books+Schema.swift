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

    /// Version 2: contracts, states and events of orders, approvals, plans of billing, returns, what
    /// each document billed of each order line.
    ///
    /// A delivery is billed on its `bill_date` together with all of its `bill_group`; without a date
    /// it is not billable (yet). `value` is what it would be billed for by itself. A milestone goes
    /// from one to another ten-thousandth of a percent. Columns without a default are filled for
    /// older rows by `Upgrading`.
    public static let version2: StaticString = """
        ALTER TABLE sales_order ADD COLUMN contract TEXT;
        ALTER TABLE sales_order ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE sales_order ADD COLUMN state TEXT NOT NULL DEFAULT 'open'
            CHECK (state IN ('open', 'held', 'cancelled'));
        ALTER TABLE sales_order ADD COLUMN currency TEXT;
        ALTER TABLE sales_order ADD COLUMN payable INTEGER;
        DROP INDEX sales_order_purchase_order;
        CREATE INDEX sales_order_purchase_order
            ON sales_order (customer, purchase_order) WHERE purchase_order IS NOT NULL;
        CREATE INDEX sales_order_customer ON sales_order (customer, date, id);
        CREATE INDEX sales_order_contract ON sales_order (contract) WHERE contract IS NOT NULL;
        CREATE INDEX sales_order_incomplete ON sales_order (id) WHERE currency IS NULL;
        ALTER TABLE order_line ADD COLUMN item TEXT;
        ALTER TABLE order_line ADD COLUMN taxable INTEGER;
        ALTER TABLE delivery ADD COLUMN kind TEXT NOT NULL DEFAULT 'delivery'
            CHECK (kind IN ('delivery', 'milestone', 'period'));
        ALTER TABLE delivery ADD COLUMN bill_date TEXT;
        ALTER TABLE delivery ADD COLUMN bill_group TEXT;
        ALTER TABLE delivery ADD COLUMN value INTEGER;
        ALTER TABLE delivery ADD COLUMN milestone TEXT;
        ALTER TABLE delivery ADD COLUMN percent_from INTEGER;
        ALTER TABLE delivery ADD COLUMN percent_to INTEGER;
        ALTER TABLE delivery ADD COLUMN period_first TEXT;
        ALTER TABLE delivery ADD COLUMN period_last TEXT;
        UPDATE delivery SET bill_date = date, bill_group = id;
        DROP INDEX delivery_unbilled;
        CREATE INDEX delivery_unbilled ON delivery (bill_date, bill_group, date, id)
            WHERE document IS NULL AND bill_date IS NOT NULL;
        CREATE UNIQUE INDEX delivery_milestone ON delivery (order_id, milestone)
            WHERE milestone IS NOT NULL;
        CREATE INDEX delivery_document ON delivery (document) WHERE document IS NOT NULL;
        CREATE TABLE goods_return (
            id TEXT PRIMARY KEY,
            delivery_id TEXT NOT NULL REFERENCES delivery (id),
            date TEXT NOT NULL,
            reason TEXT,
            credit_due INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX goods_return_delivery ON goods_return (delivery_id);
        CREATE TABLE return_line (
            return_id TEXT NOT NULL REFERENCES goods_return (id),
            line INTEGER NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity > 0),
            PRIMARY KEY (return_id, line)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE order_event (
            order_id TEXT NOT NULL REFERENCES sales_order (id),
            position INTEGER NOT NULL,
            event TEXT NOT NULL CHECK (event IN ('changed', 'held', 'released', 'cancelled')),
            date TEXT NOT NULL,
            reason TEXT,
            person TEXT,
            PRIMARY KEY (order_id, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE approval (
            order_id TEXT NOT NULL,
            code TEXT NOT NULL,
            line INTEGER NOT NULL,
            reason TEXT NOT NULL,
            person TEXT NOT NULL,
            date TEXT NOT NULL,
            seen TEXT,
            PRIMARY KEY (order_id, code, line)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE document_line (
            document TEXT NOT NULL REFERENCES document (number),
            position INTEGER NOT NULL,
            order_id TEXT NOT NULL,
            line INTEGER NOT NULL,
            quantity INTEGER NOT NULL,
            taxable INTEGER NOT NULL,
            PRIMARY KEY (document, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX document_line_order ON document_line (order_id, line);
        CREATE TABLE replaced_record (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            position INTEGER NOT NULL,
            date TEXT NOT NULL,
            file TEXT NOT NULL,
            line INTEGER NOT NULL,
            column INTEGER NOT NULL,
            heading INTEGER NOT NULL,
            is_csv INTEGER NOT NULL,
            text BLOB NOT NULL,
            PRIMARY KEY (kind, id, position)
        ) STRICT;
        """

    /// Version 3: notes on documents, advances and what is taken off them, cancelled documents.
    ///
    /// `note_line` is what a note moves of each line of its original, signed: credits below zero;
    /// line 0 is the original as a whole. `note` counts the notes of an original. `prepayment` is
    /// what a document takes off an advance: an invoice that bills its order, or a refund. Amounts of
    /// tax stand by head, `NULL` where the document bears none of it.
    public static let version3: StaticString = """
        ALTER TABLE document ADD COLUMN state TEXT NOT NULL DEFAULT 'issued'
            CHECK (state IN ('issued', 'cancelled'));
        ALTER TABLE document ADD COLUMN original TEXT COLLATE NOCASE REFERENCES document (number);
        CREATE INDEX document_original ON document (original) WHERE original IS NOT NULL;
        CREATE TABLE document_event (
            document TEXT NOT NULL COLLATE NOCASE REFERENCES document (number),
            position INTEGER NOT NULL,
            event TEXT NOT NULL CHECK (event IN ('cancelled')),
            date TEXT NOT NULL,
            reason TEXT NOT NULL,
            person TEXT NOT NULL,
            PRIMARY KEY (document, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE note_line (
            original TEXT NOT NULL COLLATE NOCASE REFERENCES document (number),
            note INTEGER NOT NULL,
            position INTEGER NOT NULL,
            document TEXT NOT NULL COLLATE NOCASE REFERENCES document (number),
            line INTEGER NOT NULL,
            quantity INTEGER NOT NULL,
            taxable INTEGER NOT NULL,
            is_financial INTEGER NOT NULL,
            PRIMARY KEY (original, note, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE advance (
            document TEXT PRIMARY KEY COLLATE NOCASE REFERENCES document (number),
            order_id TEXT NOT NULL REFERENCES sales_order (id),
            received TEXT NOT NULL,
            taxable INTEGER NOT NULL,
            tax INTEGER NOT NULL,
            total INTEGER NOT NULL CHECK (total > 0),
            vat INTEGER,
            cgst INTEGER,
            sgst INTEGER,
            utgst INTEGER,
            igst INTEGER,
            sales_tax INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX advance_order ON advance (order_id);
        CREATE TABLE prepayment (
            document TEXT NOT NULL COLLATE NOCASE REFERENCES document (number),
            advance TEXT NOT NULL COLLATE NOCASE REFERENCES advance (document),
            taxable INTEGER NOT NULL,
            tax INTEGER NOT NULL,
            total INTEGER NOT NULL CHECK (total > 0),
            vat INTEGER,
            cgst INTEGER,
            sgst INTEGER,
            utgst INTEGER,
            igst INTEGER,
            sales_tax INTEGER,
            PRIMARY KEY (document, advance)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX prepayment_advance ON prepayment (advance);
        ALTER TABLE goods_return ADD COLUMN note TEXT COLLATE NOCASE REFERENCES document (number);
        CREATE INDEX goods_return_due ON goods_return (id) WHERE credit_due = 1 AND note IS NULL;
        """

    /// Version 4: India's e-invoices and what the registration portal answered.
    ///
    /// A row for each document that must be reported, from the day it was issued: `waiting` without an
    /// answer, `registered` with its number and signed texts, `cancelled` when the portal cancelled it.
    /// `irn` is what the portal will give. The last refusal stands beside until one succeeds.
    public static let version4: StaticString = """
        CREATE TABLE e_invoice (
            document TEXT PRIMARY KEY COLLATE NOCASE REFERENCES document (number),
            irn TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL DEFAULT 'waiting'
                CHECK (state IN ('waiting', 'registered', 'cancelled')),
            ack_number TEXT,
            ack_date TEXT,
            signed_qr TEXT,
            signed_invoice TEXT,
            is_verified INTEGER NOT NULL DEFAULT 0,
            cancel_date TEXT,
            error_code TEXT,
            error_message TEXT,
            CHECK (state = 'waiting' OR ack_number IS NOT NULL)
        ) STRICT;
        CREATE INDEX e_invoice_waiting ON e_invoice (document) WHERE state = 'waiting';
        """

    /// Version 6: what documents are searched by.
    ///
    /// `search_id` names a document's row in `document_text`; it stays when the file is compacted,
    /// which a rowid does not, and is `NULL` until the text is entered. `rendition_run` is a bulk
    /// rendering that was begun, `rendition_result` what became of each document so far. Legal holds
    /// are never changed: the last event of a customer or document counts.
    public static let version6: StaticString = """
        ALTER TABLE document ADD COLUMN search_id INTEGER;
        CREATE UNIQUE INDEX document_search ON document (search_id);
        CREATE VIRTUAL TABLE document_text USING fts5 (
            parties, items, mentions, content = '', columnsize = 0,
            tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mc Mn'"
        );
        DROP INDEX document_customer;
        CREATE INDEX document_customer
            ON document (customer, issue_date, series, fiscal_year, counter);
        DROP INDEX document_date;
        CREATE INDEX document_date ON document (issue_date, series, fiscal_year, counter);
        CREATE INDEX document_amount
            ON document (currency, payable, series, fiscal_year, counter);
        CREATE INDEX document_purchase_order ON document (purchase_order COLLATE NOCASE)
            WHERE purchase_order IS NOT NULL;
        CREATE INDEX document_cancelled
            ON document (issue_date, series, fiscal_year, counter) WHERE state = 'cancelled';
        CREATE INDEX sales_order_any_purchase_order
            ON sales_order (purchase_order) WHERE purchase_order IS NOT NULL;
        CREATE TABLE legal_hold (
            id INTEGER PRIMARY KEY,
            subject TEXT NOT NULL CHECK (subject IN ('customer', 'document')),
            name TEXT NOT NULL,
            event TEXT NOT NULL CHECK (event IN ('placed', 'lifted')),
            date TEXT NOT NULL,
            reason TEXT NOT NULL,
            person TEXT NOT NULL
        ) STRICT;
        CREATE INDEX legal_hold_name ON legal_hold (subject, name);
        CREATE TABLE rendition_run (
            id INTEGER PRIMARY KEY,
            request TEXT NOT NULL,
            date TEXT NOT NULL,
            is_done INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX rendition_run_open ON rendition_run (request) WHERE is_done = 0;
        CREATE TABLE rendition_result (
            run INTEGER NOT NULL REFERENCES rendition_run (id),
            document TEXT NOT NULL COLLATE NOCASE REFERENCES document (number),
            rendition INTEGER,
            PRIMARY KEY (run, document)
        ) STRICT, WITHOUT ROWID;
        """

    /// Version 7: documents that travel with invoices.
    ///
    /// An `attachment` waits until a document that is not cancelled has it; `enclosure` says which
    /// have. The content lies among the materials, under its SHA-256.
    public static let version7: StaticString = """
        CREATE TABLE attachment (
            id INTEGER PRIMARY KEY,
            order_id TEXT NOT NULL REFERENCES sales_order (id),
            delivery TEXT REFERENCES delivery (id),
            name TEXT NOT NULL,
            mime_type TEXT NOT NULL,
            description TEXT,
            size INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            is_withdrawn INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX attachment_order ON attachment (order_id);
        CREATE TABLE enclosure (
            id INTEGER PRIMARY KEY,
            attachment INTEGER NOT NULL REFERENCES attachment (id),
            document TEXT NOT NULL COLLATE NOCASE REFERENCES document (number)
        ) STRICT;
        CREATE INDEX enclosure_attachment ON enclosure (attachment);
        """

    /// Version 8: all that a search tells of a document stands in the index by customer and date,
    /// where the documents of one customer lie side by side; in the table each is a page of its own.
    public static let version8: StaticString = """
        DROP INDEX document_customer;
        CREATE INDEX document_customer ON document (
            customer, issue_date, series, fiscal_year, counter, number, kind, state, customer_name,
            order_id, purchase_order, currency, taxable, tax, payable, original
        );
        """
}

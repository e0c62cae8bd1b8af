extension Archive {
    /// Version 2: the index with the audit trail and what pages are made with.
    ///
    /// `audit` has a row for every change of state and takes no changes itself: `archived` is the
    /// newest row of the index by then, whose link is in the row's hash. An entry of the index has
    /// the newest row of the trail in its own (`trail`), and the digest of the list of what its page
    /// was made with (`recipe`). Both are absent from what was filed before.
    public static let version2: StaticString = """
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            person TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL COLLATE NOCASE,
            detail TEXT NOT NULL,
            archived INTEGER NOT NULL,
            chain BLOB NOT NULL
        ) STRICT;
        CREATE INDEX audit_subject ON audit (subject, sequence);
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail takes no changes'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail loses nothing'); END;
        CREATE TRIGGER audit_is_appended BEFORE INSERT ON audit
            WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
            BEGIN SELECT RAISE(ABORT, 'the audit trail is written at its end'); END;
        ALTER TABLE archived ADD COLUMN trail INTEGER;
        ALTER TABLE archived ADD COLUMN recipe BLOB;
        CREATE INDEX archived_recipe ON archived (recipe) WHERE recipe IS NOT NULL;
        CREATE INDEX archived_file_name ON archived_file (path COLLATE NOCASE)
            WHERE kind = 'json';
        """

    /// Version 3: seals of rows that follow from no document.
    ///
    /// An `item` is a row, by its table and key; `digest` is that of its columns, empty where it was
    /// taken out. An entry of the trail has its seals put together in `sealed`, which is in its hash.
    public static let version3: StaticString = """
        CREATE TABLE seal (
            item TEXT NOT NULL,
            sequence INTEGER NOT NULL
                REFERENCES audit (sequence) DEFERRABLE INITIALLY DEFERRED,
            digest BLOB NOT NULL,
            PRIMARY KEY (item, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX seal_entry ON seal (sequence, item);
        CREATE TRIGGER seal_is_not_changed BEFORE UPDATE ON seal
            BEGIN SELECT RAISE(ABORT, 'seals take no changes'); END;
        CREATE TRIGGER seal_is_not_deleted BEFORE DELETE ON seal
            BEGIN SELECT RAISE(ABORT, 'no seal is lost'); END;
        ALTER TABLE audit ADD COLUMN sealed BLOB;
        """
}

extension VerifyTests.Tampering {
    /// Rows and tables as only another program leaves them. None of them ends the program, and none
    /// keeps `verify` from looking at the rest.
    static let withRows: [Self] = [
        Self(
            testDescription: "a size that no file has",
            sql: [
                "UPDATE archived_file SET size = 9223372036854775807 WHERE path LIKE '%00002.pdf'"
            ],
            code: "row-damaged", says: ["TT-26-27-00002.pdf", "9223372036854775807"]),
        Self(
            testDescription: "a size below nothing",
            sql: ["UPDATE archived_file SET size = -1 WHERE path LIKE '%00002.pdf'"],
            code: "row-damaged", says: ["TT-26-27-00002.pdf: -1 is no size"]),
        Self(
            testDescription: "a file of a kind that there is not",
            sql: [
                """
                INSERT INTO archived_file SELECT number, rendition, 'exe', '../../x', 1, x'00'
                FROM archived LIMIT 1
                """
            ], code: "row-damaged", says: ["exe is no kind of file", "../../x"]),
        Self(
            testDescription: "a place in the trail that none has",
            sql: [
                "PRAGMA foreign_keys = OFF", "DROP TRIGGER audit_is_not_changed",
                """
                UPDATE audit SET sequence = 9223372036854775807
                WHERE sequence = (SELECT max(sequence) FROM audit)
                """,
            ], code: "check-stopped", says: ["audit trail", "9223372036854775807"]),
        Self(
            testDescription: "a counter that none has",
            sql: ["UPDATE document SET counter = 9223372036854775807 WHERE counter = 2"],
            code: "check-stopped", says: ["TT/26-27/00002", "counter of a series"]),
        Self(
            testDescription: "a currency that there is not",
            sql: ["UPDATE document SET currency = 'ZZZ' WHERE counter = 2"],
            code: "row-damaged", says: ["TT/26-27/00002", "ZZZ is no currency"]),
        Self(
            testDescription: "a date that is none",
            sql: ["UPDATE document SET issue_date = 'garbage' WHERE counter = 2"],
            code: "row-damaged", says: ["TT/26-27/00002", "garbage is no date"]),
        Self(
            testDescription: "a kind of document that there is not",
            sql: ["UPDATE document SET kind = 'zzz' WHERE counter = 2"],
            code: "row-damaged", says: ["TT/26-27/00002", "zzz is no kind"]),
        Self(
            testDescription: "an index taken out", sql: ["DROP INDEX audit_subject"],
            code: "schema-changed", says: ["index audit_subject"]),
        Self(
            testDescription: "a trigger slipped in",
            sql: ["CREATE TRIGGER x AFTER INSERT ON document BEGIN SELECT 1; END"],
            code: "schema-changed", says: ["trigger x"]),
        Self(
            testDescription: "a table taken out",
            sql: ["PRAGMA foreign_keys = OFF", "DROP TABLE archived_file"],
            code: "schema-changed", says: ["table archived_file", "error[check-stopped]"]),
    ]
}

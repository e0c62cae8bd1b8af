import Database
import TestSupport
import Testing

/// Books in which somebody has changed what follows from issued documents, or from what people
/// decided: `verify` names the document or order and what was changed.
@Suite struct VerifyRowsTests {
    /// Books that report to India's portal. TT/26-27/00001 has an attachment and a note, 00003 was
    /// cancelled and billed again as 00004; SO-9 was paid in advance, and SO-10 cancelled.
    private static let shop = Result {
        let shop = try Shop()
        let company = String(
            decoding: contents("\(Program.home)/examples/errors/_books/company.json") ?? [],
            as: UTF8.self)
        shop.scratch.write(
            "company.json",
            company.replacing(
                #""taxNumber""#, with: #""eInvoicing": {"from": "2026-04-01"}, "taxNumber""#))
        try shop.done("init", "--replace", "--company", "company.json")
        try shop.deliver(0..<3)
        shop.scratch.write("sheet.pdf", "%PDF-1.7\nhours\n")
        try shop.done("attach", "add", "SO-0", "sheet.pdf", "--description", "Hours")
        try shop.done("issue", "--date", "2026-04-30")
        try shop.done(
            "credit", "TT/26-27/00001", "--line", "1:1", "--reason", "r", "--date", "2026-05-02")
        try shop.done("cancel", "TT/26-27/00003", "--reason", "wrong buyer", "--by", "Asha")
        try shop.done("hold", "SO-2", "--reason", "address", "--by", "Asha")
        try shop.done("release", "SO-2", "--by", "Ravi")
        try shop.done("approve", "SO-2", "price-mismatch", "--reason", "fair", "--by", "Ravi")
        let hammers = #"{"item": "HAMMER", "quantity": "5"}"#
        try NoteShop.order(shop, "SO-9", hammers, #", "purchaseOrder": "PO-9""#)
        try shop.done("advance", "SO-9", "--amount", "1500.00", "--date", "2026-05-03")
        try shop.done(
            "credit", "AD/26-27/0001", "--amount", "200.00", "--reason", "r", "--date",
            "2026-05-04")
        try NoteShop.deliver(shop, "D-9,SO-9,2026-05-04,,")
        try NoteShop.order(shop, "SO-10", hammers)
        try shop.done("cancel", "SO-10", "--reason", "gone", "--by", "Ravi")
        try shop.done("issue", "--date", "2026-05-31")
        return shop
    }

    struct Tampering: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let sql: [StaticString]
        /// Words that name what was changed, in one finding; its code first.
        let says: [String]

        init(_ testDescription: String, _ sql: [StaticString], _ says: String...) {
            self.testDescription = testDescription
            self.sql = sql
            self.says = says
        }
    }

    private static let first = "document TT/26-27/00001"
    private static let note = "document CN/26-27/0001"
    private static let last = "document TT/26-27/00005"

    static let tamperings: [Tampering] = [
        Tampering(
            "a kind", ["UPDATE document SET kind = 'proforma' WHERE number = 'TT/26-27/00001'"],
            "document-changed", first, "kind", "proforma"),
        Tampering(
            "an order", ["UPDATE document SET order_id = 'SO-1' WHERE number = 'TT/26-27/00001'"],
            "document-changed", first, "order_id", "SO-1", "SO-0"),
        Tampering(
            "a purchase order",
            ["UPDATE document SET purchase_order = NULL WHERE purchase_order IS NOT NULL"],
            "document-changed", "purchase_order", "nothing", "PO-9"),
        Tampering(
            "a note without its original",
            ["UPDATE document SET original = NULL WHERE number = 'CN/26-27/0001'"],
            "document-changed", note, "original", "TT/26-27/00001"),
        Tampering(
            "the series of the last number",
            ["UPDATE document SET series = 'x' WHERE number = 'TT/26-27/00005'"],
            "document-changed", last, "series x", "TT/26-27/00005"),
        Tampering(
            "the fiscal year of the last number",
            ["UPDATE document SET fiscal_year = '2025-26' WHERE number = 'TT/26-27/00005'"],
            "document-changed", last, "2025-26"),
        Tampering(
            "words that are found elsewhere",
            ["UPDATE document SET search_id = 1000 WHERE number = 'TT/26-27/00002'"],
            "document-changed", "document TT/26-27/00002", "search_id", "1000"),
        Tampering(
            "words that are entered anew",
            ["UPDATE document SET search_id = NULL WHERE number = 'TT/26-27/00002'"],
            "document-changed", "document TT/26-27/00002", "search_id", "order of filing"),
        Tampering(
            "another file for the JSON",
            [
                "DELETE FROM archived_file WHERE kind = 'json' AND number = 'TT/26-27/00002'",
                "UPDATE archived_file SET kind = 'json' WHERE kind = 'inv01' AND number = 'TT/26-27/00002'",
            ], "document-unread", "document TT/26-27/00002", "TT-26-27-00002.inv01.json"),
        Tampering(
            "a line that is not billed any more",
            ["DELETE FROM document_line WHERE document = 'TT/26-27/00001'"],
            "document-changed", first, "document_line lacks", "order_id SO-0, line 1"),
        Tampering(
            "what is billed of a line",
            ["UPDATE document_line SET taxable = 1 WHERE document = 'TT/26-27/00001'"],
            "document-changed", first, "document_line was changed: taxable", "0.01"),
        Tampering(
            "a line besides",
            ["INSERT INTO document_line VALUES ('TT/26-27/00001', 2, 'SO-1', 1, 1000, 1)"],
            "document-changed", first, "document_line has a row", "position 2"),
        Tampering(
            "a delivery that is billed again",
            ["UPDATE delivery SET document = NULL WHERE document = 'TT/26-27/00001'"],
            "document-changed", first, "delivery.document lacks", "delivery D-"),
        Tampering(
            "a delivery that is never billed",
            ["UPDATE delivery SET document = 'TT/26-27/00001' WHERE order_id = 'SO-1'"],
            "document-changed", first, "delivery.document has a row", "order_id SO-1"),
        Tampering(
            "what a billed delivery brought",
            ["UPDATE delivery_line SET quantity = 7000 WHERE delivery_id = 'D-9'"],
            "document-changed", last, "delivery_line was changed: quantity", "7"),
        Tampering(
            "a note that may be written again", ["DELETE FROM note_line WHERE line = 1"],
            "document-changed", note, "note_line lacks", "line 1, quantity -1"),
        Tampering(
            "what a note took",
            ["UPDATE note_line SET quantity = 0 WHERE document = 'CN/26-27/0001'"],
            "document-changed", note, "note_line was changed: quantity"),
        Tampering(
            "what a refund left over",
            ["UPDATE note_line SET taxable = taxable - 5 WHERE document = 'RV/26-27/0001'"],
            "document-changed", "document RV/26-27/0001", "note_line was changed: taxable"),
        Tampering(
            "a note of another document",
            ["UPDATE note_line SET original = 'TT/26-27/00002' WHERE document = 'CN/26-27/0001'"],
            "document-changed", note, "as a note on TT/26-27/00002"),
        Tampering(
            "an advance that is twice as much", ["UPDATE advance SET total = 2 * total"],
            "document-changed", "document AD/26-27/0001", "advance was changed: total", "3000.00"),
        Tampering(
            "an advance that is free again",
            ["DELETE FROM prepayment WHERE document = 'TT/26-27/00005'"],
            "document-changed", last, "prepayment lacks", "of AD/26-27/0001", "1300.00"),
        Tampering(
            "a refund that is free again",
            ["DELETE FROM prepayment WHERE document = 'RV/26-27/0001'"],
            "document-changed", "document RV/26-27/0001", "prepayment lacks", "200.00"),
        Tampering(
            "a file that waits again", ["DELETE FROM enclosure"],
            "document-changed", first, "enclosure lacks", "sheet.pdf"),
        Tampering(
            "a file with another",
            ["UPDATE enclosure SET document = 'TT/26-27/00002'"],
            "document-changed", "document TT/26-27/00002", "enclosure has a row", "SO-0"),
        Tampering(
            "a document cancelled by nobody",
            [
                "UPDATE document SET state = 'cancelled' WHERE number = 'TT/26-27/00002'",
                "UPDATE delivery SET document = NULL WHERE document = 'TT/26-27/00002'",
                "INSERT INTO document_event VALUES ('TT/26-27/00002', 1, 'cancelled', '2026-05-01', 'r', 'Asha')",
            ], "decision-changed", "document TT/26-27/00002", "no entry", "by Asha: r"),
        Tampering(
            "a cancellation undone",
            [
                "DELETE FROM document_event", "UPDATE document SET state = 'issued'",
                "UPDATE delivery SET document = 'TT/26-27/00003' WHERE order_id = 'SO-2'",
            ], "decision-changed", "document TT/26-27/00003", "is gone", "by Asha: wrong buyer"),
        Tampering(
            "the reason of a cancellation", ["UPDATE document_event SET reason = 'other'"],
            "decision-changed", "document TT/26-27/00003", "by Asha: other", "wrong buyer"),
        Tampering(
            "the person of a cancellation", ["UPDATE document_event SET person = 'Ravi'"],
            "decision-changed", "document TT/26-27/00003", "by Ravi", "by Asha"),
        Tampering(
            "the day of a cancellation", ["UPDATE document_event SET date = '2027-12-30'"],
            "decision-changed", "document TT/26-27/00003", "2027-12-30", "2027-12-31"),
        Tampering(
            "who held an order", ["UPDATE order_event SET person = 'Ravi' WHERE event = 'held'"],
            "decision-changed", "order SO-2", "held on 2027-12-31 by Ravi", "by Asha: address"),
        Tampering(
            "a release that is gone",
            [
                "DELETE FROM order_event WHERE event = 'released'",
                "UPDATE sales_order SET state = 'held' WHERE id = 'SO-2'",
            ], "decision-changed", "order SO-2", "is gone", "released on 2027-12-31 by Ravi"),
        Tampering(
            "an order held by nobody", ["UPDATE sales_order SET state = 'held' WHERE id = 'SO-1'"],
            "decision-changed", "order SO-1", "held", "open"),
        Tampering(
            "an order that is open again",
            [
                "DELETE FROM order_event WHERE order_id = 'SO-10'",
                "UPDATE sales_order SET state = 'open' WHERE id = 'SO-10'",
            ], "decision-changed", "order SO-10", "is gone", "cancelled on 2027-12-31 by Ravi: gone"
        ),
        Tampering(
            "an approval that is gone", ["DELETE FROM approval"],
            "decision-changed", "order SO-2", "is gone: approval", "price-mismatch", "fair"),
        Tampering(
            "an approval by nobody",
            [
                "INSERT INTO approval VALUES ('SO-1', 'price-mismatch', 2, 'r', 'Asha', '2026-05-01', NULL)"
            ], "decision-changed", "order SO-1", "no entry", "price-mismatch, line 2"),
        Tampering(
            "a reference number of the portal",
            ["UPDATE e_invoice SET irn = 'f' || irn WHERE document = 'TT/26-27/00001'"],
            "registration-changed", first, "e_invoice was changed: irn"),
        Tampering(
            "a registration that the portal never gave",
            [
                "UPDATE e_invoice SET state = 'registered', ack_number = '1', ack_date = '2026-05-01 10:00:00', signed_qr = 'x' WHERE document = 'TT/26-27/00001'"
            ], "registration-changed", first, "e_invoice was changed: state", "waiting"),
        Tampering(
            "a document that is not reported any more",
            ["DELETE FROM e_invoice WHERE document = 'TT/26-27/00001'"],
            "registration-changed", first, "e_invoice lacks the row"),
    ]

    @Test("What follows from a document or a decision is named", arguments: tamperings)
    func named(_ tampering: Tampering) throws {
        let shop = try Self.shop.get().duplicate()
        let connection = try Connection.open(shop.books + "/books.sqlite")
        for sql in tampering.sql { try connection.execute(sql) }
        let outcome = try shop.run("verify")
        #expect(outcome.status == 1, "\(outcome.out)")
        let findings = outcome.err.split(separator: "error[").map(String.init)
        #expect(
            findings.contains { finding in tampering.says.allSatisfy { finding.contains($0) } },
            "\(tampering.says): \(outcome.err)")
    }

    @Test("Untouched, the same books are sound")
    func sound() throws {
        let shop = try Self.shop.get().duplicate()
        #expect(try shop.done("verify").contains("all is sound"))
        let kinds = try shop.done("find", "--csv").split(separator: "\n").count - 1
        #expect(kinds == 8, "\(kinds)")
    }
}

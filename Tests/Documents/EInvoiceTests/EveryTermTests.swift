import Glibc
import TestSupport
import Testing

@testable import EInvoice

/// Every term that EN 16931 knows has its place in both syntaxes. The files were held against the
/// schemas and the official rules; `UPDATE_GOLDEN=1` records them anew.
@Suite struct EveryTermTests {
    @Test(arguments: Row.all)
    func everyTermIsWrittenAsExpectedByteForByte(row: Row) throws {
        let written = try row.document()
        let path = repositoryPath("Tests/Fixtures/einvoice/\(row.name)")
        if unsafe getenv("UPDATE_GOLDEN") != nil { record(written, in: path) }
        let golden = contents(path) ?? []
        let difference = zip(lines(written), lines(golden)).first { $0 != $1 }
        #expect(difference == nil)
        #expect(written.count == golden.count)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let document: @Sendable () throws -> [UInt8]

        var testDescription: String { name }

        static let all = [
            Row(name: "every-term.ubl.xml") { try UBL.document(EveryTerm.invoice()) },
            Row(name: "every-term-credit-note.ubl.xml") {
                try UBL.document(EveryTerm.invoice(.creditNote))
            },
            Row(name: "every-term.cii.xml") {
                var invoice = EveryTerm.invoice()
                invoice.form = .cii
                return try CII.document(invoice)
            },
        ]
    }

    /// Any code of UNTDID 1001 is kept; those that lower what is owed have a root of their own.
    @Test(arguments: [
        ("380", "Invoice", "InvoiceTypeCode"), ("389", "Invoice", "InvoiceTypeCode"),
        ("875", "Invoice", "InvoiceTypeCode"), ("261", "CreditNote", "CreditNoteTypeCode"),
        ("396", "CreditNote", "CreditNoteTypeCode"),
    ])
    func aTypeOfDocumentChoosesTheRoot(code: String, root: String, element: String) throws {
        let invoice = EveryTerm.invoice(.init(rawValue: code))
        let written = String(decoding: try UBL.document(invoice), as: UTF8.self)
        #expect(written.contains("\n<\(root) xmlns="))
        #expect(written.contains("<cbc:\(element)>\(code)<"))
    }

    private func lines(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    private func record(_ bytes: [UInt8], in path: String) {
        guard let stream = unsafe fopen(path, "w") else { return }
        _ = unsafe fwrite(bytes, 1, bytes.count, stream)
        unsafe fclose(stream)
    }
}

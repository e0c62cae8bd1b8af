import Diagnostics
import TestSupport
import Testing
import Trade

@testable import EInvoice

/// What is written is read as it was, in both syntaxes, and written again to the byte.
@Suite struct ReadingTests {
    struct Document: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: @Sendable () throws -> [UInt8]

        static let all =
            UBLTests.Document.all.map { one in
                Document(testDescription: "UBL: \(one)") { Array((one.golden + "\n").utf8) }
            }
            + CIITests.Document.all.map { one in
                Document(testDescription: "CII: \(one)") { Array((one.golden + "\n").utf8) }
            }
            + EveryTermTests.Row.all.map { Document(testDescription: $0.name, bytes: $0.document) }
    }

    @Test(arguments: Document.all)
    func whatIsWrittenIsReadAndWrittenAgainToTheByte(document: Document) throws {
        let bytes = try document.bytes()
        let reading = try Self.reading(bytes)
        #expect(reading.diagnostics.map(\.text) == [])
        let again = try EInvoices.document(try #require(reading.invoice))
        #expect(String(decoding: again, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
    }

    @Test(arguments: EveryTermTests.Row.all)
    func everyTermComesBackAsItWas(row: EveryTermTests.Row) throws {
        var invoice = EveryTerm.invoice(row.name.contains("credit") ? .creditNote : .invoice)
        invoice.form = row.name.contains("cii") ? .cii : .ubl
        #expect(try Self.reading(row.document()).invoice == invoice)
    }

    /// Documents with some of all terms. In UBL, BT-14 needs BT-13, and BT-9 of a credit note needs
    /// BG-16; CII (D16B) has one BG-3, and no BT-147 without BT-148.
    @Test func mixedDocumentsKeepWhatBothSyntaxesCanSay() throws {
        var generator = SplitMix64(seed: 3)
        for _ in 0..<min(rounds, 4000) / 10 {
            let invoice = EveryTerm.mixed(&generator)
            let ubl = try EInvoices.document(invoice)
            let fromUBL = try #require(try Self.reading(ubl).invoice)
            #expect(invoice.terms(lostIn: fromUBL).allSatisfy { $0.isLost(to: ["BT-9", "BT-14"]) })
            #expect(try EInvoices.document(fromUBL) == ubl)

            let cii = try EInvoices.document(fromUBL.as(.cii))
            let fromCII = try #require(try Self.reading(cii).invoice)
            let lost = fromUBL.terms(lostIn: fromCII)
            #expect(lost.allSatisfy { $0.isLost(to: ["BG-3[2]", "BT-147"]) }, "\(lost)")
            #expect(try EInvoices.document(fromCII) == cii)

            let back = try EInvoices.document(fromCII.as(.ubl))
            if lost.isEmpty { #expect(back == ubl) }
            let fromBack = try #require(try Self.reading(back).invoice)
            #expect(try EInvoices.document(fromBack.as(.cii)) == cii)
        }
    }

    /// What breaks rules is read too: nothing is asked but that it can be understood.
    @Test func anInvoiceThatBreaksRulesIsReadAndWrittenBack() throws {
        var invoice = EveryTerm.invoice()
        invoice.lines = []
        invoice.seller.vatIdentifier = nil
        invoice.totals.payable = EveryTerm.euro(1)
        invoice.number = ""
        let bytes = try EInvoices.document(invoice)
        let reading = try Self.reading(bytes)
        #expect(reading.diagnostics.map(\.code) == ["missing-term"])
        #expect(reading.invoice == invoice && !reading.hasErrors)
    }

    static func reading(_ bytes: [UInt8]) throws -> EInvoiceReading {
        let file = try EInvoiceFile(bytes, name: "test.xml")
        return try #require(EInvoiceReading(file.root))
    }
}

extension EN16931Invoice {
    func `as`(_ form: EInvoiceForm) -> EN16931Invoice {
        var invoice = self
        invoice.form = form
        return invoice
    }
}

extension String {
    /// Whether a lost term is one of those, or in one of those groups.
    fileprivate func isLost(to terms: [String]) -> Bool {
        terms.contains { hasPrefix("\($0):") || hasPrefix("\($0)/") || contains("/\($0):") }
    }
}

import TestSupport
import Testing

@Suite struct ValidatingTests {
    private static let totals = """
        <Invoice>
          <LegalMonetaryTotal>
            <LineExtensionAmount>0.00</LineExtensionAmount>
            <TaxExclusiveAmount>2.00</TaxExclusiveAmount>
            <TaxInclusiveAmount>2.00</TaxInclusiveAmount>
            <PayableAmount>2.00</PayableAmount>
          </LegalMonetaryTotal>
        </Invoice>
        """

    @Test("A part of an invoice is held against the rules that are named")
    func fragment() throws {
        let folder = Scratch()
        folder.write("parts/totals.xml", Self.totals)
        folder.write("parts/notes.txt", "no e-invoice")
        let outcome = try Program.run(
            "validate", "--rules", "en16931,peppol", "--results", "results.json", "parts",
            in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.out.contains("totals.xml:4:5: fatal[BR-CO-13]"))
        #expect(outcome.out.contains("at /Invoice/LegalMonetaryTotal/TaxExclusiveAmount"))
        #expect(outcome.out.contains("fatal[PEPPOL-EN16931-R003]"))
        let results = folder.text("results.json")
        #expect(results.contains(#""totals.xml""#) && results.contains(#""BR-CO-13""#))
        #expect(!results.contains("notes"))
    }

    @Test("Rules that there are not, and files that are no e-invoices, are told")
    func refusals() throws {
        let folder = Scratch()
        folder.write("order.xml", "<Order/>")
        let unknown = try Program.run("validate", "--rules", "en16932", "order.xml", in: folder)
        #expect(unknown.status == 2 && unknown.err.contains("facturx-minimum"))
        let order = try Program.run("validate", "order.xml", in: folder)
        #expect(order.status == 1 && order.out.contains("in no syntax of EN 16931 (<Order>)"))
    }
}

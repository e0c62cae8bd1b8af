import Testing
import XML

@testable import EInvoice

/// Each rule of Peppol BIS Billing 3.0 that there is, broken alone.
@Suite struct PeppolRuleTests {
    @Test func theSamplesAreSound() throws {
        #expect(try Sample.peppol.broken() == [])
        #expect(try PeppolRuleTests.creditNote().broken() == [])
    }

    @Test(arguments: document + totals + adjustments + lines + reasons + identifiers + codes)
    func aDamageBreaksItsRule(damage: Damage) throws {
        #expect(try damage.broken([.peppol]) == damage.expected)
    }

    /// CII says its currency once, and its codes of dates are others.
    @Test func ofCIIOnlyTotalsOfVATHaveACurrency() throws {
        let sample = try Sample.written(.invoice, as: .xrechnungCII)
        let codes = try sample.broken([.peppol]).filter { $0.contains("-CL") }
        #expect(codes == [])
        let damaged = try sample.changed([
            .replace(#"TaxTotalAmount currencyID="EUR""#, with: #"TaxTotalAmount currencyID="EUX""#)
        ])
        #expect(
            try damaged.broken([.peppol]).filter { $0.contains("-CL") }
                == ["PEPPOL-EN16931-CL007 fatal"])
    }

    @Test func everyRuleHasADamage() {
        let damages =
            Self.document + Self.totals + Self.adjustments + Self.lines + Self.reasons
            + Self.identifiers + Self.codes
        let broken = Set(damages.map(\.rule))
        // Germany's are broken with XRechnung's.
        let national = Set(PeppolRules.german.map(\.id))
        let codes = CodeRule.peppol(.ubl).values.joined().map(\.id)
        let rules = Set(PeppolRules.all.map(\.id)).union(SyntaxRules.peppol.ids).union(codes)
            .subtracting(national)
        #expect(rules.subtracting(broken) == [])
    }

    private static func creditNote() throws -> Sample {
        try .written(.creditNote, as: .peppol)
    }

    private static func damage(
        _ number: String, _ changes: Sample.Change..., also: [String] = []
    ) -> Damage {
        var damage = Damage("PEPPOL-EN16931-\(number)", of: { .peppol }, also: also)
        damage.changes = changes
        return damage
    }

    private static let tax = """
        <cac:TaxTotal><cbc:TaxAmount currencyID="SEK">-300.00</cbc:TaxAmount></cac:TaxTotal>
        """
    private static let accounting = "<cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>"

    static let document = [
        // A document names its process, as it must be written.
        damage("R001", .remove("cbc:ProfileID"), also: ["PEPPOL-EN16931-R007 fatal"]),
        damage("R007", .replace(":billing:01:1.0", with: ":billing:1:1.0")),
        damage("R007", .replace(":billing:01:1.0", with: ":ordering:01:1.0")),
        // There is one note, but in Germany.
        damage("R002", .double("cbc:Note")),
        // The buyer finds its reference or its order.
        damage("R003", .remove("cac:OrderReference")),
        // The specification is Peppol's.
        damage("R004", .replace("poacc:billing:3.0", with: "poacc:billing:2.0")),
        // Both sides have an address in the network.
        damage(
            "R010",
            .replace(#"<cbc:EndpointID schemeID="9930">DE927406181</cbc:EndpointID>"#, with: "")),
        damage("R020", .remove("cbc:EndpointID")),
        // A direct debit names its mandate.
        damage("R061", .replace(">58<", with: ">49<")),
        // The type is one of process 01.
        damage("P0100", .replace(">380<", with: ">261<")),
        // Partial and corrected invoices are for parties in Germany; these are not both there.
        damage("P0112", .replace(">380<", with: ">326<")),
        Damage(
            "PEPPOL-EN16931-P0101", of: creditNote, .replace(">381<", with: ">261<"),
            also: ["DE-R-017 warning"]),
        // No element is empty, be it by white space.
        damage("R008", .replace("Thank you", with: " ")),
        damage(
            "R008",
            .replace("<cbc:ID>PO-7</cbc:ID>", with: "<cbc:ID>PO-7</cbc:ID><cbc:SalesOrderID/>")),
        // A date has no time zone and no other form.
        damage("F001", .replace(">2026-07-30<", with: ">2026-07-30Z<")),
        damage("F001", .replace(">2026-07-30<", with: ">20260730<")),
        damage("F001", .replace(">2026-07-30<", with: ">2026-06-31<")),
        // A credit note is for one project.
        Damage(
            "PEPPOL-EN16931-R080", of: creditNote,
            .insert(project + project, before: "cac:AccountingSupplierParty")),
    ]

    private static let project = """
        <cac:AdditionalDocumentReference><cbc:ID>P1</cbc:ID>\
        <cbc:DocumentTypeCode>50</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>
        """

    static let totals = [
        // The currency for accounting is another than the document's.
        damage(
            "R005",
            .insert(accounting.replacing("SEK", with: "EUR"), before: "cac:InvoicePeriod"),
            .insert(
                tax.replacing("SEK", with: "EUR").replacing("-", with: ""),
                before: "cac:LegalMonetaryTotal")),
        // One total of the VAT has its breakdown, and one has none where there are two currencies.
        damage("R053", .double("cac:TaxTotal")),
        damage("R053", .remove("cac:TaxSubtotal"), also: ["PEPPOL-EN16931-R054 fatal"]),
        damage("R054", .insert(tax, before: "cac:LegalMonetaryTotal")),
        // They have the same sign.
        damage(
            "R055", .insert(accounting, before: "cac:InvoicePeriod"),
            .insert(tax, before: "cac:LegalMonetaryTotal")),
        // All other amounts are in the document's currency.
        damage(
            "R051",
            .replace(
                #"<cbc:PayableAmount currencyID="EUR">"#,
                with: #"<cbc:PayableAmount currencyID="SEK">"#)),
    ]

    static let adjustments = [
        // Base and percentage make the amount, of the document's allowance and the line's.
        damage("R040", .replace(">15.00</cbc:Amount>", with: ">15.03</cbc:Amount>")),
        damage("R040", .replace(">95.00</cbc:BaseAmount>", with: ">95.30</cbc:BaseAmount>")),
        damage(
            "R041", .replace(#"<cbc:BaseAmount currencyID="EUR">150.00</cbc:BaseAmount>"#, with: "")
        ),
        damage("R042", .remove("cbc:MultiplierFactorNumeric")),
        // Of charges alike.
        damage(
            "R041", .replace("Packing</cbc:AllowanceChargeReason>", with: packing)),
        // It is said by a word whether it is one or the other.
        damage(
            "R043",
            .replace(
                "<cbc:ChargeIndicator>true</cbc:ChargeIndicator>\n    <cbc:AllowanceChargeReason>F",
                with:
                    "<cbc:ChargeIndicator>1</cbc:ChargeIndicator>\n    <cbc:AllowanceChargeReason>F"
            )),
        // A price has no charges.
        damage(
            "R044",
            .replace(
                #"false</cbc:ChargeIndicator>\#n        <cbc:Amount"#,
                with: #"true</cbc:ChargeIndicator>\#n        <cbc:Amount"#)),
        // It is the gross price less the discount.
        damage("R046", .replace(">0.50<", with: ">0.51<")),
    ]

    private static let packing = """
        Packing</cbc:AllowanceChargeReason>\
        <cbc:MultiplierFactorNumeric>5</cbc:MultiplierFactorNumeric>
        """

    static let lines = [
        // A line is for one object, and its reference says so.
        damage("R100", .double("cac:DocumentReference")),
        damage("R101", .replace(">130<", with: ">50<")),
        // Its period is within the document's.
        damage("R110", .replace(">2026-06-02<", with: ">2026-05-31<")),
        damage("R111", .replace(">2026-06-29<", with: ">2026-07-01<")),
        // Its amount is quantity times price, within two cents.
        damage("R120", .replace(">90.00<", with: ">90.03<")),
        damage("R120", .replace(">60.00</cbc:PriceAmount>", with: ">60.10</cbc:PriceAmount>")),
        // Its price is for a quantity above zero, of the same unit.
        damage("R121", .replace(#""H87">1<"#, with: #""H87">0<"#)),
        damage(
            "R130", .replace(#"BaseQuantity unitCode="H87""#, with: #"BaseQuantity unitCode="HUR""#)
        ),
    ]

    /// A reason's code goes with one category.
    static let reasons = [
        ("P0104", "G"), ("P0105", "O"), ("P0106", "IC"), ("P0107", "AE"), ("P0108", "D"),
        ("P0109", "F"), ("P0110", "I"), ("P0111", "J"),
    ].map { number, code in
        damage(
            number,
            .replace(
                #"140.00</cbc:TaxableAmount>\#n      <cbc:TaxAmount currencyID="EUR">26.60</cbc:TaxAmount>\#n      <cac:TaxCategory>\#n      <cbc:ID>S</cbc:ID>\#n      <cbc:Percent>19</cbc:Percent>"#,
                with: #"""
                    140.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">26.60</cbc:TaxAmount>\#
                    <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent>\#
                    <cbc:TaxExemptionReasonCode>vatex-eu-\#(code)</cbc:TaxExemptionReasonCode>
                    """#))
    }

    /// Identifiers with a check digit that is wrong, or none.
    static let identifiers =
        [
            ("R040", "0088", "7300010000002", RuleSeverity.fatal),
            ("R041", "0192", "974760674", .fatal), ("R042", "0184", "13585628", .fatal),
            ("R043", "0208", "0202239952", .fatal), ("R044", "0201", "UFE0A", .warning),
            ("R045", "0210", "0074311015", .warning), ("R046", "9907", "0074311015", .warning),
            ("R047", "0211", "IT00743110158", .warning), ("R049", "0007", "5560360794", .fatal),
            ("R050", "0151", "51824753557", .fatal), ("R052", "0096", "123456789", .fatal),
            ("R053", "0198", "12345678", .fatal), ("R054", "0106", "9041882", .fatal),
            ("R055", "0190", "0000000123456789000", .fatal),
            ("R056-1", "9944", "853170423B01", .fatal),
        ].map { number, scheme, id, severity in
            Damage(
                "PEPPOL-COMMON-\(number)", severity, of: { .peppol },
                .replace(
                    #"<cbc:EndpointID schemeID="9930">DE927406181<"#,
                    with: #"<cbc:EndpointID schemeID="\#(scheme)">\#(id)<"#),
                // A scheme that was taken off the list.
                also: scheme == "9907" ? ["PEPPOL-EN16931-CL008 fatal"] : [])
        } + [
            // An establishment's number is in no list of Peppol's addresses.
            damage(
                "CL008",
                .replace(#"schemeID="9930">DE927406181<"#, with: #"schemeID="0217">123456789012<"#)),
            Damage(
                "PEPPOL-COMMON-R057", of: { .peppol },
                .replace(#"schemeID="9930">DE927406181<"#, with: #"schemeID="0217">1234<"#),
                also: ["PEPPOL-EN16931-CL008 fatal"]),
            Damage(
                "PEPPOL-COMMON-R056-2", of: { .peppol },
                .replace("<cbc:CompanyID>ATU77410936<", with: "<cbc:CompanyID>NL853170423<")),
        ]

    static let codes = [
        // A text is no kind of file that receivers must take.
        damage("CL001", .insert(sheet, before: "cac:AccountingSupplierParty")),
        // Codes of reasons, of an allowance and of a charge.
        damage("CL002", .insert(reason, before: "cbc:AllowanceChargeReason")),
        damage(
            "CL003",
            .replace(
                "<cbc:AllowanceChargeReason>Packing",
                with: reason + "<cbc:AllowanceChargeReason>Packing")),
        // What the VAT's date is.
        damage(
            "CL006",
            .replace(
                "<cbc:EndDate>2026-06-30</cbc:EndDate>",
                with: "<cbc:EndDate>2026-06-30</cbc:EndDate>"
                    + "<cbc:DescriptionCode>1</cbc:DescriptionCode>")),
        // A currency that there is not.
        damage(
            "CL007",
            .replace(#"EUR">95.00</cbc:BaseAmount>"#, with: #"EUX">95.00</cbc:BaseAmount>"#),
            also: ["PEPPOL-EN16931-R051 fatal"]),
    ]

    private static let sheet = """
        <cac:AdditionalDocumentReference><cbc:ID>A1</cbc:ID><cac:Attachment>\
        <cbc:EmbeddedDocumentBinaryObject mimeCode="text/plain" filename="a.txt">YQ==\
        </cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>
        """
    private static let reason =
        "<cbc:AllowanceChargeReasonCode>1</cbc:AllowanceChargeReasonCode>"
}

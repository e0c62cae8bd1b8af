import EInvoice
import Testing
import Trade

/// The small profiles of Factur-X take what they have room for.
@Suite struct FacturXRuleTests {
    @Test(arguments: [
        EInvoiceForm.facturx, .facturxBasic, .facturxBasicWL, .facturxMinimum, .facturxXRechnung,
    ])
    func aProfileAsWrittenIsSound(form: EInvoiceForm) throws {
        #expect(try Sample.written(.invoice, as: form).broken() == [])
    }

    /// Judged by what the document says of itself.
    @Test(arguments: [
        // MINIMUM has no post code.
        Damage(
            "FX-MINIMUM", of: { try .written(.invoice, as: .facturxMinimum) },
            .insert("<ram:PostcodeCode>89073</ram:PostcodeCode>", before: "ram:CountryID")),
        // BASIC WL has no contact and no lines.
        Damage(
            "FX-BASIC-WL", of: { try .written(.invoice, as: .facturxBasicWL) },
            .insert(contact, before: "ram:PostalTradeAddress")),
        // BASIC has no article numbers.
        Damage(
            "FX-BASIC", of: { try .written(.invoice, as: .facturxBasic) },
            .insert("<ram:SellerAssignedID>A-1</ram:SellerAssignedID>", before: "ram:Name")),
        // What a profile asks of EN 16931 is asked of it: who sells, and how the totals add up.
        Damage(
            "BR-CO-26", of: { try .written(.invoice, as: .facturxMinimum) },
            .remove("ram:SpecifiedTaxRegistration")),
        Damage(
            "BR-CO-13", of: { try .written(.invoice, as: .facturxBasicWL) },
            .replace("<ram:LineTotalAmount>1920.00<", with: "<ram:LineTotalAmount>1921.00<")),
    ])
    func aDamageBreaksItsRule(damage: Damage) throws {
        #expect(try damage.base().changed(damage.changes).broken() == damage.expected)
    }

    private static let contact = """
        <ram:DefinedTradeContact><ram:PersonName>Ina Öz</ram:PersonName></ram:DefinedTradeContact>
        """
}

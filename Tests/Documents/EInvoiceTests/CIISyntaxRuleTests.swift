import Testing

@testable import EInvoice

/// How EN 16931 uses the elements of CII: rules of each kind, broken alone.
@Suite struct CIISyntaxRuleTests {
    @Test(arguments: damages)
    func aDamageBreaksItsRule(damage: Damage) throws {
        #expect(try damage.broken([.en16931]) == damage.expected)
    }

    @Test func thereIsARuleForEachNumber() {
        // Of 494 and 104 numbers, 12 and 3 were never given; three more are never asked.
        let ids = SyntaxRules.cii.ids
        #expect(ids.count { $0.hasPrefix("CII-SR-") } == 482)
        #expect(ids.count { $0.hasPrefix("CII-DT-") } == 98)
    }

    private static func invoice() throws -> Sample { try .written(.invoice, as: .cii) }

    private static func warning(_ id: String, _ changes: Sample.Change) -> Damage {
        Damage(id, .warning, of: invoice, changes)
    }

    private static func fatal(_ id: String, _ changes: Sample.Change, also: String...) -> Damage {
        Damage(id, of: invoice, changes, also: also)
    }

    static let damages = [
        // Elements that there is no use for, of the document, a line, a party and the settlement.
        warning(
            "CII-SR-013",
            .replace("<ram:TypeCode>380<", with: "<ram:Name>R</ram:Name><ram:TypeCode>380<")),
        warning("CII-SR-058", .insert("<ram:BrandName>L</ram:BrandName>", before: "ram:Name")),
        warning(
            "CII-SR-222",
            .insert("<ram:RoleCode>SE</ram:RoleCode>", before: "ram:DefinedTradeContact")),
        warning(
            "CII-SR-398",
            .insert("<ram:FromEventCode>1</ram:FromEventCode>", before: "ram:DueDateDateTime")),
        // Elements anywhere, by the end of their name.
        warning(
            "CII-DT-057",
            .insert("<ram:CategoryName>S</ram:CategoryName>", before: "ram:CategoryCode")),
        fatal("CII-DT-088", .insert("<ram:StreetName>S</ram:StreetName>", before: "ram:LineOne")),
        // Attributes: of identifiers that have none, of others, of amounts.
        fatal("CII-DT-005", .replace("<ram:LineID>", with: #"<ram:LineID schemeID="A">"#)),
        fatal("CII-DT-001", .replace("<ram:LineID>", with: #"<ram:LineID schemeName="A">"#)),
        fatal("CII-DT-101", .replace("<ram:IBANID>", with: #"<ram:IBANID schemeName="A">"#)),
        fatal(
            "CII-DT-031",
            .replace("<ram:GrandTotalAmount>", with: #"<ram:GrandTotalAmount currencyID="EUR">"#)),
        // What stands once.
        fatal("CII-SR-014", .double("ram:TypeCode")),
        fatal("CII-SR-455", .double("ram:DefinedTradeContact")),
        warning("CII-SR-454", .double("ram:ApplicableTradeTax")),
        fatal("CII-SR-482", .double("ram:GrandTotalAmount")),
        fatal("CII-SR-469", .double("ram:PaymentReference")),
        // A party has one kind of identifier.
        warning(
            "CII-SR-450",
            .replace(
                "<ram:BuyerTradeParty>",
                with:
                    #"<ram:BuyerTradeParty><ram:GlobalID schemeID="0088">7300010000001</ram:GlobalID>"#
            )),
        // A transfer goes to an account, and all payments have one code.
        fatal("CII-SR-470", .remove("ram:PayeePartyCreditorFinancialAccount")),
        // Only some documents have a type, a date or an attachment.
        fatal(
            "CII-DT-018",
            .insert("<ram:TypeCode>130</ram:TypeCode>", before: "ram:IssuerAssignedID")),
        fatal(
            "CII-DT-023",
            .insert("<ram:Information>A</ram:Information>", before: "ram:IssuerAssignedID")),
        // Dates have a month and a day.
        fatal("CII-DT-097", .replace("20260629", with: "20261329")),
        // The tax is VAT.
        fatal(
            "CII-DT-037", .replace("<ram:TypeCode>VAT<", with: "<ram:TypeCode>GST<"),
            also: "BR-CO-04 fatal", "CII-DT-037 fatal", "BR-CO-17 fatal"),
        // No element is empty, but for that of the delivery, which the schema wants.
        warning(
            "PEPPOL-EN16931-R008", .replace("<ram:CityName>Neu-Ulm<", with: "<ram:CityName> <")),
    ]

    @Test func theDeliveryMayBeEmpty() throws {
        let sample = try Self.invoice().changed([.remove("ram:ActualDeliverySupplyChainEvent")])
        #expect(try sample.broken([.en16931]) == [])
    }
}

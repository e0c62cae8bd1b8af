import Testing
import Trade

@testable import EInvoice

/// Each rule of XRechnung 3.0 that there is, broken alone.
@Suite struct XRechnungRuleTests {
    @Test func theSamplesAreSound() throws {
        for sample in [Self.invoice, Self.debit, Self.cii] { #expect(try sample().broken() == []) }
    }

    @Test(arguments: document + parties + payment + attachments)
    func aDamageBreaksItsRule(damage: Damage) throws {
        #expect(try damage.broken([.xrechnung]) == damage.expected)
    }

    /// Peppol's national rules of Germany are XRechnung's under other numbers.
    @Test(arguments: document + parties + payment + attachments)
    func aDamageBreaksGermanysRuleOfPeppolToo(damage: Damage) throws {
        let expected = damage.expected.compactMap { finding in
            let words = finding.split(separator: " ").map(String.init)
            return Self.numbersOfPeppol[words[0]].map { "DE-R-\($0) \(words[1])" }
        }
        let broken = try damage.broken([.peppol]).filter { $0.hasPrefix("DE-R-") }
        #expect(broken == expected.sorted())
    }

    @Test func betweenOthersGermanysRulesOfPeppolAreNotAsked() throws {
        let abroad = try Self.invoice().changed([
            .remove("cbc:BuyerReference"), .replace(">DE<", with: ">AT<"),
        ])
        #expect(try abroad.broken([.peppol]).filter { $0.hasPrefix("DE-R-") } == [])
    }

    private static let numbersOfPeppol = [
        "BR-DE-1": "001", "BR-DE-2": "002", "BR-DE-3": "003", "BR-DE-4": "004",
        "BR-DE-5": "005", "BR-DE-6": "006", "BR-DE-7": "007", "BR-DE-8": "008",
        "BR-DE-9": "009", "BR-DE-10": "010", "BR-DE-11": "011", "BR-DE-14": "014",
        "BR-DE-15": "015", "BR-DE-16": "016", "BR-DE-17": "017", "BR-DE-18": "018",
        "BR-DE-19": "019", "BR-DE-20": "020", "BR-DE-22": "022", "BR-DE-23-a": "023-1",
        "BR-DE-23-b": "023-2", "BR-DE-24-a": "024-1", "BR-DE-24-b": "024-2",
        "BR-DE-25-a": "025-1", "BR-DE-25-b": "025-2", "BR-DE-26": "026", "BR-DE-27": "027",
        "BR-DE-28": "028", "BR-DE-30": "030", "BR-DE-31": "031",
    ]

    @Test func everyRuleHasADamage() {
        let damages = Self.document + Self.parties + Self.payment + Self.attachments
        #expect(Set(XRechnungRules.all.map(\.id)).subtracting(damages.map(\.rule)) == [])
    }

    @Test func whatXRechnungMakesOfOtherRules() throws {
        // BT-150 in no list of units: EN 16931 refuses it, XRechnung warns.
        let unit = try Self.invoice().changed([.replace("HUR", with: "HOUR")])
        #expect(try unit.broken() == ["BR-CL-23 warning"])
        #expect(try unit.broken([.en16931]) == ["BR-CL-23 fatal"])
        // Two texts of payment terms.
        let terms = try Self.cii().changed([.double("ram:Description")])
        #expect(try terms.broken() == ["CII-SR-453 fatal"])
        #expect(try terms.broken([.en16931]) == ["CII-SR-453 warning"])
    }

    private static func invoice() throws -> Sample { try .written(.invoice, as: .xrechnung) }
    private static func cii() throws -> Sample { try .written(.invoice, as: .xrechnungCII) }

    /// With the customer's account debited instead.
    private static func debit() throws -> Sample {
        try invoice().changed([
            .replace(">58<", with: ">59<"), .remove("cac:PayeeFinancialAccount"),
            .replace("</cac:PaymentMeans>", with: mandate + "</cac:PaymentMeans>"),
            .insert(creditor, before: "cac:PostalAddress"),
        ])
    }

    private static let payer = """
        <cac:PayerFinancialAccount><cbc:ID>DE75512108001245126199</cbc:ID>\
        </cac:PayerFinancialAccount>
        """
    private static let mandate =
        "<cac:PaymentMandate><cbc:ID>M-1</cbc:ID>\(payer)</cac:PaymentMandate>"
    private static let creditor = """
        <cac:PartyIdentification><cbc:ID schemeID="SEPA">DE98ZZZ09999999999</cbc:ID>\
        </cac:PartyIdentification>
        """
    private static let card = """
        <cac:CardAccount><cbc:PrimaryAccountNumberID>1234</cbc:PrimaryAccountNumberID>\
        <cbc:NetworkID>V</cbc:NetworkID></cac:CardAccount>
        """

    static let document = [
        // The buyer's reference is there.
        Damage("BR-DE-15", of: invoice, .remove("cbc:BuyerReference")),
        Damage("BR-DE-15", of: cii, .remove("ram:BuyerReference")),
        // A part of the breakdown has a rate.
        Damage("BR-DE-14", of: invoice, .remove("cbc:Percent")),
        // Who charges VAT has a number for it.
        Damage("BR-DE-16", of: invoice, .remove("cac:PartyTaxScheme")),
        Damage("BR-DE-16", of: cii, .remove("ram:SpecifiedTaxRegistration")),
        // The type is one of eight.
        Damage("BR-DE-17", .warning, of: invoice, .replace(">380<", with: ">386<")),
        // A discount is written so that a program can read it, and ends its line.
        Damage(
            "BR-DE-18", of: invoice,
            .replace("Zahlbar", with: "#SKONTO#TAGE=10#PROZENT=2#\nZahlbar")),
        Damage(
            "BR-DE-18", of: invoice,
            .replace("Zahlbar", with: "#SKONTO#PROZENT=2.00#TAGE=10#\nZahlbar")),
        Damage(
            "BR-DE-18", of: invoice, .replace("ohne Abzug", with: "\n#SKONTO#TAGE=1#PROZENT=2.00#")),
        // The specification is XRechnung 3.0.
        Damage("BR-DE-21", .warning, of: invoice, .replace("xrechnung_3.0", with: "xrechnung_2.3")),
        // A correction names what it corrects.
        Damage("BR-DE-26", .warning, of: invoice, .replace(">380<", with: ">384<")),
        // The day of the supply is there.
        Damage("BR-DE-TMP-32", .information, of: invoice, .remove("cac:Delivery")),
        Damage(
            "BR-DE-TMP-32", .information, of: cii, .remove("ram:ActualDeliverySupplyChainEvent")),
    ]

    static let parties = [
        // The seller has a contact, with a name, a phone number and an e-mail address.
        Damage("BR-DE-2", of: invoice, .remove("cac:Contact")),
        Damage("BR-DE-5", of: invoice, .replace("<cbc:Name>Ina Öz</cbc:Name>", with: "")),
        Damage("BR-DE-6", of: invoice, .remove("cbc:Telephone"), also: ["BR-DE-27 warning"]),
        Damage("BR-DE-7", of: invoice, .remove("cbc:ElectronicMail"), also: ["BR-DE-28 warning"]),
        // They look like ones.
        Damage("BR-DE-27", .warning, of: invoice, .replace("+49 731 555 01", with: "12")),
        Damage("BR-DE-28", .warning, of: invoice, .replace("rechnung@lotwerk", with: "lotwerk")),
        Damage("BR-DE-28", .warning, of: invoice, .replace("rechnung@", with: "a@b@")),
        Damage("BR-DE-28", .warning, of: invoice, .replace("lotwerk.example", with: "lotwerk")),
        // Addresses have a city and a post code: the seller's, the buyer's, where it is delivered to.
        Damage("BR-DE-3", of: invoice, .remove("cbc:CityName")),
        Damage("BR-DE-4", of: invoice, .remove("cbc:PostalZone")),
        Damage("BR-DE-8", of: invoice, .replace("<cbc:CityName>Neu-Ulm</cbc:CityName>", with: "")),
        Damage(
            "BR-DE-9", of: invoice, .replace("<cbc:PostalZone>89231</cbc:PostalZone>", with: "")),
        Damage(
            "BR-DE-10", of: invoice,
            .replace("</cac:Delivery>", with: delivery("<cbc:PostalZone>89231</cbc:PostalZone>"))),
        Damage(
            "BR-DE-11", of: invoice,
            .replace("</cac:Delivery>", with: delivery("<cbc:CityName>Neu-Ulm</cbc:CityName>"))),
    ]

    private static func delivery(_ part: String) -> String {
        """
        <cac:DeliveryLocation><cac:Address>\(part)<cac:Country>\
        <cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:Address>\
        </cac:DeliveryLocation></cac:Delivery>
        """
    }

    static let payment = [
        // A means of payment is there.
        Damage("BR-DE-1", of: invoice, .remove("cac:PaymentMeans")),
        // Accounts within SEPA are IBANs.
        Damage("BR-DE-19", .warning, of: invoice, .replace("DE77900414", with: "DE78900414")),
        Damage("BR-DE-20", .warning, of: debit, .replace("DE75512108", with: "DE76512108")),
        // A transfer has an account to pay to and nothing of a card; and so on.
        Damage(
            "BR-DE-23-a", of: invoice, .replace(">58<", with: ">30<"),
            .remove("cac:PayeeFinancialAccount")),
        Damage("BR-DE-23-b", of: invoice, .insert(card, before: "cac:PayeeFinancialAccount")),
        Damage(
            "BR-DE-24-a", of: invoice, .replace(">58<", with: ">48<"),
            .remove("cac:PayeeFinancialAccount")),
        Damage(
            "BR-DE-24-b", of: invoice, .replace(">58<", with: ">48<"),
            .insert(card, before: "cac:PayeeFinancialAccount")),
        Damage(
            "BR-DE-25-a", of: invoice, .replace(">58<", with: ">59<"),
            .remove("cac:PayeeFinancialAccount"),
            also: ["BR-DE-20 warning", "PEPPOL-EN16931-R061 fatal"]),
        Damage("BR-DE-25-b", of: debit, .insert(card, before: "cac:PaymentMandate")),
        // A direct debit says who debits, and which account.
        Damage("BR-DE-30", of: debit, .remove("cac:PartyIdentification")),
        Damage(
            "BR-DE-31", of: debit, .remove("cac:PayerFinancialAccount"), also: ["BR-DE-20 warning"]),
    ]

    static let attachments = [
        // Two attachments have two names.
        Damage(
            "BR-DE-22", of: invoice,
            .insert(
                attachment("a.pdf") + attachment("a.pdf"), before: "cac:AccountingSupplierParty")),
        // A document elsewhere has a whole address.
        Damage(
            "BR-TMP-2", .warning, of: invoice,
            .insert(
                """
                <cac:AdditionalDocumentReference><cbc:ID>A</cbc:ID><cac:Attachment>\
                <cac:ExternalReference><cbc:URI>a.pdf</cbc:URI></cac:ExternalReference>\
                </cac:Attachment></cac:AdditionalDocumentReference>
                """, before: "cac:AccountingSupplierParty")),
    ]

    private static func attachment(_ name: String) -> String {
        """
        <cac:AdditionalDocumentReference><cbc:ID>A</cbc:ID><cac:Attachment>\
        <cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="\(name)">\
        QQ==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>
        """
    }
}

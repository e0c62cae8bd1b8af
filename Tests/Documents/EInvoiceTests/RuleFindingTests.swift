import EInvoice
import Testing
import XML

/// What is told of a broken rule.
@Suite struct RuleFindingTests {
    @Test func aFindingSaysWhereAndWhat() throws {
        let sample = try Sample.peppol.changed([
            .replace(">166.60</cbc:TaxInclusiveAmount>", with: ">166.61</cbc:TaxInclusiveAmount>")
        ])
        let findings = try sample.findings().filter { $0.rule == "BR-CO-15" }
        let finding = try #require(findings.first)
        #expect(findings.count == 1 && finding.severity == .fatal && finding.term == "BT-112")
        #expect(
            finding.element.path == "/Invoice/cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount")
        #expect(
            finding.values
                == ["BT-112: 166.61", "BT-109: 140.00", "BT-110: 26.60", "expected: 166.60"])
        let lines = sample.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[finding.element.line - 1].contains("TaxInclusiveAmount"))
    }

    @Test func theSecondLineIsNamed() throws {
        let sample = try Sample.peppol.changed([
            .replace(">60.00</cbc:LineExtensionAmount>", with: ">61.00</cbc:LineExtensionAmount>")
        ])
        let finding = try #require(try sample.findings([.peppol]).first)
        #expect(finding.rule == "PEPPOL-EN16931-R120" && finding.term == "BT-131")
        #expect(finding.element.path == "/Invoice/cac:InvoiceLine[2]/cbc:LineExtensionAmount")
        #expect(
            finding.values == ["BT-131: 61.00", "BT-129: 1", "BT-146: 60.00", "expected: 60.00"])
    }

    @Test func aMissingTermIsFoundInTheElementAround() throws {
        let sample = try Sample.peppol.changed([.remove("cbc:ID")])
        let finding = try #require(try sample.findings().first)
        #expect(finding.rule == "BR-02" && finding.element.path == "/Invoice")
    }

    /// A part is held against the rules that are asked of what is there.
    @Test func aFragmentCanBeJudged() throws {
        let totals = """
            <Invoice><LegalMonetaryTotal><LineExtensionAmount>1.00</LineExtensionAmount>\
            <TaxExclusiveAmount>2.00</TaxExclusiveAmount><TaxInclusiveAmount>2.00\
            </TaxInclusiveAmount><PayableAmount>2.005</PayableAmount></LegalMonetaryTotal></Invoice>
            """
        let rules = Set(try Sample(text: totals).findings([.en16931]).map(\.rule))
        #expect(rules.isSuperset(of: ["BR-CO-10", "BR-CO-13", "BR-CO-16", "BR-DEC-18", "BR-16"]))
        #expect(rules.isDisjoint(with: ["BR-12", "BR-13", "BR-14", "BR-15", "BR-DEC-14"]))
        #expect(try Sample(text: "<CrossIndustryInvoice/>").findings([.facturxMinimum]).count > 5)
    }

    @Test func whatIsNoEInvoiceIsNotJudged() throws {
        let order = try XMLElement.parse(bytes: Array("<Order/>".utf8), name: "order.xml")
        #expect(RuleChecker.findings(in: order) == nil)
    }
}

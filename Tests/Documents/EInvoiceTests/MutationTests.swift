import EInvoice
import TestSupport
import Testing
import Trade
import XML

/// Sound e-invoices with one thing changed at random, the same for the same seed: the checker always
/// comes to an end, and a changed amount is always found.
@Suite struct MutationTests {
    private static let rounds = 400

    private static func samples() throws -> [Sample] {
        let stated: [Stated] = [.invoice, .creditNote, .deposit, .finalInvoice, .zeroAndExempt]
        let forms: [EInvoiceForm] = [.ubl, .cii, .xrechnungCII, .facturxBasic, .facturxMinimum]
        return try [Sample.peppol]
            + stated.flatMap { stated in try forms.map { try .written(stated, as: $0) } }
    }

    @Test func nothingThatIsMissingOrOddEndsTheChecker() throws {
        var random = SplitMix64(seed: 16931)
        let roots = try Self.samples().map { try Self.parsed($0.text) }
        var found = 0
        for round in 0..<Self.rounds {
            let root = roots[round % roots.count]
            let target = Self.elements(below: root).randomElement(using: &random)
            let damage = Mutant.Damage.allCases.randomElement(using: &random)
            guard let target, let damage else { continue }
            let text = Mutant(target: target, damage: damage).text(of: root)
            for sets in [nil, RuleSet.allCases] {
                let findings = try #require(
                    RuleChecker.findings(in: Self.parsed(text), against: sets))
                found += findings.isEmpty ? 0 : 1
            }
        }
        #expect(found > Self.rounds)
    }

    /// In UBL after Peppol every amount is held against others; EN 16931 alone leaves prices and a
    /// line's allowances to themselves.
    @Test(
        arguments: [
            (nil, EInvoiceForm.peppol, []), (Stated.invoice, .cii, ["ChargeAmount"]),
            (.creditNote, .xrechnungCII, ["ChargeAmount", "ActualAmount"]),
            (.finalInvoice, .ubl, ["PriceAmount"]),
        ] as [(Stated?, EInvoiceForm, [String])])
    func aChangedAmountIsFound(stated: Stated?, form: EInvoiceForm, free: [String]) throws {
        let sample = try stated.map { try Sample.written($0, as: form) } ?? .peppol
        let root = try Self.parsed(sample.text)
        let amounts = Self.elements(below: root).filter {
            $0.name.hasSuffix("Amount") && !free.contains($0.name)
        }
        #expect(amounts.count > 5)
        for amount in amounts {
            for damage in [Mutant.Damage.moreOfIt, .lessOfIt] {
                let text = Mutant(target: amount, damage: damage).text(of: root)
                let findings = try RuleChecker.findings(in: Self.parsed(text))
                #expect(findings?.contains { $0.severity == .fatal } ?? false, "\(amount.path)")
            }
        }
    }

    private static func parsed(_ text: String) throws -> XMLElement {
        try XMLElement.parse(bytes: Array(text.utf8), name: "mutant.xml")
    }

    private static func elements(below root: XMLElement) -> [XMLElement] {
        root.elements.flatMap { [$0] + elements(below: $0) }
    }
}

/// A document with one of its elements changed, written without namespaces.
private struct Mutant {
    enum Damage: CaseIterable {
        case gone, twice, empty, moreOfIt, lessOfIt, otherCode, longText, withoutAttributes
        case otherAttributes
    }

    let target: XMLElement
    let damage: Damage

    func text(of element: XMLElement) -> String {
        guard element == target else { return whole(element, content(element)) }
        return switch damage {
        case .gone: ""
        case .twice: whole(element, content(element)) + whole(element, content(element))
        case .empty: whole(element, "")
        case .moreOfIt: whole(element, "1" + content(element))
        case .lessOfIt: whole(element, "-" + content(element))
        case .otherCode: whole(element, "XX")
        case .longText: whole(element, String(repeating: "9", count: 300) + ".123456789012")
        case .withoutAttributes: whole(element, content(element)) { _ in nil }
        case .otherAttributes: whole(element, content(element)) { _ in "XX" }
        }
    }

    private func content(_ element: XMLElement) -> String {
        element.children.reduce(into: "") { text, child in
            switch child {
            case .element(let element): text += self.text(of: element)
            case .text(let own): text += escaped(own.string)
            }
        }
    }

    private func whole(
        _ element: XMLElement, _ content: String, attribute: (String) -> String? = { $0 }
    ) -> String {
        let attributes = element.attributes.compactMap { own in
            attribute(own.value).map { " \(own.name)=\"\(escaped($0))\"" }
        }
        return "<\(element.name)\(attributes.joined())>\(content)</\(element.name)>"
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
            "\"", with: "&#34;")
    }
}

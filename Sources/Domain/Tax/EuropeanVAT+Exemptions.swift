import Diagnostics
import Formats
import Money
import Trade

extension EuropeanVAT {
    // MARK: Not charged for where it is taxed

    /// Art. 138(1).
    func intraCommunity(_ supply: Supply, _ home: Territory) -> LineTax {
        let law = "Directive 2006/112/EC art. 138(1)"
        if isGermanAbroad(supply, home) {
            return uncharged(
                .intraCommunity, .intraCommunity, "VATEX-EU-IC", supply,
                EuropeanVAT.cited("138", supply.language), law: law)
        }
        return uncharged(.intraCommunity, supply, law)
    }

    /// Art. 146(1), or the law of a seller outside the Union.
    func export(_ item: Item, _ supply: Supply, _ home: Territory) -> LineTax {
        let own = EuropeanVAT.nationalLaws[home.authority]
        if !home.isUnion, let law = item.kind == .goods ? own?.export : own?.abroad {
            return uncharged(.export, .export, "VATEX-EU-G", supply, law)
        }
        let law = "Directive 2006/112/EC art. 146(1)"
        if isGermanAbroad(supply, home) {
            return uncharged(
                .export, .export, "VATEX-EU-G", supply, EuropeanVAT.cited("146", supply.language),
                law: law)
        }
        return uncharged(.export, supply, law)
    }

    /// The German words of the VATEX list cite Germany's law, which is not that of other sellers.
    private func isGermanAbroad(_ supply: Supply, _ home: Territory) -> Bool {
        home.authority != "DE" && supply.language.hasPrefix("de")
    }

    /// Art. 196, or art. 194.
    func reverseCharge(_ why: ReverseCharge, _ supply: Supply) -> LineTax {
        switch why {
        case .service:
            return uncharged(.reverseCharge, supply, "Directive 2006/112/EC arts. 44, 196")
        case .notEstablished:
            return uncharged(
                .reverseCharge, .reverseCharge, "VATEX-EU-AE", supply,
                EuropeanVAT.cited("194", supply.language),
                law: "Directive 2006/112/EC art. 194")
        }
    }

    /// Art. 44: a service to a business outside the Union, or the same by another law.
    func outsideScope(_ supply: Supply, _ home: Territory) -> LineTax {
        guard !home.isUnion, let law = EuropeanVAT.nationalLaws[home.authority]?.abroad else {
            return uncharged(.outsideScope, supply, "Directive 2006/112/EC art. 44")
        }
        return uncharged(.outsideScope, .outsideScope, "VATEX-EU-O", supply, law)
    }

    /// Arts. 199 and 199a: the customer owes the tax of the seller's own country.
    func domesticReverseCharge(
        _ item: Item, _ supply: Supply, _ home: Territory, _ findings: Findings
    ) -> LineTax? {
        let own = EuropeanVAT.nationalLaws[home.authority]?.reverseCharge
        guard home.isUnion || own != nil else {
            findings.add(
                Diagnostic(
                    code: "no-reverse-charge",
                    "\(item.id): the tax of \(home.rates) is not known to fall on the customer",
                    at: item.node.location(of: "reverseCharge"), found: "\"reverseCharge\": true",
                    hint: "leave the key out if the seller owes the tax"))
            return nil
        }
        let directive = home.isUnion ? "Directive 2006/112/EC art. 199" : nil
        return uncharged(
            .reverseCharge, .reverseCharge, "VATEX-EU-AE", supply,
            own ?? EuropeanVAT.cited("199", supply.language),
            law: [directive, own].compactMap { $0 }.joined(separator: "; "))
    }

    private func uncharged(_ category: TaxCategory, _ supply: Supply, _ law: String) -> LineTax {
        LineTax(
            category: category, rate: .zero, heads: [.vat], isCharged: false,
            exemption: Exemption.european(category, language: supply.language), law: law)
    }

    /// - Parameter cited: the law as the document names it; the explanation names it so too, unless
    ///   `law` is given.
    private func uncharged(
        _ category: TaxCategory, _ topic: Topic, _ code: String, _ supply: Supply,
        _ cited: String, law: String? = nil
    ) -> LineTax {
        let words = EuropeanVAT.words(topic, supply.language)
        return LineTax(
            category: category, rate: .zero, heads: [.vat], isCharged: false,
            exemption: Exemption(code: code, reason: "\(words) (\(cited))"), law: law ?? cited)
    }

    // MARK: Stated reasons

    /// An item of the class `exempt`: category E, or O where its code says that it is no supply.
    func exempt(_ item: Item, _ supply: Supply, _ findings: Findings) -> LineTax? {
        if item.exemption == nil, item.exemptionReason == nil {
            findings.add(missingReason(item))
            return nil
        }
        return exempt(
            item.exemption, item.exemptionReason, [.exempt, .outsideScope], supply,
            item.node.location(of: "exemption"), findings)
    }

    /// A customer that is exempt for what it is, such as an embassy (art. 151).
    func exempt(_ stated: StatedExemption, _ supply: Supply, _ findings: Findings) -> LineTax? {
        exempt(
            stated.code, stated.reason, [.exempt], supply,
            supply.customer.node.location(of: "exemption"), findings)
    }

    private func exempt(
        _ code: String?, _ reason: String?, _ categories: [TaxCategory], _ supply: Supply,
        _ location: SourceLocation, _ findings: Findings
    ) -> LineTax? {
        if let code, let fault = fault(ofCode: code, categories, location) {
            findings.add(fault)
            return nil
        }
        let listed = code.flatMap { Exemption.vatex($0, language: supply.language) }
        guard let words = reason ?? listed?.reason else { return nil }
        let category = code.flatMap { Exemption.category(ofCode: $0) } ?? .exempt
        return LineTax(
            category: category, rate: .zero, heads: [.vat], isCharged: false,
            exemption: Exemption(code: code, reason: words),
            law: category == .outsideScope
                ? "Directive 2006/112/EC art. 2(1)" : law(ofCode: code) ?? words)
    }

    /// The article that the list's English words cite: in parentheses, or as the whole of them.
    private func law(ofCode code: String?) -> String? {
        guard let code, let words = Exemption.vatex(code, language: "en")?.reason else {
            return nil
        }
        guard words.hasSuffix(")"), let open = words.firstRange(of: " (Art. ") else { return words }
        return String(words[words.index(open.lowerBound, offsetBy: 2)...].dropLast())
    }

    // MARK: Findings

    func missingReason(_ item: Item) -> Diagnostic {
        Diagnostic(
            code: "missing-exemption-reason",
            "\(item.id) is exempt and says neither by which rule nor why",
            at: item.node.location,
            expected: "\"exemption\": a VATEX code, or \"exemptionReason\": words for the document",
            hint: "\"exemption\": \"VATEX-EU-132-1I\" for teaching, for example")
    }

    /// What is wrong with a VATEX code, where it has to go with one of some categories.
    func fault(
        ofCode code: String, _ categories: [TaxCategory], _ location: SourceLocation
    ) -> Diagnostic? {
        guard let category = Exemption.category(ofCode: code) else {
            return Diagnostic(
                code: "unknown-exemption-code", "the VATEX list has no such code", at: location,
                found: code, expected: "a code such as VATEX-EU-132-1I",
                hint: nearest(to: code, among: Exemption.codes).map { "did you mean \"\($0)\"?" })
        }
        if categories.contains(category) { return nil }
        return Diagnostic(
            code: "unknown-exemption-code",
            "this code belongs to category \(category.rawValue), not to what is exempt by its nature",
            at: location, found: code, expected: "a code of category E such as VATEX-EU-132-1I",
            hint: "the program finds exports, supplies to other states and reverse charge by itself"
        )
    }

    func foreignRegistration(
        _ item: Item, _ supply: Supply, _ country: String, _ location: SourceLocation
    ) -> Diagnostic {
        let law = article(of: item.supplyPlace, to: supply.customer)
        let isUnion = Territory(country: country, postcode: nil, item.kind).isUnion
        let own = "bill it under a registration in \(country), as a company of its own"
        let hint =
            if !isUnion {
                "\(own) with regime \"plain\" and the rates of \(country)"
            } else if supply.customer.category != .consumer {
                "a customer with a VAT identifier of \(country) owes the tax itself; otherwise \(own)"
            } else if item.kind == .service {
                "\"oneStopShop\": true, if the company declares such services there; otherwise \(own)"
            } else {
                own
            }
        return Diagnostic(
            code: "foreign-registration-needed",
            "\(item.id) is taxed in \(country) (Directive 2006/112/EC \(law)), where the seller "
                + "needs a registration",
            at: location, found: "site in \(country)", hint: hint)
    }

    func missingSite(_ item: Item, _ supply: Supply, _ location: SourceLocation) -> Diagnostic {
        let law = article(of: item.supplyPlace, to: supply.customer)
        let isInSpain = supply.site != nil
        return Diagnostic(
            code: "missing-site",
            "\(item.id) is taxed where its site is (Directive 2006/112/EC \(law)), and the order "
                + (isInSpain ? "does not say in which part of Spain" : "names none"),
            at: location,
            expected: isInSpain
                ? #""state" in "site": GC, TF (Canary Islands), CE, ML, or MD for the mainland"#
                : "\"site\": {\"country\": \"\(supply.company.address.country)\"} in the order")
    }
}

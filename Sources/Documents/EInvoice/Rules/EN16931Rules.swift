/// The business rules of EN 16931-1, as the validation artefacts 1.3.16 ask them of both syntaxes.
enum EN16931Rules {
    static let all =
        document + parties + payment + adjustments + breakdown + totals + lines
        + VATCategoryRules.all

    /// What an invoice says of itself and when it was.
    private static let document: [Rule] = [
        .filled("BR-01", .invoice, .bt24, "An invoice names the specification it follows"),
        .filled("BR-02", .invoice, .bt1, "An invoice has a number"),
        .filled("BR-03", .invoice, .bt2, "An invoice has a date of issue"),
        .filled("BR-04", .invoice, .bt3, "An invoice has a type code"),
        .filled("BR-05", .invoice, .bt5, "An invoice names its currency"),
        Rule("BR-06", .invoice, .bt27, words: "An invoice names its seller") { _, facts in
            facts.seller?.isFilled(.bt27) ?? false
        },
        Rule("BR-07", .invoice, .bt44, words: "An invoice names its buyer") { _, facts in
            facts.buyer?.isFilled(.bt44) ?? false
        },
        Rule("BR-08", .invoice, words: "An invoice has the seller's postal address (BG-5)") {
            _, facts in
            facts.seller?.first(.bg5) != nil
        },
        Rule("BR-10", .invoice, words: "An invoice has the buyer's postal address (BG-8)") {
            _, facts in
            facts.buyer?.first(.bg8) != nil
        },
        Rule("BR-16", .invoice, words: "An invoice has at least one line (BG-25)") { _, facts in
            !facts.lines.isEmpty
        },
        Rule(
            "BR-CO-03", .invoice, .bt7, .bt8,
            words: "The day the VAT is due and the code for that day do not stand together"
        ) { invoice, _ in
            !invoice.has(.bt7) || !(invoice.has(.bt8) || invoice.first(.bg14)?.has(.bt8) == true)
        },
        .period("BR-29", .bg14, .bt73, .bt74),
        Rule(
            "BR-CO-19", .bg14, .bt73, .bt74,
            words: "An invoicing period has a start, an end or both"
        ) { period, _ in period.has(.bt73, .bt74, .bt8) },
        .present("BR-55", .bg3, .bt25, "A preceding invoice is named by its number"),
        .filled("BR-52", .bg24, .bt122, "A supporting document has a reference"),
        Rule("BR-52", .invoice, .bt18, words: "The object of the invoice has an identifier") {
            invoice, _ in invoice.all(.bt18).allSatisfy { !$0.text.isEmpty }
        },
    ]

    /// Who sells, buys, is paid, and stands in for the seller.
    private static let parties: [Rule] = [
        Rule("BR-09", .invoice, .bt40, words: "The seller's address has a country") { _, facts in
            facts.hasCountry(facts.seller?.first(.bg5), .bt40)
        },
        Rule("BR-11", .invoice, .bt55, words: "The buyer's address has a country") { _, facts in
            facts.hasCountry(facts.buyer?.first(.bg8), .bt55)
        },
        Rule(
            "BR-17", .bg10, .bt59,
            words: "A payee has a name and is not the seller"
        ) { payee, facts in
            guard payee.has(.bt59) else { return false }
            let name: Term = facts.syntax == .ubl ? .bt28 : .bt27
            let isSeller = [(Term.bt59, name), (.bt60, .bt29)].contains { own, other in
                let known = facts.seller?.all(other).map(\.text) ?? []
                return payee.all(own).contains { known.contains($0.text) }
            }
            return !isSeller
        },
        .filled("BR-18", .bg11, .bt62, "A seller's tax representative has a name"),
        Rule(
            "BR-19", .bg11, words: "A seller's tax representative has an address (BG-12)"
        ) { party, _ in party.first(.bg12) != nil },
        .filled("BR-20", .bg12, .bt69, "The tax representative's address has a country"),
        .present("BR-56", .bg11, .bt63, "A seller's tax representative has a VAT identifier"),
        .present("BR-57", .bg15, .bt80, "A deliver-to address has a country"),
        Rule(
            "BR-62", .bg4, .bt34, words: "The seller's electronic address has a scheme"
        ) { party, facts in
            !party.hasAddress(.bt34) || facts.isNamed(party.first(.bt34part1)?.text)
        },
        Rule(
            "BR-63", .bg7, .bt49, words: "The buyer's electronic address has a scheme"
        ) { party, facts in
            !party.hasAddress(.bt49) || facts.isNamed(party.first(.bt49part1)?.text)
        },
        Rule(
            "BR-CO-26", .bg4, .bt29, .bt30, .bt31,
            words: "The seller has an identifier, a legal registration or a VAT identifier"
        ) { party, _ in party.has(.bt29, .bt30, .bt31) },
        countryPrefix(.bg4, .bt31), countryPrefix(.bg7, .bt48), countryPrefix(.bg11, .bt63),
    ]

    private static func countryPrefix(_ group: Group, _ term: Term) -> Rule {
        Rule(
            "BR-CO-09", group, term,
            words: "A VAT identifier begins with the code of its country, or EL for Greece"
        ) { party, _ in
            party.all(term).allSatisfy {
                let prefix = String($0.text.prefix(2))
                return prefix == "EL" || CodeList.countries.contains(prefix)
            }
        }
    }

    private static let payment: [Rule] = [
        .present("BR-49", .bg16, .bt81, "A means of payment has its code"),
        Rule(
            "BR-50", .bg16, .bt84,
            words: "The account of a credit transfer is named"
        ) { means, _ in
            !means.isCreditTransfer || means.all(.bg17).allSatisfy { $0.isFilled(.bt84) }
        },
        Rule(
            "BR-51", .bg18, .bt87, severity: .warning,
            words: "Of a card's number only the first six and last four digits are shown"
        ) { card, _ in card.all(.bt87).allSatisfy { $0.text.count <= 10 } },
        Rule(
            "BR-61", .bg16, .bt81, .bt84,
            words: "A credit transfer says the account to pay to"
        ) { means, facts in
            // CII has a rule of its own for a transfer without an account: CII-SR-470.
            let isAsked = facts.syntax == .ubl || means.first(.bg17) != nil
            return !means.isCreditTransfer || !isAsked
                || means.all(.bg17).contains { $0.has(.bt84) }
        },
    ]

    private static let adjustments: [Rule] = [
        .present("BR-31", .bg20, .bt92, "A document allowance has an amount"),
        .present("BR-32", .bg20, .bt95, "A document allowance has a VAT category"),
        reason("BR-33", .bg20, .bt97, .bt98), reason("BR-CO-21", .bg20, .bt97, .bt98),
        .twoDecimals("BR-DEC-01", .bg20, .bt92), .twoDecimals("BR-DEC-02", .bg20, .bt93),
        .present("BR-36", .bg21, .bt99, "A document charge has an amount"),
        .present("BR-37", .bg21, .bt102, "A document charge has a VAT category"),
        reason("BR-38", .bg21, .bt104, .bt105), reason("BR-CO-22", .bg21, .bt104, .bt105),
        .twoDecimals("BR-DEC-05", .bg21, .bt99), .twoDecimals("BR-DEC-06", .bg21, .bt100),
        .present("BR-41", .bg27, .bt136, "A line allowance has an amount"),
        reason("BR-42", .bg27, .bt139, .bt140), reason("BR-CO-23", .bg27, .bt139, .bt140),
        .twoDecimals("BR-DEC-24", .bg27, .bt136), .twoDecimals("BR-DEC-25", .bg27, .bt137),
        .present("BR-43", .bg28, .bt141, "A line charge has an amount"),
        reason("BR-44", .bg28, .bt144, .bt145), reason("BR-CO-24", .bg28, .bt144, .bt145),
        .twoDecimals("BR-DEC-27", .bg28, .bt141), .twoDecimals("BR-DEC-28", .bg28, .bt142),
    ]

    private static func reason(_ id: String, _ group: Group, _ text: Term, _ code: Term) -> Rule {
        .either(id, group, text, code, "An allowance or charge has a reason, in words or as a code")
    }

    private static let lines: [Rule] = [
        .filled("BR-21", .bg25, .bt126, "A line has an identifier"),
        .present("BR-22", .bg25, .bt129, "A line has a quantity"),
        .present("BR-23", .bg25, .bt130, "A line's quantity has a unit"),
        .present("BR-24", .bg25, .bt131, "A line has a net amount"),
        .filled("BR-25", .bg25, .bt153, "A line's item has a name"),
        .present("BR-26", .bg25, .bt146, "A line has a net price"),
        Rule("BR-27", .bg25, .bt146, words: "A net price is not negative") { line, _ in
            line.amount(.bt146).map { !$0.isNegative } ?? false
        },
        Rule("BR-28", .bg25, .bt148, words: "A gross price is not negative") { line, _ in
            !line.has(.bt148) || line.amount(.bt148).map { !$0.isNegative } ?? false
        },
        .present("BR-CO-04", .bg25, .bt151, "A line has a VAT category"),
        .twoDecimals("BR-DEC-23", .bg25, .bt131),
        .period("BR-30", .bg26, .bt134, .bt135),
        .either("BR-CO-20", .bg26, .bt134, .bt135, "A line's period has a start, an end or both"),
        Rule(
            "BR-54", .bg32, .bt160, .bt161,
            words: "An item's attribute has a name and a value"
        ) { attribute, _ in attribute.has(.bt160) && attribute.has(.bt161) },
        Rule(
            "BR-64", .bg25, .bt157, words: "An item's standard identifier has a scheme"
        ) { line, facts in
            line.all(.bt157).allSatisfy { facts.isNamed($0.attribute("schemeID")) }
        },
        Rule(
            "BR-65", .bg25, .bt158, words: "An item's classification names its list"
        ) { line, facts in line.all(.bt158).allSatisfy { facts.isNamed($0.attribute("listID")) } },
    ]
}

extension InvoiceFacts {
    /// Whether a scheme is there; CII's official tests ask that it is not empty either.
    fileprivate func isNamed(_ scheme: String?) -> Bool {
        scheme.map { syntax == .ubl || !$0.isEmpty } ?? false
    }

    /// Whether an address has a country. Where there is no address, CII's official test says no and
    /// UBL's says nothing.
    fileprivate func hasCountry(_ address: TermTree?, _ country: Term) -> Bool {
        address?.isFilled(country) ?? (syntax == .ubl)
    }
}

extension TermTree {
    /// Whether a party has an electronic address, or in CII the element around one.
    fileprivate func hasAddress(_ term: Term) -> Bool {
        has(term) || element.first("URIUniversalCommunication") != nil
    }

    /// Whether a means of payment (BG-16) is a credit transfer, SEPA or other.
    fileprivate var isCreditTransfer: Bool { ["30", "58"].contains(text(.bt81)) }
}

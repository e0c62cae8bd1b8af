/// A list of codes that EN 16931 takes a term's values from.
struct CodeList: Sendable {
    /// Who keeps it and what it is called.
    let name: String
    private let codes: Set<String>

    init(_ name: String, _ codes: String) {
        self.name = name
        self.codes = Set(codes.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    init(_ name: String, _ lists: CodeList...) {
        self.name = name
        codes = lists.reduce(into: []) { $0.formUnion($1.codes) }
    }

    func contains(_ code: String) -> Bool { codes.contains(code) }
}

/// The rules BR-CL, and PEPPOL-EN16931-CL: each value of a term, or of its attribute, is a code of a
/// list.
struct CodeRule: Sendable {
    let id: String
    let list: CodeList
    /// The attribute that has the code; `nil` where the term itself is one.
    let attribute: String?
    /// Whether a value may lack the attribute.
    let isOptional: Bool

    /// The rules of each term.
    static func all(_ syntax: Syntax, isCreditNote: Bool) -> [Term: [CodeRule]] {
        switch (syntax, isCreditNote) {
        case (.ubl, false): ublInvoice
        case (.ubl, true): ublCreditNote
        case (.cii, _): cii
        }
    }

    private static let ublInvoice = table(.invoiceTypes, .taxPoints)
    private static let ublCreditNote = table(.creditNoteTypes, .taxPoints)
    private static let cii = table(
        CodeList("UNTDID 1001", .invoiceTypes, .creditNoteTypes), .dueDateTypes, isCII: true)

    /// Peppol's, of which only the list of address schemes (CL008) is shorter than EN 16931's. CII has no
    /// codes of UNTDID 2005 (CL006), and a currency at its totals of VAT only (CL007).
    static func peppol(_ syntax: Syntax) -> [Term: [CodeRule]] {
        syntax == .ubl ? peppolUBL : peppolCII
    }

    private static let peppolUBL = peppol(
        taxPoints: [.bt8], currencies: amounts + [.bt110, .bt111], mayLackCurrency: false)
    private static let peppolCII = peppol(
        taxPoints: [], currencies: [.bt110, .bt111], mayLackCurrency: true)

    private static func peppol(
        taxPoints: [Term], currencies: [Term], mayLackCurrency: Bool
    ) -> [Term: [CodeRule]] {
        let rules: [(number: String, list: CodeList, attribute: String?, terms: [Term])] = [
            ("CL001", .attachmentTypes, nil, [.bt125part1]),
            ("CL002", .allowanceReasons, nil, [.bt98, .bt140]),
            ("CL003", .chargeReasons, nil, [.bt105, .bt145]),
            ("CL006", .taxPoints, nil, taxPoints),
            ("CL007", .currencies, "currencyID", currencies),
            ("CL008", .peppolAddressSchemes, nil, [.bt34part1, .bt49part1]),
        ]
        var table: [Term: [CodeRule]] = [:]
        for rule in rules {
            let code = CodeRule(
                id: "PEPPOL-EN16931-\(rule.number)", list: rule.list, attribute: rule.attribute,
                isOptional: mayLackCurrency)
            for term in rule.terms { table[term, default: []].append(code) }
        }
        return table
    }

    /// The amounts of UBL, each with its currency.
    private static let amounts: [Term] = [
        .bt92, .bt93, .bt99, .bt100, .bt106, .bt107, .bt108, .bt109, .bt112, .bt113, .bt114, .bt115,
        .bt116, .bt117, .bt131, .bt136, .bt137, .bt141, .bt142, .bt146, .bt147, .bt148,
    ]

    /// BR-CL-17 and 18 of UBL are in ``SyntaxRules``, since they ask categories of any tax.
    private static func table(
        _ types: CodeList, _ taxPoints: CodeList, isCII: Bool = false
    ) -> [Term: [CodeRule]] {
        var table: [Term: [CodeRule]] = [:]
        func add(_ id: String, _ list: CodeList, _ terms: Term..., attribute: String? = nil) {
            add(id, list, terms, attribute: attribute)
        }
        func add(_ id: String, _ list: CodeList, _ terms: [Term], attribute: String? = nil) {
            for term in terms {
                table[term, default: []].append(
                    CodeRule(id: id, list: list, attribute: attribute, isOptional: isCII))
            }
        }
        add("BR-CL-01", types, .bt3)
        add("BR-CL-03", .currencies, .bt110, attribute: "currencyID")
        add("BR-CL-04", .currencies, .bt5)
        add("BR-CL-05", .currencies, .bt6)
        add("BR-CL-06", taxPoints, .bt8)
        add("BR-CL-07", .references, .bt18part1, .bt128part1)
        add("BR-CL-08", .noteSubjects, .bt21)
        add("BR-CL-10", .identifierSchemes, .bt29part1, .bt46part1, .bt60part1)
        add("BR-CL-11", .identifierSchemes, .bt30part1, .bt47part1, .bt61part1)
        add("BR-CL-13", .itemClassifications, .bt158part1)
        add("BR-CL-14", .countries, .bt40, .bt55, .bt69, .bt80)
        add("BR-CL-15", .countries, .bt159)
        add("BR-CL-16", .paymentMeans, .bt81)
        if !isCII {
            add("BR-CL-03", .currencies, amounts, attribute: "currencyID")
        } else {
            add("BR-CL-17", .vatCategories, .bt95, .bt102)
            add("BR-CL-18", .vatCategories, .bt118, .bt151)
        }
        add("BR-CL-19", .allowanceReasons, .bt98, .bt140)
        add("BR-CL-20", .chargeReasons, .bt105, .bt145)
        add("BR-CL-21", .identifierSchemes, .bt157part1)
        add("BR-CL-22", .exemptionReasons, .bt121)
        add("BR-CL-23", .units, .bt130, .bt150)
        add("BR-CL-24", .attachmentTypes, .bt125part1)
        add("BR-CL-25", .addressSchemes, .bt34part1, .bt49part1)
        add("BR-CL-26", .identifierSchemes, .bt71part1)
        return table
    }

    /// The code that is not in the list, if the value has one.
    func refused(_ value: TermTree.Value) -> String? {
        // UBL's amounts have a currency each; where one lacks it, it is refused as an empty code.
        if let attribute, isOptional, value.attribute(attribute) == nil { return nil }
        let code = attribute.map { value.attribute($0) ?? "" } ?? value.text
        // VATEX codes count alike in either case.
        let known = value.term == .bt121 ? code.uppercased() : code
        return list.contains(known) ? nil : code
    }
}

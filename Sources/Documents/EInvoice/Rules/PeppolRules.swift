import Money
internal import Trade

/// Peppol BIS Billing 3.0, the rules PEPPOL-EN16931 that are about terms, and of the national rules
/// Germany's.
enum PeppolRules {
    static let all = document + adjustments + lines + categories + german

    private static func id(_ number: String) -> String { "PEPPOL-EN16931-\(number)" }

    private static let document: [Rule] = [
        Rule(id("R001"), .invoice, .bt23, words: "The business process is named") { invoice, _ in
            invoice.has(.bt23)
        },
        Rule(
            id("R007"), .invoice, .bt23,
            words: "The business process is urn:fdc:peppol.eu:2017:poacc:billing:NN:1.0"
        ) { invoice, _ in isProcess(invoice.text(.bt23) ?? "") },
        Rule(
            id("R002"), .invoice, .bt22,
            words: "A document has one note, but between parties in Germany"
        ) { invoice, facts in invoice.all(.bg1).count <= 1 || facts.isGerman },
        Rule(
            id("R003"), .invoice, .bt10, .bt13,
            words: "The buyer's reference or order number is stated"
        ) { invoice, _ in invoice.has(.bt10, .bt13) },
        Rule(
            id("R004"), .invoice, .bt24,
            words: "The specification is Peppol BIS Billing 3.0"
        ) { invoice, _ in
            invoice.text(.bt24)?.hasPrefix(
                "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0")
                ?? false
        },
        Rule(
            id("R005"), .invoice, .bt6, .bt5,
            words: "The currency for accounting is another than the invoice's"
        ) { invoice, _ in !invoice.has(.bt6) || invoice.text(.bt6) != invoice.text(.bt5) },
        .present(id("R010"), .bg7, .bt49, "The buyer has an electronic address"),
        .present(id("R020"), .bg4, .bt34, "The seller has an electronic address"),
        Rule(
            id("R055"), .invoice, .bt110,
            words: "The VAT has the same sign in both currencies"
        ) { invoice, facts in
            guard let accounting = invoice.text(.bt6), let currency = facts.currency else {
                return true
            }
            let amounts = [accounting, currency].compactMap { code in
                facts.taxTotals(in: code).first.flatMap { Decimal(xml: $0.text) }
            }
            return amounts.count == 2
                && (amounts.allSatisfy { $0 <= .zero } || amounts.allSatisfy { $0 >= .zero })
        },
        Rule(
            id("R061"), .bg16, .bt89, .bt81, words: "A direct debit names its mandate"
        ) { means, facts in
            // CII has the mandate beside the payment terms.
            !["49", "59"].contains(means.text(.bt81)) || means.first(.bg19)?.has(.bt89) ?? false
                || facts.syntax == .cii && facts.invoice.has(.bt89)
        },
        type("P0100", "Invoice", PeppolCodes.invoiceTypes),
        type("P0101", "CreditNote", PeppolCodes.creditNoteTypes),
        Rule(
            id("P0112"), .invoice, .bt3,
            words: "Partial (326) and corrected invoices (384) are for parties in Germany"
        ) { invoice, facts in
            !["326", "384"].contains(invoice.text(.bt3) ?? "") || facts.isGerman
        },
    ]

    private static func type(_ number: String, _ root: String, _ codes: Set<String>) -> Rule {
        Rule(
            id(number), .invoice, .bt3, words: "The type code is one that process 01 knows"
        ) { invoice, _ in
            let isAsked =
                invoice.element.name == root
                && invoice.text(.bt23) == "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
            return !isAsked || codes.contains(invoice.text(.bt3) ?? "")
        }
    }

    /// Whether a text is `urn:fdc:peppol.eu:2017:poacc:billing:NN:1.0`.
    private static func isProcess(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 8 && text.hasPrefix("urn:fdc:peppol.eu:2017:poacc:billing:")
            && parts[6].count == 2 && parts[6].allSatisfy(\.isNumber) && parts[7] == "1.0"
    }

    private static let adjustments: [Rule] = [
        (Group.bg20, Term.bt92, Term.bt93, Term.bt94), (.bg21, .bt99, .bt100, .bt101),
        (.bg27, .bt136, .bt137, .bt138), (.bg28, .bt141, .bt142, .bt143),
    ].flatMap { group, amount, base, percent in
        [
            Rule(
                id: id("R040"), severity: .fatal, group: group, terms: [amount, base, percent],
                words: "An allowance or charge is its base amount at its percentage"
            ) { part, _ in
                guard part.has(base), part.has(percent) else { return .holds }
                guard let stated = part.amount(amount), let base = part.amount(base),
                    let percent = part.amount(percent),
                    let exact = try? base.scaled(by: percent, over: Decimal(100), .towardZero)
                else { return .broken }
                return isClose(stated, exact) ? .holds : .expected(exact.cents)
            },
            Rule(
                id("R041"), group, percent,
                words: "An allowance or charge with a percentage has a base amount"
            ) { part, _ in !part.has(percent) || part.has(base) },
            Rule(
                id("R042"), group, base,
                words: "An allowance or charge with a base amount has a percentage"
            ) { part, _ in !part.has(base) || part.has(percent) },
        ]
    }

    /// Within the slack of 0.02 that Peppol leaves.
    private static func isClose(_ one: Decimal, _ other: Decimal) -> Bool {
        guard let gap = try? one - other else { return false }
        return gap.magnitude <= Decimal(billionths: 20_000_000)
    }

    private static let lines: [Rule] = [
        Rule(
            id("R046"), .bg25, .bt146, .bt148, .bt147,
            words: "The net price is the gross price less its discount"
        ) { line, _ in
            guard line.has(.bt148) else { return true }
            guard let gross = line.amount(.bt148), let discount = line.amount(.bt147) else {
                return !line.has(.bt147)
            }
            return (try? gross - discount) == line.amount(.bt146)
        },
        Rule(
            id("R110"), .bg25, .bt134,
            words: "A line's period starts within the invoicing period"
        ) { line, facts in
            guard let start = facts.period?.text(.bt73) else { return true }
            return line.first(.bg26)?.text(.bt134).map { $0 >= start } ?? true
        },
        Rule(
            id("R111"), .bg25, .bt135, words: "A line's period ends within the invoicing period"
        ) { line, facts in
            guard let end = facts.period?.text(.bt74) else { return true }
            return line.first(.bg26)?.text(.bt135).map { $0 <= end } ?? true
        },
        Rule(
            id: id("R120"), severity: .fatal, group: .bg25,
            terms: [.bt131, .bt129, .bt146, .bt149],
            words: "A line's net amount is quantity × price ÷ base quantity, less allowances and "
                + "plus charges"
        ) { line, _ in
            guard let exact = netAmount(line) else { return .broken }
            return isClose(line.amount(.bt131) ?? .zero, exact) ? .holds : .expected(exact.cents)
        },
        Rule(id("R121"), .bg25, .bt149, words: "A base quantity is above zero") { line, _ in
            !line.has(.bt149) || line.amount(.bt149).map { $0 > .zero } ?? false
        },
        Rule(
            id("R130"), .bg25, .bt150, .bt130,
            words: "A base quantity has the unit of the line's quantity"
        ) { line, _ in
            !line.has(.bt150) || !line.has(.bt129) || line.text(.bt150) == line.text(.bt130)
        },
    ]

    private static func netAmount(_ line: TermTree) -> Decimal? {
        let quantity = line.has(.bt129) ? line.amount(.bt129) : Decimal(1)
        let price = line.has(.bt146) ? line.amount(.bt146) : .zero
        let base = line.amount(.bt149).flatMap { $0.isZero ? nil : $0 } ?? Decimal(1)
        guard let quantity, let price,
            let allowances = sum(line.all(.bg27).map { $0.amount(.bt136) }),
            let charges = sum(line.all(.bg28).map { $0.amount(.bt141) }),
            let gross = try? quantity.scaled(by: price, over: base, .towardZero)
        else { return nil }
        return sum([gross, charges, -allowances])
    }

    /// P0104 to P0111: a reason's code goes with its category.
    private static let categories: [Rule] = [
        ("P0104", "VATEX-EU-G", "G"), ("P0105", "VATEX-EU-O", "O"), ("P0106", "VATEX-EU-IC", "K"),
        ("P0107", "VATEX-EU-AE", "AE"), ("P0108", "VATEX-EU-D", "E"), ("P0109", "VATEX-EU-F", "E"),
        ("P0110", "VATEX-EU-I", "E"), ("P0111", "VATEX-EU-J", "E"),
    ].map { number, code, category in
        Rule(
            id(number), .bg23, .bt118, .bt121,
            words: "The reason \(code) stands in category \(category)"
        ) { part, _ in
            part.text(.bt121)?.uppercased() != code || part.text(.bt118) == category
        }
    }
}

private enum PeppolCodes {
    static let invoiceTypes = Set(
        """
        71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875
        876 877
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
    static let creditNoteTypes: Set = ["381", "396", "81", "83", "532"]
}

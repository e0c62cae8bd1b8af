internal import Trade

/// Germany's XRechnung 3.0: the rules BR-DE, in both syntaxes. Those of its extension (BR-DEX) and of
/// clean vehicles (BR-DE-CVD) are not among them.
enum XRechnungRules {
    static let all = document + parties + payment + attachments

    /// The rules of Peppol that KoSIT asks too, since edition 2.0 of its artefacts.
    static let idsOfPeppol = Set(
        """
        R001 R005 R008 R010 R020 R040 R041 R042 R043 R044 R046 R053 R054 R055 R061 R101 R110 R111 R120
        R121 R130
        """.split { $0 == " " || $0 == "\n" }.map { "PEPPOL-EN16931-\($0)" })

    /// Those of them that are about terms. A line's net amount is judged in UBL only.
    static let ofPeppol = PeppolRules.all.filter { idsOfPeppol.contains($0.id) }.map { rule in
        rule.id.hasSuffix("R120") ? rule.asked(as: rule.id) { $0.syntax == .ubl } : rule
    }

    private static let document: [Rule] = [
        Rule("BR-DE-1", .invoice, words: "Payment instructions (BG-16) are given") { invoice, _ in
            invoice.first(.bg16) != nil
        },
        .filled("BR-DE-14", .bg23, .bt119, "A part of the VAT breakdown has a rate"),
        .filled("BR-DE-15", .invoice, .bt10, "The buyer's reference (Leitweg-ID) is stated"),
        Rule(
            "BR-DE-16", .invoice, .bt31, .bt32,
            words: "With VAT category S, Z, E, AE, K, G, L or M the seller has a tax number or a "
                + "tax representative"
        ) { _, facts in
            let isTaxed = ["S", "Z", "E", "AE", "K", "G", "L", "M"].contains(where: facts.uses)
            let seller = facts.seller
            return !isTaxed || facts.representative != nil
                || seller?.isFilled(.bt31) ?? false || seller?.isFilled(.bt32) ?? false
        },
        Rule(
            "BR-DE-17", .invoice, .bt3, severity: .warning,
            words: "The type code is 326, 380, 381, 384, 389, 875, 876 or 877"
        ) { invoice, _ in
            ["326", "380", "381", "384", "389", "875", "876", "877"].contains(invoice.text(.bt3))
        },
        Rule(
            "BR-DE-18", .invoice, .bt20,
            words: "A cash discount is a line #SKONTO#TAGE=n#PROZENT=n.nn# with a line feed"
        ) { invoice, _ in invoice.all(.bt20).first.map { CashDiscount.fits($0.raw) } ?? true },
        Rule(
            "BR-DE-21", .invoice, .bt24, severity: .warning,
            words: "The specification is XRechnung 3.0"
        ) { invoice, _ in
            let specification = EInvoiceForm.xrechnung.specification
            return invoice.text(.bt24).map {
                $0 == specification || $0.hasPrefix(specification + "#")
            } ?? false
        },
        Rule(
            "BR-DE-26", .invoice, .bt3, severity: .warning,
            words: "A correction (384) names the invoice that it corrects (BG-3)"
        ) { invoice, _ in invoice.text(.bt3) != "384" || invoice.first(.bg3) != nil },
        Rule(
            "BR-DE-TMP-32", .invoice, .bt72, severity: .information,
            words: "The day or period of the supply is stated, for all lines or for each"
        ) { invoice, facts in
            invoice.first(.bg13)?.has(.bt72) ?? false || invoice.first(.bg14) != nil
                || facts.lines.allSatisfy { $0.first(.bg26) != nil }
        },
    ]

    private static let parties: [Rule] = [
        Rule("BR-DE-2", .bg4, words: "The seller has a contact (BG-6)") { seller, _ in
            seller.first(.bg6) != nil
        },
        .filled("BR-DE-3", .bg5, .bt37, "The seller's address has a city"),
        .filled("BR-DE-4", .bg5, .bt38, "The seller's address has a post code"),
        .filled("BR-DE-5", .bg6, .bt41, "The seller's contact has a name"),
        .filled("BR-DE-6", .bg6, .bt42, "The seller's contact has a phone number"),
        .filled("BR-DE-7", .bg6, .bt43, "The seller's contact has an e-mail address"),
        .filled("BR-DE-8", .bg8, .bt52, "The buyer's address has a city"),
        .filled("BR-DE-9", .bg8, .bt53, "The buyer's address has a post code"),
        .filled("BR-DE-10", .bg15, .bt77, "A deliver-to address has a city"),
        .filled("BR-DE-11", .bg15, .bt78, "A deliver-to address has a post code"),
        Rule(
            "BR-DE-27", .bg6, .bt42, severity: .warning,
            words: "A phone number has three digits or more"
        ) { contact, _ in contact.text(.bt42)?.utf8.count { (48...57).contains($0) } ?? 0 >= 3 },
        Rule(
            "BR-DE-28", .bg6, .bt43, severity: .warning,
            words: "An e-mail address has one @ between a name and a domain"
        ) { contact, _ in contact.text(.bt43).map(isEMail) ?? false },
    ]

    private static let payment: [Rule] =
        [
            Rule(
                "BR-DE-19", .bg16, .bt84, .bt81, severity: .warning,
                words: "The account of a SEPA transfer (58) is an IBAN"
            ) { means, _ in
                means.text(.bt81) != "58" || isIBAN(means.first(.bg17)?.text(.bt84))
            },
            Rule(
                "BR-DE-20", .bg16, .bt91, .bt81, severity: .warning,
                words: "The account of a SEPA direct debit (59) is an IBAN"
            ) { means, _ in
                means.text(.bt81) != "59"
                    || isIBAN(means.first(.bg19)?.text(.bt91) ?? means.text(.bt91))
            },
            Rule(
                "BR-DE-30", .invoice, .bt90,
                words: "A direct debit has the seller's creditor identifier"
            ) { invoice, facts in
                let places = [invoice, facts.seller, invoice.first(.bg10)]
                return !facts.hasDirectDebit || places.contains { $0?.has(.bt90) ?? false }
            },
            Rule(
                "BR-DE-31", .invoice, .bt91, words: "A direct debit has the account debited"
            ) { invoice, facts in
                !facts.hasDirectDebit
                    || invoice.all(.bg16).contains {
                        $0.has(.bt91) || $0.first(.bg19)?.has(.bt91) ?? false
                    }
            },
        ]
        + means("23", ["30", "58"], "credit transfer", .transfer)
        + means("24", ["48", "54", "55"], "card payment", .card)
        + means("25", ["59"], "direct debit", .debit)

    private enum Means { case transfer, card, debit }

    /// A means of payment has the group that goes with its code, and none of the others.
    private static func means(
        _ number: String, _ codes: [String], _ name: String, _ wanted: Means
    ) -> [Rule] {
        @Sendable func has(_ means: TermTree, _ kind: Means, _ facts: InvoiceFacts) -> Bool {
            switch kind {
            case .transfer: means.first(.bg17) != nil
            case .card: means.first(.bg18) != nil
            case .debit: facts.hasDirectDebit(means)
            }
        }
        return [
            Rule(
                "BR-DE-\(number)-a", .bg16, .bt81, words: "A \(name) has what belongs to one"
            ) { means, facts in
                !codes.contains(means.text(.bt81) ?? "") || has(means, wanted, facts)
            },
            Rule(
                "BR-DE-\(number)-b", .bg16, .bt81,
                words: "A \(name) has nothing that belongs to another means of payment"
            ) { means, facts in
                guard codes.contains(means.text(.bt81) ?? "") else { return true }
                return [Means.transfer, .card, .debit].allSatisfy {
                    $0 == wanted || !has(means, $0, facts)
                }
            },
        ]
    }

    private static let attachments: [Rule] = [
        Rule(
            "BR-DE-22", .invoice, .bt125part2, words: "Each attachment has a file name of its own"
        ) { invoice, _ in
            let names = invoice.all(.bg24).compactMap { $0.text(.bt125part2) }
            return Set(names).count == names.count
        },
        Rule(
            "BR-TMP-2", .bg24, .bt124, severity: .warning,
            words: "A document elsewhere is named by an absolute URL"
        ) { document, _ in
            guard let location = document.text(.bt124) else { return true }
            let scheme = location.prefix { $0 != ":" }
            return location.contains(":") && scheme.utf8.count > 1
                && scheme.utf8.allSatisfy { (65...90).contains($0 & 0xDF) || $0 < 58 }
        },
    ]

    private static func isIBAN(_ text: String?) -> Bool {
        isValidIBAN((text ?? "").filter { !$0.isWhitespace }.uppercased())
    }

    private static func isEMail(_ text: String) -> Bool {
        let sides = text.split(separator: "@", omittingEmptySubsequences: false)
        guard sides.count == 2 else { return false }
        let names = sides.map { $0.split(separator: ".", omittingEmptySubsequences: false) }
        let isWhole = names.allSatisfy { $0.allSatisfy { !$0.isEmpty && !$0.contains(" ") } }
        return isWhole && names[1].count > 1
    }
}

extension InvoiceFacts {
    fileprivate var hasDirectDebit: Bool {
        invoice.all(.bg16).contains(where: hasDirectDebit)
    }

    /// Whether a means of payment has BG-19. CII has its parts in several places.
    fileprivate func hasDirectDebit(_ means: TermTree) -> Bool {
        means.first(.bg19) != nil || means.has(.bt91)
            || syntax == .cii && invoice.has(.bt89, .bt90)
    }
}

/// The cash discounts in an XRechnung's payment terms.
enum CashDiscount {
    /// Whether every line that begins with `#` is one, and a line feed follows the last.
    static func fits(_ terms: String) -> Bool {
        let lines = terms.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let text = String(line).trimmed
            guard text.hasPrefix("#") else { continue }
            if !isDiscount(text) || index == lines.count - 1 { return false }
        }
        return true
    }

    /// `#SKONTO#TAGE=n#PROZENT=n.nn#`, with `BASISBETRAG=n.nn#` where it is of a part.
    private static func isDiscount(_ line: String) -> Bool {
        var parts = line.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 5, parts.removeFirst().isEmpty, parts.removeLast().isEmpty,
            parts.count == 3 || parts.count == 4, parts[0] == "SKONTO",
            let days = value(parts[1], "TAGE="), !days.isEmpty, days.utf8.allSatisfy(isDigit),
            let percent = value(parts[2], "PROZENT="), hasTwoDecimals(percent)
        else { return false }
        guard parts.count == 4 else { return true }
        guard let base = value(parts[3], "BASISBETRAG=") else { return false }
        return hasTwoDecimals(base.hasPrefix("-") ? String(base.dropFirst()) : base)
    }

    private static func value(_ part: String, _ name: String) -> String? {
        part.hasPrefix(name) ? String(part.dropFirst(name.count)) : nil
    }

    private static func hasTwoDecimals(_ text: String) -> Bool {
        let sides = text.split(separator: ".", omittingEmptySubsequences: false)
        return sides.count == 2 && !sides[0].isEmpty && sides[1].utf8.count == 2
            && sides.allSatisfy { $0.utf8.allSatisfy(isDigit) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

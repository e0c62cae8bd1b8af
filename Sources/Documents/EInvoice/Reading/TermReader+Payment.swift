import Formats

extension TermReader {
    /// BG-16 with BG-17 to BG-19. Both syntaxes repeat the group for each account, and have some of
    /// its terms elsewhere: BT-90 with whom the money goes to in UBL, BT-83, BT-89 and BT-90 at the
    /// document in CII. `nil` where there is none of them.
    func payment(_ tree: TermTree) -> EN16931Invoice.Payment? {
        let means = tree.all(.bg16)
        let debits = means.flatMap { $0.all(.bg19) }
        let parties = [Group.bg4, .bg10].compactMap(tree.first)
        func anywhere(_ term: Term) -> String? {
            one(of: ([tree] + means + debits + parties).flatMap { $0.all(term) })?.text
        }
        let debit = EN16931Invoice.DirectDebit(
            mandate: anywhere(.bt89), creditor: anywhere(.bt90), account: anywhere(.bt91))
        let isDebited = debit.mandate != nil || debit.creditor != nil || debit.account != nil
        let remittance = anywhere(.bt83)
        if means.isEmpty, !isDebited, remittance == nil { return nil }
        let code = anywhere(.bt81)
        if code == nil { lacks(means.first ?? tree, .bt81, .warning) }
        return .init(
            meansCode: code ?? "", means: anywhere(.bt82), remittance: remittance,
            transfers: means.flatMap(transfers), card: card(means),
            directDebit: isDebited ? debit : nil)
    }

    /// BG-17; BT-86 stands in it in UBL, beside it in CII.
    private func transfers(_ means: TermTree) -> [EN16931Invoice.CreditTransfer] {
        let bank = text(means, .bt86)
        let transfers = means.all(.bg17).map { tree in
            EN16931Invoice.CreditTransfer(
                account: needed(tree, .bt84), holder: text(tree, .bt85),
                bank: text(tree, .bt86) ?? bank)
        }
        if transfers.isEmpty, let bank {
            lacks(means, .bt84, .warning)
            return [.init(account: "", bank: bank)]
        }
        return transfers
    }

    private func card(_ means: [TermTree]) -> EN16931Invoice.Card? {
        let cards = means.flatMap { $0.all(.bg18) }
        guard let first = cards.first else { return nil }
        let number = one(of: cards.flatMap { $0.all(.bt87) })?.text
        if number == nil { lacks(first, .bt87, .warning) }
        return .init(
            number: number ?? "", holder: one(of: cards.flatMap { $0.all(.bt88) })?.text)
    }

    /// BT-125 with its parts.
    func attachment(_ tree: TermTree) -> EN16931Invoice.Attachment? {
        guard let value = value(tree, .bt125) else { return nil }
        guard let bytes = Base64.decode(value.raw.utf8) else {
            refuse("bad-attachment", "the file cannot be decoded", value, "Base64")
            return nil
        }
        let name = part(.bt125part2, of: value, in: tree)
        let type = part(.bt125part1, of: value, in: tree)
        for (part, term) in [(type, Term.bt125part1), (name, .bt125part2)] where part == nil {
            add(
                "missing-term", .warning, "\(term.rawValue) is missing", value.element,
                found: "nothing in \(value.element.qualifiedName)", expected: term.meaning)
        }
        if let name, name.contains(where: { "/\\:".contains($0) }) || name.hasPrefix(".") {
            add(
                "attachment-name", .warning, "BT-125-2 is more than a file's name", value.element,
                found: TermReader.shortened(name),
                expected: "a name without folders; it is saved under its last part")
        }
        return .init(mimeType: type ?? "", fileName: name ?? "", bytes: bytes)
    }
}

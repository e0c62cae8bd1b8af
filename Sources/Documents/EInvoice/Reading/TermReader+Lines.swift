import Money

extension TermReader {
    /// BG-25.
    func line(_ tree: TermTree) -> EN16931Invoice.Line {
        .init(
            identifier: needed(tree, .bt126), note: words(tree, .bt127),
            object: object(tree, .bt128, .bt128part1),
            quantity: need(decimal(tree, .bt129), tree, .bt129, or: .zero),
            unit: needed(tree, .bt130), net: neededAmount(tree, .bt131),
            orderLine: text(tree, .bt132), accountingReference: text(tree, .bt133),
            period: group(tree, .bg26).flatMap { period($0, .bt134, .bt135) },
            allowances: tree.all(.bg27).map { lineAdjustment($0, .lineAllowance) },
            charges: tree.all(.bg28).map { lineAdjustment($0, .lineCharge) },
            price: price(tree), vat: vat(tree, .bt151, .bt152), item: item(tree))
    }

    /// BG-29. UBL has no gross price without a discount: one of zero says nothing.
    private func price(_ tree: TermTree) -> EN16931Invoice.Price {
        let (gross, discount) = (decimal(tree, .bt148), decimal(tree, .bt147))
        let isFilledIn = syntax == .ubl && gross != nil && discount == .zero
        return .init(
            net: need(decimal(tree, .bt146), tree, .bt146, or: .zero),
            discount: isFilledIn ? nil : discount, gross: gross,
            baseQuantity: decimal(tree, .bt149), baseUnit: text(tree, .bt150))
    }

    /// BG-31 with BG-32.
    private func item(_ tree: TermTree) -> EN16931Invoice.Item {
        .init(
            name: needed(tree, .bt153), description: words(tree, .bt154),
            sellerIdentifier: text(tree, .bt155), buyerIdentifier: text(tree, .bt156),
            standardIdentifier: identifier(tree, .bt157, scheme: .bt157part1),
            classifications: tree.all(.bt158).filter { !$0.text.isEmpty }.map {
                .init(
                    code: $0.text, list: part(.bt158part1, of: $0, in: tree),
                    version: part(.bt158part2, of: $0, in: tree))
            }, countryOfOrigin: text(tree, .bt159),
            attributes: tree.all(.bg32).map {
                .init(name: needed($0, .bt160), value: needed($0, .bt161))
            })
    }
}

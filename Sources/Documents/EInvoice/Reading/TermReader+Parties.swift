extension TermReader {
    func seller(_ tree: TermTree) -> EN16931Invoice.Seller {
        .init(
            name: needed(tree, .bt27), tradingName: text(tree, .bt28),
            identifiers: tree.all(.bt29).filter { !$0.text.isEmpty }.map {
                identifier($0, in: tree, .bt29part1)
            },
            legalRegistration: identifier(tree, .bt30, scheme: .bt30part1),
            vatIdentifier: text(tree, .bt31), taxRegistration: text(tree, .bt32),
            legalInformation: text(tree, .bt33),
            address: address(tree, .bg5, .seller) ?? .init(country: needed(tree, .bt40)),
            contact: group(tree, .bg6).flatMap {
                .init(name: text($0, .bt41), phone: text($0, .bt42), email: text($0, .bt43))
            }, electronicAddress: identifier(tree, .bt34, scheme: .bt34part1))
    }

    func buyer(_ tree: TermTree) -> EN16931Invoice.Buyer {
        .init(
            name: needed(tree, .bt44), tradingName: text(tree, .bt45),
            identifier: identifier(tree, .bt46, scheme: .bt46part1),
            legalRegistration: identifier(tree, .bt47, scheme: .bt47part1),
            vatIdentifier: text(tree, .bt48), address: address(tree, .bg8, .buyer),
            contact: group(tree, .bg9).flatMap {
                .init(name: text($0, .bt56), phone: text($0, .bt57), email: text($0, .bt58))
            }, electronicAddress: identifier(tree, .bt49, scheme: .bt49part1))
    }

    /// BG-10, BG-11 and BG-13.
    func parties(_ tree: TermTree, _ invoice: inout EN16931Invoice) {
        invoice.payee = group(tree, .bg10).flatMap(payee)
        invoice.taxRepresentative = group(tree, .bg11).map {
            .init(
                name: needed($0, .bt62), vatIdentifier: text($0, .bt63),
                address: address($0, .bg12, .representative))
        }
        invoice.delivery = group(tree, .bg13).flatMap(delivery)
    }

    /// `nil` where the group has nothing but BT-90, which UBL tells there.
    private func payee(_ tree: TermTree) -> EN16931Invoice.Payee? {
        let identifier = identifier(tree, .bt60, scheme: .bt60part1)
        let registration = identifierOfPayee(tree)
        if identifier == nil, registration == nil, !tree.has(.bt59) { return nil }
        return .init(
            name: needed(tree, .bt59), identifier: identifier, legalRegistration: registration)
    }

    private func identifierOfPayee(_ tree: TermTree) -> EN16931Invoice.Identifier? {
        identifier(tree, .bt61, scheme: .bt61part1)
    }

    /// `nil` where nothing is said: CII has the element always.
    private func delivery(_ tree: TermTree) -> EN16931Invoice.Delivery? {
        let delivery = EN16931Invoice.Delivery(
            name: text(tree, .bt70), location: identifier(tree, .bt71, scheme: .bt71part1),
            date: date(tree, .bt72), address: address(tree, .bg15, .delivery))
        let hasPlace = delivery.location != nil || delivery.address != nil
        return delivery.name == nil && delivery.date == nil && !hasPlace ? nil : delivery
    }

    /// The terms of an address, in the order of the model.
    struct AddressTerms {
        let lines: [Term]
        let city: Term
        let postcode: Term
        let subdivision: Term
        let country: Term

        static let seller = AddressTerms(
            lines: [.bt35, .bt36, .bt162], city: .bt37, postcode: .bt38, subdivision: .bt39,
            country: .bt40)
        static let buyer = AddressTerms(
            lines: [.bt50, .bt51, .bt163], city: .bt52, postcode: .bt53, subdivision: .bt54,
            country: .bt55)
        static let representative = AddressTerms(
            lines: [.bt64, .bt65, .bt164], city: .bt66, postcode: .bt67, subdivision: .bt68,
            country: .bt69)
        static let delivery = AddressTerms(
            lines: [.bt75, .bt76, .bt165], city: .bt77, postcode: .bt78, subdivision: .bt79,
            country: .bt80)
    }

    private func address(
        _ tree: TermTree, _ group: Group, _ terms: AddressTerms
    ) -> EN16931Invoice.PostalAddress? {
        guard let tree = self.group(tree, group) else { return nil }
        return .init(
            line1: text(tree, terms.lines[0]), line2: text(tree, terms.lines[1]),
            line3: text(tree, terms.lines[2]), city: text(tree, terms.city),
            postcode: text(tree, terms.postcode), subdivision: text(tree, terms.subdivision),
            country: needed(tree, terms.country))
    }
}

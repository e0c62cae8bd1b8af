import Trade

extension EuropeanVAT {
    /// What the place of a supply makes of one line.
    enum Place: Equatable {
        /// Taxed by the seller's own territory.
        case home
        /// Taxed by another member state, at its rates, and declared through the one-stop shop.
        case oneStopShop(Territory)
        case intraCommunity
        case export
        /// Taxed by another member state, and the customer owes the tax.
        case reverseCharge(ReverseCharge)
        case outsideScope
        /// Taxed elsewhere, where the seller would have to be registered.
        case elsewhere(country: String)
        /// It depends on a site that the order does not name.
        case siteUnknown
    }

    /// Why the customer owes the tax of another member state.
    enum ReverseCharge {
        /// A service to a business (arts. 44 and 196).
        case service
        /// A supply in a state where the seller is not established (art. 194).
        case notEstablished
    }

    /// Where a line is taxed: Directive 2006/112/EC title V, and the laws of the sellers outside it.
    ///
    /// - Parameter home: the seller's territory for this kind of item.
    func place(of item: Item, in supply: Supply, from home: Territory) -> Place {
        switch item.supplyPlace {
        case .usual:
            return item.kind == .goods
                ? placeOfGoods(supply, from: home) : placeOfService(supply, from: home)
        // Art. 31: goods that are not moved are supplied where they are, which is the seller's own
        // country unless the order says otherwise.
        case .noMovement where supply.site == nil: return .home
        case .property, .performance, .event, .installation, .noMovement:
            return placeAtSite(item, supply, from: home)
        }
    }

    /// Arts. 32 and 33 (place), 138 (intra-Community), 146 (export).
    private func placeOfGoods(_ supply: Supply, from home: Territory) -> Place {
        let destination = Territory(ofDestination: supply)
        if destination.authority == home.authority { return .home }
        guard home.isUnion, destination.isUnion else { return .export }
        // Art. 138(1): goods that leave for another member state, which need not be the one that
        // gave the buyer's identifier; that must be another than where they leave.
        if isIdentified(supply.customer, outside: home, .goods) { return .intraCommunity }
        // Arts. 33(a) and 369a: distance sales to those who tax no acquisitions. Art. 59c: who sells
        // little across borders and does not opt in stays at home.
        if supply.company.oneStopShop, !isTaxable(supply.customer) {
            return .oneStopShop(destination)
        }
        return .home
    }

    /// Arts. 43 to 45: to businesses where they are established, to others where the seller is.
    private func placeOfService(_ supply: Supply, from home: Territory) -> Place {
        let customer = supply.customer
        let territory = Territory(of: customer.address, .service)
        if territory.authority == home.authority { return .home }
        // Art. 43 treats an identified public body as a taxable person.
        let isBusiness = customer.category != .consumer
        if home.isUnion {
            // Regulation 282/2011 arts. 18 and 22: the identifier proves the business in the Union
            // and which of its establishments is served.
            if isIdentified(customer, outside: home, .service) { return .reverseCharge(.service) }
            return territory.isUnion || !isBusiness ? .home : .outsideScope
        }
        switch home.authority {
        // MWSTG Art. 8 Abs. 1: whoever the recipient is.
        case "CH": return .outsideScope
        // Merverdiavgiftsloven § 6-22(2): a supply in Norway at no rate, like goods sent abroad.
        case "NO": return isBusiness ? .export : .home
        default: return isBusiness ? .outsideScope : .home
        }
    }

    /// Arts. 31, 36, 47, 53 to 55: where the goods, the property, the event or the work is.
    private func placeAtSite(_ item: Item, _ supply: Supply, from home: Territory) -> Place {
        guard let site = supply.site, let there = Territory(of: site, seller: home, item.kind)
        else { return .siteUnknown }
        if there.authority == home.authority { return .home }
        if there.isUnion {
            // Art. 194 lets states make the recipient liable; identification there is what all of
            // those that do ask for.
            if isIdentified(supply.customer, in: there) { return .reverseCharge(.notEstablished) }
            // Arts. 358a and 369a: services to consumers in any member state.
            if item.kind == .service, supply.company.oneStopShop, !isTaxable(supply.customer) {
                return .oneStopShop(there)
            }
        }
        return .elsewhere(country: site.country)
    }

    // MARK: The customer

    /// A taxable person is known by an identifier for VAT.
    func isTaxable(_ customer: Customer) -> Bool {
        customer.taxNumber != nil && customer.category != .consumer
    }

    /// Whether a customer is identified for the tax of a territory.
    func isIdentified(_ customer: Customer, in territory: Territory) -> Bool {
        identifierCountry(of: customer) == territory.identifierCountry
    }

    /// Whether a customer is identified in a member state other than the seller's. Northern Ireland's
    /// identifiers count for goods.
    private func isIdentified(
        _ customer: Customer, outside home: Territory, _ kind: Item.Kind
    ) -> Bool {
        guard let country = identifierCountry(of: customer), country != home.identifierCountry
        else { return false }
        let isNorthern = customer.taxNumber?.hasPrefix("XI") == true
        return isNorthern ? kind == .goods : Country.europeanUnion.contains(country)
    }

    /// The country of a business's identifier; Northern Ireland's is the United Kingdom's tax.
    private func identifierCountry(of customer: Customer) -> String? {
        guard isTaxable(customer), let number = customer.taxNumber else { return nil }
        let country = VATIdentifier.country(of: number)
        return country == "XI" ? "GB" : country
    }

    /// The article that sends a supply to its site, for messages.
    func article(of place: SupplyPlace, to customer: Customer) -> String {
        switch place {
        case .usual: "arts. 31 to 45"
        case .property: "art. 47"
        case .performance: "art. 55"
        case .event: isTaxable(customer) ? "art. 53" : "art. 54"
        case .installation: "art. 36"
        case .noMovement: "art. 31"
        }
    }
}

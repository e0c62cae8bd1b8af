import Money
import Trade

/// The table of places of supply: IGST Act ss. 10 and 11 (goods), 12 (services between parties in
/// India) and 13 (services to recipients abroad).
///
/// Not decided here, because no record says them: banking to account holders, intermediaries and
/// hire of vehicles for recipients abroad (s. 13(8)), goods brought in for repair (s. 13(3)(a)),
/// passenger transport (s. 12(9)) and supplies aboard conveyances (ss. 10(1)(e), 12(10)). An order
/// states their place.
extension IndiaGST {
    func placement(of item: Item, in supply: Supply, from supplier: State) -> Placement {
        switch item.kind {
        case .goods: return goods(item, supply)
        case .service:
            // A dealer's own freight follows the goods, whoever receives them.
            if isAncillary(item), let goods = supply.items.first(where: { $0.kind == .goods }),
                case .at(let state, _) = self.goods(goods, supply)
            {
                return .at(state, .partOfGoods)
            }
            return supply.customer.category == .overseas
                ? serviceAbroad(item, supply) : service(item, supply, supplier)
        }
    }

    /// Whether an item leaves India, so that with a place of supply outside India it is exported:
    /// goods by going there (IGST Act s. 2(5)), services by a recipient there (s. 2(6)).
    func leavesIndia(_ item: Item, _ supply: Supply) -> Bool {
        switch (item.kind, item.supplyPlace) {
        case (.service, _): supply.customer.category == .overseas
        case (.goods, .noMovement): false
        case (.goods, .installation): supply.site.map { $0.country != "IN" } ?? false
        case (.goods, _): supply.destination.country != "IN"
        }
    }

    private func goods(_ item: Item, _ supply: Supply) -> Placement {
        switch item.supplyPlace {
        case .noMovement:
            if let site = supply.site, site.country != "IN" { return .outside(.outsideIndia) }
            return atSite(supply, .noMovement)
        case .installation:
            if let site = supply.site, site.country != "IN" {
                return .at(.otherCountry, .exportOfGoods)
            }
            return atSite(supply, .installation)
        case .usual, .property, .performance, .event: return movingGoods(supply)
        }
    }

    private func movingGoods(_ supply: Supply) -> Placement {
        let customer = supply.customer
        let destination = supply.destination
        if destination.country != "IN" { return .at(.otherCountry, .exportOfGoods) }
        if customer.category == .overseas { return state(destination.state, .staysInIndia) }
        guard let own = registration(of: customer) else {
            // s. 10(1)(ca) is in force since 2023-10-01 (Finance Act 2023 s. 162).
            return state(
                destination.state,
                supply.issueDate < IndiaGST.october2023 ? .movementEnds : .unregisteredGoods)
        }
        // The same person's registration in another State is no third person.
        if let other = supply.shipTo?.taxNumber, let mine = customer.taxNumber,
            GSTIN.pan(of: other) != GSTIN.pan(of: mine)
        {
            return .at(own, .thirdPerson)
        }
        guard let code = destination.state ?? supply.shipTo?.taxNumber.map({ String($0.prefix(2)) })
        else { return .at(own, .movementEnds) }
        return state(code, .movementEnds)
    }

    private static let october2023 = CalendarDate(dayNumber: 19_631)

    /// IGST Act s. 12: supplier and recipient are in India.
    private func service(_ item: Item, _ supply: Supply, _ supplier: State) -> Placement {
        let isRegistered = registration(of: supply.customer) != nil
        let isAbroad = supply.site.map { $0.country != "IN" } ?? false
        let recipient = recipient(supply, supplier)
        switch item.supplyPlace {
        case .property:
            return isAbroad ? recipient.because(.propertyAbroad) : atSite(supply, .property)
        case .performance, .installation:
            if item.isSAC("9992") {
                return isRegistered
                    ? recipient.because(.trainingRegistered) : atSite(supply, .training)
            }
            return atSite(supply, .performed)
        case .event:
            guard item.isSAC("998596") || item.isSAC("998397") else {
                return atSite(supply, .admission)
            }
            if isRegistered { return recipient.because(.organisationRegistered) }
            return isAbroad
                ? recipient.because(.organisationAbroad) : atSite(supply, .organisation)
        case .usual, .noMovement:
            guard item.isSAC("9965") || item.isSAC("9968") else { return recipient }
            return isRegistered
                ? recipient.because(.transportRegistered) : atSite(supply, .transport)
        }
    }

    /// IGST Act s. 13: the recipient is outside India.
    private func serviceAbroad(_ item: Item, _ supply: Supply) -> Placement {
        switch item.supplyPlace {
        case .usual, .noMovement: .at(.otherCountry, .recipientAbroad)
        case .performance, .installation: atSite(supply, .performedAbroad)
        case .property: atSite(supply, .propertyOfForeigner)
        case .event: atSite(supply, .eventForForeigner)
        }
    }

    /// s. 12(2): a registered recipient's State, another's by the address on record, else the
    /// supplier's.
    func recipient(_ supply: Supply, _ supplier: State) -> Placement {
        if let own = registration(of: supply.customer) { return .at(own, .registered) }
        guard let code = supply.customer.address.state else { return .at(supplier, .noRecord) }
        return state(code, .onRecord)
    }

    /// The State in which a customer is a registered person; holders of a UIN are none
    /// (CGST Act s. 2(94)), and records call them unregistered.
    func registration(of customer: Customer) -> State? {
        switch customer.category {
        case .registered, .sez, .deemedExport:
            customer.taxNumber.flatMap { State.coded(String($0.prefix(2))) }
        case .unregistered, .overseas, .business, .public, .consumer: nil
        }
    }

    private func atSite(_ supply: Supply, _ rule: PlaceReason) -> Placement {
        guard let site = supply.site else { return .noSite(rule) }
        return site.country == "IN" ? state(site.state, rule) : .at(.otherCountry, rule)
    }

    private func state(_ code: String?, _ rule: PlaceReason) -> Placement {
        code.flatMap(State.coded).map { .at($0, rule) } ?? .noState(code, rule)
    }

    /// Transport and courier, packing, insurance: with goods, parts of one composite supply (the
    /// illustration of CGST Act s. 2(30)).
    private func isAncillary(_ item: Item) -> Bool {
        item.supplyPlace == .usual
            && ["9965", "9968", "998540", "99713"].contains(where: item.isSAC)
    }
}

extension Placement {
    /// The same place by another rule.
    fileprivate func because(_ rule: PlaceReason) -> Placement {
        switch self {
        case .at(let state, _): .at(state, rule)
        case .noState(let code, _): .noState(code, rule)
        case .noSite, .outside: self
        }
    }
}

extension Item {
    /// Whether its service accounting code is one of a heading's.
    fileprivate func isSAC(_ heading: String) -> Bool { hsn?.hasPrefix(heading) ?? false }
}

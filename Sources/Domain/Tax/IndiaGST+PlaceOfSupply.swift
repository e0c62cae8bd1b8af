import Diagnostics
import Formats
import Money
import Trade

extension IndiaGST {
    /// The place of a supply and why it is there; `nil` after a finding.
    ///
    /// What somebody states goes before what the table proposes, and is recorded with it. Items that
    /// lead to different places need an order each, unless a place is stated for all of them.
    /// Reimbursements of a pure agent are no supply (CGST Rule 33) and have no say.
    func placeOfSupply(
        _ supply: Supply, _ content: Content, from supplier: State, _ findings: Findings
    ) -> (place: State, reason: PlaceReason)? {
        guard let first = content.supplied.first else {
            return place(recipient(supply, supplier), supply, findings)
        }
        let proposal = placement(of: supply.items[first], in: supply, from: supplier)
        // Most documents hold items of one sort: they need no look at each.
        if content.isUniform, supply.statedPlace == nil {
            return place(proposal, supply, findings)
        }
        var places: [(placement: Placement, items: [Int])] = [(proposal, [first])]
        for index in content.supplied.dropFirst() {
            let placement = placement(of: supply.items[index], in: supply, from: supplier)
            if let known = places.firstIndex(where: { $0.placement.agrees(with: placement) }) {
                places[known].items.append(index)
            } else {
                places.append((placement, [index]))
            }
        }
        if let stated = supply.statedPlace {
            return place(stated, instead: places.map(\.placement), findings)
        }
        guard places.count == 1 else {
            reportMixed(places, supply, findings)
            return nil
        }
        return place(proposal, supply, findings)
    }

    private func place(
        _ stated: StatedPlace, instead proposals: [Placement], _ findings: Findings
    ) -> (State, PlaceReason)? {
        let place =
            stated.state == State.otherCountry.code ? .otherCountry : State.coded(stated.state)
        guard let place else {
            findings.add(
                Diagnostic(
                    code: "unknown-state", "the stated place of supply is no State",
                    at: stated.node.location(of: "state"), found: stated.state,
                    expected: "a GST State code such as 29, or 96 outside India"))
            return nil
        }
        let rule = proposals.count == 1 ? proposals[0].reason : .severalPlaces
        var proposed: State?
        if proposals.count == 1, case .at(let state, _) = proposals[0] { proposed = state }
        if proposed == place { return (place, rule) }
        return (
            place,
            PlaceReason(
                law: rule.law, words: rule.words, proposed: proposed, stated: stated.reason)
        )
    }

    private func place(
        _ placement: Placement, _ supply: Supply, _ findings: Findings
    ) -> (State, PlaceReason)? {
        switch placement {
        case .at(let state, let reason): return (state, reason)
        case .noSite(let reason):
            findings.add(
                Diagnostic(
                    code: "missing-site", "the place of supply needs a site (\(reason.law))",
                    at: supply.location,
                    expected: "\"site\" with country and State: \(reason.words)",
                    hint: #"such as "site":{"country":"IN","state":"27"}"#))
        case .noState(let code, let reason):
            findings.add(
                Diagnostic(
                    code: "unknown-state", "the place of supply has no known State",
                    at: supply.location, found: code,
                    expected: "a GST state code such as 29: \(reason.words) (\(reason.law))"))
        case .outside(let reason):
            findings.add(
                Diagnostic(
                    code: "outside-scope", "this is no supply under GST (\(reason.law))",
                    at: supply.location, found: reason.words,
                    hint: "take it off the order, or say where the goods start from India"))
        }
        return nil
    }

    private func reportMixed(
        _ places: [(placement: Placement, items: [Int])], _ supply: Supply, _ findings: Findings
    ) {
        let parts = places.map { placement, items in
            let place: String
            switch placement {
            case .at(let state, _): place = "\(state.code) \(state.name)"
            case .noSite: place = "a site that is not named"
            case .noState: place = "a State that is not known"
            case .outside: place = "outside India"
            }
            return "\(IndiaGST.names(of: items, in: supply)) in \(place) (\(placement.reason.law))"
        }
        findings.add(
            Diagnostic(
                code: "mixed-place-of-supply", "the items of one document have one place of supply",
                at: supply.location, found: parts.joined(separator: "; "),
                hint:
                    "split the order, or state the place of the principal supply with its reason: "
                    + #""placeOfSupply":{"state":"29","reason":"…"} (CGST Act s. 8)"#))
    }
}

/// Where the law's table puts one item.
enum Placement {
    case at(State, PlaceReason)
    /// The rule asks for a site and the order names none.
    case noSite(PlaceReason)
    /// The rule leads to an address without a known State.
    case noState(String?, PlaceReason)
    /// No supply at all.
    case outside(PlaceReason)

    var reason: PlaceReason {
        switch self {
        case .at(_, let reason), .noSite(let reason), .noState(_, let reason), .outside(let reason):
            reason
        }
    }

    /// Whether both lead to one place, or to the same fault.
    func agrees(with other: Placement) -> Bool {
        switch (self, other) {
        case (.at(let a, _), .at(let b, _)): a.code == b.code
        case (.noSite, .noSite), (.noState, .noState), (.outside, .outside): true
        default: false
        }
    }
}

import Diagnostics
import Formats
import Money
import Tax
import Trade

/// Parties, orders, deliveries and the treatment, read back from canonical JSON.
extension Invoice.Seller {
    init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            name: try node.text("name"), tradeName: node.optionalText("tradeName"),
            tagline: node.optionalText("tagline"), footer: node.optionalText("footer"),
            address: try Address(node.node("address")),
            taxNumber: try node.text("taxNumber"),
            localTaxNumber: node.optionalText("localTaxNumber"),
            otherTaxNumbers: try node.list("otherTaxNumbers").map { (one) throws(Rejected) in
                (try one.text("scheme"), try one.text("number"))
            },
            legalRegistration: try node.optional("legalRegistration").map {
                (one) throws(Rejected) in try LegalRegistration(one)
            },
            registeredOffice: node.optionalText("registeredOffice"),
            seat: node.optionalText("seat"), directors: node.texts("directors"),
            contact: node.optional("contact").map(Contact.init),
            electronicAddress: try ElectronicAddress(of: node))
    }
}

extension Invoice.Buyer {
    init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            id: try node.text("id"), name: try node.text("name"),
            address: try Address(node.node("address")), category: try node.choice("category"),
            taxNumber: node.optionalText("taxNumber"),
            legalRegistration: try node.optional("legalRegistration").map {
                (one) throws(Rejected) in try LegalRegistration(one)
            },
            contact: node.optional("contact").map(Contact.init),
            reference: node.optionalText("reference"),
            electronicAddress: try ElectronicAddress(of: node),
            eInvoice: node.texts("eInvoice").compactMap(EInvoiceForm.init))
    }
}

extension Invoice.Place {
    init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            id: node.optionalText("id"), name: try node.text("name"),
            address: try Address(node.node("address")), taxNumber: node.optionalText("taxNumber"))
    }
}

extension Invoice.Account {
    init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            holder: try node.text("holder"), bank: node.optionalText("bank"),
            branch: node.optionalText("branch"), account: node.optionalText("account"),
            ifsc: node.optionalText("ifsc"), iban: node.optionalText("iban"),
            bic: node.optionalText("bic"), upi: node.optionalText("upi"))
    }
}

extension Invoice.Export {
    init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            lut: node.optionalText("lut"), lutDate: try node.optionalDate("lutDate"),
            iec: node.optionalText("iec"), adCode: node.optionalText("adCode"))
    }
}

extension Invoice.Reference {
    init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            kind: try node.choice("kind"), number: try node.text("number"),
            date: try node.date("date"))
    }
}

extension Invoice.OrderReference {
    init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            id: try node.text("id"), date: try node.date("date"),
            purchaseOrder: node.optionalText("purchaseOrder"),
            purchaseOrderDate: try node.optionalDate("purchaseOrderDate"),
            incoterm: node.optionalText("incoterm"), note: node.optionalText("note"))
    }
}

extension Invoice.DeliveryReference {
    init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            id: try node.text("id"), date: try node.date("date"),
            carrier: node.optionalText("carrier"), tracking: node.optionalText("tracking"),
            vehicle: node.optionalText("vehicle"), ewayBill: node.optionalText("ewayBill"))
    }
}

extension Invoice.ContractReference {
    init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            id: try node.text("id"), title: node.optionalText("title"),
            reference: node.optionalText("reference"))
    }
}

extension Invoice.MilestoneReference {
    init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            id: try node.text("id"), description: try node.text("description"),
            percent: try node.decimal("percent"))
    }
}

extension Invoice.ApprovalNote {
    init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            order: try node.text("order"), code: try node.text("code"),
            orderLine: node.has("orderLine") ? try node.integer("orderLine") : nil,
            found: node.optionalText("found"), expected: node.optionalText("expected"),
            reason: try node.text("reason"), by: try node.text("by"), date: try node.date("date"))
    }
}

extension Treatment {
    /// The treatment as far as a document says it; which series numbered it follows from where the
    /// supply went.
    init(
        _ root: CanonicalNode, _ title: Title, _ taxPoint: CalendarDate,
        _ groups: [Invoice.TaxGroup], _ regime: String, isAbroad: Bool
    ) throws(Rejected) {
        var place: State?
        var reason: PlaceReason?
        if let node = root.optional("placeOfSupply") {
            place = try State(node.text("code"), node)
            if let law = node.optionalText("law") {
                reason = PlaceReason(
                    law: law, words: try node.text("reason"),
                    proposed: try node.optionalText("proposed").map { (code) throws(Rejected) in
                        try State(code, node)
                    }, stated: node.optionalText("stated"))
            }
        }
        let reasons = Set(groups.compactMap { $0.tax.exemption?.reason })
        let heads = Set(groups.flatMap(\.tax.heads))
        self.init(
            title: title, taxPoint: taxPoint, placeOfSupply: place, placeReason: reason,
            heads: TaxHead.allCases.filter(heads.contains),
            isCharged: groups.allSatisfy(\.tax.isCharged),
            isReverseCharge: root.flag("reverseCharge") ?? false,
            endorsement: root.optionalText("endorsement"),
            declarations: root.texts("notes").filter { !reasons.contains($0) },
            destination: root.optionalText("destination"),
            scope: place.map { $0 == .otherCountry } ?? isAbroad ? .export : .domestic,
            rounding: regime == "india-gst" ? .perLine : .perRate, copies: root.texts("copies"))
    }
}

extension State {
    fileprivate init(_ code: String, _ node: CanonicalNode) throws(Rejected) {
        if code == State.otherCountry.code {
            self = .otherCountry
        } else if let state = State.coded(code) {
            self = state
        } else {
            throw node.rejected("code")
        }
    }
}

extension Address {
    fileprivate init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            name: node.optionalText("name"), attention: node.optionalText("attention"),
            lines: node.texts("lines"), city: try node.text("city"),
            postcode: node.optionalText("postcode"),
            state: node.optional("state")?.optionalText("code"), country: try node.text("country"))
    }
}

extension Contact {
    fileprivate init(_ node: CanonicalNode) {
        self.init(
            name: node.optionalText("name"), phone: node.optionalText("phone"),
            email: node.optionalText("email"), website: node.optionalText("website"))
    }
}

extension ElectronicAddress {
    /// That of a party; `nil` where it has none.
    fileprivate init?(of party: CanonicalNode) throws(Rejected) {
        guard let node = party.optional("electronicAddress") else { return nil }
        self.init(scheme: try node.text("scheme"), id: try node.text("id"))
    }
}

extension LegalRegistration {
    fileprivate init(_ node: CanonicalNode) throws(Rejected) {
        self.init(number: try node.text("number"), authority: node.optionalText("authority"))
    }
}

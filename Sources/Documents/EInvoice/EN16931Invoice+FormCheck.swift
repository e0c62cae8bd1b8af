import Trade

/// What Peppol BIS Billing 3.0, XRechnung 3.0 and the smaller profiles of Factur-X want beyond EN 16931.
extension EN16931Invoice {
    /// The rules of the form that are broken because a term is missing.
    var formViolations: [EInvoiceError.Violation] {
        var found: [EInvoiceError.Violation] = []
        func need(_ value: String?, _ rule: String, _ term: String, _ message: String) {
            if value?.isEmpty ?? true {
                found.append(.init(rule: rule, term: term, message: message))
            }
        }
        if form == .peppol || form.isXRechnung {
            need(
                buyer.electronicAddress?.value, "PEPPOL-EN16931-R010", "BT-49",
                "the buyer's electronic address is missing")
            need(
                seller.electronicAddress?.value, "PEPPOL-EN16931-R020", "BT-34",
                "the seller's electronic address is missing")
        }
        if form == .peppol {
            need(
                buyerReference ?? purchaseOrder, "PEPPOL-EN16931-R003", "BT-10",
                "neither a buyer reference nor the buyer's order number is known")
            if seller.address.country == "DE", buyer.address?.country == "DE" {
                found += germanViolations(
                    "DE-R-0", ["01", "02", "03", "04", "05", "06", "07", "15"])
            }
        }
        if form.isXRechnung {
            found += germanViolations("BR-DE-", ["1", "2", "3", "4", "5", "6", "7", "15"])
            need(buyer.address?.city, "BR-DE-8", "BT-52", "the buyer's city is missing")
            need(
                buyer.address?.postcode, "BR-DE-9", "BT-53", "the buyer's post code is missing")
            if let address = delivery?.address {
                need(address.city, "BR-DE-10", "BT-77", "the city of the delivery is missing")
                need(
                    address.postcode, "BR-DE-11", "BT-78",
                    "the post code of the delivery is missing")
            }
        }
        if form.extent < .full, totals.rounding != nil {
            found.append(
                .init(
                    rule: "BR-CO-16", term: "BT-114",
                    message: "the profile has no room for a rounding amount"))
        }
        return found
    }

    /// What Germany wants of a seller; Peppol numbers the same rules in its own way.
    ///
    /// - Parameter numbers: of the rules about payment, contact, city, post code, the contact's name,
    ///   phone and e-mail, and the buyer reference.
    private func germanViolations(
        _ prefix: String, _ numbers: [String]
    ) -> [EInvoiceError.Violation] {
        let contact = seller.contact
        let rows: [(isMissing: Bool, term: String, message: String)] = [
            (payment == nil, "BG-16", "the seller's bank account is missing"),
            (contact == nil, "BG-6", "the seller's contact is missing"),
            (seller.address.city == nil, "BT-37", "the seller's city is missing"),
            (seller.address.postcode == nil, "BT-38", "the seller's post code is missing"),
            (contact.map { $0.name == nil } ?? false, "BT-41", "the contact's name is missing"),
            (contact.map { $0.phone == nil } ?? false, "BT-42", "the contact's phone is missing"),
            (contact.map { $0.email == nil } ?? false, "BT-43", "the contact's e-mail is missing"),
            (buyerReference == nil, "BT-10", "the buyer reference (Leitweg-ID) is missing"),
        ]
        return zip(rows, numbers).filter(\.0.isMissing).map { row, number in
            .init(rule: prefix + number, term: row.term, message: row.message)
        }
    }
}

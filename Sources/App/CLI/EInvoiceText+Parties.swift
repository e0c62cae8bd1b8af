import EInvoice

extension EN16931Invoice.Seller {
    var rows: [[String]] {
        CLI.rows(
            [("name", name), ("trades as", tradingName), ("address", address.text)]
                + identifiers.map { ("id", $0.text) } + [
                    ("VAT id", vatIdentifier), ("tax number", taxRegistration),
                    ("registration", legalRegistration?.text), ("", legalInformation?.oneLine),
                    ("contact", contact?.text), ("electronic address", electronicAddress?.text),
                ])
    }
}

extension EN16931Invoice.Buyer {
    var rows: [[String]] {
        CLI.rows([
            ("name", name), ("trades as", tradingName), ("address", address?.text),
            ("id", identifier?.text), ("VAT id", vatIdentifier),
            ("registration", legalRegistration?.text), ("contact", contact?.text),
            ("electronic address", electronicAddress?.text),
        ])
    }
}

extension EN16931Invoice.Identifier {
    var text: String { value + (scheme.map { " (\($0))" } ?? "") }
}

extension EN16931Invoice.PostalAddress {
    var text: String {
        let town = [postcode, city].compactMap(\.self).joined(separator: " ")
        return [line1, line2, line3, town, subdivision, country].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension EN16931Invoice.Contact {
    var text: String { [name, phone, email].compactMap(\.self).joined(separator: ", ") }
}

import Formats

extension EN16931Invoice.Seller {
    var value: Value {
        .record {
            $0.add("BT-27", name)
            $0.add("BT-28", tradingName)
            // A list of its own, for each number has its scheme.
            $0.add(
                "BT-29",
                list(identifiers) { identifier in
                    .record { $0.add("BT-29", identifier) }
                })
            $0.add("BT-30", legalRegistration)
            $0.add("BT-31", vatIdentifier)
            $0.add("BT-32", taxRegistration)
            $0.add("BT-33", legalInformation)
            $0.add("BT-34", electronicAddress)
            $0.add("BG-5", address.value([35, 36, 162, 37, 38, 39, 40]))
            $0.add("BG-6", contact?.value([41, 42, 43]))
        }
    }
}

extension EN16931Invoice.Buyer {
    var value: Value {
        .record {
            $0.add("BT-44", name)
            $0.add("BT-45", tradingName)
            $0.add("BT-46", identifier)
            $0.add("BT-47", legalRegistration)
            $0.add("BT-48", vatIdentifier)
            $0.add("BT-49", electronicAddress)
            $0.add("BG-8", address?.value([50, 51, 163, 52, 53, 54, 55]))
            $0.add("BG-9", contact?.value([56, 57, 58]))
        }
    }
}

extension EN16931Invoice.Payee {
    var value: Value {
        .record {
            $0.add("BT-59", name)
            $0.add("BT-60", identifier)
            $0.add("BT-61", legalRegistration)
        }
    }
}

extension EN16931Invoice.TaxRepresentative {
    var value: Value {
        .record {
            $0.add("BT-62", name)
            $0.add("BT-63", vatIdentifier)
            $0.add("BG-12", address?.value([64, 65, 164, 66, 67, 68, 69]))
        }
    }
}

extension EN16931Invoice.Delivery {
    var value: Value {
        .record {
            $0.add("BT-70", name)
            $0.add("BT-71", location)
            $0.add("BT-72", date)
            $0.add("BG-15", address?.value([75, 76, 165, 77, 78, 79, 80]))
        }
    }
}

extension EN16931Invoice.Payment {
    var value: Value {
        .record {
            $0.add("BT-81", meansCode)
            $0.add("BT-82", means)
            $0.add("BT-83", remittance)
            $0.add(
                "BG-17",
                list(transfers) { transfer in
                    .record {
                        $0.add("BT-84", transfer.account)
                        $0.add("BT-85", transfer.holder)
                        $0.add("BT-86", transfer.bank)
                    }
                })
            $0.add(
                "BG-18",
                card.map { card in
                    .record {
                        $0.add("BT-87", card.number)
                        $0.add("BT-88", card.holder)
                    }
                })
            $0.add(
                "BG-19",
                directDebit.map { debit in
                    .record {
                        $0.add("BT-89", debit.mandate)
                        $0.add("BT-90", debit.creditor)
                        $0.add("BT-91", debit.account)
                    }
                })
        }
    }
}

extension EN16931Invoice.PostalAddress {
    /// - Parameter terms: of the lines, the city, the post code, the region and the country.
    fileprivate func value(_ terms: [Int]) -> Value? {
        if isEmpty { return nil }
        let texts = [line1, line2, line3, city, postcode, subdivision, country]
        return .record { record in
            for (term, text) in zip(terms, texts) { record.add("BT-\(term)", text) }
        }
    }
}

extension EN16931Invoice.Contact {
    fileprivate func value(_ terms: [Int]) -> Value {
        .record { record in
            for (term, text) in zip(terms, [name, phone, email]) { record.add("BT-\(term)", text) }
        }
    }
}

import Formats
import Money
import Tax
import Trade

/// Parties, orders and deliveries in the canonical JSON.
extension Invoice {
    /// What is billed: order and delivery where there is one of each, else the lists of them; the
    /// contract, the milestone, the period.
    func addParts(to root: inout Value.Record) {
        let (orders, deliveries) = (orders, deliveries)
        if orders.count == 1 { root.add("order", orders[0].value) }
        if orders.count > 1 { root.add("orders", .list(orders.map(\.value))) }
        root.add("contract", contract?.value)
        if deliveries.count == 1 { root.add("delivery", deliveries[0].value) }
        if deliveries.count > 1 {
            root.add("deliveries", .list(deliveries.map(\.value)))
            root.add(
                "period", period(deliveries.map(\.date).min(), deliveries.map(\.date).max()))
        }
        switch parts[0].event {
        case .delivery, .order: break
        case .milestone(let milestone): root.add("milestone", milestone.value)
        case .period(let plan): root.add("period", period(plan.first, plan.last))
        }
    }

    private func period(_ first: CalendarDate?, _ last: CalendarDate?) -> Value {
        .record {
            $0.add("from", first)
            $0.add("to", last)
        }
    }
}

extension Invoice.Seller {
    var value: Value {
        .record { seller in
            seller.add("name", name)
            seller.add("tradeName", tradeName)
            seller.add("tagline", tagline)
            seller.add("footer", footer)
            seller.add("address", address.value)
            seller.add("taxNumber", taxNumber)
            seller.add("localTaxNumber", localTaxNumber)
            seller.add(
                "otherTaxNumbers",
                list(
                    otherTaxNumbers.map { scheme, number in
                        .record {
                            $0.add("scheme", scheme)
                            $0.add("number", number)
                        }
                    }))
            seller.add("legalRegistration", legalRegistration?.value)
            seller.add("registeredOffice", registeredOffice)
            seller.add("seat", seat)
            seller.add("directors", list(directors.map(Value.text)))
            seller.add("contact", contact?.value)
            seller.add("electronicAddress", electronicAddress?.value)
        }
    }
}

extension Invoice.Buyer {
    var value: Value {
        .record { buyer in
            buyer.add("id", id)
            buyer.add("name", name)
            buyer.add("address", address.value)
            buyer.add("category", category.rawValue)
            buyer.add("taxNumber", taxNumber)
            buyer.add("legalRegistration", legalRegistration?.value)
            buyer.add("contact", contact?.value)
            buyer.add("reference", reference)
            buyer.add("electronicAddress", electronicAddress?.value)
            buyer.add("eInvoice", list(eInvoice.map { .text($0.rawValue) }))
        }
    }
}

extension Invoice.Place {
    var value: Value {
        .record { place in
            place.add("id", id)
            place.add("name", name)
            place.add("address", address.value)
            place.add("taxNumber", taxNumber)
        }
    }
}

extension Invoice.Account {
    var value: Value {
        .record {
            $0.add("holder", holder)
            $0.add("bank", bank)
            $0.add("branch", branch)
            $0.add("account", account)
            $0.add("ifsc", ifsc)
            $0.add("iban", iban)
            $0.add("bic", bic)
            $0.add("upi", upi)
        }
    }
}

extension Invoice.Export {
    var value: Value {
        .record {
            $0.add("lut", lut)
            $0.add("lutDate", lutDate)
            $0.add("iec", iec)
            $0.add("adCode", adCode)
        }
    }
}

extension Invoice.Reference {
    var value: Value {
        .record {
            $0.add("kind", kind.rawValue)
            $0.add("number", number)
            $0.add("date", date)
        }
    }
}

extension Invoice.OrderReference {
    var value: Value {
        .record {
            $0.add("id", id)
            $0.add("date", date)
            $0.add("purchaseOrder", purchaseOrder)
            $0.add("purchaseOrderDate", purchaseOrderDate)
            $0.add("incoterm", incoterm)
            $0.add("note", note)
        }
    }
}

extension Invoice.DeliveryReference {
    var value: Value {
        .record {
            $0.add("id", id)
            $0.add("date", date)
            $0.add("carrier", carrier)
            $0.add("tracking", tracking)
            $0.add("vehicle", vehicle)
            $0.add("ewayBill", ewayBill)
        }
    }
}

extension Invoice.ContractReference {
    var value: Value {
        .record {
            $0.add("id", id)
            $0.add("title", title)
            $0.add("reference", reference)
        }
    }
}

extension Invoice.MilestoneReference {
    var value: Value {
        .record {
            $0.add("id", id)
            $0.add("description", description)
            $0.add("percent", percent)
        }
    }
}

extension Invoice.ApprovalNote {
    var value: Value {
        .record {
            $0.add("order", order)
            $0.add("code", code)
            if let orderLine { $0.add("orderLine", .integer(orderLine)) }
            $0.add("found", found)
            $0.add("expected", expected)
            $0.add("reason", reason)
            $0.add("by", by)
            $0.add("date", date)
        }
    }
}

extension Address {
    var value: Value {
        .record { address in
            address.add("name", name)
            address.add("attention", attention)
            address.add("lines", .list(lines.map(Value.text)))
            address.add("city", city)
            address.add("postcode", postcode)
            if let state {
                address.add(
                    "state",
                    .record {
                        $0.add("code", state)
                        $0.add("name", country == "IN" ? State.coded(state)?.name : nil)
                    })
            }
            address.add("country", country)
        }
    }
}

extension Contact {
    var value: Value {
        .record {
            $0.add("name", name)
            $0.add("phone", phone)
            $0.add("email", email)
            $0.add("website", website)
        }
    }
}

extension ElectronicAddress {
    var value: Value {
        .record {
            $0.add("scheme", scheme)
            $0.add("id", id)
        }
    }
}

extension LegalRegistration {
    var value: Value {
        .record {
            $0.add("number", number)
            $0.add("authority", authority)
        }
    }
}

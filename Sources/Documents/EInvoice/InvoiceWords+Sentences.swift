import Formats
import Invoicing
import Money
import Trade

extension InvoiceWords {
    /// BT-20: what may be deducted until when, and until when to pay what.
    ///
    /// `2 % Skonto bei Zahlung bis 22.06.2026, zahlbar bis 12.07.2026 ohne Abzug`. Whatever form the
    /// terms have, what they come to is a day: that is what is said.
    func paymentTerms(of invoice: Invoice) -> String {
        let format = LocaleFormat(language: invoice.language)
        var parts = invoice.earlyPayment.map {
            format.percent($0.percent) + earlyPayment + format.date($0.until)
        }
        if invoice.instalments.isEmpty {
            parts.append(payableBy + format.date(invoice.dueDate) + withoutDeduction)
        } else {
            let instalments = invoice.instalments.map {
                "\(format.percent($0.percent)) (\(format.money($0.amount)))\(instalmentBy)"
                    + format.date($0.date)
            }
            parts.append(inInstalments + instalments.joined(separator: "; "))
        }
        return sentence(parts.joined(separator: ", "))
    }

    /// BT-22: what was said on the orders, their terms of delivery, and the milestone.
    func notes(of invoice: Invoice) -> [String] {
        let orders = invoice.orders
        let isOne = orders.count == 1
        var notes: [String] = []
        if let milestone = invoice.milestone {
            let percent = LocaleFormat(language: invoice.language).percent(milestone.percent)
            let name = self.milestone + milestone.id
            notes.append(sentence("\(name)\(colon)\(milestone.description), \(percent)"))
        }
        notes += orders.compactMap { order in
            order.note.map { isOne ? $0 : sentence(self.order + order.id + colon) + $0 }
        }
        for incoterm in orders.compactMap(\.incoterm)
        where !notes.contains(deliveryTerms + incoterm) {
            notes.append(deliveryTerms + incoterm)
        }
        return notes
    }

    /// BT-127: the order and the delivery that a line bills, where the invoice bills several of
    /// them; `nil` where its head says it.
    ///
    /// `Auftrag AU-7 (Ihre Bestellung B-1), Lieferschein LS-9 vom 11.06.2026`
    func lineNote(
        of part: Fulfilment.Part, severalOrders: Bool, severalDeliveries: Bool, language: String
    ) -> String? {
        var parts: [String] = []
        let order = part.order.order
        if severalOrders {
            let theirs = order.purchaseOrder.map { " (\(buyersOrder)\($0))" } ?? ""
            parts.append(self.order + order.id + theirs)
        }
        if severalDeliveries, part.isDelivery {
            let day = LocaleFormat(language: language).date(part.delivery.date)
            parts.append(delivery + part.delivery.id + ofDate + day)
        }
        return parts.isEmpty ? nil : sentence(parts.joined(separator: ", "))
    }

    /// The text with a capital at its beginning.
    private func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}

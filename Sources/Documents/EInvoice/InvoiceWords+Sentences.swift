import Formats
import Invoicing
import Money
import Trade

extension InvoiceWords {
    /// BT-20: what may be deducted until when, and until when to pay what.
    ///
    /// `2 % Skonto bei Zahlung bis 22.06.2026, zahlbar bis 12.07.2026 ohne Abzug`. Whatever form the
    /// terms have, what they come to is a day: that is what is said.
    func paymentTerms(of invoice: Invoice, as form: EInvoiceForm) -> String? {
        let format = LocaleFormat(language: invoice.language)
        let instalments = invoice.payment?.instalments ?? []
        var parts = (invoice.payment?.earlyPayment ?? []).map {
            format.percent($0.percent) + earlyPayment + format.date($0.until)
        }
        if instalments.isEmpty {
            guard let due = invoice.dueDate else { return nil }
            parts.append(payableBy + format.date(due) + withoutDeduction)
        } else {
            let instalments = instalments.map {
                "\(format.percent($0.percent)) (\(format.money($0.amount)))\(instalmentBy)"
                    + format.date($0.date)
            }
            parts.append(inInstalments + instalments.joined(separator: "; "))
        }
        let sentence = sentence(parts.joined(separator: ", "))
        return form.isXRechnung ? sentence + skonto(of: invoice) : sentence
    }

    /// What XRechnung wants said of early payment for machines, a line for each (BR-DE-18):
    /// `#SKONTO#TAGE=10#PROZENT=2.00#`.
    private func skonto(of invoice: Invoice) -> String {
        let earlyPayment = invoice.payment?.earlyPayment ?? []
        // It has room for two decimals; what has more is said in words only.
        let lines = earlyPayment.filter { $0.percent.fits(places: 2) }.map { step -> String in
            let days = step.until.dayNumber - invoice.issueDate.dayNumber
            return "\n#SKONTO#TAGE=\(days)#PROZENT=\(step.percent.text(minimumPlaces: 2))#"
        }
        return lines.isEmpty ? "" : lines.joined() + "\n"
    }

    /// BT-22: why a note was written, what the law wants said of the whole, what was said on the
    /// orders, their terms of delivery, the milestone, and the deposits with the VAT in them.
    func notes(of invoice: Invoice, as form: EInvoiceForm) -> [String] {
        let orders = invoice.orders
        let isOne = orders.count == 1
        var notes = invoice.reason.map { [$0] } ?? []
        notes += invoice.treatment.declarations
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
        notes += invoice.prepayments.map { note(of: $0, LocaleFormat(language: invoice.language)) }
        // Peppol has room for one note (PEPPOL-EN16931-R002).
        return form == .peppol && notes.count > 1 ? [notes.joined(separator: "\n")] : notes
    }

    /// What a final invoice must say of each deposit it takes off: its amount and the VAT that was
    /// stated on it (BT-113 has room for the sum of the amounts only).
    ///
    /// `Abzüglich Anzahlung AR-3 vom 01.06.2026: 119,00 €, darin USt. 19,00 €`
    private func note(of prepayment: Invoice.Prepayment, _ format: LocaleFormat) -> String {
        sentence(self.prepayment) + prepayment.number + ofDate + format.date(prepayment.date)
            + colon + format.money(prepayment.total)
            + includingVAT + format.money(prepayment.tax)
    }

    /// BT-127: the order and the delivery that a line bills, where the invoice bills several of
    /// them; `nil` where its head says it.
    ///
    /// `Auftrag AU-7 (Ihre Bestellung B-1), Lieferschein LS-9 vom 11.06.2026`
    func lineNote(
        of part: Invoice.Part, severalOrders: Bool, severalDeliveries: Bool, language: String
    ) -> String? {
        var parts: [String] = []
        let order = part.order
        if severalOrders {
            let theirs = order.purchaseOrder.map { " (\(buyersOrder)\($0))" } ?? ""
            parts.append(self.order + order.id + theirs)
        }
        if severalDeliveries, part.isDelivery, let theirs = part.delivery {
            let day = LocaleFormat(language: language).date(theirs.date)
            parts.append(delivery + theirs.id + ofDate + day)
        }
        return parts.isEmpty ? nil : sentence(parts.joined(separator: ", "))
    }

    /// The text with a capital at its beginning.
    private func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}

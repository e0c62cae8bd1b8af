import Diagnostics
import EInvoice
import Formats
import Money

extension EN16931Invoice {
    /// The invoice for people: who, when, what, how much, how to pay, what came with it.
    var text: String {
        var text = printableTable(head)
        text += section("seller", seller.rows)
        text += section("buyer", buyer.rows)
        text += section("other parties", others)
        text += section("references", references)
        text += lineTable
        text += section("allowances and charges", adjustments, alignRight: [2])
        text += section("VAT", vatBreakdown.map(\.row), alignRight: [1, 2, 3])
        text += section("totals", totals.rows, alignRight: [1])
        text += section("payment", paymentRows)
        text += section("notes", notes.map { [$0.subject ?? "", $0.text.oneLine] })
        text += section("attachments", supportingDocuments.map(\.row))
        return text
    }

    private func section(
        _ title: String, _ rows: [[String]], alignRight: Set<Int> = []
    ) -> String {
        if rows.isEmpty { return "" }
        return "\n\(title)\n"
            + printableTable(rows.map { ["  " + $0[0]] + $0.dropFirst() }, alignRight: alignRight)
    }

    private var head: [[String]] {
        rows([
            (kind, number), ("issued", issueDate.description),
            ("due", dueDate?.description), ("VAT due from", taxPointDate?.description),
            ("VAT due by", taxPointEvent?.rawValue),
            (
                "period",
                invoicingPeriod.map {
                    "\($0.from?.description ?? "") to \($0.to?.description ?? "")"
                }
            ),
            ("delivered", delivery?.date?.description), ("currency", currency.code),
            ("VAT currency", accountingCurrency?.code), ("follows", specification),
            ("process", process), ("form", form.rawValue),
        ])
    }

    private var kind: String {
        switch type {
        case .invoice: "invoice"
        case .creditNote: "credit note"
        case .debitNote: "debit note"
        case .prepayment: "deposit invoice"
        default: "document of type \(type.rawValue)"
        }
    }

    private var others: [[String]] {
        var all: [[String]] = []
        if let payee {
            all += rows([
                ("payee", payee.name), ("id", payee.identifier?.text),
                ("registration", payee.legalRegistration?.text),
            ])
        }
        if let party = taxRepresentative {
            all += rows([
                ("tax representative", party.name), ("VAT id", party.vatIdentifier),
                ("address", party.address?.text),
            ])
        }
        if let delivery {
            all += rows([
                ("delivered to", delivery.name), ("place", delivery.location?.text),
                ("address", delivery.address?.text),
            ])
        }
        return all
    }

    private var references: [[String]] {
        rows(
            [
                ("buyer reference", buyerReference), ("order", purchaseOrder),
                ("sales order", salesOrder), ("contract", contract), ("project", project),
                ("despatch advice", despatchAdvice), ("receiving advice", receivingAdvice),
                ("tender", tender), ("billed object", object?.text),
                ("booked on", accountingReference),
            ]
                + precedingInvoices.map {
                    ("about", $0.number + ($0.issueDate.map { " of \($0)" } ?? ""))
                })
    }

    private var paymentRows: [[String]] {
        let debit = payment?.directDebit
        return rows(
            [
                ("terms", paymentTerms?.oneLine),
                (
                    "means",
                    payment.map { $0.meansCode + ($0.means.map { " \($0)" } ?? "") }
                ), ("state", payment?.remittance),
            ]
                + (payment?.transfers ?? []).map {
                    (
                        "account",
                        [$0.account, $0.bank, $0.holder].compactMap(\.self).joined(separator: ", ")
                    )
                } + [
                    (
                        "card",
                        payment?.card.map {
                            [$0.number, $0.holder].compactMap(\.self).joined(separator: ", ")
                        }
                    ), ("mandate", debit?.mandate), ("creditor", debit?.creditor),
                    ("debited account", debit?.account),
                ])
    }
}

/// A row for each text that is there.
func rows(_ rows: [(String, String?)]) -> [[String]] {
    rows.compactMap { name, text in
        guard let text, !text.isEmpty else { return nil }
        return [name, text]
    }
}

extension String {
    /// Its lines with a stroke between them.
    var oneLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " / ")
    }
}

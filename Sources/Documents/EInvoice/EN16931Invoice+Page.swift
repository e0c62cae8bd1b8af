public import Formats
import Money
import Trade

extension EN16931Invoice {
    /// The invoice as templates bind to it: the tree of `docs/canonical.md`, as far as the terms say
    /// it. No amount is computed; what a template has no place for stands among its notes.
    ///
    /// - Parameter language: of the page's own words (BCP 47).
    public func page(language: String) -> Value {
        let words = InvoiceWords.of(language)
        return .record { root in
            root.add("schema", "bijak/invoice/1")
            root.add("kind", kind.name)
            root.add("title", kind.title)
            root.add("number", number)
            root.add("issueDate", issueDate)
            root.add("dueDate", dueDate)
            root.add("taxPoint", delivery?.date ?? taxPointDate)
            root.add("currency", currency.code)
            root.add("language", language)
            root.add("regime", "european-vat")
            root.add("seller", seller.page)
            root.add("buyer", buyer.page(reference: buyerReference))
            root.add("shipTo", shipTo)
            addReferences(&root)
            root.add("lines", .list(lines.map { $0.page(words) }))
            addAdjustments(&root)
            root.add("taxSummary", .list(vatBreakdown.map(\.page)))
            root.add("totals", totals.page)
            root.add("payment", paymentPage)
            root.add("terms", paymentTerms.map { .list($0.pageLines) })
            root.add("notes", list(notesOnPage(words)) { .text($0) })
        }
    }

    private var kind: (name: String, title: String) {
        if type.isCredit { return ("credit-note", "credit-note") }
        return switch type {
        case .debitNote: ("debit-note", "debit-note")
        case .prepayment: ("advance", "deposit-invoice")
        default: ("invoice", "invoice")
        }
    }

    private var shipTo: Value? {
        guard let delivery, delivery.name != nil || delivery.address != nil else { return nil }
        return .record {
            $0.add("name", delivery.name ?? buyer.name)
            $0.add("address", delivery.address?.page)
        }
    }

    private func addReferences(_ root: inout Value.Record) {
        if purchaseOrder != nil || salesOrder != nil {
            root.add(
                "order",
                .record {
                    $0.add("id", salesOrder)
                    $0.add("purchaseOrder", purchaseOrder)
                })
        }
        if let contract { root.add("contract", .record { $0.add("id", contract) }) }
        if let despatchAdvice { root.add("delivery", .record { $0.add("id", despatchAdvice) }) }
        root.add("period", invoicingPeriod?.value("from", "to"))
        root.add(
            "references",
            list(precedingInvoices) { preceding in
                .record {
                    $0.add("number", preceding.number)
                    $0.add("date", preceding.issueDate)
                }
            })
    }

    /// The sums of allowances and charges, with their reason where they are one.
    private func addAdjustments(_ root: inout Value.Record) {
        if let sum = totals.allowances, !sum.isZero {
            root.add(
                "documentDiscount",
                .record {
                    $0.add("reason", allowances.only?.reason)
                    $0.add("percent", allowances.only?.percent)
                    $0.add("amount", sum)
                })
        }
        if let sum = totals.charges, !sum.isZero {
            root.add(
                "documentFreight",
                .record {
                    $0.add("description", charges.only?.reason)
                    $0.add("amount", sum)
                })
        }
    }

    private var paymentPage: Value? {
        guard let payment else { return nil }
        return .record { record in
            if let account = payment.transfers.first {
                record.add(
                    "account",
                    .record {
                        $0.add("holder", account.holder)
                        $0.add(isValidIBAN(account.account) ? "iban" : "account", account.account)
                        $0.add("bic", account.bank)
                    })
            }
            record.add("reference", payment.remittance)
        }
    }

    private func notesOnPage(_ words: InvoiceWords) -> [String] {
        var all: [String] = []
        func add(_ text: String?) {
            if let text, !text.isEmpty, !all.contains(text) { all.append(text) }
        }
        if let paid = totals.paid, !paid.isZero { add("\(words.prepayment)\(paid)") }
        if let vat = totals.accountingVAT { add("BT-111\(words.colon)\(vat)") }
        for group in vatBreakdown { add(group.exemptionReason ?? group.exemptionCode) }
        for note in notes { add(note.text.trimmed) }
        add(seller.legalInformation)
        if let payee { add("BT-59\(words.colon)\(payee.name)") }
        if let party = taxRepresentative {
            add("BT-62\(words.colon)\(party.name), \(party.vatIdentifier ?? "")")
        }
        return all
    }
}

extension String {
    /// Each line as a text.
    fileprivate var pageLines: [Value] {
        split(whereSeparator: \.isNewline).map { .text(String($0)) }
    }
}

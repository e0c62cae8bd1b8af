import Money
import TestSupport

@testable import EInvoice

extension EveryTerm {
    /// A document with some of the terms that it need not have.
    static func mixed(_ generator: inout SplitMix64) -> EN16931Invoice {
        var invoice = invoice(Bool.random(using: &generator) ? .invoice : .creditNote)
        func drop<Term>(_ term: inout Term?) {
            if Bool.random(using: &generator) { term = nil }
        }
        func drop<Item>(_ items: inout [Item]) {
            items = items.filter { _ in Int.random(in: 0..<3, using: &generator) > 0 }
        }
        drop(&invoice.process)
        drop(&invoice.taxPointEvent)
        if invoice.taxPointEvent == nil { invoice.taxPointDate = date("2026-06-28") }
        drop(&invoice.dueDate)
        drop(&invoice.buyerReference)
        drop(&invoice.project)
        drop(&invoice.contract)
        drop(&invoice.purchaseOrder)
        drop(&invoice.salesOrder)
        drop(&invoice.receivingAdvice)
        drop(&invoice.despatchAdvice)
        drop(&invoice.tender)
        drop(&invoice.object)
        drop(&invoice.object.orEmpty.scheme)
        drop(&invoice.accountingReference)
        drop(&invoice.paymentTerms)
        drop(&invoice.accountingCurrency)
        drop(&invoice.invoicingPeriod)
        drop(&invoice.payee)
        drop(&invoice.taxRepresentative)
        drop(&invoice.delivery)
        drop(&invoice.payment)
        if Bool.random(using: &generator) {
            invoice.precedingInvoices.append(.init(number: "RE-2", issueDate: nil))
        }
        drop(&invoice.notes)
        drop(&invoice.precedingInvoices)
        drop(&invoice.allowances)
        drop(&invoice.charges)
        drop(&invoice.supportingDocuments)
        drop(&invoice.lines)
        mix(&invoice.seller, &generator)
        mix(&invoice.buyer, &generator)
        if var payment = invoice.payment {
            mix(&payment, &generator)
            invoice.payment = payment
        }
        for index in invoice.lines.indices { mix(&invoice.lines[index], &generator) }
        return invoice
    }

    private static func mix(
        _ seller: inout EN16931Invoice.Seller, _ generator: inout SplitMix64
    ) {
        func drop<Term>(_ term: inout Term?) {
            if Bool.random(using: &generator) { term = nil }
        }
        drop(&seller.tradingName)
        drop(&seller.legalRegistration)
        drop(&seller.vatIdentifier)
        drop(&seller.taxRegistration)
        drop(&seller.legalInformation)
        drop(&seller.contact)
        drop(&seller.electronicAddress)
        drop(&seller.address.line1)
        drop(&seller.address.line3)
        if Bool.random(using: &generator) { seller.identifiers.removeLast() }
    }

    private static func mix(
        _ buyer: inout EN16931Invoice.Buyer, _ generator: inout SplitMix64
    ) {
        func drop<Term>(_ term: inout Term?) {
            if Bool.random(using: &generator) { term = nil }
        }
        drop(&buyer.tradingName)
        drop(&buyer.identifier)
        drop(&buyer.legalRegistration)
        drop(&buyer.vatIdentifier)
        drop(&buyer.contact)
        drop(&buyer.electronicAddress)
        if Bool.random(using: &generator) { buyer.address?.city = nil }
    }

    private static func mix(
        _ payment: inout EN16931Invoice.Payment, _ generator: inout SplitMix64
    ) {
        func drop<Term>(_ term: inout Term?) {
            if Bool.random(using: &generator) { term = nil }
        }
        drop(&payment.means)
        drop(&payment.remittance)
        drop(&payment.card)
        drop(&payment.directDebit)
        if Bool.random(using: &generator) { payment.transfers.removeFirst() }
        if Bool.random(using: &generator) { payment.directDebit?.creditor = nil }
        if Bool.random(using: &generator) { payment.directDebit?.mandate = nil }
    }

    private static func mix(_ line: inout EN16931Invoice.Line, _ generator: inout SplitMix64) {
        func drop<Term>(_ term: inout Term?) {
            if Bool.random(using: &generator) { term = nil }
        }
        drop(&line.note)
        drop(&line.object)
        drop(&line.orderLine)
        drop(&line.accountingReference)
        drop(&line.period)
        drop(&line.price.gross)
        drop(&line.price.discount)
        drop(&line.item.description)
        drop(&line.item.standardIdentifier)
        drop(&line.item.countryOfOrigin)
        if Bool.random(using: &generator) { line.allowances = [] }
        if Bool.random(using: &generator) { line.charges = [] }
        if Bool.random(using: &generator) { line.item.classifications.reverse() }
        line.quantity = Decimal(
            billionths: Int128(Int.random(in: 1...9_999_999, using: &generator)) * 1000)
    }
}

extension EN16931Invoice.Identifier? {
    fileprivate var orEmpty: EN16931Invoice.Identifier {
        get { self ?? .init("") }
        set { if self != nil { self = newValue } }
    }
}

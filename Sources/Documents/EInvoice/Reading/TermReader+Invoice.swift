import Money
import Trade

extension TermReader {
    /// The whole document.
    func invoice(_ tree: TermTree, as form: EInvoiceForm) -> EN16931Invoice {
        var invoice = EN16931Invoice(
            form: form, process: text(tree, .bt23), specification: needed(tree, .bt24),
            number: needed(tree, .bt1),
            issueDate: need(date(tree, .bt2), tree, .bt2, or: .first),
            type: .init(rawValue: needed(tree, .bt3)), currency: currency,
            seller: seller(group(tree, .bg4) ?? empty(.bg4, tree)),
            buyer: buyer(group(tree, .bg7) ?? empty(.bg7, tree)),
            totals: totals(tree))
        references(tree, &invoice)
        parties(tree, &invoice)
        invoice.accountingCurrency = accountingCurrency(tree, invoice.totals)
        invoice.taxPointDate = date(tree, .bt7)
        invoice.dueDate = date(tree, .bt9)
        invoice.paymentTerms = words(tree, .bt20)
        invoice.notes = tree.all(.bg1).map(note)
        invoice.payment = payment(tree)
        invoice.allowances = tree.all(.bg20).map { adjustment($0, .allowance) }
        invoice.charges = tree.all(.bg21).map { adjustment($0, .charge) }
        invoice.vatBreakdown = tree.all(.bg23).map(breakdown)
        invoice.supportingDocuments = tree.all(.bg24).map(supporting)
        invoice.lines = tree.all(.bg25).map(line)
        checkRoot(tree, invoice.type)
        return invoice
    }

    /// A group that is not there, to say of each of its terms that it is missing.
    private func empty(_ group: Group, _ tree: TermTree) -> TermTree {
        TermTree(group: group, element: tree.element)
    }

    private func references(_ tree: TermTree, _ invoice: inout EN16931Invoice) {
        invoice.buyerReference = text(tree, .bt10)
        invoice.project = text(tree, .bt11)
        invoice.contract = text(tree, .bt12)
        invoice.purchaseOrder = text(tree, .bt13)
        invoice.salesOrder = text(tree, .bt14)
        invoice.receivingAdvice = text(tree, .bt15)
        invoice.despatchAdvice = text(tree, .bt16)
        invoice.tender = text(tree, .bt17)
        invoice.object = object(tree, .bt18, .bt18part1)
        invoice.accountingReference = text(tree, .bt19)
        invoice.precedingInvoices = tree.all(.bg3).map {
            .init(number: needed($0, .bt25), issueDate: date($0, .bt26))
        }
        let period = group(tree, .bg14)
        invoice.invoicingPeriod = period.flatMap { self.period($0, .bt73, .bt74) }
        // UBL has BT-8 in the period's element, CII in the VAT breakdown's.
        let event = text(tree, .bt8) ?? period.flatMap { text($0, .bt8) }
        invoice.taxPointEvent = event.map(taxPointEvent)
    }

    /// BT-18, BT-128: CII has the scheme in an element of its own, UBL on the number's.
    func object(_ tree: TermTree, _ term: Term, _ scheme: Term) -> EN16931Invoice.Identifier? {
        guard let number = text(tree, term) else { return nil }
        return .init(number, scheme: text(tree, scheme))
    }

    func period(_ tree: TermTree, _ from: Term, _ to: Term) -> EN16931Invoice.Period? {
        let period = EN16931Invoice.Period(from: date(tree, from), to: date(tree, to))
        return period.from == nil && period.to == nil ? nil : period
    }

    /// The codes of UNTDID 2475 in CII are others of UNTDID 2005 in the model and in UBL.
    private func taxPointEvent(_ code: String) -> EN16931Invoice.TaxPointEvent {
        switch syntax == .cii ? code : "" {
        case "5": .issue
        case "29": .delivery
        case "72": .payment
        default: .init(rawValue: code)
        }
    }

    /// BG-1: UBL has BT-21 before the words, a code of three letters of UNTDID 4451 between `#`.
    private func note(_ tree: TermTree) -> EN16931Invoice.Note {
        guard let words = words(tree, .bt22) else { return .init(needed(tree, .bt22)) }
        guard syntax == .ubl else { return .init(words, subject: text(tree, .bt21)) }
        let bytes = Array(words.utf8.prefix(5))
        let hash = UInt8(ascii: "#")
        let isCoded =
            bytes.count == 5 && bytes[0] == hash && bytes[4] == hash
            && bytes[1...3].allSatisfy { (65...90).contains($0) }
        if !isCoded { return .init(words) }
        let rest = words.utf8.dropFirst(5)
        return .init(
            String(decoding: rest, as: UTF8.self),
            subject: String(decoding: bytes[1...3], as: UTF8.self))
    }

    private func supporting(_ tree: TermTree) -> EN16931Invoice.SupportingDocument {
        .init(
            reference: needed(tree, .bt122), description: text(tree, .bt123),
            location: text(tree, .bt124), attachment: attachment(tree))
    }

    /// UBL has a root of its own for what lowers what is owed, and it is written back by its type.
    private func checkRoot(_ tree: TermTree, _ type: EN16931Invoice.DocumentType) {
        guard syntax == .ubl, let value = tree.first(.bt3) else { return }
        let isCredit = tree.element.name == "CreditNote"
        if type.isCredit == isCredit || ["81", "83"].contains(type.rawValue) { return }
        add(
            "root-and-type", .warning, "BT-3 belongs to the other kind of document", value.element,
            found: "\(type.rawValue) in <\(tree.element.name)>",
            expected: isCredit ? "a code for a credit note" : "a code for an invoice")
    }
}

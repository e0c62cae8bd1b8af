import Books
import Invoicing
import Trade

extension Books.SearchText {
    /// So many bytes of each kind: a document of 20,000 lines is found by what its first ones say.
    private static let limit = 1 << 18

    /// What a document says of its parties, items and references.
    init(_ invoice: Invoice) {
        self.init(
            parties: Books.SearchText.joined(invoice.partyWords),
            items: Books.SearchText.joined(invoice.itemWords),
            mentions: Books.SearchText.joined(invoice.mentionedNumbers))
    }

    /// What the tables alone say: of a document whose canonical JSON cannot be read.
    init(_ document: Books.Document) {
        let mentions = [
            document.number, document.order, document.purchaseOrder ?? "", document.original ?? "",
        ]
        self.init(
            parties: "\(document.customer)\n\(document.customerName)", items: "",
            mentions: mentions.joined(separator: "\n"))
    }

    /// Each word once, one a line: no phrase is found across two of them that do not belong together
    /// except by chance.
    private static func joined(_ words: [String?]) -> String {
        var text = ""
        var seen: Set<String> = []
        for case let word? in words where !word.isEmpty && seen.insert(word).inserted {
            if text.utf8.count + word.utf8.count > limit { break }
            text += word + "\n"
        }
        return text
    }
}

extension Invoice {
    fileprivate var partyWords: [String?] {
        [
            buyer.id, buyer.name, buyer.taxNumber, buyer.legalRegistration?.number, buyer.reference,
            buyer.contact?.name, buyer.contact?.email, buyer.contact?.phone,
        ] + buyer.address.words + [shipTo?.id, shipTo?.name, shipTo?.taxNumber]
            + (shipTo?.address.words ?? [])
    }

    fileprivate var itemWords: [String?] {
        lines.flatMap { [$0.item, $0.name, $0.note, $0.hsn, $0.commodityCode] }
    }

    fileprivate var mentionedNumbers: [String?] {
        [number, contract?.id, contract?.title, contract?.reference, reason]
            + references.map(\.number) + prepayments.map(\.number)
            + parts.flatMap { [$0.order.id, $0.order.purchaseOrder, $0.delivery?.id] }
    }
}

extension Address {
    fileprivate var words: [String?] { [name, attention] + lines + [city, postcode] }
}

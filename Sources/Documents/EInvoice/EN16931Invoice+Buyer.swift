import Invoicing
import Trade

extension EN16931Invoice {
    /// BG-7: who buys.
    public struct Buyer: Hashable, Sendable {
        /// BT-44: the legal name.
        public var name: String
        /// BT-45: the name on the envelope, where that differs.
        public var tradingName: String?
        /// BT-46: a number to tell the buyer by, such as the seller's for it.
        public var identifier: Identifier?
        /// BT-47: the number in a register of companies.
        public var legalRegistration: Identifier?
        /// BT-48: with the country's prefix.
        public var vatIdentifier: String?
        /// BG-8; absent from the smallest profile of Factur-X only.
        public var address: PostalAddress?
        /// BG-9.
        public var contact: Contact?
        /// BT-49.
        public var electronicAddress: Identifier?
    }
}

extension EN16931Invoice.Buyer {
    /// - Parameter isOutsideScope: the document is not subject to VAT and names nobody's VAT
    ///   identifier (BR-O-02).
    init(_ customer: Invoice.Buyer, isOutsideScope: Bool) {
        let envelope = customer.address
        self.init(
            name: customer.name, tradingName: envelope.name == customer.name ? nil : envelope.name,
            identifier: .init(customer.id),
            legalRegistration: customer.legalRegistration.map { .init($0.number) },
            vatIdentifier: isOutsideScope ? nil : EInvoice.vatIdentifier(customer.taxNumber),
            address: EN16931Invoice.PostalAddress(envelope),
            contact: EN16931Invoice.Contact(
                name: customer.contact?.name ?? envelope.attention, phone: customer.contact?.phone,
                email: customer.contact?.email),
            electronicAddress: customer.electronicAddress.map { .init($0.id, scheme: $0.scheme) })
    }
}

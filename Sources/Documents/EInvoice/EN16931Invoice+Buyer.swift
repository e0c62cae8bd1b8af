import Invoicing
public import Trade

extension EN16931Invoice {
    /// BG-7: who buys.
    public struct Buyer: Hashable, Sendable {
        /// BT-44: the legal name.
        public var name: String
        /// BT-45: the name on the envelope, where that differs.
        public var tradingName: String?
        /// BT-46: the seller's number for the buyer.
        public var identifier: String?
        /// BT-47: the number in a register of companies.
        public var legalRegistration: String?
        /// BT-48: with the country's prefix.
        public var vatIdentifier: String?
        /// BG-8.
        public var address: PostalAddress
        /// BG-9.
        public var contact: Contact?
        /// BT-49.
        public var electronicAddress: ElectronicAddress?
    }
}

extension EN16931Invoice.Buyer {
    /// - Parameter isOutsideScope: the document is not subject to VAT and names nobody's VAT
    ///   identifier (BR-O-02).
    init(_ customer: Invoice.Buyer, isOutsideScope: Bool) {
        let envelope = customer.address
        self.init(
            name: customer.name, tradingName: envelope.name == customer.name ? nil : envelope.name,
            identifier: customer.id, legalRegistration: customer.legalRegistration?.number,
            vatIdentifier: isOutsideScope ? nil : EInvoice.vatIdentifier(customer.taxNumber),
            address: EN16931Invoice.PostalAddress(envelope),
            contact: EN16931Invoice.Contact(
                name: customer.contact?.name ?? envelope.attention, phone: customer.contact?.phone,
                email: customer.contact?.email),
            electronicAddress: customer.electronicAddress)
    }
}

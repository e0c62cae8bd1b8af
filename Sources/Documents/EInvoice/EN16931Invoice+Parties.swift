extension EN16931Invoice {
    /// BG-10: who is to be paid, where that is not the seller.
    public struct Payee: Hashable, Sendable {
        /// BT-59.
        public var name: String
        /// BT-60.
        public var identifier: Identifier?
        /// BT-61: the number in a register of companies.
        public var legalRegistration: Identifier?
    }

    /// BG-11: who answers to the tax office for the seller.
    public struct TaxRepresentative: Hashable, Sendable {
        /// BT-62.
        public var name: String
        /// BT-63: with the country's prefix; required by BR-56.
        public var vatIdentifier: String?
        /// BG-12.
        public var address: PostalAddress?
    }
}

import Invoicing

extension EN16931Invoice {
    /// BG-31: what a line is about.
    public struct Item: Hashable, Sendable {
        /// BT-153.
        public var name: String
        /// BT-154.
        public var description: String?
        /// BT-155: the seller's id.
        public var sellerIdentifier: String?
        /// BT-156: the buyer's id.
        public var buyerIdentifier: String?
        /// BT-157: an id that others know it by, such as a GTIN.
        public var standardIdentifier: Identifier?
        /// BT-158.
        public var classifications: [Classification] = []
        /// BT-159: ISO 3166-1 alpha-2.
        public var countryOfOrigin: String?
        /// BG-32.
        public var attributes: [Attribute] = []
    }

    /// BT-158: a code for the item's kind.
    public struct Classification: Hashable, Sendable {
        public var code: String
        /// BT-158-1: the list the code is of, by UNTDID 7143, such as `HS` for the customs tariff.
        public var list: String?
        /// BT-158-2: the list's version.
        public var version: String?
    }

    /// BG-32: a property of the item.
    public struct Attribute: Hashable, Sendable {
        /// BT-160.
        public var name: String
        /// BT-161.
        public var value: String
    }
}

extension EN16931Invoice.Item {
    init(_ line: borrowing InvoiceLine) {
        self.init(
            name: line.name, description: line.note, sellerIdentifier: line.item,
            classifications: line.commodityCode.map { [.init(code: $0, list: "HS")] } ?? [],
            countryOfOrigin: line.countryOfOrigin)
    }
}

import Money

extension EN16931Invoice {
    /// BG-29: what one of a line's item costs.
    public struct Price: Hashable, Sendable {
        /// BT-146: without VAT; never rounded.
        public var net: Decimal
        /// BT-147: what was taken off `gross`.
        public var discount: Decimal?
        /// BT-148: before the discount.
        public var gross: Decimal?
        /// BT-149: the quantity that the price is for; `nil` for one.
        public var baseQuantity: Decimal?
        /// BT-150: its unit, which is the line's.
        public var baseUnit: String?
    }
}

extension EN16931Invoice.Price {
    /// A price for a quantity, which is stated where it is not one.
    init(_ net: Decimal, per quantity: Decimal, _ unit: String) {
        let isOne = quantity == Decimal(1)
        self.init(
            net: net, baseQuantity: isOne ? nil : quantity, baseUnit: isOne ? nil : unit)
    }
}

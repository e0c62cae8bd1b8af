/// What can be wrong with a generated order, by the code of the finding that must say so.
enum Fault: String, CaseIterable {
    case price = "price-mismatch"
    case tier = "tier-mismatch"
    case discount = "discount-mismatch"
    case freight = "freight-mismatch"
    case terms = "terms-mismatch"
    case totals = "totals-mismatch"
    case contractDates = "outside-contract"
    case product = "product-not-in-contract"
    case contractQuantity = "quantity-outside-contract"
    case purchaseOrder = "duplicate-purchase-order"
    case currency = "currency-mismatch"
    case item = "unknown-item"
    case customer = "unknown-customer"
    case blocked = "customer-blocked"
    case credit = "credit-limit-exceeded"
    case quantity = "quantity-not-positive"
    case key = "unknown-key"

    /// One order in so many is wrong.
    static let interval = 20

    /// What is wrong with an order, by its place; `nil` with most.
    static func ofOrder(_ index: Int) -> Fault? {
        if index % interval != interval - 1 { return nil }
        return allCases[index / interval % allCases.count]
    }

    /// How many of so many orders are wrong.
    static func count(among orders: Int) -> Int { orders / interval }
}

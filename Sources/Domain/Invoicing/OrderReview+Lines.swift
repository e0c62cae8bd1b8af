import Diagnostics
import Formats
import Money
import Trade

/// Lines: products, quantities, prices, discounts.
extension OrderReview {
    func lines(
        _ customer: Customer, _ contract: ContractTerms?, pricedOn day: BillingDay?
    ) -> [ReviewedOrder.Line] {
        var ordered = context.orderedBefore
        return order.lines.compactMap { line in
            guard let item = item(of: line) else { return nil }
            if let contract {
                checkProduct(line, item, contract, &ordered)
                checkFreight(line, contract)
            }
            let agreed = agreedPrice(of: item, customer, contract)
            guard let pricing = pricing(line, item, agreed, customer) else { return nil }
            let discount = settle(
                line.discount, contract?.lineDiscount(for: item), hasContract: contract != nil,
                at: line.node.location(of: "discount"), line: line.number)
            var priced = pricing
            // A price that somebody approved holds for every period.
            if case .contract = pricing.source {
                priced = periodPrice(of: item, contract, day) ?? pricing
            }
            guard let slices = slices(line, priced) else { return nil }
            return ReviewedOrder.Line(
                ordered: line, item: item, pricing: priced, discount: discount, slices: slices)
        }
    }

    /// Where a contract says how freight is charged, lines have none of their own.
    private func checkFreight(_ line: OrderLine, _ contract: ContractTerms) {
        guard let clause = contract.freight, let freight = line.freight, !freight.amount.isZero
        else { return }
        deviations.report(
            Diagnostic(
                code: "freight-mismatch",
                "line \(line.number): the contract knows no freight on lines",
                at: line.node.location(of: "freight"), found: freight.amount.description,
                expected: "none (\(clause.source.citation))"), line: line.number)
    }

    // MARK: Products and quantities

    private func checkProduct(
        _ line: OrderLine, _ item: Item, _ contract: ContractTerms,
        _ ordered: inout [String: Decimal]
    ) {
        guard contract.limitsProducts else { return }
        guard let product = contract.product(for: item) else {
            deviations.report(
                Diagnostic(
                    code: "product-not-in-contract",
                    "line \(line.number): contract \(contract.id) does not list \(item.id)",
                    at: line.node.location(of: "item"), found: item.id,
                    expected: some(contract.products.map(\.scope.name))),
                line: line.number)
            return
        }
        if let allowed = outOfBounds(line, product) {
            report(line, product, allowed, found: line.quantity.description)
        }
        guard context.isNew else { return }
        let before = consumed(product, ordered)
        ordered[item.id] = sum(ordered[item.id] ?? .zero, line.quantity)
        guard let total = product.total else { return }
        if sum(before, line.quantity) > total {
            report(
                line, product, "at most \(total) over the whole contract",
                found: "\(line.quantity) after \(before) ordered before")
        }
    }

    private func outOfBounds(_ line: OrderLine, _ product: ContractProduct) -> String? {
        if let minimum = product.minimum, line.quantity < minimum { return "\(minimum) or more" }
        if let maximum = product.maximum, line.quantity > maximum { return "at most \(maximum)" }
        return nil
    }

    private func report(
        _ line: OrderLine, _ product: ContractProduct, _ allowed: String, found: String
    ) {
        deviations.report(
            Diagnostic(
                code: "quantity-outside-contract",
                "line \(line.number): the contract does not allow this quantity",
                at: line.node.location(of: "quantity"), found: found,
                expected: "\(allowed) (\(product.source.citation))"), line: line.number)
    }

    /// What was ordered of a product's item, or of all items of its group.
    private func consumed(_ product: ContractProduct, _ ordered: [String: Decimal]) -> Decimal {
        switch product.scope {
        case .item(let item): ordered[item] ?? .zero
        case .group(let group):
            ordered.reduce(Decimal.zero) { total, entry in
                master.items[entry.key]?.group == group ? sum(total, entry.value) : total
            }
        }
    }

    /// Quantities are below 10¹² each and 20,000 lines an order: their sums stay in range.
    private func sum(_ a: Decimal, _ b: Decimal) -> Decimal {
        Decimal(billionths: a.billionths + b.billionths)
    }

    private func some(_ names: [String]) -> String {
        (names.count > 1 ? "one of " : "")
            + names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    }

    // MARK: Prices

    /// The contract's price, else the customer's list's, else the default list's, on the order date.
    private func agreedPrice(
        of item: Item, _ customer: Customer, _ contract: ContractTerms?
    ) -> Agreed<Pricing>? {
        if let price = contract?.price(of: item.id) {
            return Agreed(price.pricing, .contract(price.source))
        }
        let price = master.prices.price(
            of: item.id, list: customer.priceList, currency: order.currency, on: order.date)
        return price.map {
            Agreed(.flat(unitPrice: $0.unitPrice, per: $0.per), .priceList($0))
        }
    }

    /// A recurring plan's period is billed at the contract's price of its first day.
    private func periodPrice(
        of item: Item, _ contract: ContractTerms?, _ day: BillingDay?
    ) -> Agreed<Pricing>? {
        guard case .period(let date)? = day, let contract,
            let price = master.contracts.terms(of: contract.id, on: date)?.price(of: item.id)
        else { return nil }
        return Agreed(price.pricing, .contract(price.source))
    }

    /// The price that holds for a line: what was agreed, which a stated price must be.
    private func pricing(
        _ line: OrderLine, _ item: Item, _ agreed: Agreed<Pricing>?, _ customer: Customer
    ) -> Agreed<Pricing>? {
        guard let unitPrice = line.unitPrice else {
            if let agreed { return agreed }
            // Prices in another currency than the customer's are reported as such.
            if order.currency != customer.currency { return nil }
            findings.add(
                Diagnostic(
                    code: "no-price",
                    "line \(line.number): \(item.id) has no price in \(order.currency) on \(order.date)",
                    at: line.node.location(of: "item"), found: "price list \(customer.priceList)",
                    expected: "a row of the price list, or unitPrice on the line"))
            return nil
        }
        let per = line.per ?? Decimal(1)
        let stated = Agreed(
            Pricing.flat(unitPrice: unitPrice, per: per),
            .order(order.id, line.node.location(of: "unitPrice")))
        guard let agreed else { return stated }
        guard let slices = agreed.terms.slices(of: line.quantity) else { return agreed }
        if slices.allSatisfy({ isSame($0.unitPrice, $0.per, unitPrice, per) }) { return agreed }
        reportPrice(line, unitPrice, per, agreed, slices)
        return deviations.wantsAgreed ? agreed : stated
    }

    private func reportPrice(
        _ line: OrderLine, _ unitPrice: Decimal, _ per: Decimal, _ agreed: Agreed<Pricing>,
        _ slices: [PriceSlice]
    ) {
        let other = agreed.terms.tiers.first {
            isSame($0.unitPrice, agreed.terms.per, unitPrice, per)
        }
        let isTiered = slices.count > 1 || slices.first?.tier != nil
        let expected = slices.map { slice in
            let price = priceText(slice.unitPrice, per: slice.per, order.currency)
            return slice.tier.map { "\(price) for \($0.label)" } ?? price
        }
        deviations.report(
            Diagnostic(
                code: other == nil ? "price-mismatch" : "tier-mismatch",
                other.map { "line \(line.number): the price of \($0.label) does not hold here" }
                    ?? "line \(line.number): the price is not the one agreed",
                at: line.node.location(of: "unitPrice"),
                found: priceText(unitPrice, per: per, order.currency),
                expected: "\(expected.joined(separator: ", ")) (\(agreed.source.citation))",
                hint: isTiered
                    ? "the tier is decided on the ordered quantity, \(line.quantity)" : nil),
            line: line.number)
    }

    /// Whether two prices for their base quantities are one: a ÷ m = b ÷ n.
    private func isSame(_ a: Decimal, _ m: Decimal, _ b: Decimal, _ n: Decimal) -> Bool {
        if m == n { return a == b }
        let (left, right) = (
            a.billionths.multipliedFullWidth(by: n.billionths),
            b.billionths.multipliedFullWidth(by: m.billionths)
        )
        return left == right
    }

    private func slices(_ line: OrderLine, _ pricing: Agreed<Pricing>) -> [PriceSlice]? {
        guard let slices = pricing.terms.slices(of: line.quantity) else {
            findings.add(
                Diagnostic(
                    code: "beyond-tiers",
                    "line \(line.number): no tier reaches this quantity",
                    at: line.node.location(of: "quantity"), found: line.quantity.description,
                    expected: pricing.terms.tiers.last?.to.map {
                        "at most \($0) (\(pricing.source.citation))"
                    }))
            return nil
        }
        if case .package(let size, _) = pricing.terms, !isWhole(line.quantity, of: size) {
            findings.add(
                Diagnostic(
                    code: "package-quantity",
                    "line \(line.number): the contract sells whole packages of \(size)",
                    at: line.node.location(of: "quantity"), found: line.quantity.description,
                    expected: "a multiple of \(size) (\(pricing.source.citation))"))
            return nil
        }
        return slices
    }

    private func isWhole(_ quantity: Decimal, of size: Decimal) -> Bool {
        quantity.billionths % size.billionths == 0
    }
}

/// A price as findings and explanations name it: `EUR 12.50`, `INR 900.00 per 100`.
func priceText(_ price: Decimal, per: Decimal, _ currency: Currency) -> String {
    let text = "\(currency) \(price.text(minimumPlaces: currency.minorDigits))"
    return per == Decimal(1) ? text : "\(text) per \(per)"
}

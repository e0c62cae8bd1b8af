import Diagnostics
import Money
import Trade

/// Terms of the order as a whole: payment, discount, freight.
extension OrderReview {
    /// The contract's, else the customer's, which what the order states must be; where neither has
    /// any, what the order states, else the company's.
    func paymentTerms(
        _ customer: Customer, _ contract: ContractTerms?
    ) -> Agreed<PaymentTerms> {
        let agreed =
            contract?.paymentTerms.map { Agreed($0.terms, .contract($0.source)) }
            ?? customer.paymentTerms.map { Agreed($0, .customer(customer)) }
        guard let agreed else {
            return order.paymentTerms.map { Agreed($0, own("paymentTerms")) }
                ?? Agreed(master.company.paymentTerms, .company(master.company))
        }
        guard let stated = order.paymentTerms, stated != agreed.terms else { return agreed }
        deviations.report(
            Diagnostic(
                code: "terms-mismatch", "the payment terms are not those agreed",
                at: order.node.location(of: "paymentTerms"), found: stated.description,
                expected: "\(agreed.terms.description) (\(agreed.source.citation))"))
        return deviations.wantsAgreed ? agreed : Agreed(stated, own("paymentTerms"))
    }

    /// The document's discount: without a contract what the order states; with one, what it says.
    func documentDiscount(_ contract: ContractTerms?) -> Agreed<Discount>? {
        settle(
            order.discount, contract?.orderDiscount, hasContract: contract != nil,
            at: order.node.location(of: "discount"), line: nil)
    }

    /// Holds a stated discount against a contract's. Not stating one takes what is agreed.
    func settle(
        _ stated: Discount?, _ agreed: ContractDiscount?, hasContract: Bool,
        at location: SourceLocation, line: Int?
    ) -> Agreed<Discount>? {
        let expected = agreed.map {
            Agreed(
                Discount(size: .percent($0.percent), reason: stated?.reason ?? $0.reason),
                .contract($0.source))
        }
        let own = stated.map { Agreed($0, TermSource.order(order.id, location)) }
        guard hasContract, let stated else { return own ?? expected }
        if case .percent(let percent) = stated.size, percent == (agreed?.percent ?? .zero) {
            return expected
        }
        deviations.report(
            Diagnostic(
                code: "discount-mismatch",
                (line.map { "line \($0): the" } ?? "the") + " discount is not the contract's",
                at: location, found: stated.description,
                expected: agreed.map { "\($0.percent) % (\($0.source.citation))" }
                    ?? "no discount: the contract grants none here"), line: line)
        return deviations.wantsAgreed ? expected : own
    }

    /// Freight on the document and how often it is charged.
    func freight(_ contract: ContractTerms?) -> ReviewedOrder.AgreedFreight? {
        guard let clause = contract?.freight else {
            return order.freight.map {
                ReviewedOrder.AgreedFreight(
                    freight: $0, charged: .firstDelivery, source: own("freight"))
            }
        }
        let isIncluded = clause.terms.charged == .included
        if let stated = order.freight,
            isIncluded
                ? !stated.amount.isZero
                : clause.terms.amount.map({ $0 != stated.amount }) ?? false
        {
            deviations.report(
                Diagnostic(
                    code: "freight-mismatch", "the freight is not the contract's",
                    at: order.node.location(of: "freight"), found: stated.amount.description,
                    expected: (isIncluded
                        ? "none: freight is included"
                        : clause.terms.amount?.description ?? "")
                        + " (\(clause.source.citation))"))
            if deviations.wantsAgreed { return agreedFreight(clause) }
            return ReviewedOrder.AgreedFreight(
                freight: stated, charged: isIncluded ? .firstDelivery : clause.terms.charged,
                source: own("freight"))
        }
        return agreedFreight(clause)
    }

    private func agreedFreight(_ clause: Clause<ContractFreight>) -> ReviewedOrder.AgreedFreight? {
        guard clause.terms.charged != .included,
            let amount = clause.terms.amount ?? order.freight?.amount
        else { return nil }
        return ReviewedOrder.AgreedFreight(
            freight: Freight(amount: amount, description: order.freight?.description),
            charged: clause.terms.charged,
            source: clause.terms.amount == nil ? own("freight") : .contract(clause.source))
    }

    func own(_ key: String) -> TermSource { .order(order.id, order.node.location(of: key)) }
}

extension Discount {
    /// As findings name it: `5 %`, `INR 120.00`.
    var description: String {
        switch size {
        case .percent(let percent): "\(percent) %"
        case .amount(let amount): amount.description
        }
    }
}

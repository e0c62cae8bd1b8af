import Diagnostics
import Money

/// What a contract with its amendments says on one day.
///
/// Cheap to make and to ask: it refers to what the book has worked out already.
public struct ContractTerms: Sendable {
    public let day: CalendarDate
    let stage: ContractStage

    /// The contract's own id, not an amendment's.
    public var id: String { stage.base.id }
    public var customer: String { stage.customer }
    public var currency: Currency { stage.currency }
    public var title: String? { stage.base.title }
    /// The customer's own number for it.
    public var reference: String? { stage.base.reference }
    public var from: CalendarDate { stage.base.from }
    /// The last day as the amendments in force leave it, or open.
    public var to: CalendarDate? { stage.to }
    /// Ids of the amendments in force, oldest first.
    public var amendments: [String] { stage.amendments }
    public var paymentTerms: Clause<PaymentTerms>? { stage.paymentTerms }
    public var freight: Clause<ContractFreight>? { stage.freight }
    public var billing: Clause<BillingPlan>? { stage.billing }
    /// Nothing but the products that the contract names may be ordered.
    public var limitsProducts: Bool { stage.limitsProducts }

    /// The price of an item on this day: the newest record's that states one.
    public func price(of item: String) -> ContractPrice? {
        first { $0.price(of: item, on: day) }
    }

    /// The discount on lines of an item: one on the item before one on its group before one on every
    /// line, of each the newest record's.
    public func lineDiscount(for item: Item) -> ContractDiscount? {
        if let own = discount(.item(item.id)) { return own }
        if let group = item.group, let its = discount(.group(group)) { return its }
        return discount(.lines)
    }

    /// The discount on orders as a whole.
    public var orderDiscount: ContractDiscount? { discount(.order) }

    /// What the contract says about ordering an item: about the item itself, else about its group.
    public func product(for item: Item) -> ContractProduct? {
        if let own = product(.item(item.id)) { return own }
        return item.group.flatMap { product(.group($0)) }
    }

    private func discount(_ scope: ContractDiscount.Scope) -> ContractDiscount? {
        first { $0.discount(scope, on: day) }
    }

    private func product(_ scope: ContractProduct.Scope) -> ContractProduct? {
        first { $0.product(scope) }
    }

    /// The newest record's answer.
    private func first<Answer>(_ answer: (Contract) -> Answer?) -> Answer? {
        for document in stage.documents.reversed() {
            if let found = answer(document) { return found }
        }
        return nil
    }
}

/// Everything in force, for printing: oldest record first, in its own order, without what a newer
/// record has taken the place of.
extension ContractTerms {
    public var prices: [ContractPrice] {
        inForce(\.item) { document in document.prices.filter { $0.holds(on: day) } }
    }

    public var discounts: [ContractDiscount] {
        inForce(\.scope) { document in document.discounts.filter { $0.holds(on: day) } }
    }

    /// Empty where anything may be ordered.
    public var products: [ContractProduct] { inForce(\.scope) { $0.products ?? [] } }

    private func inForce<Term, Key: Hashable>(
        _ key: (Term) -> Key, _ terms: (Contract) -> [Term]
    ) -> [Term] {
        var seen: Set<Key> = []
        var found: [[Term]] = []
        for document in stage.documents.reversed() {
            found.append(terms(document).filter { seen.insert(key($0)).inserted })
        }
        return found.reversed().flatMap { $0 }
    }
}

/// What holds of a contract from the first day of one of its records to that of the next: worked out
/// once, when the book takes the record.
final class ContractStage: Sendable {
    let base: Contract
    let customer: String
    let currency: Currency
    /// The contract and the amendments in force, oldest first.
    let documents: ArraySlice<Contract>
    /// The day on which the newest of them begins.
    let from: CalendarDate
    let to: CalendarDate?
    let amendments: [String]
    let paymentTerms: Clause<PaymentTerms>?
    let freight: Clause<ContractFreight>?
    let billing: Clause<BillingPlan>?
    let limitsProducts: Bool

    private init(
        _ documents: ArraySlice<Contract>, _ newest: Contract, after previous: ContractStage?,
        customer: String, currency: Currency
    ) {
        let base = previous?.base ?? newest
        self.base = base
        self.customer = customer
        self.currency = currency
        self.documents = documents
        from = newest.from
        to = newest.to ?? previous?.to
        amendments = (previous?.amendments ?? []) + (newest.isAmendment ? [newest.id] : [])
        paymentTerms = newest.paymentTerms ?? previous?.paymentTerms
        freight = newest.freight?.map { $0.in(currency) } ?? previous?.freight
        billing = newest.billing?.map { $0.anchored(on: base.from) } ?? previous?.billing
        limitsProducts = newest.products != nil || previous?.limitsProducts ?? false
    }

    /// The stages of a contract and its amendments, oldest first; none where the first record is
    /// itself an amendment.
    static func stages(of documents: [Contract]) -> [ContractStage] {
        guard let base = documents.first, let customer = base.customer, let currency = base.currency
        else { return [] }
        var stages: [ContractStage] = []
        for (index, document) in documents.enumerated() {
            stages.append(
                ContractStage(
                    documents[...index], document, after: stages.last, customer: customer,
                    currency: currency))
        }
        return stages
    }
}

import Diagnostics
import Formats
import Money
import Trade

/// One order held against its customer, contract and price lists.
struct OrderReview {
    let order: Order
    let master: MasterData
    let context: OrderContext
    let findings: Findings
    let deviations: Deviations

    func result(on day: BillingDay?) -> ReviewedOrder? {
        let errorsBefore = findings.errorCount
        guard let customer = customer(on: order.date) else {
            _ = itemsOnly()
            return nil
        }
        checkStatus(of: customer)
        let errorsBeforeContract = findings.errorCount
        let contract = contract(of: customer)
        if findings.errorCount > errorsBeforeContract {
            // Without knowing the contract nothing can be held against it.
            _ = itemsOnly()
            return nil
        }
        checkCurrency(customer, contract)
        let shipTo = shipTo(of: customer)
        let terms = paymentTerms(customer, contract)
        let discount = documentDiscount(contract)
        let freight = freight(contract)
        let lines = lines(customer, contract, pricedOn: day)
        // The version that is billed may be younger than the one that ordered.
        let billed = day.map { self.customer(on: $0.date) } ?? customer
        let registered = billed.flatMap { registration($0, on: day?.date ?? order.date) }
        guard let registered, findings.errorCount == errorsBefore else { return nil }
        return ReviewedOrder(
            order: order, customer: registered, shipTo: shipTo, contract: contract,
            paymentTerms: terms, discount: discount, freight: freight, lines: lines)
    }

    // MARK: Customer

    private func customer(on day: CalendarDate) -> Customer? {
        if let customer = master.customers.customer(order.customer, on: day) { return customer }
        if let oldest = master.customers.versions(of: order.customer).first {
            findings.add(
                Diagnostic(
                    code: "customer-not-yet",
                    "customer \(order.customer) has no version that holds on \(day)",
                    at: order.node.location(of: "date"), found: day.description,
                    expected: "\(oldest.validFrom?.description ?? "any day") or later",
                    hint: "is a date mistyped, or a version of the customer missing?"))
            return nil
        }
        findings.add(
            Diagnostic(
                code: "unknown-customer", "no customer \(order.customer) is in the books",
                at: order.node.location(of: "customer"), found: order.customer,
                hint: nearest(to: order.customer, among: master.customers.ids)
                    .map { "did you mean \"\($0)\"?" } ?? "import the customer first"))
        return nil
    }

    private func checkStatus(of customer: Customer) {
        guard context.isNew, customer.status != .active else { return }
        let isBlocked = customer.status == .blocked
        let finding = Diagnostic(
            code: isBlocked ? "customer-blocked" : "customer-inactive",
            "customer \(customer.id) is \(customer.status.rawValue)",
            at: order.node.location(of: "customer"),
            found: customer.statusReason.map { "\(customer.status.rawValue): \($0)" }
                ?? customer.status.rawValue,
            expected: "an active customer",
            hint: isBlocked ? "unblock the customer" : "was the customer replaced by another?")
        if isBlocked { deviations.report(finding) } else { findings.add(finding) }
    }

    /// The customer under the tax registration that the order names.
    private func registration(_ customer: Customer, on day: CalendarDate) -> Customer? {
        guard let number = order.billTo else { return customer }
        if let billed = customer.billed(to: number, on: day) { return billed }
        let known =
            ([customer.taxNumber].compactMap(\.self)
            + customer.taxRegistrations.map(\.taxNumber)).joined(separator: ", ")
        findings.add(
            Diagnostic(
                code: "unknown-registration",
                "customer \(customer.id) has no tax registration \(number) on \(day)",
                at: order.node.location(of: "billTo"), found: number,
                expected: known.isEmpty ? nil : known,
                hint: "add it to the customer's taxRegistrations, or leave billTo out"))
        return nil
    }

    private func shipTo(of customer: Customer) -> Customer.ShipTo? {
        guard let id = order.shipTo else { return nil }
        if let place = customer.shipTo.first(where: { $0.id == id }) { return place }
        findings.add(
            Diagnostic(
                code: "unknown-ship-to", "customer \(customer.id) has no ship-to address \(id)",
                at: order.node.location(of: "shipTo"), found: id,
                hint: suggestion(for: id, among: customer.shipTo.map(\.id))
                    ?? "add it to the customer, or leave shipTo out"))
        return nil
    }

    // MARK: Contract

    /// The contract the order is under: the one it names, else the customer's only one in force.
    private func contract(of customer: Customer) -> ContractTerms? {
        guard let id = order.contract else {
            let inForce = master.contracts.inForce(for: customer.id, on: order.date)
            if inForce.count > 1 {
                findings.add(
                    Diagnostic(
                        code: "contract-ambiguous",
                        "customer \(customer.id) has several contracts in force on \(order.date)",
                        at: order.node.location(of: "customer"), found: "no contract named",
                        expected: "contract: \(inForce.map(\.id).joined(separator: " or "))"))
            }
            return inForce.count == 1 ? inForce[0] : nil
        }
        guard let base = master.contracts.base(of: id), let contract = master.contracts[base] else {
            findings.add(
                Diagnostic(
                    code: "unknown-contract", "no contract \(id) is in the books",
                    at: order.node.location(of: "contract"), found: id,
                    hint: suggestion(for: id, among: master.contracts.ids)
                        ?? "import the contract first"))
            return nil
        }
        if contract.customer != customer.id {
            findings.add(
                Diagnostic(
                    code: "contract-customer", "contract \(base) is another customer's",
                    at: order.node.location(of: "contract"), found: id,
                    expected:
                        "a contract of \(customer.id), not of \(contract.customer ?? "another")",
                    hint: suggestion(
                        for: id,
                        among: master.contracts.inForce(for: customer.id, on: order.date)
                            .map(\.id))))
            return nil
        }
        if let terms = master.contracts.terms(of: base, on: order.date) { return terms }
        return outside(contract)
    }

    /// An order dated outside its contract; where that is approved, the terms of the nearest day.
    private func outside(_ contract: Contract) -> ContractTerms? {
        let lastDay = master.contracts.lastDay(of: contract.id)
        deviations.report(
            Diagnostic(
                code: "outside-contract",
                "the order is dated outside contract \(contract.id)",
                at: order.node.location(of: "date"), found: order.date.description,
                expected: "\(contract.from) to \(lastDay?.description ?? "further notice")",
                hint: "an amendment with a new last day extends a contract"))
        return master.contracts.terms(of: contract.id, nearest: order.date)
    }

    private func checkCurrency(_ customer: Customer, _ contract: ContractTerms?) {
        if let contract, order.currency != contract.currency {
            findings.add(
                Diagnostic(
                    code: "currency-mismatch", "the order is not in the contract's currency",
                    at: order.node.location(of: "currency"), found: order.currency.code,
                    expected: "\(contract.currency) (contract \(contract.id))"))
        } else if contract == nil, order.currency != customer.currency {
            findings.add(
                Diagnostic(
                    code: "currency-mismatch", "the order is not in the customer's currency",
                    at: order.node.location(of: "currency"), found: order.currency.code,
                    expected: "\(customer.currency) (customer \(customer.id))"))
        } else if order.currency != master.company.currency, order.exchangeRate == nil {
            findings.add(
                Diagnostic(
                    code: "missing-exchange-rate",
                    "an order in \(order.currency) needs an exchange rate to \(master.company.currency)",
                    at: order.node.location(of: "currency"),
                    expected: "exchangeRate with rate, source and date"))
        }
    }

    private func itemsOnly() -> [Item] { order.lines.compactMap { item(of: $0) } }

    func item(of line: OrderLine) -> Item? {
        if let item = master.items[line.item] { return item }
        findings.add(
            Diagnostic(
                code: "unknown-item", "line \(line.number): no item \(line.item) is in the books",
                at: line.node.location(of: "item"), found: line.item,
                hint: findings.isFull
                    ? nil
                    : nearest(to: line.item, among: master.items.keys.sorted())
                        .map { "did you mean \"\($0)\"?" } ?? "import the item first"))
        return nil
    }
}

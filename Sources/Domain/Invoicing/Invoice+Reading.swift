import Diagnostics
import Formats
import Money
import Tax
import Trade

extension Invoice {
    /// Reads a document back from its canonical JSON: what `value` writes, but for the explanation.
    ///
    /// Documents of older versions lack what came later, such as the kind of a line's item; it is
    /// then as those versions had it.
    ///
    /// - Throws: a finding where the file is not a canonical invoice.
    public init(canonical tree: DataTree) throws(Rejected) {
        let root = try CanonicalNode(tree)
        let seller = try Seller(root.node("seller"))
        let buyer = try Buyer(root.node("buyer"))
        let regime = try root.text("regime")
        let groups = try root.list("taxSummary").map { (node) throws(Rejected) in
            try TaxGroup(node)
        }
        let parts = try Invoice.parts(root)
        let lines = try root.list("lines").map { (node) throws(Rejected) in
            try InvoiceLine(node, groups, parts)
        }
        let title: Treatment.Title = try root.choice("title")
        let shipTo = try root.optional("shipTo").map { (node) throws(Rejected) in try Place(node) }
        let taxPoint = try root.date("taxPoint")
        let destination = shipTo?.address ?? buyer.address
        let totals = try Totals(root.node("totals"))
        self.init(
            kind: try root.choice("kind"), title: title, number: try root.text("number"),
            issueDate: try root.date("issueDate"), dueDate: try root.optionalDate("dueDate"),
            taxPoint: taxPoint, currency: root.currency, language: try root.text("language"),
            secondLanguage: root.optionalText("secondLanguage"), regime: regime, seller: seller,
            buyer: buyer, shipTo: shipTo, parts: parts,
            contract: try root.optional("contract").map { (node) throws(Rejected) in
                try ContractReference(node)
            },
            references: try root.list("references").map { (node) throws(Rejected) in
                try Reference(node)
            },
            reason: root.optionalText("reason"),
            treatment: try Treatment(
                root, title, taxPoint, groups, regime,
                isAbroad: destination.country != seller.address.country),
            export: try root.optional("export").map { (node) throws(Rejected) in
                try Export(node)
            },
            lines: lines,
            documentDiscount: try root.optional("documentDiscount").map {
                (node) throws(Rejected) in
                DocumentDiscount(
                    reason: node.optionalText("reason"),
                    percent: try node.optionalDecimal("percent"), amount: try node.money("amount"))
            },
            documentFreight: try root.optional("documentFreight").map { (node) throws(Rejected) in
                DocumentFreight(
                    description: node.optionalText("description"),
                    amount: try node.money("amount"))
            },
            allowances: try root.list("allowances").map { (node) throws(Rejected) in
                try Adjustment(node, groups)
            },
            charges: try root.list("charges").map { (node) throws(Rejected) in
                try Adjustment(node, groups)
            },
            taxSummary: TaxGroup.numbered(groups, lines), totals: totals,
            prepayments: try root.list("prepayments").map { (node) throws(Rejected) in
                try Prepayment(node)
            },
            exchange: try root.optional("exchange").map { (node) throws(Rejected) in
                try Exchange(node, words: root.optionalText("companyWords"))
            },
            payment: try root.optional("payment").map { (node) throws(Rejected) in
                try Payment(node)
            },
            terms: root.texts("terms"), signatory: root.optionalText("signatory"),
            approvals: try root.list("approvals").map { (node) throws(Rejected) in
                try ApprovalNote(node)
            },
            attachments: try Invoice.attachments(canonical: tree),
            explanation: Explanation(), origin: root.location)
    }

    /// What travels with a document, by its canonical JSON: without the content.
    public static func attachments(canonical tree: DataTree) throws(Rejected) -> [Attachment] {
        try CanonicalNode(tree).list("attachments").map { (node) throws(Rejected) in
            try Attachment(node)
        }
    }

    /// One part for each delivery of each order that the lines name; one where they name none.
    private static func parts(_ root: CanonicalNode) throws(Rejected) -> [Part] {
        var orders = try root.list("orders").map { (node) throws(Rejected) in
            try OrderReference(node)
        }
        if let one = root.optional("order") { orders.append(try OrderReference(one)) }
        var deliveries = try root.list("deliveries").map { (node) throws(Rejected) in
            try DeliveryReference(node)
        }
        if let one = root.optional("delivery") { deliveries.append(try DeliveryReference(one)) }
        var event: Event = deliveries.isEmpty ? .order : .delivery
        if let milestone = root.optional("milestone") {
            event = .milestone(try MilestoneReference(milestone))
        } else if deliveries.isEmpty, let period = root.optional("period") {
            event = .period(
                Period(first: try period.date("from"), last: try period.date("to")))
        }
        guard let first = orders.first else { throw root.rejected("order") }
        var parts: [Part] = []
        for line in try root.list("lines") {
            guard let id = line.optionalText("order") else { continue }
            let delivery = line.optionalText("delivery")
            if parts.contains(where: { $0.order.id == id && $0.delivery?.id == delivery }) {
                continue
            }
            guard let order = orders.first(where: { $0.id == id }) else {
                throw line.rejected("order")
            }
            parts.append(
                Part(
                    order: order, event: event,
                    delivery: deliveries.first { $0.id == delivery }))
        }
        if parts.isEmpty {
            parts = [Part(order: first, event: event, delivery: deliveries.first)]
        }
        return complete(parts, orders, deliveries, event)
    }

    /// With the orders and deliveries that no line names: a note has lines of some only, and lists
    /// all that its original billed. Whose such a delivery is, the list does not say; the one before
    /// it is of the same order, as they come.
    private static func complete(
        _ parts: [Part], _ orders: [OrderReference], _ deliveries: [DeliveryReference],
        _ event: Event
    ) -> [Part] {
        let isNamed = deliveries.allSatisfy { delivery in
            parts.contains { $0.delivery?.id == delivery.id }
        }
        var all = parts
        if !isNamed, let first = orders.first {
            all = []
            for delivery in deliveries {
                let its = parts.filter { $0.delivery?.id == delivery.id }
                let order = all.last?.order ?? first
                all += its.isEmpty ? [Part(order: order, event: event, delivery: delivery)] : its
            }
            all += parts.filter { $0.delivery == nil }
        }
        for order in orders where !all.contains(where: { $0.order.id == order.id }) {
            all.append(Part(order: order, event: event, delivery: nil))
        }
        return all
    }
}

extension Invoice.TaxGroup {
    fileprivate init(_ node: CanonicalNode) throws(Rejected) {
        let amounts = try TaxAmounts(node)
        let reason = node.optionalText("exemptionReason")
        self.init(
            hsn: node.optionalText("hsn"),
            tax: LineTax(
                category: try node.choice("category"), rate: try node.decimal("rate"),
                heads: TaxHead.allCases.filter { amounts[$0] != nil },
                isCharged: node.flag("isCharged") ?? true,
                exemption: reason.map {
                    Exemption(code: node.optionalText("exemptionCode"), reason: $0)
                }, law: node.optionalText("law"), name: node.optionalText("name")),
            taxable: try node.money("taxable"), amounts: amounts, total: try node.money("tax"),
            lines: [])
    }

    /// The groups with the numbers of their lines.
    fileprivate static func numbered(_ groups: [Self], _ lines: [InvoiceLine]) -> [Self] {
        groups.map { group in
            let its = lines.filter {
                $0.tax == group.tax && (group.hsn == nil || group.hsn == $0.hsn)
            }
            return Self(
                hsn: group.hsn, tax: group.tax, taxable: group.taxable, amounts: group.amounts,
                total: group.total, lines: its.map(\.number))
        }
    }
}

extension LineTax {
    /// The tax of a line or an adjustment: that of its group, found by category and rate. What is
    /// in no group (paid as pure agent) bears none.
    fileprivate init(
        _ node: CanonicalNode, _ groups: [Invoice.TaxGroup], hsn: String? = nil
    ) throws(Rejected) {
        let category: TaxCategory = try node.choice("category")
        let rate = try node.decimal("rate")
        let alike = groups.filter { $0.tax.category == category && $0.tax.rate == rate }
        self =
            (alike.first { $0.hsn == hsn } ?? alike.first)?.tax
            ?? LineTax(category: category, rate: rate, heads: [])
    }
}

extension InvoiceLine {
    fileprivate init(
        _ node: CanonicalNode, _ groups: [Invoice.TaxGroup], _ parts: [Invoice.Part]
    ) throws(Rejected) {
        let (order, delivery) = (node.optionalText("order"), node.optionalText("delivery"))
        let hsn = node.optionalText("hsn")
        let zero = Money.zero(node.currency)
        self.init(
            number: try node.integer("number"),
            part: parts.firstIndex { $0.order.id == order && $0.delivery?.id == delivery } ?? 0,
            orderLine: try node.integer("orderLine"), item: try node.text("item"),
            kind: node.has("kind")
                ? try node.choice("kind") : hsn?.hasPrefix("99") == true ? .service : .goods,
            name: try node.text("name"), note: node.optionalText("note"), hsn: hsn,
            commodityCode: node.optionalText("commodityCode"),
            countryOfOrigin: node.optionalText("countryOfOrigin"), unit: try node.text("unit"),
            quantity: try node.decimal("quantity"), unitPrice: try node.decimal("unitPrice"),
            per: try node.optionalDecimal("per") ?? Decimal(1), gross: try node.money("gross"),
            discountPercent: try node.optionalDecimal("discountPercent"),
            discountReason: node.optionalText("discountReason"),
            discount: try node.optionalMoney("discount") ?? zero,
            freightDescription: node.optionalText("freightDescription"),
            freight: try node.optionalMoney("freight") ?? zero, net: try node.money("net"),
            documentDiscount: try node.optionalMoney("documentDiscount") ?? zero,
            documentFreight: try node.optionalMoney("documentFreight") ?? zero,
            taxable: try node.money("taxable"), tax: try LineTax(node, groups, hsn: hsn),
            taxes: try TaxAmounts(node), total: try node.money("total"))
    }
}

extension TaxAmounts {
    fileprivate init(_ node: CanonicalNode) throws(Rejected) {
        self.init()
        for head in TaxHead.allCases {
            guard let amount = try node.optionalMoney(head.rawValue) else { continue }
            do throws(AmountOverflow) { try add(amount, to: head) } catch {
                throw node.rejected(head.rawValue)
            }
        }
    }
}

extension Invoice.Adjustment {
    fileprivate init(
        _ node: CanonicalNode, _ groups: [Invoice.TaxGroup]
    ) throws(Rejected) {
        self.init(
            reason: node.optionalText("reason") ?? "",
            percent: try node.optionalDecimal("percent"), base: try node.optionalMoney("base"),
            amount: try node.money("amount"), tax: try LineTax(node, groups))
    }
}

extension Invoice.Totals {
    fileprivate init(_ node: CanonicalNode) throws(Rejected) {
        let zero = Money.zero(node.currency)
        self.init(
            lines: try node.money("lines"),
            discount: try node.optionalMoney("discount") ?? zero,
            freight: try node.optionalMoney("freight") ?? zero,
            inclusive: try node.optionalMoney("inclusive"), taxable: try node.money("taxable"),
            taxes: try TaxAmounts(node), tax: try node.money("tax"),
            reverseTax: try node.optionalMoney("reverseTax"),
            outside: try node.optionalMoney("outside"), withTax: try node.money("total"),
            roundOff: try node.optionalMoney("roundOff") ?? zero,
            invoiced: try node.optionalMoney("invoiced"),
            prepaid: try node.optionalMoney("prepaid"), payable: try node.money("payable"))
    }
}

extension Invoice.Prepayment {
    fileprivate init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            number: try node.text("number"), date: try node.date("date"),
            taxable: try node.money("taxable"), taxes: try TaxAmounts(node),
            tax: try node.money("tax"), total: try node.money("total"))
    }
}

extension Invoice.Attachment {
    fileprivate init(_ node: CanonicalNode) throws(Rejected) {
        self.init(
            name: try node.text("name"), mimeType: try node.text("mimeType"),
            description: node.optionalText("description"), size: try node.integer("size"),
            sha256: try node.text("sha256"))
    }
}

extension Invoice.Exchange {
    fileprivate init(_ node: CanonicalNode, words: String?) throws(Rejected) {
        self.init(
            rate: ExchangeRate(
                rate: try node.decimal("rate"), source: try node.text("source"),
                date: try node.date("date")),
            payable: try node.money("total"), tax: try node.money("tax"), words: words)
    }
}

extension Invoice.Payment {
    fileprivate init(_ node: CanonicalNode) throws(Rejected) {
        var due: PaymentTerms.Due?
        if node.has("netDays") {
            due = .netDays(try node.integer("netDays"))
        } else if node.has("endOfMonthPlusDays") {
            due = .endOfMonth(plusDays: try node.integer("endOfMonthPlusDays"))
        } else if node.has("dayOfMonth") {
            due = .dayOfMonth(
                try node.integer("dayOfMonth"), monthsAfter: try node.integer("monthsAfter"))
        }
        self.init(
            due: due,
            instalments: try node.list("instalments").map { (node) throws(Rejected) in
                Invoice.Instalment(
                    percent: try node.decimal("percent"), date: try node.date("date"),
                    amount: try node.money("amount"))
            },
            earlyPayment: try node.list("earlyPayment").map { (node) throws(Rejected) in
                Invoice.EarlyPayment(
                    until: try node.date("until"), percent: try node.decimal("percent"),
                    amount: try node.money("amount"), payable: try node.money("payable"))
            },
            account: try node.optional("account").map { (node) throws(Rejected) in
                try Invoice.Account(node)
            })
    }
}

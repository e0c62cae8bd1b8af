import Formats
import Money
import Tax
import Trade

extension Invoice {
    /// What is billed: order and delivery where there is one of each, else the lists of them; the
    /// contract, the milestone, the period.
    func addParts(to root: inout Value.Record) {
        let orders = unique(parts.map(\.order.order), by: \.id)
        let deliveries = unique(parts.map(\.delivery), by: \.id)
        if orders.count == 1 { root.add("order", orders[0].value) }
        if orders.count > 1 { root.add("orders", .list(orders.map(\.value))) }
        if let contract = parts[0].order.contract {
            root.add(
                "contract",
                .record {
                    $0.add("id", contract.id)
                    $0.add("title", contract.title)
                    $0.add("reference", contract.reference)
                })
        }
        switch parts[0].event {
        case .delivery:
            if deliveries.count == 1 { root.add("delivery", deliveries[0].value) }
            if deliveries.count > 1 {
                root.add("deliveries", .list(deliveries.map(\.value)))
                root.add(
                    "period",
                    periodValue(
                        from: deliveries.map(\.date).min(), to: deliveries.map(\.date).max()))
            }
        case .milestone(let milestone):
            root.add("delivery", deliveries[0].value)
            root.add(
                "milestone",
                .record {
                    $0.add("id", milestone.id)
                    $0.add("description", milestone.description)
                    $0.add("percent", milestone.percent)
                })
        case .period(let period):
            root.add("period", periodValue(from: period.first, to: period.last))
        }
    }

    /// A line's value; one of several parts says which order and delivery it is of.
    func lineValue(_ line: InvoiceLine) -> Value {
        line.value(of: parts.count > 1 ? parts[line.part] : nil)
    }

    /// Deviations from what was agreed that were let pass, and by whom.
    var approvals: [Value] {
        parts.flatMap { part in
            part.order.approved.map { deviation in
                .record {
                    $0.add("order", part.order.order.id)
                    $0.add("code", deviation.approval.code)
                    if let line = deviation.line { $0.add("orderLine", .integer(line)) }
                    $0.add("found", deviation.found)
                    $0.add("expected", deviation.expected)
                    $0.add("reason", deviation.approval.reason)
                    $0.add("by", deviation.approval.by)
                    $0.add("date", deviation.approval.date)
                }
            }
        }
    }

    private func periodValue(from first: CalendarDate?, to last: CalendarDate?) -> Value {
        .record {
            $0.add("from", first)
            $0.add("to", last)
        }
    }

    private func unique<Part>(_ parts: [Part], by id: (Part) -> String) -> [Part] {
        var seen: Set<String> = []
        return parts.filter { seen.insert(id($0)).inserted }
    }
}

extension Order {
    fileprivate var value: Value {
        .record {
            $0.add("id", id)
            $0.add("date", date)
            $0.add("purchaseOrder", purchaseOrder)
            $0.add("purchaseOrderDate", purchaseOrderDate)
            $0.add("incoterm", incoterm)
            $0.add("note", note)
        }
    }
}

extension Delivery {
    fileprivate var value: Value {
        .record {
            $0.add("id", id)
            $0.add("date", date)
            $0.add("carrier", carrier)
            $0.add("tracking", tracking)
            $0.add("vehicle", vehicle)
            $0.add("ewayBill", ewayBill)
        }
    }
}

extension Discount {
    /// The percentage, where it is one.
    var percent: Decimal? {
        if case .percent(let percent) = size { return percent }
        return nil
    }
}

extension PaymentTerms.Due {
    /// How the due date came about, as the terms say it; instalments say their own days.
    func add(to payment: inout Value.Record) {
        switch self {
        case .netDays(let days): payment.add("netDays", .integer(days))
        case .endOfMonth(let days): payment.add("endOfMonthPlusDays", .integer(days))
        case .dayOfMonth(let day, let months):
            payment.add("dayOfMonth", .integer(day))
            payment.add("monthsAfter", .integer(months))
        case .instalments: break
        }
    }
}

extension Invoice.Instalment {
    var value: Value {
        .record {
            $0.add("percent", percent)
            $0.add("date", date)
            $0.add("amount", amount)
        }
    }
}

extension Invoice.EarlyPayment {
    var value: Value {
        .record {
            $0.add("until", until)
            $0.add("percent", percent)
            $0.add("amount", amount)
            $0.add("payable", payable)
        }
    }
}

extension InvoiceLine {
    /// - Parameter part: the part it belongs to, where the invoice bills several.
    func value(of part: Fulfilment.Part?) -> Value {
        .record { line in
            line.add("number", .integer(number))
            line.add("orderLine", .integer(ordered.number))
            if let part {
                line.add("order", part.order.order.id)
                line.add("delivery", part.delivery.id)
                line.add("deliveryDate", part.delivery.date)
            }
            line.add("item", item.id)
            line.add("name", name)
            line.add("note", note)
            line.add("hsn", item.hsn)
            line.add("commodityCode", item.commodityCode)
            line.add("quantity", quantity)
            line.add("unit", unit)
            line.add("unitPrice", unitPrice)
            if per != Decimal(1) { line.add("per", per) }
            line.add("gross", gross)
            line.add("discountPercent", discountPercent)
            if !discount.isZero { line.add("discount", discount) }
            if !freight.isZero { line.add("freight", freight) }
            line.add("net", net)
            if !documentDiscount.isZero { line.add("documentDiscount", documentDiscount) }
            if !documentFreight.isZero { line.add("documentFreight", documentFreight) }
            line.add("taxable", taxable)
            tax.add(to: &line)
            taxes.add(to: &line)
            line.add("total", total)
        }
    }
}

import Formats
import Money
import Trade

extension OrderTrial {
    /// The order as its contract and price lists would have it, in the form of an input record: what
    /// it states is kept, and each settled term is written out.
    public var expectedOrder: Value {
        let order = reviewed.order
        return .record {
            $0.add("id", order.id)
            if order.revision > 1 { $0.add("revision", .integer(order.revision)) }
            $0.add("customer", order.customer)
            $0.add("contract", reviewed.contract?.id)
            $0.add("date", order.date)
            $0.add("purchaseOrder", order.purchaseOrder)
            $0.add("purchaseOrderDate", order.purchaseOrderDate)
            $0.add("currency", order.currency.code)
            $0.add("billTo", order.billTo)
            $0.add("shipTo", order.shipTo)
            $0.add("discount", reviewed.discount?.terms.value)
            $0.add("freight", reviewed.freight?.freight.value)
            $0.add(
                "exchangeRate",
                order.exchangeRate.map { rate in
                    .record {
                        $0.add("rate", rate.rate)
                        $0.add("source", rate.source)
                        $0.add("date", rate.date)
                    }
                })
            $0.add("paymentTerms", reviewed.paymentTerms.terms.value)
            $0.add("incoterm", order.incoterm)
            $0.add("note", order.note)
            $0.add(
                "totals",
                .record {
                    $0.add("taxable", invoice.totals.taxable)
                    $0.add("tax", invoice.totals.tax)
                    $0.add("payable", invoice.totals.payable)
                })
            $0.add("lines", .list(reviewed.lines.map(\.expected)))
        }
    }
}

extension ReviewedOrder.Line {
    /// A price of graduated tiers is no single one and is left to the contract.
    fileprivate var expected: Value {
        .record {
            $0.add("line", .integer(ordered.number))
            $0.add("item", item.id)
            $0.add("description", ordered.description)
            $0.add("note", ordered.note)
            $0.add("quantity", ordered.quantity)
            if slices.count == 1 {
                $0.add("unitPrice", slices[0].unitPrice)
                if slices[0].per != Decimal(1) { $0.add("per", slices[0].per) }
            }
            $0.add("discount", discount?.terms.value)
            $0.add("freight", ordered.freight?.value)
        }
    }
}

extension Discount {
    fileprivate var value: Value {
        .record {
            switch size {
            case .percent(let percent): $0.add("percent", percent)
            case .amount(let amount): $0.add("amount", amount)
            }
            $0.add("reason", reason)
        }
    }
}

extension Freight {
    fileprivate var value: Value {
        .record {
            $0.add("amount", amount)
            $0.add("description", description)
        }
    }
}

extension PaymentTerms {
    /// As an input record has it.
    public var value: Value {
        .record {
            switch due {
            case .netDays(let days): $0.add("netDays", .integer(days))
            case .endOfMonth(let days): $0.add("endOfMonthPlusDays", .integer(days))
            case .dayOfMonth(let day, let months):
                $0.add("dayOfMonth", .integer(day))
                $0.add("monthsAfter", .integer(months))
            case .instalments(let instalments):
                $0.add(
                    "instalments",
                    .list(
                        instalments.map { instalment in
                            .record {
                                $0.add("percent", instalment.percent)
                                $0.add("netDays", .integer(instalment.netDays))
                            }
                        }))
            }
            if !earlyPayment.isEmpty {
                $0.add(
                    "earlyPayment",
                    .list(
                        earlyPayment.map { offer in
                            .record {
                                $0.add("days", .integer(offer.days))
                                $0.add("percent", offer.percent)
                            }
                        }))
            }
        }
    }
}

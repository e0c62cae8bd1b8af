import Diagnostics
import Formats
import Invoicing
import Money
import Trade

extension Contracts.Shown {
    /// The terms for machines: keys as in a contract's record, each clause with the record that
    /// states it and its place.
    public var value: Value {
        .record {
            $0.add("id", terms.id)
            $0.add("customer", terms.customer)
            $0.add("customerName", customerName)
            $0.add("title", terms.title)
            $0.add("reference", terms.reference)
            $0.add("currency", terms.currency.code)
            $0.add("from", terms.from)
            $0.add("to", terms.to)
            $0.add("note", note)
            $0.add("standing", standing.rawValue)
            $0.add("on", terms.day)
            $0.add("amendments", .list(amendments.map(\.value)))
            $0.add("prices", .list(terms.prices.map(\.value)))
            $0.add("discounts", .list(terms.discounts.map(\.value)))
            if terms.limitsProducts { $0.add("products", .list(terms.products.map(\.value))) }
            $0.add(
                "paymentTerms",
                terms.paymentTerms.map { clause in
                    clause.source.record { $0.append(clause.terms.value) }
                })
            $0.add(
                "freight",
                terms.freight.map { clause in
                    clause.source.record {
                        $0.add("charged", clause.terms.charged.rawValue)
                        $0.add("amount", clause.terms.amount)
                    }
                })
            $0.add(
                "billing",
                terms.billing.map { clause in clause.source.record { clause.terms.add(to: &$0) } })
        }
    }
}

extension Contracts.Amendment {
    fileprivate var value: Value {
        .record {
            $0.add("id", id)
            $0.add("title", title)
            $0.add("from", from)
            $0.add("note", note)
            $0.add("inForce", .flag(isInForce))
        }
    }
}

extension ClauseSource {
    /// Where it stands: `contracts.json:14`.
    public var place: String { location.place }

    fileprivate func record(_ build: (inout Value.Record) -> Void) -> Value {
        .record {
            $0.add("clause", clause)
            build(&$0)
            $0.add("statedBy", contract)
            $0.add("at", place)
        }
    }
}

extension Value.Record {
    fileprivate mutating func append(_ value: Value) {
        guard case .record(let record) = value else { return }
        for field in record.fields { add(field.name, field.value) }
    }
}

extension ContractPrice {
    fileprivate var value: Value {
        source.record {
            $0.add("item", item)
            switch pricing {
            case .flat(let unitPrice, _):
                $0.add("model", "flat")
                $0.add("unitPrice", unitPrice)
            case .volume(let tiers, _):
                $0.add("model", "volume")
                $0.add("tiers", .list(tiers.map(\.value)))
            case .graduated(let tiers, _):
                $0.add("model", "graduated")
                $0.add("tiers", .list(tiers.map(\.value)))
            case .package(let size, let price):
                $0.add("model", "package")
                $0.add("packageSize", size)
                $0.add("packagePrice", price)
            }
            if case .package = pricing {
            } else if pricing.per != Decimal(1) {
                $0.add("per", pricing.per)
            }
            $0.add("from", from)
            $0.add("to", to)
        }
    }
}

extension Tier {
    fileprivate var value: Value {
        .record {
            $0.add("from", from)
            $0.add("to", to)
            $0.add("unitPrice", unitPrice)
        }
    }
}

extension ContractDiscount {
    fileprivate var value: Value {
        source.record {
            switch scope {
            case .item(let item):
                $0.add("on", "line")
                $0.add("item", item)
            case .group(let group):
                $0.add("on", "line")
                $0.add("group", group)
            case .lines: $0.add("on", "line")
            case .order: $0.add("on", "order")
            }
            $0.add("percent", percent)
            $0.add("reason", reason)
            $0.add("from", from)
            $0.add("to", to)
        }
    }
}

extension ContractProduct {
    fileprivate var value: Value {
        source.record {
            switch scope {
            case .item(let item): $0.add("item", item)
            case .group(let group): $0.add("group", group)
            }
            $0.add("minimum", minimum)
            $0.add("maximum", maximum)
            $0.add("total", total)
        }
    }
}

extension BillingPlan {
    fileprivate func add(to record: inout Value.Record) {
        switch self {
        case .perDelivery: record.add("plan", "per-delivery")
        case .onCompletion: record.add("plan", "on-completion")
        case .perMonth: record.add("plan", "per-month")
        case .milestones(let milestones):
            record.add("plan", "milestones")
            record.add(
                "milestones",
                .list(
                    milestones.map { milestone in
                        .record {
                            $0.add("id", milestone.id)
                            $0.add("description", milestone.description)
                            $0.add("percent", milestone.percent)
                        }
                    }))
        case .recurring(let plan):
            let every = [1: "month", 3: "quarter", 6: "half-year", 12: "year"]
            record.add("plan", "recurring")
            record.add("every", every[plan.months])
            record.add("when", plan.inAdvance ? "advance" : "arrears")
            record.add("anchor", plan.anchor)
        }
    }
}

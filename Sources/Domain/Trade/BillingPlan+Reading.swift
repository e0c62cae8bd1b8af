import Diagnostics
import Formats
import Money

extension ContractReader {
    private enum Plan: String, CaseIterable {
        case perDelivery = "per-delivery"
        case onCompletion = "on-completion"
        case perMonth = "per-month"
        case milestones, recurring
    }

    private enum Interval: String, CaseIterable {
        case month, quarter
        case halfYear = "half-year"
        case year

        var months: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            case .halfYear: 6
            case .year: 12
            }
        }
    }

    private enum BillingDay: String, CaseIterable { case advance, arrears }

    func billing(_ node: DataNode) -> Clause<BillingPlan> {
        let fields = Fields(
            node, "billing plan",
            keys: ["clause", "plan", "milestones", "every", "when", "anchor"], findings)
        let source = ClauseSource(fields, of: self, at: node)
        let plan = fields.choice("plan", Plan.self, .perDelivery)
        // Which keys belong to a plan that is none cannot be told.
        if !fields.isSound { return Clause(terms: .perDelivery, source: source) }
        if plan != .milestones { refuse(["milestones"], .milestones, plan, fields) }
        if plan != .recurring { refuse(["every", "when", "anchor"], .recurring, plan, fields) }
        let terms: BillingPlan =
            switch plan {
            case .perDelivery: .perDelivery
            case .onCompletion: .onCompletion
            case .perMonth: .perMonth
            case .milestones: .milestones(milestones(fields))
            case .recurring: .recurring(recurring(fields))
            }
        return Clause(terms: terms, source: source)
    }

    private func refuse(_ keys: [String], _ owner: Plan, _ plan: Plan, _ fields: Fields) {
        fields.refuse(
            keys, of: "the billing plan \(plan.rawValue)",
            hint: #"it belongs to "plan":"\#(owner.rawValue)""#)
    }

    private func recurring(_ fields: Fields) -> RecurringPlan {
        let every = fields.choice("every", Interval.self, .month)
        let when = fields.choice("when", BillingDay.self, .advance)
        let anchor = fields.optionalDate("anchor")
        return RecurringPlan(
            months: every.months, inAdvance: when == .advance, anchor: anchor ?? from,
            statesAnchor: anchor != nil)
    }

    private func milestones(_ fields: Fields) -> [Milestone] {
        guard let value = fields.value("milestones") else {
            return fields.missing("milestones", "a list of id, description and percent", [])
        }
        let nodes = fields.list("milestones", limit: 50)
        let milestones = nodes.map(milestone)
        if value.isList, nodes.isEmpty {
            fields.report(
                "wrong-count", "billing plan: milestones has 0 entries", value, found: "0",
                expected: "1 to 50")
        }
        var seen: Set<String> = []
        for (node, milestone) in zip(nodes, milestones)
        where !milestone.id.isEmpty && !seen.insert(milestone.id).inserted {
            findings.add(
                Diagnostic(
                    code: "duplicate-milestone", "two milestones are called \(milestone.id)",
                    at: node.location(of: "id"), found: milestone.id,
                    expected: "an id of its own for each milestone"))
        }
        // Percentages are below 10¹², so that fifty of them add up.
        let sum = Decimal(billionths: milestones.reduce(0) { $0 + $1.percent.billionths })
        if fields.isSound, sum != Decimal(100) {
            fields.report(
                "milestone-total", "the milestones do not add up to 100 %", value,
                found: "\(sum) %", expected: "100 %")
        }
        return milestones
    }

    private func milestone(_ node: DataNode) -> Milestone {
        let fields = Fields(node, "milestone", keys: ["id", "description", "percent"], findings)
        let milestone = Milestone(
            id: fields.identifier("id"), description: fields.text("description", limit: 200),
            percent: fields.decimal("percent", places: 4))
        if milestone.percent <= .zero || milestone.percent > Decimal(100),
            let value = fields.value("percent"), fields.isSound
        {
            fields.report(
                "percent-out-of-range", "a milestone's share must be above 0, up to 100", value,
                found: milestone.percent.description, expected: "more than 0, at most 100")
        }
        return milestone
    }
}

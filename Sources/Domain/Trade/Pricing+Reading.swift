import Diagnostics
import Formats
import Money

extension Pricing {
    private enum Model: String, CaseIterable {
        case flat, volume, graduated, package

        var keys: [String] {
            switch self {
            case .flat: ["unitPrice", "per"]
            case .volume, .graduated: ["tiers", "per"]
            case .package: ["packageSize", "packagePrice"]
            }
        }
    }

    /// Reads the price keys of opened fields; a flat price of 0 after findings.
    init(_ fields: Fields) {
        self = .flat(unitPrice: .zero, per: Decimal(1))
        let named = fields.optionalChoice("model", Model.self)
        // Which keys belong to a model that is none cannot be told.
        if named == nil, fields.has("model") { return }
        let model = named ?? .flat
        Pricing.refuseOthers(than: model, fields)
        switch model {
        case .flat:
            self = .flat(unitPrice: Pricing.price("unitPrice", fields), per: Pricing.per(fields))
        case .volume: self = .volume(Pricing.tiers(fields), per: Pricing.per(fields))
        case .graduated: self = .graduated(Pricing.tiers(fields), per: Pricing.per(fields))
        case .package:
            let size = fields.decimal("packageSize", places: 3)
            if size <= .zero, fields.has("packageSize"), let value = fields.value("packageSize") {
                fields.report(
                    "bad-base-quantity", "the package size must be above zero", value,
                    found: size.description, expected: "more than 0")
            }
            self = .package(size: size, price: Pricing.price("packagePrice", fields))
        }
    }

    private static func refuseOthers(than model: Model, _ fields: Fields) {
        for other in Model.allCases {
            for key in other.keys where !model.keys.contains(key) {
                let models = Model.allCases.filter { $0.keys.contains(key) }.map(\.rawValue)
                // Keys of two models are reported with the first of them.
                if models.first != other.rawValue { continue }
                fields.refuse(
                    [key], of: "a \(model) price",
                    expected: model.keys.joined(separator: ", "),
                    hint: "\(key) belongs to the model \(models.joined(separator: ", "))")
            }
        }
    }

    private static func per(_ fields: Fields) -> Decimal {
        guard let per = fields.optionalDecimal("per") else { return Decimal(1) }
        if per <= .zero, let value = fields.value("per") {
            fields.report(
                "bad-base-quantity", "the base quantity must be above zero", value,
                found: per.description, expected: "1, 100, 1000 …")
        }
        return per
    }

    private static func price(_ key: String, _ fields: Fields) -> Decimal {
        let price = fields.decimal(key)
        if price.isNegative, let value = fields.value(key) {
            fields.report(
                "negative-price", "a price below zero", value, found: price.description,
                expected: "0 or more")
        }
        return price
    }

    /// 2 to 50 tiers that follow each other from 0 without gap or overlap.
    private static func tiers(_ fields: Fields) -> [Tier] {
        guard let value = fields.value("tiers") else {
            return fields.missing("tiers", "a list of from, to and unitPrice", [])
        }
        let nodes = fields.list("tiers", limit: 50)
        if value.isList, nodes.count < 2 {
            fields.report(
                "wrong-count", "contract price: tiers has \(nodes.count) entries", value,
                found: String(nodes.count), expected: "2 to 50",
                hint: "a single price is of the model flat")
        }
        var tiers: [Tier] = []
        // The quantity above which the next tier holds; unknown after a tier that is not sound.
        var reached: Decimal? = .zero
        for (index, node) in nodes.enumerated() {
            let fields = Fields(
                node, "price tier", keys: ["from", "to", "unitPrice"], fields.findings)
            let tier = Tier(
                from: fields.decimal("from", places: 3),
                to: fields.optionalDecimal("to", places: 3),
                unitPrice: price("unitPrice", fields), location: node.location)
            if tier.to == nil, index < nodes.count - 1 {
                fields.missing("to", "a quantity; only the last tier may be open", ())
            }
            if let after = reached, fields.has("from"), fields.isSound {
                checkTier(tier, after: after, isFirst: index == 0, fields)
            }
            reached = fields.isSound ? tier.to : nil
            tiers.append(tier)
        }
        return tiers
    }

    private static func checkTier(
        _ tier: Tier, after reached: Decimal, isFirst: Bool, _ fields: Fields
    ) {
        guard let value = fields.value("from") else { return }
        let next = Decimal(billionths: reached.billionths + Decimal(1).billionths)
        if tier.from != reached, tier.from != next {
            let overlaps = !isFirst && tier.from < reached
            fields.report(
                overlaps ? "tier-overlap" : "tier-gap",
                isFirst
                    ? "the first tier does not begin at 0 or 1"
                    : overlaps
                        ? "two tiers hold for the same quantities"
                        : "no tier holds for quantities between \(reached) and \(tier.from)",
                value, found: tier.from.description, expected: "\(reached) or \(next)",
                hint: isFirst
                    ? nil : "a tier begins where the one before ends: its to is \(reached)")
            return
        }
        if let to = tier.to, to <= reached || to < tier.from, let value = fields.value("to") {
            fields.report(
                "tier-order", "the tier ends before it begins", value, found: to.description,
                expected: tier.from == reached ? "more than \(reached)" : "\(tier.from) or more")
        }
    }
}

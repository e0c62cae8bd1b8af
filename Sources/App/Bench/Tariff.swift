import Formats
import Money

/// What one item costs under one contract on a day. It follows from the three alone, so that an
/// order can state its prices without any contract being kept in memory.
struct Tariff {
    enum Model: String, CaseIterable { case flat, volume, graduated, package }

    let model: Model
    /// The price of the lowest tier; of a package the whole package's.
    let cents: Int

    /// The last quantities of the tiers but the highest, and what each tier's price is in percent of
    /// the lowest's.
    private static let ends = [50, 200]
    private static let percents = [100, 95, 90]
    static let packageSize = 25

    /// Adds the keys of a contract's price.
    func add(to record: inout Value.Record) {
        record.add("model", model.rawValue)
        switch model {
        case .flat: record.add("unitPrice", Tariff.text(cents))
        case .package:
            record.add("packageSize", String(Tariff.packageSize))
            record.add("packagePrice", Tariff.text(cents))
        case .volume, .graduated: record.add("tiers", .list(tiers))
        }
    }

    private var tiers: [Value] {
        Tariff.percents.indices.map { tier in
            .record {
                $0.add("from", String(tier == 0 ? 1 : Tariff.ends[tier - 1] + 1))
                if tier < Tariff.ends.count { $0.add("to", String(Tariff.ends[tier])) }
                $0.add("unitPrice", Tariff.text(cents(ofTier: tier)))
            }
        }
    }

    /// The price of a tier, lowest first.
    func cents(ofTier tier: Int) -> Int { cents * Tariff.percents[tier] / 100 }

    /// The one price of a quantity; `nil` where its slices have several.
    func cents(of quantity: Int) -> Int? {
        let tier = Tariff.ends.firstIndex { quantity <= $0 } ?? Tariff.ends.count
        switch model {
        case .flat, .package: return cents
        case .volume: return cents(ofTier: tier)
        case .graduated: return tier == 0 ? cents : nil
        }
    }

    /// `12.05`.
    static func text(_ cents: Int) -> String { "\(cents / 100).\(padded(cents % 100, 2))" }
}

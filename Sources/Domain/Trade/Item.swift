import Diagnostics
import Formats
import Money

/// Something that is sold.
///
/// A class because every line of every order refers to it.
public final class Item: Sendable {
    public let id: String
    public let name: String
    /// A small second line on documents.
    public let note: String?
    public let kind: Kind
    /// India: UQC code; Europe: UN/ECE Recommendation 20 or 21.
    public let unit: String
    /// India: HSN or SAC code.
    public let hsn: String?
    /// Europe: CN code.
    public let commodityCode: String?
    /// What the regime taxes it as, from which day: `18`, `nil`, `exempt`, `standard` …; never empty,
    /// by day.
    public let taxClasses: [DatedTaxClass]
    /// Its recipient owes the tax: India, notified supplies to registered persons (CGST Act s. 9(3));
    /// Europe, domestic reverse charge to businesses (art. 199).
    public let reverseCharge: Bool
    /// Why it is exempt: a VATEX code (BT-121), words for the document (BT-120).
    public let exemption: String?
    public let exemptionReason: String?
    public let supplyPlace: SupplyPlace
    public let countryOfOrigin: String?
    /// The product group by which discounts and limits of contracts name it.
    public let group: String?
    public let node: DataNode

    public enum Kind: String, CaseIterable, Sendable { case goods, service }

    static let keys = [
        "id", "name", "note", "kind", "unit", "hsn", "commodityCode", "tax", "countryOfOrigin",
        "group", "reverseCharge", "exemption", "exemptionReason", "supplyPlace",
    ]

    /// The class of rate that holds for it on a day; the earliest before the first.
    public func taxClass(on day: CalendarDate) -> String {
        taxClasses.last { ($0.from ?? .first) <= day }?.taxClass ?? taxClasses[0].taxClass
    }

    /// Reads an item; `nil` after an error.
    public init?(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "item", keys: Item.keys, findings)
        id = fields.identifier("id")
        findings.subject = "item \(id)"
        name = fields.text("name", limit: 200)
        note = fields.optionalText("note", limit: 200)
        kind = fields.choice("kind", Kind.self, .goods)
        unit = fields.text("unit", limit: 8)
        hsn = fields.optionalText("hsn", limit: 8)
        commodityCode = fields.optionalText("commodityCode", limit: 10)
        taxClasses = Item.taxClasses(fields)
        reverseCharge = fields.optionalFlag("reverseCharge") ?? false
        exemption = fields.optionalText("exemption", limit: 40)
        exemptionReason = fields.optionalText("exemptionReason", limit: 200)
        supplyPlace = fields.optionalChoice("supplyPlace", SupplyPlace.self) ?? .usual
        countryOfOrigin = fields.optionalText("countryOfOrigin", limit: 2)
        group = fields.has("group") ? fields.identifier("group") : nil
        self.node = node
        if !fields.isSound { return nil }
    }

    /// One class, or a list of classes with the days from which they hold, the first without a day.
    private static func taxClasses(_ fields: Fields) -> [DatedTaxClass] {
        guard fields.value("tax")?.isList == true else {
            return [DatedTaxClass(taxClass: fields.text("tax", limit: 32), from: nil)]
        }
        var classes: [DatedTaxClass] = []
        for node in fields.list("tax", limit: 20) {
            let row = Fields(node, "tax class", keys: ["class", "from"], fields.findings)
            let next = DatedTaxClass(
                taxClass: row.text("class", limit: 32), from: row.optionalDate("from"))
            if let last = classes.last, (next.from ?? .first) <= (last.from ?? .first) {
                fields.findings.add(
                    Diagnostic(
                        code: "date-order", "tax classes follow one another by day",
                        at: row.location("from"), found: next.from?.description,
                        expected: "a day after \(last.from ?? .first)",
                        hint: "the first without a day, each later one with the day it begins"))
            }
            classes.append(next)
        }
        if classes.isEmpty { classes = [DatedTaxClass(taxClass: "", from: nil)] }
        return classes
    }
}

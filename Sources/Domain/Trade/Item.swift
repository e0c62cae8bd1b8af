import Diagnostics
import Formats

/// Something that is sold.
public struct Item: Sendable {
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
    /// What the regime taxes it as: a rate in percent or a class, `nil`, `exempt`, `standard` …
    public let tax: String
    public let countryOfOrigin: String?
    /// The product group by which discounts and limits of contracts name it.
    public let group: String?
    public let node: DataNode

    public enum Kind: String, CaseIterable, Sendable { case goods, service }

    static let keys = [
        "id", "name", "note", "kind", "unit", "hsn", "commodityCode", "tax", "countryOfOrigin",
        "group",
    ]

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
        tax = fields.text("tax", limit: 20)
        countryOfOrigin = fields.optionalText("countryOfOrigin", limit: 2)
        group = fields.has("group") ? fields.identifier("group") : nil
        self.node = node
        if !fields.isSound { return nil }
    }
}

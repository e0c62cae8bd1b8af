import Diagnostics
import Formats
import Money

/// A buyer as the master data knows it.
public struct Customer: Sendable {
    public let id: String
    /// The legal name.
    public let name: String
    public let address: Address
    public let category: Category
    /// GSTIN or VAT identifier, capitals without blanks.
    public let taxNumber: String?
    public let legalRegistration: LegalRegistration?
    public let currency: Currency
    /// BCP 47; the company's where absent.
    public let language: String?
    /// The company's where absent.
    public let paymentTerms: PaymentTerms?
    public let contact: Contact?
    /// What the buyer asks to find on each invoice, such as a Leitweg-ID (BT-10).
    public let buyerReference: String?
    public let shipTo: [ShipTo]
    /// Tax is charged on exports and supplies to SEZ although a letter of undertaking exists.
    public let withPayment: Bool?
    public let priceList: String
    public let node: DataNode

    /// What the buyer is for tax. The first five are India's, the last three Europe's.
    public enum Category: String, CaseIterable, Sendable {
        case registered, unregistered, sez, overseas
        case deemedExport = "deemed-export"
        case business, `public`, consumer
    }

    /// A place goods are sent to.
    public struct ShipTo: Sendable {
        public let id: String
        public let address: Address
        public let taxNumber: String?
    }

    static let keys = [
        "id", "name", "address", "category", "taxNumber", "legalRegistration", "currency",
        "language", "paymentTerms", "contact", "buyerReference", "shipTo", "withPayment",
        "priceList",
    ]

    /// Reads a customer; `nil` after an error.
    public init?(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "customer", keys: Customer.keys, findings)
        id = fields.identifier("id", slash: false)
        findings.subject = "customer \(id)"
        name = fields.text("name", limit: 160)
        address = Address(of: fields)
        category = fields.choice("category", Category.self, .registered)
        taxNumber = fields.optionalText("taxNumber", limit: 30).map(normalisedTaxNumber)
        legalRegistration = fields.value("legalRegistration").map {
            LegalRegistration($0, findings)
        }
        currency = fields.currency("currency")
        language = fields.optionalText("language", limit: 12)
        paymentTerms = fields.value("paymentTerms").map { PaymentTerms($0, findings) }
        contact = fields.value("contact").map { Contact($0, findings) }
        buyerReference = fields.optionalText("buyerReference", limit: 80)
        shipTo = fields.list("shipTo", limit: 200).map { ShipTo($0, findings) }
        withPayment = fields.optionalFlag("withPayment")
        priceList = fields.has("priceList") ? fields.identifier("priceList") : PriceBook.defaultList
        self.node = node
        if !fields.isSound { return nil }
    }
}

extension Customer.ShipTo {
    init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "ship-to", keys: ["id", "taxNumber"] + Address.keys, findings)
        self.init(
            id: fields.identifier("id"), address: Address(fields),
            taxNumber: fields.optionalText("taxNumber", limit: 30).map(normalisedTaxNumber))
    }
}

/// Capitals, without blanks: how tax numbers are compared and checked.
public func normalisedTaxNumber(_ number: String) -> String {
    String(number.uppercased().filter { $0 != " " })
}

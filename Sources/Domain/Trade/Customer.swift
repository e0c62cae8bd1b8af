import Diagnostics
import Formats
import Money

/// A buyer as the master data knows it.
public struct Customer: Sendable {
    public let id: String
    /// The legal name.
    public let name: String
    /// Where it is billed.
    public private(set) var address: Address
    public let category: Category
    /// GSTIN or VAT identifier, capitals without blanks.
    public private(set) var taxNumber: String?
    public let legalRegistration: LegalRegistration?
    public let currency: Currency
    /// BCP 47; the company's where absent.
    public let language: String?
    /// Said beside `language` on bilingual documents; the company's where absent.
    public let secondLanguage: String?
    /// The company's where absent.
    public let paymentTerms: PaymentTerms?
    public let contact: Contact?
    /// What the buyer asks to find on each invoice, such as a Leitweg-ID (BT-10).
    public let buyerReference: String?
    /// Where it receives electronic documents (BT-49).
    public let electronicAddress: ElectronicAddress?
    /// How it wants its e-invoices; as the company says where empty.
    public let eInvoice: [EInvoiceForm]
    public let shipTo: [ShipTo]
    /// Tax is charged on exports and supplies to SEZ although a letter of undertaking exists.
    public let withPayment: Bool?
    public let priceList: String
    public let status: Status
    /// Why it is blocked or inactive.
    public let statusReason: String?
    /// What it may owe at most, in its currency; no limit where absent.
    public let creditLimit: Money?
    /// Further registrations for tax, each with the address it is billed at.
    public let taxRegistrations: [TaxRegistration]
    /// Italy: a public body that pays the VAT to the treasury itself (DPR 633/1972 art. 17-ter).
    public let splitPayment: Bool
    /// Why nothing it buys is taxed, such as a resale certificate (plain regime).
    public let exemption: StatedExemption?
    /// The first day on which this version of the customer holds; from the beginning where absent.
    public let validFrom: CalendarDate?
    public let node: DataNode

    /// What the buyer is for tax. The first five are India's, the last three Europe's.
    public enum Category: String, CaseIterable, Sendable {
        case registered, unregistered, sez, overseas
        case deemedExport = "deemed-export"
        case business, `public`, consumer
    }

    /// Whether it may order.
    public enum Status: String, CaseIterable, Sendable { case active, blocked, inactive }

    /// A place goods are sent to.
    public struct ShipTo: Sendable {
        public let id: String
        public let address: Address
        public let taxNumber: String?
    }

    /// A registration for tax beside the main one, such as the GSTIN of another State.
    public struct TaxRegistration: Sendable {
        /// GSTIN or VAT identifier, capitals without blanks.
        public let taxNumber: String
        public let address: Address
        /// First and last day on which it may be billed; open where absent.
        public let from: CalendarDate?
        public let to: CalendarDate?
        public let node: DataNode
    }

    static let keys = [
        "id", "name", "address", "category", "taxNumber", "legalRegistration", "currency",
        "language", "secondLanguage", "paymentTerms", "contact", "buyerReference",
        "electronicAddress", "eInvoice", "shipTo", "withPayment",
        "priceList", "status", "statusReason", "creditLimit", "taxRegistrations", "validFrom",
        "splitPayment", "exemption",
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
        let currency = fields.currency("currency")
        self.currency = currency
        language = fields.optionalLanguage("language")
        secondLanguage = fields.optionalLanguage("secondLanguage")
        paymentTerms = fields.value("paymentTerms").map { PaymentTerms($0, findings) }
        contact = fields.value("contact").map { Contact($0, findings) }
        buyerReference = fields.optionalText("buyerReference", limit: 80)
        electronicAddress = fields.value("electronicAddress").map {
            ElectronicAddress($0, findings)
        }
        eInvoice = EInvoiceForm.read(fields)
        shipTo = fields.list("shipTo", limit: 200).map { ShipTo($0, findings) }
        withPayment = fields.optionalFlag("withPayment")
        priceList = fields.has("priceList") ? fields.identifier("priceList") : PriceBook.defaultList
        status = fields.has("status") ? fields.choice("status", Status.self, .active) : .active
        statusReason = fields.optionalText("statusReason", limit: 200)
        creditLimit = fields.amount("creditLimit", currency)
        taxRegistrations = fields.list("taxRegistrations", limit: 200).map {
            TaxRegistration($0, findings)
        }
        splitPayment = fields.optionalFlag("splitPayment") ?? false
        exemption = fields.value("exemption").map { StatedExemption($0, findings) }
        validFrom = fields.optionalDate("validFrom")
        self.node = node
        if fields.isSound { checkRegistrations(findings) }
        if !fields.isSound { return nil }
    }

    /// This customer as it is billed under one of its tax registrations: with that number and
    /// address. Itself where the number is its main one; `nil` for a number that it does not have.
    ///
    /// - Parameters:
    ///   - taxNumber: capitals without blanks.
    ///   - day: leaves out further registrations that do not hold on it.
    public func billed(to taxNumber: String, on day: CalendarDate? = nil) -> Customer? {
        if taxNumber == self.taxNumber { return self }
        let registration = taxRegistrations.first { registration in
            registration.taxNumber == taxNumber && (day.map(registration.holds(on:)) ?? true)
        }
        guard let registration else { return nil }
        var copy = self
        copy.taxNumber = registration.taxNumber
        copy.address = registration.address
        return copy
    }

    /// A number must lead to one address on each day.
    private func checkRegistrations(_ findings: Findings) {
        for (index, registration) in taxRegistrations.enumerated() {
            let isTwice = taxRegistrations[..<index].contains { $0.collides(with: registration) }
            guard isTwice || registration.taxNumber == taxNumber else { continue }
            findings.add(
                Diagnostic(
                    code: "duplicate-registration",
                    isTwice
                        ? "this tax number is registered twice on the same day"
                        : "this is the customer's main tax number",
                    at: registration.node.location(of: "taxNumber"),
                    found: registration.taxNumber,
                    expected: isTwice
                        ? "each number once on each day" : "a number that is not the main one",
                    hint: isTwice
                        ? "end the older the day before the newer begins"
                        : "leave the registration out; the main address is the customer's"))
        }
    }
}

extension Customer.TaxRegistration {
    init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(
            node, "tax registration", keys: ["taxNumber", "address", "from", "to"], findings)
        taxNumber = normalisedTaxNumber(fields.text("taxNumber", limit: 30))
        address = Address(of: fields)
        from = fields.optionalDate("from")
        to = fields.optionalDate("to")
        self.node = node
        if let from, let to, to < from {
            findings.add(
                Diagnostic(
                    code: "date-order", "the registration ends before it begins",
                    at: fields.location("to"), found: to.description,
                    expected: "\(from) or later"))
        }
    }

    /// Whether it may be billed on a day.
    public func holds(on day: CalendarDate) -> Bool {
        (from ?? .first) <= day && day <= (to ?? .last)
    }

    fileprivate func collides(with other: Self) -> Bool {
        taxNumber == other.taxNumber && (from ?? .first) <= (other.to ?? .last)
            && (other.from ?? .first) <= (to ?? .last)
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

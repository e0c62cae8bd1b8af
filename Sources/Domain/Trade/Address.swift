import Diagnostics
import Formats

/// Where somebody is, as it stands on an envelope.
public struct Address: Sendable {
    /// Name of the place or firm, where it differs from the party's.
    public let name: String?
    /// The person or department to whom it goes.
    public let attention: String?
    /// Street, building, area: one to four lines.
    public let lines: [String]
    public let city: String
    public let postcode: String?
    /// India: two-digit GST state code.
    public let state: String?
    /// ISO 3166-1 alpha-2.
    public let country: String

    static let keys = ["name", "attention", "lines", "city", "postcode", "state", "country"]

    /// The `address` of a party; blank after the finding that it has none.
    init(of party: Fields) {
        guard let node = party.value("address") else {
            let country = party.missing("address", "an object with lines, city and country", "")
            self.init(lines: [], city: "", country: country)
            return
        }
        self.init(Fields(node, "address", keys: Address.keys, party.findings))
    }

    public init(
        name: String? = nil, attention: String? = nil, lines: [String], city: String,
        postcode: String? = nil, state: String? = nil, country: String
    ) {
        self.name = name
        self.attention = attention
        self.lines = lines
        self.city = city
        self.postcode = postcode
        self.state = state
        self.country = country
    }

    init(_ fields: Fields) {
        name = fields.optionalText("name", limit: 160)
        attention = fields.optionalText("attention", limit: 100)
        lines = fields.texts("lines", count: 1...4, limit: 100)
        city = fields.text("city", limit: 60)
        postcode = fields.optionalText("postcode", limit: 12)
        state = fields.optionalText("state", limit: 2)
        country = fields.text("country", limit: 60)
        if !country.isEmpty, Country(code: country) == nil, let value = fields.value("country") {
            fields.report(
                "unknown-country", "no country has this code", value, found: country,
                expected: "two capital letters of ISO 3166-1 such as IN, DE, US",
                hint: country == "UK" ? "the United Kingdom is GB" : nil)
        }
    }
}

/// How to reach a party.
public struct Contact: Sendable {
    public let name: String?
    public let phone: String?
    public let email: String?
    public let website: String?

    public init(name: String?, phone: String?, email: String?, website: String?) {
        self.name = name
        self.phone = phone
        self.email = email
        self.website = website
    }

    public init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "contact", keys: ["name", "phone", "email", "website"], findings)
        name = fields.optionalText("name", limit: 100)
        phone = fields.optionalText("phone", limit: 40)
        email = fields.optionalText("email", limit: 100)
        website = fields.optionalText("website", limit: 100)
        if let email, let value = fields.value("email"),
            !(email.utf8.count { $0 == UInt8(ascii: "@") } == 1
                && email.utf8.contains(UInt8(ascii: ".")))
        {
            fields.report(
                "bad-email", "this is no e-mail address", value, found: email,
                expected: "name@domain.example")
        }
    }
}

/// An entry in a register of companies.
public struct LegalRegistration: Sendable {
    public let number: String
    /// The register's keeper, such as `Amtsgericht München`.
    public let authority: String?

    public init(number: String, authority: String?) {
        self.number = number
        self.authority = authority
    }

    /// Reads `{"number":…,"authority":…}` or the number alone.
    public init(_ node: DataNode, _ findings: Findings) {
        if let number = node.string {
            self.number = trimmingBlanks(number)
            authority = nil
            if number.unicodeScalars.count > 60 {
                findings.add(
                    Diagnostic(
                        code: "text-too-long", "the legal registration is too long",
                        at: node.location, expected: "at most 60 characters"))
            }
            return
        }
        let fields = Fields(node, "legal registration", keys: ["number", "authority"], findings)
        number = fields.text("number", limit: 60)
        authority = fields.optionalText("authority", limit: 80)
    }
}

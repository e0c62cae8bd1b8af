import Diagnostics
import Formats
import Money

/// A class of tax rate and the first day it holds for an item.
public struct DatedTaxClass: Hashable, Sendable {
    public let taxClass: String
    /// From the beginning where absent.
    public let from: CalendarDate?
}

/// What decides where the supply of an item takes place.
public enum SupplyPlace: String, CaseIterable, Sendable {
    /// Goods where their movement ends, services where the recipient is.
    case usual
    /// A service on immovable property: where that lies (IGST Act s. 12(3); art. 47).
    case property
    /// A service done on persons or things that are present, such as catering (s. 12(4); art. 55).
    case performance
    /// Admission to or organisation of an event: where it is held (s. 12(6), (7); art. 53).
    case event
    /// Goods installed or assembled on site (s. 10(1)(d); art. 36).
    case installation
    /// Goods handed over without movement (s. 10(1)(c); art. 31).
    case noMovement = "no-movement"
}

/// Where property lies, work is done or goods are installed.
public struct Site: Sendable {
    /// ISO 3166-1 alpha-2.
    public let country: String
    /// India: two-digit GST State code.
    public let state: String?

    init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "site", keys: ["country", "state"], findings)
        country = fields.text("country", limit: 2)
        state = fields.optionalText("state", limit: 2)
        if !country.isEmpty, Country(code: country) == nil, let value = fields.value("country") {
            fields.report(
                "unknown-country", "no country has this code", value, found: country,
                expected: "two capital letters of ISO 3166-1 such as IN, DE, US")
        }
    }
}

/// A place of supply that somebody decides, and why.
public struct StatedPlace: Sendable {
    /// Two-digit GST State code; 96 outside India.
    public let state: String
    public let reason: String
    public let node: DataNode

    init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "place of supply", keys: ["state", "reason"], findings)
        state = fields.text("state", limit: 2)
        reason = fields.text("reason", limit: 200)
        self.node = node
    }
}

/// Why a party or an item bears no tax: a code and words for the document.
public struct StatedExemption: Sendable {
    public let code: String?
    public let reason: String

    init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "exemption", keys: ["code", "reason"], findings)
        code = fields.optionalText("code", limit: 40)
        reason = fields.text("reason", limit: 200)
    }
}

import Invoicing
public import Trade

extension EInvoiceForm {
    /// BT-24.
    public var specification: String {
        let core = "urn:cen.eu:en16931:2017"
        return switch self {
        case .ubl, .cii, .facturx: core
        case .peppol: "\(core)#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
        case .xrechnung, .xrechnungCII, .facturxXRechnung:
            "\(core)#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
        case .facturxMinimum: "urn:factur-x.eu:1p0:minimum"
        case .facturxBasicWL: "urn:factur-x.eu:1p0:basicwl"
        case .facturxBasic: "\(core)#compliant#urn:factur-x.eu:1p0:basic"
        }
    }

    /// BT-23, which Peppol and XRechnung want (PEPPOL-EN16931-R001).
    public var process: String? {
        self == .peppol || isXRechnung ? "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0" : nil
    }

    /// Whether the rules of XRechnung 3.0 hold, in whatever syntax.
    public var isXRechnung: Bool {
        self == .xrechnung || self == .xrechnungCII || self == .facturxXRechnung
    }

    /// Whether BG-16 stands on every document: BR-DE-1 of XRechnung, and DE-R-001 of Peppol between
    /// parties in Germany.
    func wantsPayment(_ invoice: Invoice) -> Bool {
        let countries = [invoice.seller.address.country, invoice.buyer.address.country]
        return isXRechnung || self == .peppol && countries == ["DE", "DE"]
    }

    /// How much of the model a profile of Factur-X has room for.
    enum Extent: Int, Comparable {
        /// Totals.
        case minimum
        /// What is said of the document as a whole.
        case withoutLines
        /// And its lines, as far as most need them.
        case basic
        /// All of EN 16931.
        case full

        static func < (one: Extent, other: Extent) -> Bool { one.rawValue < other.rawValue }
    }

    var extent: Extent {
        switch self {
        case .facturxMinimum: .minimum
        case .facturxBasicWL: .withoutLines
        case .facturxBasic: .basic
        default: .full
        }
    }
}

import Diagnostics
import Formats
import Money

/// The seller: who issues, under which rules, and what each of its documents says about it.
public struct Company: Sendable {
    /// The legal name.
    public let name: String
    public let tradeName: String?
    /// The tax regime's name, `india-gst` or `european-vat`.
    public let regime: String
    public let currency: Currency
    /// BCP 47, such as `en-IN`.
    public let language: String
    /// Said beside `language` on bilingual documents.
    public let secondLanguage: String?
    public let timeZone: String
    /// First month of the fiscal year, 1 to 12.
    public let fiscalYearStart: Int
    public let address: Address
    /// GSTIN or VAT identifier of the supplying registration.
    public let taxNumber: String
    public let localTaxNumber: String?
    public let otherTaxNumbers: [(scheme: String, number: String)]
    public let legalRegistration: LegalRegistration?
    public let registeredOffice: String?
    public let seat: String?
    public let directors: [String]
    public let contact: Contact?
    /// Where it sends electronic documents from (BT-34).
    public let electronicAddress: ElectronicAddress?
    /// How customers get their e-invoices that do not say how they want them.
    public let eInvoice: [EInvoiceForm]
    public let bankAccounts: [BankAccount]
    public let paymentTerms: PaymentTerms
    public let series: [Series]
    /// Whether totals are rounded to whole units of the currency with a round-off line.
    public let roundOff: Bool
    public let export: ExportAuthorisation
    public let oneStopShop: Bool
    /// India: aggregate turnover of the year before, which decides the digits of HSN codes.
    public let turnover: Decimal?
    /// India: a composition taxable person, who collects no tax (CGST Act s. 10).
    public let isComposition: Bool
    /// India: the day from which it must report invoices to a registration portal (CGST Rule 48(4));
    /// `nil` where it need not.
    public let eInvoicingFrom: CalendarDate?
    /// A part of the country with a tax of its own.
    public let taxTerritory: TaxTerritory?
    /// Check digits of tax numbers are not insisted on: for trying out with numbers of test portals.
    public let isSandbox: Bool
    public let signatory: String?
    public let terms: [String]
    public let look: Look
    /// The record it was read from.
    public let node: DataNode

    /// Parts of Spain outside the Union's VAT territory.
    public enum TaxTerritory: String, CaseIterable, Sendable {
        case canaryIslands = "canary-islands"
        case ceuta, melilla
    }

    /// What lets an Indian exporter supply without payment of tax, and what banks ask for.
    public struct ExportAuthorisation: Sendable {
        /// Integrated tax is paid and reclaimed instead of supplying under a letter of undertaking.
        public let withPayment: Bool
        public let lut: String?
        public let lutDate: CalendarDate?
        public let iec: String?
        public let adCode: String?
    }

    /// Colours, logo and template of the company's documents.
    public struct Look: Sendable {
        public let template: String
        /// `#rrggbb`.
        public let accent: String?
        public let tint: String?
        public let logo: Logo?
        /// The line under the name on the letterhead.
        public let tagline: String?
        /// Instead of the template's typefaces.
        public let font: String?
        /// A line at the foot of each page.
        public let footer: String?
    }

    public enum Logo: Sendable {
        /// One colour, filled with the accent, as SVG path data (commands M L H V C Z) in a space
        /// of its own.
        case drawing(width: Decimal, height: Decimal, path: String)
        /// The name of a PNG or JPEG file.
        case picture(String)
    }

    /// The account to pay into for a currency: the first of that currency, else the first.
    public func bankAccount(for currency: Currency) -> BankAccount? {
        bankAccounts.first { $0.currency == currency } ?? bankAccounts.first
    }

    /// The fiscal year of a date.
    public func fiscalYear(of date: CalendarDate) -> FiscalYear {
        FiscalYear(of: date, startMonth: fiscalYearStart)
    }
}

/// Where money is to be sent.
public struct BankAccount: Sendable {
    public let currency: Currency
    public let holder: String?
    public let bank: String?
    public let branch: String?
    public let account: String?
    public let ifsc: String?
    public let iban: String?
    public let bic: String?
    public let upi: String?

    init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(
            node, "bank account",
            keys: [
                "currency", "holder", "bank", "branch", "account", "ifsc", "iban", "bic", "upi",
            ], findings)
        currency = fields.currency("currency")
        holder = fields.optionalText("holder", limit: 100)
        bank = fields.optionalText("bank", limit: 100)
        branch = fields.optionalText("branch", limit: 100)
        account = fields.optionalText("account", limit: 34)
        ifsc = fields.optionalText("ifsc", limit: 11)
        iban = fields.optionalText("iban", limit: 42)?.filter { $0 != " " }
        bic = fields.optionalText("bic", limit: 11)
        upi = fields.optionalText("upi", limit: 60)
        if let iban, !isValidIBAN(iban), let value = fields.value("iban") {
            fields.report(
                "iban-check-digits", "this IBAN's check digits are wrong", value, found: iban,
                hint: "two characters may be swapped or mistyped; copy it from the bank")
        }
    }
}

/// Whether an IBAN without blanks has a right form and check digits (ISO 13616, ISO 7064 MOD 97-10).
public func isValidIBAN(_ iban: String) -> Bool {
    let bytes = Array(iban.utf8)
    guard (15...34).contains(bytes.count), (65...90).contains(bytes[0]),
        (65...90).contains(bytes[1])
    else { return false }
    var remainder = 0
    for byte in bytes[4...] + bytes[..<4] {
        switch byte {
        case 48...57: remainder = (remainder * 10 + Int(byte - 48)) % 97
        case 65...90: remainder = (remainder * 100 + Int(byte - 55)) % 97
        default: return false
        }
    }
    return remainder == 1
}

extension Company.Look {
    /// A template as it is, in its own colours and typefaces.
    public init(template: String) {
        self.init(
            template: template, accent: nil, tint: nil, logo: nil, tagline: nil, font: nil,
            footer: nil)
    }
}

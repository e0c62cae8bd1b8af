import Diagnostics
import Formats
import Money

extension Company {
    static let keys = [
        "name", "tradeName", "regime", "currency", "language", "secondLanguage", "timeZone",
        "fiscalYearStart", "address", "taxNumber", "localTaxNumber", "otherTaxNumbers",
        "legalRegistration", "registeredOffice", "seat", "directors", "contact", "bankAccounts",
        "paymentTerms", "series", "roundOff", "export", "oneStopShop", "signatory", "terms", "look",
        "turnover", "composition", "eInvoicing", "taxTerritory", "sandbox", "electronicAddress",
        "eInvoice",
    ]

    /// Reads a company; `nil` after an error.
    public init?(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "company", keys: Company.keys, findings)
        name = fields.text("name", limit: 160)
        tradeName = fields.optionalText("tradeName", limit: 160)
        regime = fields.text("regime")
        currency = fields.currency("currency")
        language = fields.language("language")
        secondLanguage = fields.optionalLanguage("secondLanguage")
        timeZone = fields.text("timeZone", limit: 60)
        // India's fiscal year is set by law (Income-tax Act): 1 April to 31 March.
        fiscalYearStart =
            fields.optionalInteger("fiscalYearStart", in: 1...12) ?? (regime == "india-gst" ? 4 : 1)
        address = Address(of: fields)
        taxNumber = fields.text("taxNumber", limit: 20)
        localTaxNumber = fields.optionalText("localTaxNumber", limit: 30)
        otherTaxNumbers = fields.list("otherTaxNumbers", limit: 10).map { element in
            let number = Fields(element, "tax number", keys: ["scheme", "number"], findings)
            return (number.text("scheme", limit: 20), number.text("number", limit: 30))
        }
        legalRegistration = fields.value("legalRegistration").map {
            LegalRegistration($0, findings)
        }
        registeredOffice = fields.optionalText("registeredOffice", limit: 200)
        seat = fields.optionalText("seat", limit: 60)
        directors = fields.texts("directors", count: 0...20, limit: 80)
        contact = fields.value("contact").map { Contact($0, findings) }
        electronicAddress = fields.value("electronicAddress").map {
            ElectronicAddress($0, findings)
        }
        eInvoice = EInvoiceForm.read(fields)
        bankAccounts = fields.list("bankAccounts", limit: 20).map { BankAccount($0, findings) }
        paymentTerms =
            fields.value("paymentTerms").map { PaymentTerms($0, findings) }
            ?? PaymentTerms(netDays: 30)
        series = fields.list("series", limit: 20).map { Series($0, findings) }
        roundOff = fields.optionalFlag("roundOff") ?? (currency == .inr)
        export = ExportAuthorisation(fields.value("export"), findings)
        oneStopShop = fields.optionalFlag("oneStopShop") ?? false
        turnover = fields.optionalDecimal("turnover", places: 2)
        isComposition = fields.optionalFlag("composition") ?? false
        eInvoicingFrom = fields.value("eInvoicing").map {
            Fields($0, "eInvoicing", keys: ["from"], findings).date("from")
        }
        taxTerritory = fields.optionalChoice("taxTerritory", TaxTerritory.self)
        isSandbox = fields.optionalFlag("sandbox") ?? false
        signatory = fields.optionalText("signatory", limit: 80)
        terms = fields.texts("terms", count: 0...12, limit: 200)
        look = Look(fields.value("look"), regime: regime, findings)
        self.node = node
        if series.isEmpty {
            findings.add(
                Diagnostic(
                    code: "missing-key", "company has no series", at: fields.location("series"),
                    expected: "at least one series of numbers",
                    hint: #"{"id":"invoices","scope":"any","pattern":"RE-{yyyy}-{n:4}"}"#))
        }
        checkSeries(fields)
        if !fields.isSound { return nil }
    }

    /// Two series must not give the same number.
    private func checkSeries(_ fields: Fields) {
        let year = FiscalYear(startYear: 2026, startMonth: fiscalYearStart)
        var seen: Set<String> = []
        for one in series where !seen.insert(one.number(1, in: year)).inserted {
            findings(fields).add(
                Diagnostic(
                    code: "series-overlap", "two series give the same numbers",
                    at: fields.location("series"), found: one.number(1, in: year),
                    hint: "give each series its own letters"))
        }
        if Set(series.map(\.id)).count < series.count {
            findings(fields).add(
                Diagnostic(
                    code: "series-overlap", "two series have the same id",
                    at: fields.location("series"), hint: "give each series its own id"))
        }
    }

    private func findings(_ fields: Fields) -> Findings { fields.findings }
}

extension Company.ExportAuthorisation {
    init(_ node: DataNode?, _ findings: Findings) {
        guard let node else {
            self.init(withPayment: false, lut: nil, lutDate: nil, iec: nil, adCode: nil)
            return
        }
        let fields = Fields(
            node, "export", keys: ["withPayment", "lut", "lutDate", "iec", "adCode"], findings)
        self.init(
            withPayment: fields.optionalFlag("withPayment") ?? false,
            lut: fields.optionalText("lut", limit: 30), lutDate: fields.optionalDate("lutDate"),
            iec: fields.optionalText("iec", limit: 20),
            adCode: fields.optionalText("adCode", limit: 20))
    }
}

extension Company.Look {
    init(_ node: DataNode?, regime: String, _ findings: Findings) {
        let usual = regime == "india-gst" ? "classic" : "modern"
        guard let node else {
            self.init(
                template: usual, accent: nil, tint: nil, logo: nil, tagline: nil, font: nil,
                footer: nil)
            return
        }
        let fields = Fields(
            node, "look",
            keys: ["template", "accent", "tint", "logo", "tagline", "font", "footer"],
            findings)
        self.init(
            template: fields.has("template") ? fields.identifier("template") : usual,
            accent: fields.colour("accent"),
            tint: fields.colour("tint"),
            logo: Company.Logo(of: fields, findings),
            tagline: fields.optionalText("tagline", limit: 80),
            font: fields.optionalText("font", limit: 60),
            footer: fields.optionalText("footer", limit: 80))
    }
}

extension Company.Logo {
    /// The key `logo`: a drawing, or the name of a picture's file.
    fileprivate init?(of look: Fields, _ findings: Findings) {
        guard let node = look.value("logo") else { return nil }
        if node.string != nil {
            let name = look.identifier("logo", slash: false)
            if ![".png", ".jpg", ".jpeg"].contains(where: name.lowercased().hasSuffix) {
                look.report(
                    "bad-picture", "a logo is a PNG or JPEG file", node, found: name,
                    expected: "a name that ends in .png, .jpg or .jpeg")
            }
            self = .picture(name)
            return
        }
        let fields = Fields(node, "logo", keys: ["width", "height", "path"], findings)
        let (width, height) = (fields.decimal("width"), fields.decimal("height"))
        self = .drawing(width: width, height: height, path: fields.text("path", limit: 8000))
        if width <= .zero || height <= .zero {
            findings.add(
                Diagnostic(
                    code: "bad-number", "a logo needs a width and a height above zero",
                    at: node.location, hint: #"such as "width":48,"height":48"#))
        }
    }
}

extension Fields {
    /// A colour as `#rrggbb`.
    fileprivate func colour(_ key: String) -> String? {
        guard let text = optionalText(key), let value = value(key) else { return nil }
        let digits = text.utf8.dropFirst()
        let isHex = digits.allSatisfy { byte in
            (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
        }
        if text.first != "#" || digits.count != 6 || !isHex {
            report("bad-colour", "this is no colour", value, found: text, expected: "#1d4477")
        }
        return text
    }
}

import Formats

/// A kind of record that people hand in: what it is called, and how it looks as CSV.
public enum RecordKind: String, CaseIterable, Sendable {
    case customers, items, prices, rates, contracts, orders, deliveries

    /// The kind that a file's name begins with: `orders-2026-04.jsonl`.
    public init?(fileName: String) {
        let name = fileName.split(separator: "/").last.map(String.init) ?? fileName
        guard
            let kind = RecordKind.allCases.first(where: { name.lowercased().hasPrefix($0.rawValue) }
            )
        else { return nil }
        self = kind
    }

    /// One record's name.
    public var singular: String {
        self == .deliveries ? "delivery" : String(rawValue.dropLast())
    }

    /// `nil` of contracts, which are read as JSON only: a row has no room for their clauses.
    public var table: CSVTable? {
        switch self {
        case .customers: CSVTable.customers
        case .items: CSVTable.items
        case .prices: CSVTable.prices
        case .rates: CSVTable.rates
        case .contracts: nil
        case .orders: CSVTable.orders
        case .deliveries: CSVTable.deliveries
        }
    }
}

extension CSVTable {
    static let customers = CSVTable([
        Column("id", nil, "identifier, up to 32 letters, digits, - _ . /"),
        Column("name", nil, "legal name"),
        Column("attention", "address.attention", "person or department"),
        Column("line1", "address.lines[+]", "street, building"),
        Column("line2", "address.lines[+]", "second address line"),
        Column("line3", "address.lines[+]", "third address line"),
        Column("city", "address.city", "city"),
        Column("postcode", "address.postcode", "post code or PIN"),
        Column("state", "address.state", "India: two-digit state code"),
        Column("country", "address.country", "ISO 3166-1 alpha-2"),
        Column(
            "category", nil,
            "registered, unregistered, sez, overseas, deemed-export; business, public, consumer"),
        Column("taxNumber", nil, "GSTIN or VAT identifier"),
        Column("legalRegistration", nil, "register number"),
        Column("currency", nil, "ISO 4217"),
        Column("language", nil, "BCP 47, such as en-GB"),
        Column("secondLanguage", nil, "of a bilingual document, such as kn"),
        Column("netDays", "paymentTerms.netDays", "days from the invoice date"),
        Column(
            "endOfMonthPlusDays", "paymentTerms.endOfMonthPlusDays",
            "days from the end of the invoice's month"),
        Column("dayOfMonth", "paymentTerms.dayOfMonth", "fixed day of a month"),
        Column("monthsAfter", "paymentTerms.monthsAfter", "of which month after the invoice's"),
        Column("contactName", "contact.name", "contact"),
        Column("contactPhone", "contact.phone", "phone"),
        Column("contactEmail", "contact.email", "e-mail"),
        Column("buyerReference", nil, "asked for on each invoice (BT-10)"),
        Column("electronicScheme", "electronicAddress.scheme", "EAS code, such as 0088 or 9930"),
        Column("electronicAddress", "electronicAddress.id", "where e-invoices are sent (BT-49)"),
        Column("eInvoice", nil, "ubl, peppol, xrechnung, cii, facturx …; default the company's"),
        Column("withPayment", nil, "true: export or SEZ with payment of tax"),
        Column("priceList", nil, "price list, default \"default\""),
        Column("status", nil, "active, blocked or inactive, default active"),
        Column("statusReason", nil, "why it is not active"),
        Column("creditLimit", nil, "owed at most, in the customer's currency"),
        Column("splitPayment", nil, "true: Italy's public bodies that pay the VAT themselves"),
        Column("exemptionCode", "exemption.code", "number of a resale or exemption certificate"),
        Column("exemptionReason", "exemption.reason", "why it bears no tax, printed"),
        Column("validFrom", nil, "first day of this version, blank: from the beginning"),
    ])

    static let items = CSVTable([
        Column("id", nil, "identifier"),
        Column("name", nil, "name on documents"),
        Column("note", nil, "small second line"),
        Column("kind", nil, "goods or service"),
        Column("unit", nil, "UQC (India) or UN/ECE unit (Europe)"),
        Column("hsn", nil, "India: HSN or SAC"),
        Column("commodityCode", nil, "Europe: CN code"),
        Column("tax", nil, "India: rate in percent, nil, exempt; Europe: standard, reduced, zero"),
        Column("countryOfOrigin", nil, "ISO 3166-1 alpha-2"),
        Column("group", nil, "product group that contracts name"),
        Column("reverseCharge", nil, "true: its recipient owes the tax"),
        Column("exemption", nil, "Europe, of class exempt: VATEX code"),
        Column("exemptionReason", nil, "of class exempt: why, printed"),
        Column(
            "supplyPlace", nil,
            "usual, property, performance, event, installation, no-movement; default usual"),
    ])

    static let prices = CSVTable([
        Column("list", nil, "price list, default \"default\""),
        Column("item", nil, "item"),
        Column("currency", nil, "ISO 4217"),
        Column("unitPrice", nil, "price of the base quantity"),
        Column("per", nil, "base quantity, default 1"),
        Column("from", nil, "first day"),
        Column("to", nil, "last day, blank: open"),
    ])

    static let rates = CSVTable([
        Column("country", nil, "ISO 3166-1 alpha-2, or with a region such as US-CA"),
        Column("class", nil, "what items name as tax"),
        Column("rate", nil, "percent, up to three decimals"),
        Column("from", nil, "first day"),
        Column("to", nil, "last day, blank: open"),
        Column("source", nil, "the law behind it"),
        Column("name", nil, "what documents call the tax"),
    ])

    static let orders = CSVTable(
        [
            Column("order", "id", "identifier; rows of one order stand together"),
            Column("customer", nil, "customer"),
            Column("date", nil, "order date"),
            Column("purchaseOrder", nil, "the customer's number"),
            Column("purchaseOrderDate", nil, "its date"),
            Column("currency", nil, "ISO 4217"),
            Column("shipTo", nil, "ship-to address of the customer"),
            Column("discountPercent", "discount.percent", "on the document"),
            Column("discountAmount", "discount.amount", "on the document"),
            Column("discountReason", "discount.reason", "printed"),
            Column("freight", "freight.amount", "on the document"),
            Column("freightDescription", "freight.description", "printed"),
            Column("exchangeRate", "exchangeRate.rate", "company currency for one of the order's"),
            Column("exchangeRateSource", "exchangeRate.source", "who published it"),
            Column("exchangeRateDate", "exchangeRate.date", "its day"),
            Column("netDays", "paymentTerms.netDays", "days from the invoice date"),
            Column(
                "endOfMonthPlusDays", "paymentTerms.endOfMonthPlusDays",
                "days from the end of the invoice's month"),
            Column("dayOfMonth", "paymentTerms.dayOfMonth", "fixed day of a month"),
            Column("monthsAfter", "paymentTerms.monthsAfter", "of which month after the invoice's"),
            Column("incoterm", nil, "terms of delivery"),
            Column("note", nil, "printed"),
            Column("contract", nil, "contract it is placed under"),
            Column("revision", nil, "1, one more with each change"),
            Column("billTo", nil, "tax number of the registration that is billed"),
            Column("pricesIncludeTax", nil, "true: prices, discounts and freight contain the tax"),
            Column("siteCountry", "site.country", "where property lies or work is done"),
            Column("siteState", "site.state", "India: its two-digit State code"),
            Column(
                "placeOfSupplyState", "placeOfSupply.state",
                "India: State of supply, decided against the table's"),
            Column("placeOfSupplyReason", "placeOfSupply.reason", "why"),
            Column("statedTaxable", "totals.taxable", "the customer's total without tax"),
            Column("statedTax", "totals.tax", "the customer's total of tax"),
            Column("statedPayable", "totals.payable", "the customer's total to be paid"),
            Column("line", "lines[].line", "line number"),
            Column("item", "lines[].item", "item"),
            Column("description", "lines[].description", "instead of the item's name"),
            Column("lineNote", "lines[].note", "instead of the item's note"),
            Column("quantity", "lines[].quantity", "up to three decimals"),
            Column("unitPrice", "lines[].unitPrice", "instead of the price list's"),
            Column("per", "lines[].per", "base quantity of unitPrice"),
            Column("lineDiscountPercent", "lines[].discount.percent", "on the line"),
            Column("lineDiscountAmount", "lines[].discount.amount", "on the line"),
            Column("lineFreight", "lines[].freight.amount", "on the line"),
        ], groupedBy: "order")

    static let deliveries = CSVTable(
        [
            Column("delivery", "id", "identifier; rows of one delivery stand together"),
            Column("order", nil, "order"),
            Column("date", nil, "day of delivery or completion"),
            Column("carrier", nil, "carrier"),
            Column("tracking", nil, "tracking number"),
            Column("vehicle", nil, "vehicle"),
            Column("ewayBill", nil, "e-way bill number"),
            Column("returns", nil, "delivery whose goods come back"),
            Column("reason", nil, "why they come back"),
            Column("milestone", nil, "milestone of the contract that was reached"),
            Column("line", "lines[].line", "order line; blank: all that is open"),
            Column("quantity", "lines[].quantity", "delivered quantity"),
        ], groupedBy: "delivery")
}

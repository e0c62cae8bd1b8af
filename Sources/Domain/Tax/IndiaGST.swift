import Diagnostics
import Formats
import Money
import Trade

/// India's Goods and Services Tax: place of supply, heads of tax, exports and SEZ, reverse charge,
/// composition.
///
/// Holders of a unique identity number (embassies, bodies of the United Nations) are unregistered
/// customers with that number as `taxNumber`: they are no registered persons (CGST Act s. 2(94)).
public struct IndiaGST: Regime {
    public let name = "india-gst"

    public init() {}

    /// CGST Rule 46, proviso: exactly one of the two on the face of an export or SEZ invoice.
    static let endorsementWithPayment =
        "SUPPLY MEANT FOR EXPORT/SUPPLY TO SEZ UNIT OR SEZ DEVELOPER FOR AUTHORISED OPERATIONS "
        + "ON PAYMENT OF INTEGRATED TAX"
    static let endorsementUnderBond =
        "SUPPLY MEANT FOR EXPORT/SUPPLY TO SEZ UNIT OR SEZ DEVELOPER FOR AUTHORISED OPERATIONS "
        + "UNDER BOND OR LETTER OF UNDERTAKING WITHOUT PAYMENT OF INTEGRATED TAX"
    /// CGST Rule 5(1)(f) and Rule 49.
    static let compositionDeclaration =
        "composition taxable person, not eligible to collect tax on supplies"
    /// CGST Rule 48(1) and (2).
    static let copiesOfGoods = [
        "ORIGINAL FOR RECIPIENT", "DUPLICATE FOR TRANSPORTER", "TRIPLICATE FOR SUPPLIER",
    ]
    static let copiesOfServices = ["ORIGINAL FOR RECIPIENT", "DUPLICATE FOR SUPPLIER"]
    /// CGST Rule 55(2).
    public static let copiesOfChallan = [
        "ORIGINAL FOR CONSIGNEE", "DUPLICATE FOR TRANSPORTER", "TRIPLICATE FOR CONSIGNER",
    ]

    /// UQC: services have none, goods of no listed unit are others.
    public func unitOfOne(_ item: Item) -> String { item.kind == .service ? "NA" : "OTH" }

    public func treatment(of supply: Supply, _ findings: Findings) -> Treatment? {
        guard let supplier = State.coded(String(supply.company.taxNumber.prefix(2))) else {
            findings.add(
                Diagnostic(
                    code: "gstin-state", "the company's GSTIN begins with no State's code",
                    at: supply.location, found: String(supply.company.taxNumber.prefix(2)),
                    expected: "01 to 38, 97"))
            return nil
        }
        let content = Content(of: supply)
        guard let (place, reason) = placeOfSupply(supply, content, from: supplier, findings),
            let isExport = isExport(supply, content, to: place, findings)
        else { return nil }
        let isZeroRated = isExport || supply.customer.category == .sez
        // IGST Act s. 7(5)(b): a supply to SEZ is inter-State even within one State.
        let isIntra = place == supplier && !isZeroRated
        if supply.company.isComposition {
            return composition(supply, place, reason, isIntra: isIntra, findings)
        }
        let withPayment = supply.customer.withPayment ?? supply.company.export.withPayment
        // Without anything taxable there is no tax to undertake (Circular 45/19/2018-GST).
        let isUnderBond = isZeroRated && !withPayment && content.taxable > 0
        guard !isUnderBond || isCovered(supply, findings),
            let isReverse = isReverseCharge(supply, content, isZeroRated: isZeroRated, findings)
        else { return nil }
        let title = isExport ? .exportInvoice : title(of: supply, content)
        let stateHead: TaxHead = place.isUnionTerritory ? .utgst : .sgst
        return Treatment(
            title: title, taxPoint: supply.issueDate, placeOfSupply: place, placeReason: reason,
            heads: isIntra ? [.cgst, stateHead] : [.igst], isCharged: !isUnderBond,
            isReverseCharge: isReverse,
            endorsement: isZeroRated && content.taxable > 0
                ? (withPayment ? IndiaGST.endorsementWithPayment : IndiaGST.endorsementUnderBond)
                : nil,
            destination: isExport ? destination(of: supply, content) : nil,
            scope: isExport ? .export : .domestic, rounding: .perLine,
            copies: copies(content, title))
    }

    /// Whether a supply is zero-rated as an export: its place is outside India and all of it leaves.
    /// `nil` after the finding that some of it leaves and some does not.
    private func isExport(
        _ supply: Supply, _ content: Content, to place: State, _ findings: Findings
    ) -> Bool? {
        guard place == .otherCountry else { return false }
        let leaving = content.supplied.filter { leavesIndia(supply.items[$0], supply) }
        if leaving.isEmpty || leaving.count == content.supplied.count { return !leaving.isEmpty }
        findings.add(
            Diagnostic(
                code: "mixed-place-of-supply",
                "some items are exported and others are supplied outside India to a recipient here",
                at: supply.location,
                found: "exported: \(IndiaGST.names(of: leaving, in: supply))",
                hint: "split the order: an export invoice is wholly one"))
        return nil
    }

    /// The ids of items, each once and at most twenty.
    static func names(of indices: [Int], in supply: Supply) -> String {
        var ids: [String] = []
        for index in indices where ids.count < 20 && !ids.contains(supply.items[index].id) {
            ids.append(supply.items[index].id)
        }
        return ids.joined(separator: ", ")
    }

    /// CGST Act s. 10: no tax is collected, and nothing is supplied to another State or abroad
    /// (s. 10(2)(c)).
    private func composition(
        _ supply: Supply, _ place: State, _ reason: PlaceReason, isIntra: Bool,
        _ findings: Findings
    ) -> Treatment? {
        guard isIntra else {
            findings.add(
                Diagnostic(
                    code: "composition-interstate",
                    "a composition taxable person supplies within its own State only "
                        + "(CGST Act s. 10(2)(c))",
                    at: supply.location,
                    found: supply.customer.category == .sez
                        ? "a SEZ, which is another State" : "\(place.code) \(place.name)",
                    expected: "a place of supply in \(supply.company.taxNumber.prefix(2))",
                    hint: "other supplies need a regular registration"))
            return nil
        }
        return Treatment(
            title: .billOfSupply, taxPoint: supply.issueDate, placeOfSupply: place,
            placeReason: reason, heads: [], declarations: [IndiaGST.compositionDeclaration],
            scope: .domestic, rounding: .perLine)
    }

    /// CGST Act s. 9(3): a registered recipient of notified supplies pays the tax; others are charged
    /// it. What bears no tax has no say; `nil` after the finding that the rest disagrees, because the
    /// invoice says once whether tax is payable on reverse charge (Rule 46(p)).
    private func isReverseCharge(
        _ supply: Supply, _ content: Content, isZeroRated: Bool, _ findings: Findings
    ) -> Bool? {
        if isZeroRated || content.reverse == 0 || registration(of: supply.customer) == nil {
            return false
        }
        if content.reverse == content.taxable { return true }
        let reversed = content.supplied.filter { supply.items[$0].reverseCharge }
        findings.add(
            Diagnostic(
                code: "mixed-reverse-charge",
                "some items are taxed in the recipient's hands and others are not (CGST Act s. 9(3))",
                at: supply.location,
                found: "on reverse charge: \(IndiaGST.names(of: reversed, in: supply))",
                hint: "split the order: an invoice is wholly on reverse charge or not at all"))
        return nil
    }

    /// CGST Rule 49: what is wholly nil-rated, exempt or non-GST goes on a bill of supply; Rule 46A:
    /// beside taxable supplies to an unregistered person, on an invoice-cum-bill of supply.
    private func title(of supply: Supply, _ content: Content) -> Treatment.Title {
        if content.taxable == 0 { return content.exempt == 0 ? .invoice : .billOfSupply }
        let isMixed = content.exempt > 0 && registration(of: supply.customer) == nil
        return isMixed ? .invoiceCumBillOfSupply : .taxInvoice
    }

    /// CGST Rule 48 asks for copies of invoices; for bills of supply none are named.
    private func copies(_ content: Content, _ title: Treatment.Title) -> [String] {
        if title == .billOfSupply || title == .invoice { return [] }
        return content.hasGoods ? IndiaGST.copiesOfGoods : IndiaGST.copiesOfServices
    }

    /// The country goods go to; that of the recipient of services.
    private func destination(of supply: Supply, _ content: Content) -> String {
        if content.hasInstallation, let site = supply.site { return site.country }
        return content.hasGoods ? supply.destination.country : supply.customer.address.country
    }

    /// Whether a letter of undertaking covers a supply without payment of tax; says so if none does.
    ///
    /// It holds for one financial year (CGST Rule 96A, Circular 8/2017) and is given in it or in the
    /// three months before.
    private func isCovered(_ supply: Supply, _ findings: Findings) -> Bool {
        let export = supply.company.export
        guard export.lut != nil else {
            findings.add(
                Diagnostic(
                    code: "no-lut",
                    "no letter of undertaking covers this supply without payment of tax",
                    at: supply.location,
                    expected: "export.lut in company.json, or withPayment: true"))
            return false
        }
        guard let given = export.lutDate else { return true }
        let year = FiscalYear(of: supply.issueDate, startMonth: 4)
        if let start = CalendarDate(year: year.startYear, month: 1, day: 1), start <= given {
            return true
        }
        findings.add(
            Diagnostic(
                code: "lut-expired",
                "the letter of undertaking does not hold on the date of issue",
                at: supply.company.node.location(of: "export"), found: "lutDate \(given)",
                expected: "one for the financial year of \(supply.issueDate)",
                hint: "put this year's letter into the company's record"))
        return false
    }
}

import Diagnostics
import Formats
import Money
import Trade

/// India's Goods and Services Tax: place of supply, heads of tax, exports and SEZ.
public struct IndiaGST: Regime {
    public let name = "india-gst"

    /// CGST Rule 46, proviso: exactly one of the two on the face of an export or SEZ invoice.
    static let endorsementWithPayment =
        "SUPPLY MEANT FOR EXPORT/SUPPLY TO SEZ UNIT OR SEZ DEVELOPER FOR AUTHORISED OPERATIONS "
        + "ON PAYMENT OF INTEGRATED TAX"
    static let endorsementUnderBond =
        "SUPPLY MEANT FOR EXPORT/SUPPLY TO SEZ UNIT OR SEZ DEVELOPER FOR AUTHORISED OPERATIONS "
        + "UNDER BOND OR LETTER OF UNDERTAKING WITHOUT PAYMENT OF INTEGRATED TAX"

    /// UQC: services have none, goods of no listed unit are others.
    public func unitOfOne(_ item: Item) -> String { item.kind == .service ? "NA" : "OTH" }

    public func treatment(of supply: Supply, _ findings: Findings) -> Treatment? {
        guard let supplierState = State.coded(String(supply.company.taxNumber.prefix(2))) else {
            findings.add(
                Diagnostic(
                    code: "gstin-state", "the company's GSTIN begins with no State's code",
                    at: supply.location, found: String(supply.company.taxNumber.prefix(2)),
                    expected: "01 to 38, 97"))
            return nil
        }
        guard let place = placeOfSupply(supply, findings) else { return nil }
        let isExport = place == .otherCountry
        let isSEZ = supply.customer.category == .sez
        let isZeroRated = isExport || isSEZ
        let withPayment = supply.customer.withPayment ?? supply.company.export.withPayment
        // IGST Act s. 7(5)(b): a supply to SEZ is inter-State even within one State.
        let isIntra = place == supplierState && !isZeroRated
        if isZeroRated, !withPayment, supply.company.export.lut == nil {
            findings.add(
                Diagnostic(
                    code: "no-lut",
                    "no letter of undertaking covers this supply without payment of tax",
                    at: supply.location,
                    expected: "export.lut in company.json, or withPayment: true"))
            return nil
        }
        if isZeroRated, !withPayment, !lutHolds(supply) {
            findings.add(
                Diagnostic(
                    code: "lut-expired",
                    "the letter of undertaking does not hold on the date of issue",
                    at: supply.company.node.location(of: "export"),
                    found: supply.company.export.lutDate.map { "lutDate \($0)" },
                    expected: "one for the financial year of \(supply.issueDate)",
                    hint: "put this year's letter into the company's record"))
            return nil
        }
        let stateHead: TaxHead = place.isUnionTerritory ? .utgst : .sgst
        return Treatment(
            title: title(of: supply, isExport: isExport), taxPoint: supply.issueDate,
            placeOfSupply: place, heads: isIntra ? [.cgst, stateHead] : [.igst],
            isCharged: !isZeroRated || withPayment,
            endorsement: isZeroRated
                ? (withPayment ? IndiaGST.endorsementWithPayment : IndiaGST.endorsementUnderBond)
                : nil,
            destination: isExport ? supply.destination.country : nil,
            scope: isExport ? .export : .domestic, rounding: .perLine)
    }

    /// CGST Rule 49: what is wholly nil-rated or exempt goes on a bill of supply.
    private func title(of supply: Supply, isExport: Bool) -> Treatment.Title {
        if isExport { return .exportInvoice }
        return supply.taxClasses.isSubset(of: ["nil", "exempt"]) ? .billOfSupply : .taxInvoice
    }

    /// A letter of undertaking holds for one financial year (CGST Rule 96A, Circular 8/2017) and is
    /// given in it or in the three months before.
    private func lutHolds(_ supply: Supply) -> Bool {
        guard let given = supply.company.export.lutDate else { return true }
        let year = FiscalYear(of: supply.issueDate, startMonth: 4)
        guard let start = CalendarDate(year: year.startYear, month: 1, day: 1) else { return false }
        return start <= given
    }

    /// IGST Act ss. 10 to 13: where a supply is taken to happen.
    func placeOfSupply(_ supply: Supply, _ findings: Findings) -> State? {
        let customer = supply.customer
        let destination = supply.destination
        if destination.country != "IN" { return .otherCountry }
        if customer.category == .overseas {
            // Foreign buyer, Indian ship-to: no export; the goods end their movement in India.
            // Services to a recipient abroad are supplied there (s. 13(2)).
            return supply.hasGoods ? state(destination.state, supply, findings) : .otherCountry
        }
        guard let own = customer.taxNumber.flatMap({ State.coded(String($0.prefix(2))) }) else {
            // Unregistered: goods at the delivery address (s. 10(1)(ca)), services at the address on
            // record (s. 12(2)(b)).
            return state(
                supply.hasGoods ? destination.state : customer.address.state, supply, findings)
        }
        guard supply.hasGoods else { return own }
        // s. 10(1)(b): delivered to a third person on the buyer's direction, the buyer's State;
        // s. 10(1)(a): delivered to the buyer, where the movement ends.
        if let other = supply.shipTo?.taxNumber, let mine = customer.taxNumber,
            GSTIN.pan(of: other) != GSTIN.pan(of: mine)
        {
            return own
        }
        return destination.state == nil ? own : state(destination.state, supply, findings)
    }

    private func state(_ code: String?, _ supply: Supply, _ findings: Findings) -> State? {
        if let code, let state = State.coded(code) { return state }
        findings.add(
            Diagnostic(
                code: "unknown-state", "the place of supply has no known State",
                at: supply.location,
                found: code, expected: "a GST state code such as 29 in the address"))
        return nil
    }

    public func lineTax(
        of item: Item, in supply: Supply, _ treatment: Treatment, at location: SourceLocation,
        _ findings: Findings
    ) -> LineTax? {
        switch item.tax {
        case "nil": return LineTax(category: .gstNil, rate: .zero, heads: [])
        case "exempt": return LineTax(category: .gstExempt, rate: .zero, heads: [])
        default: break
        }
        let known = RateTable.india.inForce(in: "IN", on: treatment.taxPoint)
        guard let percent = Decimal(item.tax), known.contains(where: { $0.percent == percent })
        else {
            findings.add(
                Diagnostic(
                    code: "unknown-tax-rate",
                    "\(item.id) bears a rate that GST does not know on \(treatment.taxPoint)",
                    at: location, found: item.tax,
                    expected: known.map(\.percent.description).joined(separator: ", ")
                        + ", nil, exempt"))
            return nil
        }
        return LineTax(
            category: .gst, rate: percent, heads: treatment.heads, isCharged: treatment.isCharged)
    }
}

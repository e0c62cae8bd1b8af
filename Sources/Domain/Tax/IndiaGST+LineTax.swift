import Diagnostics
import Formats
import Money
import Trade

extension IndiaGST {
    /// The day whose rate an item bears.
    ///
    /// Goods: the day of the invoice; advances and their payment are ignored even where the rate
    /// changes (CGST Act ss. 12(2), 14 with Notification 66/2017-Central Tax). Services, CGST Act
    /// s. 14: of supply, invoice and payment, the two that lie on the same side of a change of rate
    /// decide. That is the middle one of the three days, whatever changes lie between them:
    ///
    ///     supplied before: invoice and payment after    new     payment ≤ invoice or invoice ≤ payment
    ///                      invoice before               old     supply and invoice
    ///                      payment before               old     supply and payment
    ///     supplied after:  invoice before, paid after   new     supply and payment
    ///                      both before                  old     invoice and payment
    ///                      paid before, invoice after   new     supply and invoice
    ///
    /// A payment that has not come lies after both. The payment's day is that of the books or of the
    /// bank's credit, whichever is earlier; of the bank's if that comes more than four working days
    /// after the change (s. 14, proviso), which whoever knows the payment decides.
    public static func taxPoint(of item: Item, in supply: Supply) -> CalendarDate {
        if item.kind == .goods { return supply.issueDate }
        let earlier = min(supply.deliveryDate, supply.issueDate)
        let later = max(supply.deliveryDate, supply.issueDate)
        return max(earlier, min(later, supply.paymentDate ?? .last))
    }

    public func lineTax(
        of item: Item, in supply: Supply, _ treatment: Treatment, at location: SourceLocation,
        _ findings: Findings
    ) -> LineTax? {
        guard hasDigits(item, supply, treatment, location, findings) else { return nil }
        switch LineClass.of(item, in: supply) {
        case .nilRated:
            return untaxed(.gstNil, item, "CGST Act s. 2(47), nil rate of tax")
        case .exempt: return untaxed(.gstExempt, item, "CGST Act s. 11, IGST Act s. 6")
        case .nonGST: return untaxed(.nonGST, item, "CGST Act s. 9(1), (2)")
        case .pureAgent: return untaxed(.pureAgent, item, "CGST Rule 33")
        case .rate(let name):
            if supply.company.isComposition {
                return untaxed(.gst, item, "CGST Act s. 10(4)")
            }
            return rated(name, item, supply, treatment, location, findings)
        }
    }

    private func rated(
        _ name: String, _ item: Item, _ supply: Supply, _ treatment: Treatment,
        _ location: SourceLocation, _ findings: Findings
    ) -> LineTax? {
        let day = IndiaGST.taxPoint(of: item, in: supply)
        let rates = supply.rates.over(.india)
        // A rate may be written `18.00`.
        let rate =
            rates.rate(name, in: "IN", on: day)
            ?? Decimal(name).flatMap { rates.rate($0.description, in: "IN", on: day) }
        if let rate {
            return LineTax(
                category: .gst, rate: rate.percent, heads: treatment.heads,
                isCharged: treatment.isCharged, law: rate.source)
        }
        let known = rates.inForce(in: "IN", on: day).map(\.taxClass) + LineClass.words
        findings.add(
            Diagnostic(
                code: "unknown-tax-rate",
                "\(item.id) bears a rate that GST does not know on \(day)", at: location,
                found: name, expected: known.joined(separator: ", "),
                hint: nearest(to: name, among: LineClass.words).map { "did you mean \"\($0)\"?" }))
        return nil
    }

    private func untaxed(_ category: TaxCategory, _ item: Item, _ law: String) -> LineTax {
        LineTax(
            category: category, rate: .zero, heads: [],
            exemption: item.exemptionReason.map { Exemption(code: item.exemption, reason: $0) },
            law: law)
    }

    /// Notification 12/2017-Central Tax as amended by 78/2020: four digits of HSN or SAC, six where the
    /// turnover of the year before exceeded five crore rupees; the customs tariff's eight for goods
    /// that are exported.
    private func hasDigits(
        _ item: Item, _ supply: Supply, _ treatment: Treatment, _ location: SourceLocation,
        _ findings: Findings
    ) -> Bool {
        let isExport = treatment.scope == .export && item.kind == .goods
        let isLarge = supply.company.turnover.map { IndiaGST.fiveCrore < $0 } ?? false
        let least = isExport ? 8 : isLarge ? 6 : 4
        let count = item.hsn?.utf8.count ?? 0
        if count >= least { return true }
        findings.add(
            Diagnostic(
                code: "hsn-digits",
                isExport
                    ? "exported goods need an HSN code of 8 digits"
                    : "above a turnover of 5 crore rupees HSN and SAC codes have at least 6 digits "
                        + "(Notification 78/2020-Central Tax)",
                at: location, found: "\(item.id): \(item.hsn ?? "none")",
                expected: "\(least) digits in the item's record"))
        return false
    }

    static let fiveCrore = Decimal(50_000_000)
}

/// What GST taxes a line as.
enum LineClass: Equatable {
    case nilRated, exempt, nonGST, pureAgent
    /// A class of the rate table: a percentage, or a name of the user's own.
    case rate(String)

    /// The classes that are no rates.
    static let words = ["nil", "exempt", "non-gst", "pure-agent"]

    init(_ text: String) {
        switch text {
        case "nil": self = .nilRated
        case "exempt": self = .exempt
        case "non-gst": self = .nonGST
        case "pure-agent": self = .pureAgent
        default: self = .rate(text)
        }
    }

    /// The class that holds on the item's own tax point.
    ///
    /// A function and no initialiser, whose parameters would be copied for it.
    static func of(_ item: Item, in supply: Supply) -> LineClass {
        // Most items have one class for all days.
        if item.taxClasses.count == 1 { return LineClass(item.taxClasses[0].taxClass) }
        return LineClass(item.taxClass(on: IndiaGST.taxPoint(of: item, in: supply)))
    }
}

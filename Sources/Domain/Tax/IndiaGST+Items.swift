import Diagnostics
import Formats
import Money
import Trade

extension IndiaGST {
    public func check(_ item: Item, _ findings: Findings) {
        let place = item.node.location(of: "hsn")
        guard let hsn = item.hsn else {
            findings.add(
                Diagnostic(
                    code: "missing-hsn", "an item needs an HSN or SAC code (CGST Rule 46(g))",
                    at: place,
                    expected: "4, 6 or 8 digits"))
            return
        }
        if ![4, 6, 8].contains(hsn.utf8.count) || !hsn.utf8.allSatisfy({ (48...57).contains($0) })
            || hsn.utf8.allSatisfy({ $0 == 48 })
        {
            findings.add(
                Diagnostic(
                    code: "bad-hsn", "this is no HSN or SAC code", at: place, found: hsn,
                    expected: "4, 6 or 8 digits"))
        } else if hsn.hasPrefix("99") != (item.kind == .service) {
            findings.add(
                Diagnostic(
                    code: "hsn-kind", "codes that begin with 99 are services, all others goods",
                    at: place, found: "\(hsn), \(item.kind.rawValue)",
                    expected: item.kind == .service ? "a SAC beginning with 99" : "an HSN of goods")
            )
        }
        for dated in item.taxClasses { check(dated.taxClass, of: item, findings) }
        checkPlace(item, findings)
        if !IndiaGST.unitCodes.contains(item.unit) {
            findings.add(
                Diagnostic(
                    code: "unknown-unit", "this is no unit quantity code of GST",
                    at: item.node.location(of: "unit"), found: item.unit,
                    expected: "a UQC such as NOS, MTR, KGS, BOX; NA for services",
                    hint: nearest(to: item.unit, among: IndiaGST.unitCodes.sorted()).map {
                        "did you mean \"\($0)\"?"
                    }))
        }
    }

    /// Percentages that no built-in table knows may be the user's own, as names of classes may: a
    /// warning, and an error only where a line finds no rate on its day.
    private func check(_ taxClass: String, of item: Item, _ findings: Findings) {
        if LineClass.words.contains(taxClass) { return }
        let percent = Decimal(taxClass)
        if percent.map({ RateTable.india.has($0.description) }) ?? false { return }
        let isName = taxClass.utf8.first.map { (65...90).contains($0 & 0xDF) } ?? false
        if isName, nearest(to: taxClass, among: LineClass.words) == nil { return }
        let isPossible = isName || percent.map { !$0.isNegative && $0 <= Decimal(100) } ?? false
        findings.add(
            Diagnostic(
                isPossible ? .warning : .error, code: "unknown-tax-rate", "GST knows no such rate",
                at: item.node.location(of: "tax"), found: taxClass,
                expected: "0, 0.25, 3, 5, 18, 40 …, \(LineClass.words.joined(separator: ", "))",
                hint: nearest(to: taxClass, among: LineClass.words).map {
                    "did you mean \"\($0)\"?"
                } ?? "or a class of your own rates that holds on the day of supply"))
    }

    private func checkPlace(_ item: Item, _ findings: Findings) {
        let kind: Item.Kind
        switch item.supplyPlace {
        case .usual: return
        case .installation, .noMovement: kind = .goods
        case .property, .performance, .event: kind = .service
        }
        if item.kind == kind { return }
        findings.add(
            Diagnostic(
                code: "supply-place-kind", "this place of supply belongs to \(kind.rawValue)",
                at: item.node.location(of: "supplyPlace"),
                found: "\(item.supplyPlace.rawValue), \(item.kind.rawValue)",
                expected: item.kind == .goods
                    ? "usual, installation, no-movement" : "usual, property, performance, event"))
    }

    /// Unit quantity codes of the GST system.
    static let unitCodes = Set(
        """
        BAG BAL BDL BKL BOU BOX BTL BUN CAN CBM CCM CMS CTN DOZ DRM GGK GMS GRS GYD KGS KLR KME LTR \
        MLT MTR MTS NA NOS OTH PAC PCS PRS QTL ROL SET SQF SQM SQY TBS TGM THD TON TUB UGS UNT YDS
        """.split(separator: " ").map(String.init))
}

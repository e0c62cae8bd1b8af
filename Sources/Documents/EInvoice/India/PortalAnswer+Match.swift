import Diagnostics
import Formats
import Money

extension PortalAnswer {
    /// Whether what the portal signed is what was sent: findings of `irp-mismatch` where it is not.
    ///
    /// - Parameters:
    ///   - token: the signed QR code's text or the signed invoice.
    ///   - request: the INV-01 that was sent, as it lies in the archive.
    ///   - irn: the reference number that the document must have.
    public static func compare(
        _ token: SignedToken, _ request: DataTree, irn: String, _ answer: PortalAnswer,
        _ findings: Findings
    ) {
        let (signed, sent) = (token.data.root, request.root)
        let isWhole = signed["DocDtls"] != nil
        func check(_ what: String, _ found: String?, _ expected: String?) {
            if found == expected { return }
            findings.add(
                Diagnostic(
                    code: "irp-mismatch",
                    "the answer is not about this document: its \(what) is another",
                    at: answer.location, found: found ?? "nothing", expected: expected))
        }
        func field(_ flat: String, _ block: String, _ name: String) -> String? {
            isWhole ? signed[block]?[name]?.string : signed[flat]?.string
        }
        check("reference number", signed["Irn"]?.string?.lowercased(), irn)
        check(
            "supplier", field("SellerGstin", "SellerDtls", "Gstin"),
            sent["SellerDtls"]?["Gstin"]?.string)
        check(
            "buyer", field("BuyerGstin", "BuyerDtls", "Gstin"),
            sent["BuyerDtls"]?["Gstin"]?.string)
        check(
            "number", field("DocNo", "DocDtls", "No")?.uppercased(),
            sent["DocDtls"]?["No"]?.string?.uppercased())
        check("type", field("DocTyp", "DocDtls", "Typ"), sent["DocDtls"]?["Typ"]?.string)
        check("date", field("DocDt", "DocDtls", "Dt"), sent["DocDtls"]?["Dt"]?.string)
        let value = field("TotInvVal", "ValDtls", "TotInvVal")
        let expected = sent["ValDtls"]?["TotInvVal"]?.string
        if value.flatMap({ Decimal($0) }) != expected.flatMap({ Decimal($0) }) {
            check("value", value, expected)
        }
        if isWhole, case .registered(let ackNumber, let ackDate, _, _) = answer.outcome {
            if let signedNumber = signed["AckNo"]?.string {
                check("acknowledgement number", ackNumber, signedNumber)
            }
            if let signedDate = signed["AckDt"]?.string {
                check("acknowledgement date", ackDate, signedDate)
            }
        }
    }

    /// The day of `yyyy-MM-dd HH:mm:ss`; `nil` for anything else.
    public static func day(of text: String) -> CalendarDate? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let date = CalendarDate(parts[0]) else { return nil }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        let limits = [24, 60, 60]
        guard clock.count == 3,
            zip(clock, limits).allSatisfy({ $0.utf8.count == 2 && (Int($0) ?? 99) < $1 })
        else { return nil }
        return date
    }
}

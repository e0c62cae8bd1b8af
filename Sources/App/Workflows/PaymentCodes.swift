import Formats
import Invoicing
import Money

extension Value {
    /// The same document with the texts of the QR codes it is paid by, as `codes.upi` and
    /// `codes.epc`.
    ///
    /// They are for the page only: all they say stands in the document's other values, so what is
    /// kept for ten years does not repeat them. What asks for no money in one sum has none: notes
    /// to the buyer's credit, vouchers, instalments, cancelled documents and previews.
    var withPaymentCodes: Value {
        guard case .record(var record) = self, self["isCancelled"] == nil,
            self["isPreview"] == nil, let kind = self["kind"]?.string,
            ["invoice", "debit-note", "proforma"].contains(kind),
            self["payment"]?["instalments"] == nil, let account = self["payment"]?["account"],
            case .money(let amount)? = self["totals"]?["payable"],
            let number = self["number"]?.string, let seller = self["seller"]?["name"]?.string
        else { return self }
        let upi = account["upi"]?.string.flatMap {
            PaymentCode.upi(
                payee: seller, address: $0, amount: amount, reference: number)
        }
        let epc = account["iban"]?.string.flatMap {
            PaymentCode.epc(
                name: account["holder"]?.string ?? seller, iban: $0,
                bic: account["bic"]?.string, amount: amount, reference: number)
        }
        if upi == nil, epc == nil { return self }
        record.add(
            "codes",
            .record {
                $0.add("upi", upi)
                $0.add("epc", epc)
            })
        return .record(record)
    }
}

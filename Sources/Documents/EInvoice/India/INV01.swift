import Crypto
import Diagnostics
import Formats
import Invoicing
import Money
import Tax
import Trade

/// India's e-invoice: the request INV-01 version 1.1 that a registration portal answers with an
/// invoice reference number (CGST Rule 48(4), Notification 60/2020-Central Tax).
///
/// Every amount is the invoice's own; a document in another currency is stated in rupees at the rate
/// it names, amount by amount. The sums of the totals are sums of the lines as they are sent.
public struct INV01: Sendable {
    /// `INV`, `CRN` or `DBN`.
    public let type: String
    /// `B2B`, `SEZWP`, `SEZWOP`, `EXPWP`, `EXPWOP` or `DEXP`.
    public let supplyType: String
    public let invoice: Invoice
    let amounts: RupeeAmounts

    /// At most so many lines a document.
    public static let lineLimit = 1000
    /// At most so many bytes a file.
    public static let byteLimit = 2_000_000

    /// Whether a document is one that is reported: an invoice or note with something taxable to a
    /// registered person, a SEZ or abroad. Bills of supply, vouchers, financial notes and what goes
    /// to the unregistered are not.
    public static func has(_ invoice: Invoice) -> Bool {
        guard invoice.regime == "india-gst", type(of: invoice.kind) != nil,
            invoice.lines.contains(where: { $0.tax.category == .gst })
        else { return false }
        switch invoice.title {
        case .taxInvoice, .exportInvoice, .creditNote, .debitNote: break
        default: return false
        }
        switch invoice.buyer.category {
        case .overseas: return invoice.isExported
        case .registered, .sez, .deemedExport: return invoice.buyer.taxNumber != nil
        default: return false
        }
    }

    /// - Throws: an overflow where an amount in rupees cannot be held.
    public init(_ invoice: Invoice) throws(AmountOverflow) {
        self.invoice = invoice
        type = INV01.type(of: invoice.kind) ?? "INV"
        supplyType = INV01.supplyType(of: invoice)
        amounts = try RupeeAmounts(invoice)
    }

    /// The invoice reference number that the portal will give: SHA-256 of the supplier's GSTIN, the
    /// financial year, the type and the number in capitals.
    public var irn: String {
        INV01.irn(
            supplier: invoice.seller.taxNumber, type: type, number: invoice.number,
            date: invoice.issueDate)
    }

    /// - Parameter number: hashed in capitals where the document is of 1 June 2025 or later, as it
    ///   stands before (GSTN advisory of 4 April 2025).
    public static func irn(
        supplier: String, type: String, number: String, date: CalendarDate
    ) -> String {
        let start = date.month >= 4 ? date.year : date.year - 1
        let year = "\(start)-\(padded((start + 1) % 100, 2))"
        let isCapital = date.description >= "2025-06-01"
        return SHA256.hex(
            of: Array((supplier + year + type + (isCapital ? number.uppercased() : number)).utf8))
    }

    /// `INV`, `CRN` or `DBN`; `nil` of what is never reported.
    public static func type(of invoice: Invoice) -> String? { type(of: invoice.kind) }

    private static func type(of kind: DocumentKind) -> String? {
        switch kind {
        case .invoice: "INV"
        case .creditNote: "CRN"
        case .debitNote: "DBN"
        case .proforma, .advance, .refundVoucher: nil
        }
    }

    private static func supplyType(of invoice: Invoice) -> String {
        let isCharged = invoice.treatment.isCharged
        if invoice.isExported { return isCharged ? "EXPWP" : "EXPWOP" }
        switch invoice.buyer.category {
        case .sez: return isCharged ? "SEZWP" : "SEZWOP"
        case .deemedExport: return "DEXP"
        default: return "B2B"
        }
    }
}

extension Invoice {
    /// Supplied out of India to a buyer there.
    var isExported: Bool {
        buyer.category == .overseas && treatment.placeOfSupply == .otherCountry
    }
}

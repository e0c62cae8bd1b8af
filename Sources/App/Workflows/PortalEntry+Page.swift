import Archive
import Books
import Database
import EInvoice
import Formats
import Invoicing

extension Invoice {
    /// Enters that the document waits for its reference number, where its request is among its files.
    func enterPortalEntry(_ files: [MadeFile], in transaction: borrowing Transaction) throws {
        guard files.contains(where: { $0.file.kind == .inv01 }), let irn else { return }
        try Books.addPortalEntry(irn, of: number, in: transaction)
    }

    /// The reference number that the portal will give it; `nil` of what is never reported.
    var irn: String? {
        INV01.type(of: self).map {
            INV01.irn(supplier: seller.taxNumber, type: $0, number: number, date: issueDate)
        }
    }
}

extension Books.PortalEntry {
    /// What pages show of the registration; `nil` before there is one.
    ///
    /// - Parameter isEnded: with the day on which the portal cancelled it, if it did.
    func page(isEnded: Bool = true) -> Value? {
        guard let registration else { return nil }
        return .record {
            $0.add("irn", irn)
            // Its 64 digits take two lines beside the QR code.
            $0.add("irnStart", String(irn.prefix(32)))
            $0.add("irnEnd", String(irn.dropFirst(32)))
            $0.add("ackNumber", registration.ackNumber)
            $0.add("ackDate", registration.ackDate)
            $0.add("qr", registration.signedQR)
            if isEnded { $0.add("cancelDate", cancelDate) }
        }
    }
}

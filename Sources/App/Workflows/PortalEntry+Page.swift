import Archive
import Books
import Database
import EInvoice
import Formats
import Invoicing

extension Invoice {
    /// Enters that the document waits for its reference number, where its request is among its files.
    func enterPortalEntry(_ files: [MadeFile], in transaction: borrowing Transaction) throws {
        guard files.contains(where: { $0.file.kind == .inv01 }), let type = INV01.type(of: self)
        else { return }
        let irn = INV01.irn(
            supplier: seller.taxNumber, type: type, number: number, date: issueDate)
        try Books.addPortalEntry(irn, of: number, in: transaction)
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

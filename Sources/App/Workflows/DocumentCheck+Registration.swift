import Archive
import Books
import Database
import Diagnostics
import EInvoice
import Formats
import Invoicing

/// What India's registration portal has answered, against the document, the trail and the texts that
/// the portal signed.
extension DocumentCheck {
    private func changed(registration message: String, found: String?, expected: String?) {
        record.report(
            "registration-changed", message, found: found, expected: expected,
            hint: "restore the row of e_invoice from a backup, or import the portal's answer again",
            subject: subject)
    }

    func registration(
        _ invoice: Invoice, _ files: [Archive.File], in transaction: borrowing Transaction
    ) throws {
        let entry = try Books.portalEntry(of: document.number, in: transaction)
        let isReported = files.contains { $0.kind == .inv01 }
        guard let entry, isReported else {
            if isReported {
                changed(
                    registration: "e_invoice lacks the row of a document that is reported",
                    found: nil, expected: invoice.irn)
            } else if let entry {
                changed(
                    registration: "e_invoice has a row of a document that is not reported",
                    found: entry.irn, expected: nil)
            }
            return
        }
        if entry.irn != invoice.irn {
            changed(
                registration: "the row of e_invoice was changed: irn", found: entry.irn,
                expected: invoice.irn)
        }
        try state(entry, in: transaction)
        try signed(entry, irn: invoice.irn ?? entry.irn, in: transaction)
    }

    private func state(
        _ entry: Books.PortalEntry, in transaction: borrowing Transaction
    ) throws {
        let told = try Trail.notes(about: document.number, in: transaction)
            .filter { $0.action == Trail.Action.portal.rawValue }
            .compactMap { Books.EInvoiceState(rawValue: $0.detail) }
        let expected = told.last ?? .waiting
        if entry.state == expected { return }
        let day = (entry.cancelDate ?? entry.registration?.ackDate).map { $0.prefix(10) }
        if let trailStart, let day, entry.state != .waiting, day <= trailStart { return }
        changed(
            registration: "the row of e_invoice was changed: state", found: entry.state.rawValue,
            expected: "\(expected.rawValue), as the audit trail has it")
    }

    private func signed(
        _ entry: Books.PortalEntry, irn: String, in transaction: borrowing Transaction
    ) throws {
        guard entry.state != .waiting else { return }
        guard let registration = entry.registration, let qr = registration.signedQR else {
            changed(
                registration: "the row of e_invoice was changed: it is registered, unsigned",
                found: nil, expected: "what the portal signed")
            return
        }
        // A request that cannot be read is told with the files.
        guard let source = try? books.request(of: document.number, in: transaction) else { return }
        let findings = Findings()
        do throws(Rejected) {
            let request = try JSONReader.read(source)
            let answer = PortalAnswer(
                location: request.root.location, irn: irn, number: document.number,
                outcome: .registered(
                    ackNumber: registration.ackNumber, ackDate: registration.ackDate, qr: qr,
                    invoice: registration.signedInvoice))
            for (column, text) in [
                ("signed_qr", qr), ("signed_invoice", registration.signedInvoice),
            ] {
                guard let text else { continue }
                guard let token = SignedToken(text) else {
                    changed(
                        registration: "the row of e_invoice was changed: \(column)", found: nil,
                        expected: "a text that the portal signed")
                    continue
                }
                PortalAnswer.compare(token, request, irn: irn, answer, findings)
            }
        } catch { findings.add(error.diagnostic) }
        for finding in findings.diagnostics {
            changed(
                registration: "what the portal signed is not about this document: "
                    + finding.message, found: finding.found, expected: finding.expected)
        }
    }
}

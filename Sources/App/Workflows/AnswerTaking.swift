import Archive
import Books
import Crypto
import Database
import Diagnostics
import EInvoice
import Formats
import Money
import Trade

/// One answer on its way into the books.
struct AnswerTaking {
    let books: BooksFolder
    let workshop: Workshop
    let reporter: any Reporter
    let answer: PortalAnswer
    let pem: [UInt8]?
    /// The document that is meant where the answer names none.
    let number: String?

    func run(
        _ outcome: inout AnswerImport.Outcome, in transaction: borrowing Transaction
    ) throws {
        guard let entry = try entry(in: transaction) else {
            outcome.rejected += 1
            return
        }
        let findings = Findings(subject: "document \(entry.document)")
        switch answer.outcome {
        case .refused(let code, let message):
            try refuse(entry, code, message, &outcome, in: transaction)
        case .cancelled(let date):
            try cancel(entry, date, &outcome, findings, in: transaction)
        case .registered(let ackNumber, let ackDate, let qr, let invoice):
            let given = Given(ackNumber: ackNumber, ackDate: ackDate, qr: qr, invoice: invoice)
            try register(entry, given, &outcome, findings, in: transaction)
        }
        findings.diagnostics.forEach(reporter.report)
        if findings.hasErrors { outcome.rejected += 1 }
    }

    /// What an answer says of a registration.
    private struct Given {
        let ackNumber: String
        let ackDate: String
        let qr: String?
        let invoice: String?
    }

    /// The document it is about: by its reference number, else by the number it names.
    private func entry(in transaction: borrowing Transaction) throws -> Books.PortalEntry? {
        if let irn = answer.irn, let known = try Books.portalEntry(irn: irn, in: transaction) {
            return known
        }
        let named = answer.number ?? (answer.irn == nil ? number : nil)
        if answer.irn == nil, let named,
            let known = try Books.portalEntry(of: named, in: transaction)
        {
            return known
        }
        reporter.report(
            Diagnostic(
                code: "irp-unknown-document",
                "no document of these books that is reported has this answer's reference number",
                at: answer.location, found: answer.irn ?? named,
                hint: answer.irn == nil && named == nil
                    ? "say which document it is about with --number N"
                    : "is it of another company, or of a number that was typed otherwise?"))
        return nil
    }

    private func refuse(
        _ entry: Books.PortalEntry, _ code: String, _ message: String,
        _ outcome: inout AnswerImport.Outcome, in transaction: borrowing Transaction
    ) throws {
        if entry.state == .registered, code == "2150" {
            outcome.unchanged += 1
            return
        }
        try Books.refusePortalEntry(
            entry.document, code: code, message: message, in: transaction)
        outcome.refused.append((entry.document, code, message))
    }

    /// The portal cancelled it: known only of what it registered.
    private func cancel(
        _ entry: Books.PortalEntry, _ date: String, _ outcome: inout AnswerImport.Outcome,
        _ findings: Findings, in transaction: borrowing Transaction
    ) throws {
        if entry.state == .cancelled {
            outcome.unchanged += 1
            return
        }
        // The answer that says both at once has been read as a registration first.
        guard try Books.portalEntry(of: entry.document, in: transaction)?.state == .registered
        else {
            findings.add(
                Diagnostic(
                    code: "irp-mismatch",
                    "it was cancelled at the portal and never registered here",
                    at: answer.location, expected: "the answer to its registration first"))
            return
        }
        try Books.cancelPortalEntry(entry.document, on: date, in: transaction)
        outcome.cancelled.append(entry.document)
    }

    private func register(
        _ entry: Books.PortalEntry, _ given: Given, _ outcome: inout AnswerImport.Outcome,
        _ findings: Findings, in transaction: borrowing Transaction
    ) throws {
        guard let qr = given.qr else {
            findings.add(
                Diagnostic(
                    code: "irp-unsigned", "the answer has no signed QR code", at: answer.location,
                    expected: "SignedQRCode",
                    hint: "fetch the document's details by its IRN from the portal, which keeps "
                        + "them for two days (IRP 2283)"))
            return
        }
        let isVerified = try verify(entry, given, qr, findings, in: transaction)
        if findings.hasErrors { return }
        if let known = entry.registration {
            guard known.ackNumber == given.ackNumber else {
                findings.add(
                    Diagnostic(
                        code: "irp-mismatch",
                        "the document is registered under another acknowledgement",
                        at: answer.location, found: given.ackNumber, expected: known.ackNumber))
                return
            }
            outcome.unchanged += 1
            if known.isVerified || !isVerified || entry.state == .cancelled { return }
            outcome.verified.append(entry.document)
        } else {
            outcome.registered.append(entry.document)
        }
        try Books.register(
            entry.document,
            Books.Registration(
                ackNumber: given.ackNumber, ackDate: given.ackDate, signedQR: qr,
                signedInvoice: given.invoice, isVerified: isVerified), in: transaction)
        if entry.registration == nil {
            try page(of: entry.document, &outcome, findings, in: transaction)
        }
    }

    /// Whether the signatures are the key's; findings where anything is not as it was sent.
    private func verify(
        _ entry: Books.PortalEntry, _ given: Given, _ qr: String, _ findings: Findings,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        let document = try books.document(entry.document, in: transaction)
        let isNumber =
            (1...20).contains(given.ackNumber.utf8.count)
            && given.ackNumber.utf8.allSatisfy { (48...57).contains($0) }
        let day = PortalAnswer.day(of: given.ackDate)
        if !isNumber || day == nil || day.map({ $0 < document.issueDate }) == true {
            findings.add(
                Diagnostic(
                    code: "irp-mismatch", "the acknowledgement is none of this document",
                    at: answer.location, found: "\(given.ackNumber), \(given.ackDate)",
                    expected: "digits, and a time yyyy-MM-dd HH:mm:ss not before the document"))
        }
        let source = try books.request(of: entry.document, in: transaction)
        let request: DataTree
        do throws(Rejected) { request = try JSONReader.read(source) } catch {
            throw EnvironmentError("the request of \(entry.document): \(error.diagnostic.message)")
        }
        let texts = [("QR code", qr)] + (given.invoice.map { [("invoice", $0)] } ?? [])
        for (what, text) in texts {
            guard let token = SignedToken(text) else {
                findings.add(
                    Diagnostic(
                        code: "irp-token", "the signed \(what) is no text that the portal signs",
                        at: answer.location,
                        expected: "a JSON Web Token of RS256 with the document under data"))
                continue
            }
            PortalAnswer.compare(token, request, irn: entry.irn, answer, findings)
            if let pem, !AnswerTaking.isSigned(token, pem) {
                findings.add(
                    Diagnostic(
                        code: "irp-signature", "the signature of the \(what) is not the key's",
                        at: answer.location,
                        hint: "the answer was changed, or the key is another than the portal's"))
            }
        }
        return pem != nil
    }

    private static func isSigned(_ token: SignedToken, _ pem: [UInt8]) -> Bool {
        do throws(RSAPublicKey.NotAKey) {
            return token.isSigned(by: try RSAPublicKey(pem: pem))
        } catch {
            return false
        }
    }

    /// Files the page once more, with number and QR code: it is the invoice that is handed over.
    private func page(
        of number: String, _ outcome: inout AnswerImport.Outcome, _ findings: Findings,
        in transaction: borrowing Transaction
    ) throws {
        let document = try books.document(number, in: transaction)
        let rendition = try Archive.nextRendition(of: number, in: transaction)
        let made = workshop.makers[0].remake(
            try books.canonical(of: number, in: transaction),
            cii: try books.cii(of: number, in: transaction),
            path: Archive.path(
                customer: document.customer, date: document.issueDate, number: number,
                rendition: rendition, .pdf),
            as: try LaterPage(.original, of: document, in: transaction))
        made.diagnostics.forEach(reporter.report)
        // The registration is kept all the same; rerender prints it when the template is mended.
        guard made.isMade else { return }
        let recipe = try books.write([made], by: workshop, in: transaction).first
        try Archive.file(
            number, rendition: rendition, made.files.map(\.file), recipe: recipe, in: transaction)
        outcome.pages += made.files.map { "\(books.archive)/\($0.file.path)" }
    }
}

import Archive
import Crypto
import Diagnostics
import EInvoice
import Formats
import Invoicing
import Layout
import Money
import Rendering
import Trade
import Typography

/// Makes the files of one document after another; one for each thread, because its caches are its own.
final class DocumentMaker {
    private let pages: Pages
    private let eInvoicingFrom: CalendarDate?
    private let template: String?
    private let materials: Materials

    /// - Parameters:
    ///   - materials: where the content of attachments is.
    ///   - template: what documents are made with first; the company's where `nil`.
    init(_ designs: Designs, _ materials: Materials, template: String? = nil) {
        pages = Pages(designs)
        self.materials = materials
        self.template = template
        eInvoicingFrom = designs.eInvoicingFrom
    }

    /// The canonical JSON, the e-invoices that there are, the request to India's registration portal
    /// where the company must report, and the page, which may have an e-invoice inside it.
    func make(_ invoice: Invoice, isPreview: Bool = false) -> MadeDocument {
        let findings = Findings(subject: "order \(invoice.order.id)")
        findings.location = invoice.origin
        let value = invoice.value
        var files = [MadeFile(.json, value.canonicalBytes, of: invoice)]
        guard let attachments = contents(of: invoice.attachments, findings) else {
            return MadeDocument(files: [], diagnostics: findings.diagnostics)
        }
        var invoice = invoice
        invoice.attachments = attachments
        var hybrid: HybridInvoice?
        for form in EInvoices.forms(of: invoice) {
            guard let xml = eInvoice(invoice, as: form, findings) else { continue }
            files.append(MadeFile(form.isUBL ? .ubl : .cii, xml, of: invoice))
            if form.isHybrid { hybrid = HybridInvoice(form: form, xml: xml) }
        }
        if !isPreview, isReported(invoice), let request = request(invoice, findings) {
            files.append(MadeFile(.inv01, request, of: invoice))
        }
        let page = isPreview ? value.marked("isPreview") : value
        let enclosed = Enclosed(hybrid: hybrid, attachments: attachments)
        if let pdf = pages.pdf(page, template: template, enclosed, findings) {
            files.append(MadeFile(.pdf, pdf, of: invoice))
        }
        return MadeDocument(
            files: findings.hasErrors ? [] : files, diagnostics: findings.diagnostics)
    }

    /// A page that is not filed, in all copies that its law wants.
    func page(_ value: Value, template: String, _ findings: Findings) -> [UInt8]? {
        let copies = value.markedCopies
        return pages.pdf(
            copies: copies.isEmpty ? [value] : copies, template: template, Enclosed(), findings)
    }

    /// A page about documents that is not filed.
    func pack(
        _ value: Value, template: String, language: String, author: String, date: String
    ) throws -> [UInt8] {
        try pages.pack(
            value, template: template, language: language, author: author, date: date)
    }

    /// The words of a language, English for what it lacks.
    func labels(_ language: String) -> Labels { pages.labels(language) }

    /// - Throws: `UsageError` where a language has no words at all.
    func requireWords(of language: String) throws { try pages.requireWords(of: language) }

    /// An issued document's pages as frames; `nil` after findings.
    ///
    /// - Parameter template: what documents are made with first where `nil`.
    func layOut(
        _ source: SourceText, template: String? = nil, _ findings: Findings
    ) -> LaidOutDocument? {
        do {
            return try pages.layOut(
                copies: [.canonicalInvoice(JSONReader.read(source))],
                template: template ?? self.template, findings)
        } catch let rejected as Rejected {
            findings.add(rejected.diagnostic)
        } catch {
            findings.add(Diagnostic(code: "page-not-made", "\(error)"))
        }
        return nil
    }

    /// The page of an issued document again, from its canonical JSON.
    ///
    /// - Parameters:
    ///   - cii: the e-invoice that was issued in CII, if one was: a hybrid page has it again.
    ///   - template: what documents are made with first where `nil`.
    ///   - page: what it is; where the document was cancelled, it says so and asks for nothing.
    func remake(
        _ source: SourceText, cii: [UInt8]?, template: String? = nil, path: String = "",
        as page: LaterPage
    ) -> MadeDocument {
        let findings = Findings()
        var files: [MadeFile] = []
        do throws(Rejected) {
            var value = try Value.canonicalInvoice(JSONReader.read(source))
            if let portalEntry = page.portalEntry {
                value = value.adding("einvoice", portalEntry)
            }
            if let number = value["number"]?.string { findings.subject = "document \(number)" }
            var copies = try DocumentMaker.faces(of: value, page)
            if let cancelled = page.cancelled { copies = copies.map { $0.cancelled(cancelled) } }
            let attachments = try Invoice.attachments(canonical: JSONReader.read(source))
            if let attachments = contents(of: attachments, findings),
                let pdf = pages.pdf(
                    copies: copies, template: template ?? self.template,
                    Enclosed(hybrid: HybridInvoice(cii, of: value), attachments: attachments),
                    findings)
            {
                files.append(MadeFile(.pdf, pdf, path: path))
            }
        } catch {
            findings.add(error.diagnostic)
        }
        return MadeDocument(
            files: findings.hasErrors ? [] : files, diagnostics: findings.diagnostics, page: page)
    }

    /// The document once for each set of its pages, with the mark of each.
    private static func faces(of value: Value, _ page: LaterPage) throws(Rejected) -> [Value] {
        switch page.face {
        case .original: return [value]
        case .copy: return [page.cancelled == nil ? value.marked("isCopy") : value]
        case .copies:
            let copies = value.markedCopies
            if !copies.isEmpty { return copies }
            throw Rejected(
                Diagnostic(
                    code: "no-copy-set", "the law wants no set of copies of this document",
                    hint: "render it without --copies"))
        }
    }

    /// What travels with a document, with its content, whose digest has been checked; `nil` after
    /// findings.
    private func contents(
        of attachments: [Invoice.Attachment], _ findings: Findings
    ) -> [Invoice.Attachment]? {
        do {
            return try attachments.map { attachment in
                var filled = attachment
                filled.bytes = try materials.bytes(attachment.sha256)
                return filled
            }
        } catch {
            findings.add(
                Diagnostic(
                    code: "attachment-missing", "an attachment cannot be read: \(error)",
                    at: findings.location,
                    hint: "restore it from a backup; while it waits for its invoice, bijak attach "
                        + "withdraw takes it back"))
            return nil
        }
    }

    private func isReported(_ invoice: Invoice) -> Bool {
        eInvoicingFrom.map { $0 <= invoice.issueDate } == true && INV01.has(invoice)
    }

    private func request(_ invoice: Invoice, _ findings: Findings) -> [UInt8]? {
        do throws(AmountOverflow) {
            let request = try INV01(invoice)
            request.check(findings)
            let bytes = INV01.bytes(request.value(findings))
            return findings.hasErrors ? nil : bytes
        } catch {
            findings.add(
                Diagnostic(
                    code: "amount-too-large", "an amount in rupees is too large", at: invoice.origin
                ))
            return nil
        }
    }

    private func eInvoice(
        _ invoice: Invoice, as form: EInvoiceForm, _ findings: Findings
    ) -> [UInt8]? {
        do throws(EInvoiceError) {
            let xml = try EInvoices.document(invoice, as: form)
            let refused = try EInvoices.refusals(of: xml, name: "\(invoice.number).xml")
            // Where a slip is in several places, its rule is told once for each value.
            var told: Set<[String?]> = []
            for finding in refused where told.insert([finding.rule, finding.found]).inserted {
                findings.add(
                    Diagnostic(
                        code: "e-invoice-rule",
                        "the receiver would refuse the e-invoice by rule \(finding.rule)",
                        at: invoice.origin, found: finding.found, expected: finding.message,
                        hint: "mend the records that this is made of; nothing was numbered"))
            }
            return refused.isEmpty ? xml : nil
        } catch {
            for violation in error.violations {
                findings.add(
                    Diagnostic(
                        code: "e-invoice-rule",
                        "no e-invoice can be made (\(violation.rule)): \(violation.message)",
                        at: invoice.origin,
                        hint: "the receiver's validator would refuse it; complete the records"))
            }
            return nil
        }
    }
}

extension Value {
    /// The same document with a flag that templates show as a mark on its face.
    fileprivate func marked(_ flag: String) -> Value { adding(flag, .flag(true)) }

    /// The document as one that was cancelled: marked, with the reason, without what asks for money.
    fileprivate func cancelled(_ reason: String) -> Value {
        guard case .record(let record) = marked("isCancelled") else { return self }
        var rest = Value.Record()
        for field in record.fields where field.name != "dueDate" && field.name != "payment" {
            rest.add(field.name, field.value)
        }
        rest.add("cancelReason", reason)
        return .record(rest)
    }

    /// The document once for each copy that its law wants, marked as which one it is; templates
    /// name the mark `{copyMark:label:mark}`.
    fileprivate var markedCopies: [Value] {
        guard case .list(let marks)? = self["copies"] else { return [] }
        return marks.compactMap(\.string).map { mark in
            let key = mark.lowercased().map { $0 == " " ? "-" : String($0) }.joined()
            return adding("copyMark", .text(key))
        }
    }

    fileprivate func adding(_ key: String, _ value: Value) -> Value {
        guard case .record(var record) = self else { return self }
        record.add(key, value)
        return .record(record)
    }
}

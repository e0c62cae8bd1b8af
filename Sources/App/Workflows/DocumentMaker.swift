import Archive
import Crypto
import Diagnostics
import EInvoice
import Formats
import Invoicing
import Layout
import Rendering
import Trade
import Typography

/// Makes the files of one document after another; one for each thread, because its caches are its own.
final class DocumentMaker {
    private let pages: Pages

    init(_ designs: Designs) { pages = Pages(designs) }

    /// The canonical JSON, the e-invoices that there are, and the page, which may have one inside it.
    func make(_ invoice: Invoice, isPreview: Bool = false) -> MadeDocument {
        let findings = Findings(subject: "order \(invoice.order.id)")
        findings.location = invoice.origin
        let value = invoice.value
        var files = [MadeFile(.json, value.canonicalBytes, of: invoice)]
        var hybrid: HybridInvoice?
        for form in EInvoices.forms(of: invoice) {
            guard let xml = eInvoice(invoice, as: form, findings) else { continue }
            files.append(MadeFile(form.isUBL ? .ubl : .cii, xml, of: invoice))
            if form.isHybrid { hybrid = HybridInvoice(form: form, xml: xml) }
        }
        let page = isPreview ? value.marked("isPreview") : value
        if let pdf = pages.pdf(page, template: nil, hybrid: hybrid, findings) {
            files.append(MadeFile(.pdf, pdf, of: invoice))
        }
        return MadeDocument(
            files: findings.hasErrors ? [] : files, diagnostics: findings.diagnostics)
    }

    /// A page that is not filed.
    func page(_ value: Value, template: String, _ findings: Findings) -> [UInt8]? {
        pages.pdf(value, template: template, findings)
    }

    /// The page of an issued document again, from its canonical JSON, marked as a copy.
    ///
    /// - Parameters:
    ///   - eInvoice: that which was issued in CII, if one was: a hybrid page has it again.
    ///   - cancelled: why it was cancelled, if it was: the page says so and asks for nothing.
    ///   - isSet: one after another all copies that the law wants, each with its own mark.
    func remake(
        _ source: SourceText, eInvoice: [UInt8]?, template: String?, path: String,
        cancelled: String?,
        isSet: Bool = false
    ) -> MadeDocument {
        let findings = Findings()
        var files: [MadeFile] = []
        do throws(Rejected) {
            let value = try Value.canonicalInvoice(JSONReader.read(source))
            if let number = value["number"]?.string { findings.subject = "document \(number)" }
            var copies = isSet ? value.markedCopies : []
            if isSet, copies.isEmpty {
                throw Rejected(
                    Diagnostic(
                        code: "no-copy-set",
                        "the law wants no set of copies of this document",
                        hint: "render it without --copies"))
            }
            if copies.isEmpty { copies = [cancelled != nil ? value : value.marked("isCopy")] }
            if let cancelled { copies = copies.map { $0.cancelled(cancelled) } }
            let hybrid = HybridInvoice(eInvoice, of: value)
            if let pdf = pages.pdf(copies: copies, template: template, hybrid: hybrid, findings) {
                files.append(MadeFile(.pdf, pdf, path: path))
            }
        } catch {
            findings.add(error.diagnostic)
        }
        return MadeDocument(
            files: findings.hasErrors ? [] : files, diagnostics: findings.diagnostics)
    }

    private func eInvoice(
        _ invoice: Invoice, as form: EInvoiceForm, _ findings: Findings
    ) -> [UInt8]? {
        do throws(EInvoiceError) { return try EInvoices.document(invoice, as: form) } catch {
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

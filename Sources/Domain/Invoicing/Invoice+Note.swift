import Diagnostics
import Money
import Tax
import Trade

extension Invoice {
    /// A credit note, debit note or refund voucher about this document, under a placeholder number,
    /// and what it moves; `nil` after findings.
    ///
    /// The tax of a note is the tax on what was left before it less the tax on what is left after,
    /// each rounded as the document's own was: notes that take it apart add up to it to the minor
    /// unit, in value, in each tax and in what is to be paid (CGST Act s. 34; Directive 2006/112/EC
    /// arts. 90, 219). Amounts of notes are positive. Treatment, rates and exchange rate are the
    /// document's; lines are stated without tax, also where its prices contained it.
    ///
    /// - Parameters:
    ///   - standing: what earlier notes have left.
    ///   - company: in whose language a total in its currency is told in words.
    public func note(
        _ request: NoteRequest, _ standing: Standing, company: Company, issueDate: CalendarDate,
        _ findings: Findings
    ) -> (note: Invoice, movements: [NoteMovement])? {
        findings.subject = "\(kind.rawValue) \(number)"
        let errorsBefore = findings.errorCount
        checkKind(request, findings)
        checkDates(request, issueDate, findings)
        if findings.errorCount > errorsBefore { return nil }
        do throws(AmountOverflow) {
            if standing.isBroken { throw AmountOverflow() }
            var calculator = NoteCalculator(
                original: self, request: request, issueDate: issueDate, standing: standing,
                companyLanguage: company.language)
            guard try calculator.take(findings) else { return nil }
            return try (calculator.note(), calculator.movements())
        } catch {
            findings.add(
                Diagnostic(
                    code: "amount-too-large",
                    "the amounts of this note leave the range kept exactly", at: origin,
                    hint: "is a quantity or amount mistyped?"))
            return nil
        }
    }

    /// What is taken off this advance when an amount of it is used, with its tax, and what that
    /// moves: as a refund of the amount would; `nil` where nothing is left.
    public func taking(
        _ amount: Money, from standing: Standing
    ) throws(AmountOverflow) -> (used: Prepayment, movements: [NoteMovement])? {
        var calculator = NoteCalculator(
            original: self,
            request: NoteRequest(kind: .refundVoucher, extent: .amount(amount), reason: ""),
            issueDate: issueDate, standing: standing)
        guard try calculator.take(Findings()) else { return nil }
        let totals = try calculator.note().totals
        let used = Prepayment(
            number: number, date: issueDate, taxable: try amount - totals.tax,
            taxes: totals.taxes, tax: totals.tax, total: amount)
        return (used, try calculator.movements())
    }

    /// Under India's GST receipt vouchers are refunded; elsewhere a deposit invoice is credited.
    var isReceiptVoucher: Bool { title == .receiptVoucher }

    private func checkKind(_ request: NoteRequest, _ findings: Findings) {
        let allowed: [DocumentKind] =
            switch kind {
            case .invoice: [.creditNote, .debitNote]
            case .advance: isReceiptVoucher ? [.refundVoucher] : [.creditNote]
            case .creditNote, .debitNote, .proforma, .refundVoucher: []
            }
        if !allowed.contains(request.kind) {
            findings.add(
                Diagnostic(
                    code: "note-kind", "no \(request.kind.rawValue) is written on this document",
                    at: origin, found: "\(kind.rawValue) \(number)",
                    expected: allowed.isEmpty
                        ? "an invoice or an advance"
                        : allowed.map(\.rawValue).joined(separator: ", "),
                    hint: allowed.isEmpty ? "name the document that it is about" : nil))
        } else if request.isFinancial, request.kind != .creditNote || treatment.rounding != .perLine
        {
            findings.add(
                Diagnostic(
                    code: "note-kind",
                    "only a credit note under GST can be a commercial one without tax", at: origin,
                    found: "a \(request.kind.rawValue) under \(regime)",
                    expected: "a credit note under india-gst"))
        } else if request.kind == .debitNote, request.takesAll {
            findings.add(
                Diagnostic(
                    code: "note-kind", "a debit note says by how much it raises the document",
                    at: origin, found: "all that is left",
                    expected: "lines with a quantity or an amount, or an amount"))
        }
    }

    private func checkDates(
        _ request: NoteRequest, _ issueDate: CalendarDate, _ findings: Findings
    ) {
        if issueDate < self.issueDate {
            findings.add(
                Diagnostic(
                    code: "note-before-original",
                    "a note cannot be older than the document it is about", at: origin,
                    found: issueDate.description, expected: "\(self.issueDate) or later"))
        }
        guard request.kind == .creditNote, !request.isFinancial, let last = lastCreditDay,
            last < issueDate
        else { return }
        findings.add(
            Diagnostic(
                code: "note-too-late",
                "tax of this supply can no longer be credited (CGST Act s. 34(2))", at: origin,
                found: issueDate.description,
                expected: "\(last) at the latest, for a supply of \(taxPoint)",
                hint: "write a financial credit note, which leaves the tax as it is"))
    }

    /// CGST Act s. 34(2): 30 November after the end of the financial year of the supply. `nil` where
    /// nothing on the document is within GST, and outside India.
    private var lastCreditDay: CalendarDate? {
        guard lines.contains(where: { $0.tax.category == .gst }) else { return nil }
        let year = FiscalYear(of: taxPoint, startMonth: 4)
        return CalendarDate(year: year.startYear + 1, month: 11, day: 30)
    }
}

extension NoteRequest {
    /// Asks for whatever is left, of the document or of a line.
    fileprivate var takesAll: Bool {
        switch extent {
        case .whole: true
        case .amount: false
        case .lines(let lines):
            lines.contains { line in
                if case .all = line.size { return true }
                return false
            }
        }
    }
}

import Diagnostics
import Formats
import Invoicing
import Money
import Tax
import Testing
import Trade

/// The notes about one document, as the books would keep them.
struct NoteBook {
    let original: Invoice
    let company: Company
    private(set) var standing: Standing
    private(set) var notes: [Invoice] = []

    init(_ original: Invoice, _ company: Company) {
        self.original = original.numbered("A/1")
        self.company = company
        standing = Standing(of: original)
    }

    /// Writes a note on 1 May 2026, or throws the codes of its findings.
    @discardableResult
    mutating func write(
        _ extent: NoteRequest.Extent, as kind: DocumentKind = .creditNote,
        isFinancial: Bool = false, on date: String = "2026-05-01"
    ) throws -> Invoice {
        let findings = Findings()
        let request = NoteRequest(
            kind: kind, extent: extent, reason: "Returned", isFinancial: isFinancial)
        guard
            let (note, movements) = original.note(
                request, standing, company: company,
                issueDate: try #require(CalendarDate(date)), findings)
        else { throw Shop.Refused(findings: findings.diagnostics) }
        for movement in movements { standing.apply(movement) }
        notes.append(note)
        try note.checkNote()
        return note
    }

    /// What is left of each line, without tax.
    func lefts() throws -> [Int: Money] { try standing.lines.mapValues { try $0.left() } }

    /// Value, taxes, tax and payable of the credits less the debits.
    func sums() throws -> [String: Money] {
        var sums: [String: Money] = [:]
        for note in notes {
            for (name, amount) in note.amounts {
                let sum = sums[name] ?? .zero(amount.currency)
                sums[name] = try note.kind == .debitNote ? sum - amount : sum + amount
            }
        }
        return sums.filter { !$0.value.isZero }
    }
}

extension Invoice {
    /// What notes take apart: by line, by head, in total.
    var amounts: [String: Money] {
        var amounts = [
            "taxable": totals.taxable, "tax": totals.tax, "withTax": totals.withTax,
            "roundOff": totals.roundOff, "payable": totals.payable,
        ]
        amounts["outside"] = totals.outside
        amounts["reverseTax"] = totals.reverseTax
        for head in TaxHead.allCases { amounts["\(head)"] = totals.taxes[head] }
        amounts["exchange.payable"] = exchange?.payable
        amounts["exchange.tax"] = exchange?.tax
        return amounts
    }

    /// The sum of what notes have to take: its own amounts, those that are not zero.
    var amountsToTake: [String: Money] { amounts.filter { !$0.value.isZero } }

    /// What holds within every note: its parts add up, nothing is negative, and it is read back from
    /// its canonical JSON as it was written.
    func checkNote() throws {
        var sound =
            try lines.filter { $0.tax.category != .pureAgent }.map(\.net).total(currency)
            == totals.lines
        sound = try sound && lines.map(\.taxable).total(currency) == totals.taxable
        let groups = taxSummary.filter { $0.tax.category != .pureAgent }
        sound = try sound && groups.map(\.taxable).total(currency) == totals.taxable
        let stated = try groups.map(\.total).total(currency)
        sound = sound && stated == (totals.reverseTax ?? totals.tax)
        let outside = totals.outside ?? .zero(currency)
        sound = try sound && totals.taxable + totals.tax + outside == totals.withTax
        sound = try sound && totals.withTax + totals.roundOff == totals.payable
        sound = sound && !totals.payable.isNegative && !totals.tax.isNegative
        for line in lines {
            sound = try sound && line.gross - line.discount + line.freight == line.net
            sound = sound && !line.discount.isNegative && !line.freight.isNegative
            sound =
                try sound
                && Money(line.quantity, times: line.unitPrice, over: line.per, currency)
                    == line.gross
        }
        #expect(sound, "\(lineTexts) \(totalText)")
        let text = String(decoding: numbered("N/1").value.canonicalBytes, as: UTF8.self)
        let tree = try JSONReader.read(SourceText(name: "note.json", text: text))
        let again = String(
            decoding: try Invoice(canonical: tree).value.canonicalBytes, as: UTF8.self)
        let head = text.split(separator: "\"explanation\"")[0]
        #expect(again.hasPrefix(head), "\(head)\n\(again)")
        checkExplanation(tree.root)
    }

    /// Each step of the explanation is about a value of the document, and every amount of lines,
    /// groups and totals has one.
    private func checkExplanation(_ root: DataNode) {
        var explained: Set<String> = []
        for step in root["explanation"]?.elements ?? [] {
            let path = step["of"]?.string ?? ""
            explained.insert(path)
            var node: DataNode? = root
            for name in path.split(separator: ".") {
                node = Int(name).flatMap { node?.elements[$0 - 1] } ?? node?["\(name)"]
            }
            let value = node?.string ?? "-"
            #expect(value == step["value"]?.string, "\(path): \(value)")
            for source in step["from"]?.elements ?? [] {
                #expect(explained.contains(source.string ?? ""), "\(path)")
            }
        }
        let amounts = ["net", "taxable", "tax", "total", "payable", "igst", "cgst", "vat", "gross"]
        for (group, rows) in [
            ("lines", root["lines"]?.elements ?? []),
            ("taxSummary", root["taxSummary"]?.elements ?? []),
        ] {
            for (index, row) in rows.enumerated() {
                for name in amounts where row[name] != nil {
                    #expect(explained.contains("\(group).\(index + 1).\(name)"))
                }
            }
        }
        for name in amounts + ["roundOff", "reverseTax", "outside"]
        where root["totals"]?[name] != nil {
            #expect(explained.contains("totals.\(name)"))
        }
    }
}

import Books
import Money
import Tax

/// A row of a table as findings tell it: what it is about within its document, and its columns.
struct TableRow {
    let key: String
    let columns: [(name: String, value: String)]

    init(_ key: String, _ columns: [(name: String, value: String)]) {
        self.key = key
        self.columns = columns
    }

    subscript(name: String) -> String? { columns.first { $0.name == name }?.value }

    var text: String {
        key + ": " + columns.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    }

    /// The same without some columns: what nobody can know any more.
    func without(_ names: String...) -> TableRow {
        TableRow(key, columns.filter { !names.contains($0.name) })
    }
}

extension Books.DocumentLine {
    func row(_ position: Int) -> TableRow {
        TableRow(
            "position \(position)",
            [
                ("order_id", order), ("line", "\(line)"), ("quantity", "\(quantity)"),
                ("taxable", taxable.plain),
            ])
    }
}

extension Books.TaxedAmount {
    /// A head of tax that has no amount is as one of nothing.
    var columns: [(name: String, value: String)] {
        let zero = Money.zero(total.currency)
        return [("taxable", taxable.plain), ("tax", tax.plain), ("total", total.plain)]
            + TaxHead.allCases.map { ($0.rawValue, (taxes[$0] ?? zero).plain) }
    }
}

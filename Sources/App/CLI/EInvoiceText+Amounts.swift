import Diagnostics
import EInvoice
import Formats
import Money

extension EN16931Invoice {
    /// The lines as a table, with what belongs to each below it.
    var lineTable: String {
        if lines.isEmpty { return "" }
        var rows = [["  line", "item", "quantity", "price", "VAT", "net"]]
        for line in lines {
            rows.append([
                "  \(line.identifier)", line.item.name,
                "\(line.quantity) \(line.unit)", line.price.text, line.vat.text, line.net.plain,
            ])
            rows += line.details.map { ["", "  \($0)"] }
        }
        return "\nlines\n" + printableTable(rows, alignRight: [2, 3, 5])
    }

    /// BG-20 and BG-21.
    var adjustments: [[String]] {
        allowances.map { ["allowance", $0.text, "-\($0.amount.plain)", $0.vat.text] }
            + charges.map { ["charge", $0.text, $0.amount.plain, $0.vat.text] }
    }
}

extension EN16931Invoice.Line {
    fileprivate var details: [String] {
        let ids = rows([
            ("seller's id", item.sellerIdentifier), ("buyer's id", item.buyerIdentifier),
            ("id", item.standardIdentifier?.text), ("from", item.countryOfOrigin),
            ("order line", orderLine), ("object", object?.text),
            ("booked on", accountingReference),
            (
                "period",
                period.map { "\($0.from?.description ?? "") to \($0.to?.description ?? "")" }
            ),
        ]).map { $0.joined(separator: " ") }
        return [item.description?.oneLine, note?.oneLine].compactMap(\.self)
            + item.attributes.map { "\($0.name): \($0.value)" }
            + item.classifications.map { "class \($0.code) \($0.list ?? "")" } + ids
            + allowances.map { "allowance \($0.text) -\($0.amount.plain)" }
            + charges.map { "charge \($0.text) \($0.amount.plain)" }
    }
}

extension EN16931Invoice.Price {
    fileprivate var text: String {
        var text = net.text(minimumPlaces: 2)
        if let baseQuantity { text += " per \(baseQuantity)" }
        if let gross { text += " of \(gross.text(minimumPlaces: 2))" }
        return text
    }
}

extension EN16931Invoice.VAT {
    var text: String { category.rawValue + (rate.map { " \($0) %" } ?? "") }
}

extension EN16931Invoice.Adjustment {
    fileprivate var text: String { adjustmentText(reason, reasonCode, percent, base) }
}

extension EN16931Invoice.LineAdjustment {
    fileprivate var text: String { adjustmentText(reason, reasonCode, percent, base) }
}

private func adjustmentText(
    _ reason: String?, _ code: String?, _ percent: Decimal?, _ base: Money?
) -> String {
    let share = percent.map { "\($0) %" + (base.map { " of \($0.plain)" } ?? "") }
    return [reason ?? code.map { "code \($0)" }, share].compactMap(\.self).joined(separator: ", ")
}

extension EN16931Invoice.VATBreakdown {
    /// Category, what it is charged on, the VAT, and why there is none.
    var row: [String] {
        [
            vat.text, taxable.plain, amount.plain,
            [exemptionCode, exemptionReason?.oneLine].compactMap(\.self).joined(separator: " "),
        ]
    }
}

extension EN16931Invoice.Totals {
    var rows: [[String]] {
        let amounts: [(String, Money?)] = [
            ("lines", lines), ("allowances", allowances), ("charges", charges),
            ("without VAT", withoutVAT), ("VAT", vat), ("with VAT", withVAT), ("paid", paid),
            ("rounding", rounding), ("to pay", payable),
        ]
        var rows = amounts.compactMap { name, amount in amount.map { [name, $0.plain] } }
        if let accountingVAT {
            rows.append(["VAT in \(accountingVAT.currency)", accountingVAT.plain])
        }
        return rows
    }
}

extension EN16931Invoice.SupportingDocument {
    /// Number, description, the file inside, where else it is.
    var row: [String] {
        let file = attachment.map {
            "\($0.fileName), \($0.mimeType), \(counted($0.bytes.count, "byte"))"
        }
        return [reference, description?.oneLine ?? "", file ?? "", location ?? ""]
    }
}

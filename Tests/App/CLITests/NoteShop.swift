import TestSupport
import Testing

/// What tests of notes, advances and cancelled documents do to the small company, whose record has
/// series for every kind of document.
enum NoteShop {
    /// Order SO-1 of three hammers at 450.00 and two repairs at 900.00, delivered and billed at once
    /// as TT/26-27/00001: 3,717.00 with 18 %.
    static func billed() throws -> Shop {
        let shop = try Shop()
        try order(
            shop, "SO-1",
            #"{"item": "HAMMER", "quantity": "3"}"#
                + #", {"item": "REPAIR", "quantity": "2"}"#)
        try deliver(shop, "D-1,SO-1,2026-04-04,,")
        try shop.done("issue", "--date", "2026-04-30")
        return shop
    }

    static func order(
        _ shop: Shop, _ id: String, _ lines: String, _ rest: String = ""
    ) throws {
        shop.scratch.write(
            "orders.json",
            """
            {"id": "\(id)", "customer": "RETAIL", "date": "2026-04-03", "currency": "INR"\(rest),
             "lines": [\(lines)]}
            """)
        try shop.done("import", "orders.json")
    }

    /// Rows of `delivery,order,date,line,quantity`.
    static func deliver(_ shop: Shop, _ rows: String...) throws {
        shop.scratch.write(
            "deliveries.csv",
            "delivery,order,date,line,quantity\n" + rows.joined(separator: "\n") + "\n")
        try shop.done("import", "deliveries.csv")
    }

    /// Goods that come back: rows of `delivery,order,date,returns,reason,line,quantity`.
    static func takeBack(_ shop: Shop, _ rows: String...) throws {
        shop.scratch.write(
            "deliveries-back.csv",
            "delivery,order,date,returns,reason,line,quantity\n" + rows.joined(separator: "\n")
                + "\n")
        try shop.done("import", "deliveries-back.csv")
    }

    /// `number amount kind` of each document, by date and number.
    static func list(_ shop: Shop) throws -> [String] {
        try shop.done("find", "--csv").split(separator: "\n").dropFirst().map { row in
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            let state = cells[11] == "issued" ? "" : " \(cells[11])"
            return "\(cells[0]) \(cells[9]) \(cells[10])\(state)"
        }
    }
}

import TestSupport
import Testing

/// The small company with contracts of every billing plan, and orders under them.
///
/// Hammers cost 440.00 up to 10 and 420.00 above (graduated, 5 % off), repairs 850.00, from July by an
/// amendment 900.00.
enum ContractShop {
    static let contracts = """
        [{"id": "FA-1", "customer": "RETAIL", "title": "Tools", "reference": "SR/7",
          "currency": "INR", "from": "2026-04-01", "to": "2027-03-31",
          "prices": [
            {"clause": "2.1", "item": "HAMMER", "model": "graduated", "tiers": [
              {"from": "1", "to": "10", "unitPrice": "440"}, {"from": "11", "unitPrice": "420"}]},
            {"clause": "2.2", "item": "REPAIR", "unitPrice": "850"}],
          "discounts": [{"clause": "3", "item": "HAMMER", "percent": "5", "reason": "frame"}],
          "paymentTerms": {"clause": "4", "netDays": 45},
          "billing": {"clause": "6", "plan": "per-month"}},
         {"id": "FA-1-A1", "amends": "FA-1", "from": "2026-07-01",
          "prices": [{"clause": "1", "item": "REPAIR", "unitPrice": "900"}]},
         {"id": "WHOLE", "customer": "RETAIL", "currency": "INR", "from": "2026-04-01",
          "billing": {"plan": "on-completion"}},
         {"id": "STAGES", "customer": "RETAIL", "currency": "INR", "from": "2026-04-01",
          "billing": {"plan": "milestones", "milestones": [
            {"id": "M1", "description": "begun", "percent": "40"},
            {"id": "M2", "description": "done", "percent": "60"}]}},
         {"id": "CARE", "customer": "RETAIL", "currency": "INR", "from": "2026-04-01",
          "to": "2028-12-31",
          "billing": {"plan": "recurring", "every": "month", "when": "advance"}}]
        """

    /// A shop whose books hold the contracts and one order under each.
    static func open() throws -> Shop {
        let shop = try Shop()
        shop.scratch.write("contracts.json", contracts)
        shop.scratch.write(
            "orders.json",
            """
            [\(order("SO-1", "FA-1", "\(line("HAMMER", 14)), \(line("REPAIR", 3))")),
             \(order("SO-2", "FA-1", line("HAMMER", 2))),
             \(order("SO-3", "WHOLE", "\(line("HAMMER", 5)), \(line("REPAIR", 2))")),
             \(order("SO-4", "STAGES", line("REPAIR", 10))),
             \(order("SO-5", "CARE", line("REPAIR", 1)))]
            """)
        shop.scratch.write(
            "deliveries.csv",
            """
            delivery,order,date,milestone,line,quantity
            D-1,SO-1,2026-05-05,,1,4
            D-2,SO-1,2026-05-20,,1,8
            D-3,SO-2,2026-05-21,,1,1
            D-4,SO-3,2026-05-22,,1,5
            D-5,SO-4,2026-05-23,M1,,

            """)
        try shop.done("import", "contracts.json", "orders.json", "deliveries.csv")
        return shop
    }

    static func order(_ id: String, _ contract: String, _ lines: String) -> String {
        """
        {"id": "\(id)", "customer": "RETAIL", "contract": "\(contract)", "date": "2026-05-02", \
        "purchaseOrder": "PO-\(id.dropFirst(3))", "currency": "INR", "lines": [\(lines)]}
        """
    }

    static func line(_ item: String, _ quantity: Int) -> String {
        "{\"item\": \"\(item)\", \"quantity\": \"\(quantity)\"}"
    }
}

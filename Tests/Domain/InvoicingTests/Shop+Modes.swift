import Diagnostics
import Formats
import Invoicing
import Money
import Tax
import Testing
import Trade

extension Shop {
    /// The shop with more to sell: `R18`, `R5` (reverse charge), `AGENT` (pure agent); customers
    /// `YEN` and `DINAR` whose currencies have no decimals and three.
    static func wide(isIndia: Bool) throws -> Shop {
        var shop = isIndia ? try india() : try europe()
        let place =
            #""address":{"lines":["1 Road"],"city":"Town","postcode":"1000","country":"DE"}"#
        if isIndia {
            for (id, tax, flag) in [
                ("R18", "18", true), ("R5", "5", true), ("AGENT", "pure-agent", false),
            ] {
                try shop.add(
                    item: """
                        {"id":"\(id)","name":"\(id)","kind":"service","unit":"NA","hsn":"998719",
                        "tax":"\(tax)","reverseCharge":\(flag)}
                        """)
            }
        } else {
            for (id, currency) in [("YEN", "JPY"), ("DINAR", "KWD")] {
                try shop.add(
                    customer: """
                        {"id":"\(id)","name":"\(id)","category":"business","currency":"\(currency)",
                        "taxNumber":"DE931840277",\(place)}
                        """)
            }
        }
        return shop
    }

    private mutating func add(item text: String) throws {
        let findings = Findings()
        let tree = try JSONReader.read(SourceText(name: "shop.json", text: text))
        let item = try #require(Item(tree.root, findings))
        master.items[item.id] = item
    }

    private mutating func add(customer text: String) throws {
        let findings = Findings()
        let tree = try JSONReader.read(SourceText(name: "shop.json", text: text))
        master.customers.put(try #require(Customer(tree.root, findings)))
    }

    /// The invoice of the whole order, less advances.
    func bill(_ order: String, advances: [Advance]) throws -> Invoice {
        try invoice(Fulfilment(Fulfilment.whole(review(order)).parts, advances: advances))
    }
}

extension Advance {
    /// `number total head amount …` in a currency.
    init(_ text: String, _ currency: Currency) throws {
        let words = text.split(separator: " ").map(String.init)
        var taxes = TaxAmounts()
        for index in stride(from: 2, to: words.count, by: 2) {
            let head = try #require(TaxHead(rawValue: words[index]))
            try taxes.add(Advance.money(words[index + 1], currency), to: head)
        }
        self.init(
            number: words[0], date: try #require(CalendarDate("2026-04-10")), taxes: taxes,
            total: try Advance.money(words[1], currency))
    }

    private static func money(_ text: String, _ currency: Currency) throws -> Money {
        try Money(#require(Decimal(text)), currency, .halfAwayFromZero)
    }
}

extension Invoice.Prepayment {
    /// `number taxable taxes total`.
    var text: String {
        ([number, taxable.plain] + TaxHeadOrder.texts(taxes) + [total.plain])
            .joined(separator: " ")
    }
}

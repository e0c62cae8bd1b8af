import Diagnostics
import Formats
import Invoicing
import Money
import TestSupport
import Testing
import Trade

struct CanonicalReadingTests {
    /// The canonical JSON up to the explanation, which is not read back.
    private func text(_ invoice: Invoice) -> String {
        let text = String(decoding: invoice.value.canonicalBytes, as: UTF8.self)
        return text.before(",\n  \"explanation\"") ?? text
    }

    private func readBack(_ invoice: Invoice) throws -> Invoice {
        let source = SourceText(name: "invoice.json", bytes: invoice.value.canonicalBytes)
        return try Invoice(canonical: JSONReader.read(source))
    }

    @Test(
        "A document read from its canonical JSON is written as it was",
        arguments: [true, false])
    func random(isIndia: Bool) throws {
        let shop = try Shop.wide(isIndia: isIndia)
        var random = SplitMix64(seed: isIndia ? 0xCA1 : 0xCA2)
        for _ in 0..<rounds / 10 {
            let reckoning = Reckoning(isIndia: isIndia, &random, among: Reckoning.Mode.allCases)
            let invoice = try shop.bill(reckoning).numbered("A/26-27/00001")
            let same = try text(readBack(invoice)) == text(invoice)
            #expect(same, "\(text(invoice))")
            if !same { return }
        }
    }

    @Test(
        "So is one to another country, with exchange, LUT, exemption and instalments",
        arguments: [
            (true, "ABROAD", "USD"), (true, "PAYING", "USD"), (true, "SEZ", "INR"),
            (true, "FAR", "INR"), (false, "FAR", "EUR"), (false, "ABROAD", "USD"),
            (false, "LOCAL", "EUR"), (false, "PRIVATE", "EUR"),
        ])
    func kinds(isIndia: Bool, customer: String, currency: String) throws {
        let shop = isIndia ? try Shop.india() : try Shop.europe()
        let exchange =
            currency == "USD"
            ? #","exchangeRate":{"rate":"83.2075","source":"Customs","date":"2026-04-16"}"# : ""
        let lines = isIndia ? ["T18 3 10.5 -5% +2", "T5 2 7"] : ["standard 3 10.5 -5% +2"]
        let invoice = try shop.bill(
            order(
                lines, customer: customer, currency: currency,
                exchange + #","discount":{"percent":"2","reason":"Trade"}"#)
        ).numbered("A/26-27/00001")
        #expect(try text(readBack(invoice)) == text(invoice))
    }

    @Test(
        "So is one with tax in its prices, on reverse charge, with a pure agent's line or advances",
        arguments: [
            (true, ["T18 1 500.00", "AGENT 1 32.00"], "LOCAL", #","pricesIncludeTax":true"#, 1),
            (true, ["R18 1 333.50", "Texempt 1 20.00"], "FAR", "", 0),
            (true, ["R18 1 333.50"], "PRIVATE", "", 2),
            (
                false, ["standard 1 0.16", "teaching 1 9", "healing 1 5", "scrap 1 3"], "LOCAL",
                #","pricesIncludeTax":true,"freight":{"amount":"1.00"}"#, 2
            ),
        ] as [(Bool, [String], String, String, Int)])
    func modes(
        isIndia: Bool, lines: [String], customer: String, extra: String, advances: Int
    ) throws {
        let currency = isIndia ? Currency.inr : .eur
        let head = isIndia ? "igst" : "vat"
        let invoice = try Shop.wide(isIndia: isIndia).bill(
            order(lines, customer: customer, currency: currency.code, extra),
            advances: (0..<advances).map { try Advance("A-\($0) 5.00 \(head) 0.76", currency) }
        ).numbered("A/26-27/00001")
        let again = try readBack(invoice)
        #expect(text(again) == text(invoice))
        let read = again.totals
        let made = invoice.totals
        #expect(read.inclusive == made.inclusive && read.reverseTax == made.reverseTax)
        #expect(read.outside == made.outside && read.prepaid == made.prepaid)
        #expect(again.prepayments.map(\.text) == invoice.prepayments.map(\.text))
        #expect(again.lines.map(\.tax.category) == invoice.lines.map(\.tax.category))
        #expect(again.taxSummary.map(\.tax) == invoice.taxSummary.map(\.tax))
    }

    @Test("A file that is no canonical invoice is refused with the place")
    func refused() throws {
        let shop = try Shop.india()
        let good = String(
            decoding: try shop.bill(order(["T18 3 10.5"], currency: "INR"))
                .numbered("A/26-27/00001").value.canonicalBytes,
            as: UTF8.self)
        for (old, new) in [
            ("bijak/invoice/1", "other/1"), ("\"31.50\"", "\"31.505\""),
            ("\"kind\": \"goods\"", "\"kind\": \"thing\""), ("\"number\": 1", "\"number\": \"x\""),
        ] {
            let source = SourceText(name: "i.json", text: good.replacing(old, with: new))
            #expect(throws: Rejected.self, "\(new)") {
                try Invoice(canonical: JSONReader.read(source))
            }
        }
    }
}

extension String {
    /// What stands before a mark; `nil` where it is not in the text.
    fileprivate func before(_ mark: String) -> String? {
        split(separator: mark, maxSplits: 1).count == 2
            ? String(split(separator: mark, maxSplits: 1)[0]) : nil
    }
}

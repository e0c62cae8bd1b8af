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
        let shop = isIndia ? try Shop.india() : try Shop.europe()
        var random = SplitMix64(seed: isIndia ? 0xCA1 : 0xCA2)
        for _ in 0..<rounds / 10 {
            let invoice = try shop.bill(Reckoning(isIndia: isIndia, &random).json)
                .numbered("A/26-27/00001")
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

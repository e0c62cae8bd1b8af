import Invoicing
import Money
import Testing

/// What a banking app reads; expected texts are written by hand from the two specifications.
@Suite("Payment codes") struct PaymentCodeTests {
    private func euro(_ cents: Int64) throws -> Money {
        Money(minorUnits: cents, try #require(Currency(code: "EUR")))
    }

    @Test("A UPI link names payee, amount and document, escaped as an address in the web is")
    func upi() throws {
        let link = PaymentCode.upi(
            payee: "Kaigara & Söhne", address: "kaigara@dhbank",
            amount: Money(minorUnits: 8_467_500, .inr), reference: "KI/26-27/00418")
        #expect(
            link == "upi://pay?pa=kaigara@dhbank&pn=Kaigara%20%26%20S%C3%B6hne&am=84675.00&cu=INR"
                + "&tn=KI%2F26-27%2F00418")
    }

    @Test(
        "No link for an address that is none, other currencies or nothing to pay",
        arguments: ["kaigara", "@bank", "a@b@c", "a b@bank", "a&am=1@bank"])
    func noLink(_ address: String) throws {
        let rupees = Money(minorUnits: 100, .inr)
        #expect(
            PaymentCode.upi(payee: "K", address: address, amount: rupees, reference: "1") == nil)
        for amount in [Money(minorUnits: 0, .inr), Money(minorUnits: -1, .inr), try euro(100)] {
            #expect(
                PaymentCode.upi(payee: "K", address: "k@bank", amount: amount, reference: "1")
                    == nil)
        }
    }

    @Test("A transfer has the guideline's eleven lines")
    func epc() throws {
        let text = PaymentCode.epc(
            name: "Isarflux\nGmbH", iban: "DE02 1203 0000 0000 2020 51", bic: "BYLADEM1001",
            amount: try euro(310_900), reference: "RE-2026-0142")
        #expect(
            text == "BCD\n002\n1\nSCT\nBYLADEM1001\nIsarflux GmbH\nDE02120300000000202051\n"
                + "EUR3109.00\n\n\nRE-2026-0142")
    }

    @Test("No transfer outside the euro and the guideline's amounts; long texts are cut")
    func limits() throws {
        func text(_ amount: Money, name: String = "K") -> String? {
            PaymentCode.epc(
                name: name, iban: "DE02120300000000202051", bic: nil, amount: amount,
                reference: String(repeating: "r", count: 200))
        }
        #expect(text(try euro(0)) == nil)
        #expect(text(try euro(100_000_000_000)) == nil)
        #expect(text(Money(minorUnits: 100, .inr)) == nil)
        let long = try #require(text(try euro(1), name: String(repeating: "n", count: 100)))
        let lines = long.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[4] == "")
        #expect(lines[5].count == 70)
        #expect(lines[7] == "EUR0.01")
        // An accent that is a character of its own counts as one.
        let accents = try #require(
            text(try euro(1), name: String(repeating: "e\u{301}", count: 50)))
        #expect(accents.split(separator: "\n")[4].unicodeScalars.count == 70)
        #expect(lines[10].count == 140)
        for (iban, bic) in [
            ("DE02\nEUR1203000000", nil), ("", nil), ("DE02120300000000202051", "X\nY"),
        ] {
            let code = PaymentCode.epc(
                name: "K", iban: iban, bic: bic, amount: try euro(1), reference: "1")
            #expect(code == nil)
        }
        #expect(text(try euro(1), name: "") == nil)
        // Letters of four bytes each: more than a code may have.
        #expect(text(try euro(1), name: String(repeating: "𝒜", count: 70)) == nil)
    }
}

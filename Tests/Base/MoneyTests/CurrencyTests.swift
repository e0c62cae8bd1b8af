import Money
import Testing

struct CurrencyTests {
    @Test(
        "A currency has the digits ISO 4217 gives it",
        arguments: [
            ("INR", 2), ("EUR", 2), ("USD", 2), ("JPY", 0), ("KRW", 0), ("ISK", 0), ("KWD", 3),
            ("TND", 3), ("HUF", 2), ("CLP", 0), ("ZWG", 2), ("AED", 2),
        ] as [(String, Int)])
    func known(code: String, digits: Int) throws {
        let currency = try #require(Currency(code: code))
        #expect(currency.code == code)
        #expect(currency.minorDigits == digits)
    }

    @Test(
        "What is no active currency is refused",
        arguments: ["", "eur", "EU", "EURO", "DEM", "BGN", "XXX", "€", " EUR", "EUR:2"])
    func unknown(code: String) { #expect(Currency(code: code) == nil) }

    @Test("The currencies named in code are those of the table")
    func named() {
        #expect(Currency(code: "INR") == .inr)
        #expect(Currency(code: "EUR") == .eur)
        #expect(Currency(code: "USD") == .usd)
    }
}

import Formats
import Money
import TestSupport
import Testing

/// In the rows `~` stands for U+00A0 and `_` for U+202F, spaces that do not break.
struct LocaleFormatTests {
    @Test(
        "An amount is written as readers of the language write it",
        arguments: [
            ("en-IN", "84675.00", "INR", "₹~84,675.00"),
            ("en-IN", "1234567", "INR", "₹~12,34,567.00"),
            ("en-IN", "123456789.05", "INR", "₹~12,34,56,789.05"), ("en-IN", "0", "INR", "₹~0.00"),
            ("en-IN", "99999.99", "INR", "₹~99,999.99"),
            ("en-IN", "100000", "INR", "₹~1,00,000.00"),
            ("en-IN", "-1234", "INR", "−₹~1,234.00"), ("en-IN", "59252.81", "USD", "US$~59,252.81"),
            ("en-IN", "1234567", "USD", "US$~1,234,567.00"),
            ("en-IN", "6264.15", "EUR", "€6,264.15"),
            ("en-IN", "92233720368547758.07", "INR", "₹~92,23,37,20,36,85,47,758.07"),
            ("en-GB", "6264.15", "EUR", "€6,264.15"), ("en-GB", "-999.5", "GBP", "−£999.50"),
            ("en-GB", "1234567", "INR", "₹~1,234,567.00"), ("en-GB", "5000", "JPY", "¥5,000"),
            ("en-GB", "9223372036854775807", "JPY", "¥9,223,372,036,854,775,807"),
            ("en-GB", "1000000000000000000", "JPY", "¥1,000,000,000,000,000,000"),

            ("en-GB", "1234.5", "KWD", "KWD~1,234.500"),
            ("en-US", "1234567.8", "USD", "$1,234,567.80"),
            ("en-US", "12", "CAD", "CA$~12.00"), ("de-DE", "3109", "EUR", "3.109,00~€"),
            ("de-DE", "-3109", "EUR", "−3.109,00~€"), ("de-DE", "0.05", "EUR", "0,05~€"),
            ("de-DE", "1234567.89", "USD", "1.234.567,89~US$"),
            ("de-DE", "999", "CHF", "999,00~CHF"),
            ("de-AT", "-3109", "EUR", "€~−3.109,00"), ("fr-FR", "3109", "EUR", "3_109,00~€"),
            ("fr-FR", "-1234567.5", "EUR", "−1_234_567,50~€"),
            ("nl-NL", "3109", "EUR", "€~3.109,00"),
        ] as [(String, String, String, String)])
    func money(language: String, value: String, code: String, expected: String) throws {
        let amount = try Money(
            #require(Decimal(value)), #require(Currency(code: code)), .halfAwayFromZero)
        #expect(LocaleFormat(language: language).money(amount) == spaced(expected))
    }

    @Test(
        "A number has the places it is asked for, and no minus on zero",
        arguments: [
            ("en-IN", "1234567.5", 2, 9, "12,34,567.50"), ("en-IN", "-0.004", 2, 2, "0.00"),
            ("en-IN", "-0.005", 2, 2, "−0.01"), ("en-IN", "999.995", 2, 2, "1,000.00"),
            ("en-IN", "99999.5", 0, 0, "1,00,000"), ("en-IN", "0.999999999", 0, 8, "1"),
            ("en-IN", "0.000000001", 0, 9, "0.000000001"), ("de-DE", "1250", 0, 3, "1.250"),
            ("de-DE", "0.5", 0, 3, "0,5"), ("de-DE", "12.3456", 2, 3, "12,346"),
            ("de-DE", "12.3", 2, 3, "12,30"), ("fr-FR", "1234.5", 1, 1, "1_234,5"),
            ("en-GB", "12345678901234567890.5", 0, 9, "12,345,678,901,234,567,890.5"),
            ("en-IN", "12345678901234567890", 0, 9, "1,23,45,67,89,01,23,45,67,890"),
            ("en-GB", "10000000000000000000000", 0, 9, "10,000,000,000,000,000,000,000"),
        ] as [(String, String, Int, Int, String)])
    func number(
        language: String, value: String, minimum: Int, maximum: Int, expected: String
    ) throws {
        let format = LocaleFormat(language: language)
        let number = try #require(Decimal(value))
        let text = format.number(number, minimumPlaces: minimum, maximumPlaces: maximum)
        #expect(text == spaced(expected))
        let fraction = text.split(separator: Character(format.decimalSeparator), maxSplits: 1)
        let places = format.places(of: number, minimumPlaces: minimum, maximumPlaces: maximum)
        #expect(places == (fraction.count > 1 ? fraction[1].utf8.count : 0))
    }

    @Test(
        "Each language writes numbers, quantities, percentages and days its own way",
        arguments: [
            ("en-IN", "−12,34,567", "1,00,000.5", "18%", "05-Nov-2026", "1,234.50"),
            ("en-GB", "−1,234,567", "100,000.5", "18%", "05~Nov~2026", "1,234.50"),
            ("en-US", "−1,234,567", "100,000.5", "18%", "05~Nov~2026", "1,234.50"),
            ("de-DE", "−1.234.567", "100.000,5", "18~%", "05.11.2026", "1.234,50"),
            ("de-AT", "−1.234.567", "100.000,5", "18~%", "05.11.2026", "1.234,50"),
            ("fr-FR", "−1_234_567", "100_000,5", "18~%", "05/11/2026", "1_234,50"),
            ("nl-NL", "−1.234.567", "100.000,5", "18%", "05-11-2026", "1.234,50"),
            ("ar-AE", "−1,234,567", "100,000.5", "18%", "05/11/2026", "1,234.50"),
        ] as [(String, String, String, String, String, String)])
    func languages(
        language: String, number: String, quantity: String, percent: String, date: String,
        money: String
    ) throws {
        let format = LocaleFormat(language: language)
        #expect(format.language == language)
        #expect(format.number(Decimal(-1_234_567)) == spaced(number))
        #expect(format.quantity(try #require(Decimal("100000.500"))) == spaced(quantity))
        #expect(format.percent(Decimal(18)) == spaced(percent))
        #expect(format.date(try #require(CalendarDate("2026-11-05"))) == spaced(date))
        let amount = Money(minorUnits: 123_450, .eur)
        #expect(format.money(amount, symbol: false) == spaced(money))
    }

    @Test(
        "A tag that is not listed gets its nearest kin",
        arguments: [
            ("en_in", "en-IN"), ("EN-in", "en-IN"), ("en", "en-GB"), ("en-AU", "en-GB"),
            ("hi", "en-IN"), ("hi-IN", "en-IN"), ("kn-Knda-IN", "en-IN"), ("de", "de-DE"),
            ("de-CH", "de-DE"), ("fr-BE", "fr-FR"), ("nl-BE", "nl-NL"), ("ar", "ar-AE"),
            ("ar-SA", "ar-AE"), ("ja-JP", "en-GB"),
            ("", "en-GB"), ("-", "en-GB"), ("den", "en-GB"),
        ] as [(String, String)])
    func nearest(tag: String, language: String) {
        #expect(LocaleFormat(language: tag).language == language)
    }

    @Test("Every month has its own name, and the minus can be an en dash")
    func details() throws {
        let format = LocaleFormat(language: "en-IN", minus: "–")
        let months = try (1...12).map { month in
            format.date(try #require(CalendarDate(year: 987, month: month, day: 9)))
        }
        let names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
        #expect(months == names.split(separator: " ").map { "09-\($0)-0987" })
        #expect(format.money(Money(minorUnits: -100, .inr)) == "–₹\u{A0}1.00")
        #expect(format.number(Decimal(-1_234_567), grouping: .thousands) == "–1,234,567")
        #expect(
            format.number(Decimal(-1_234_567), grouping: .ungrouped) == "–1234567")
        #expect(format.grouping(for: .usd) == .thousands && format.grouping(for: nil) == .lakhs)
        #expect(format.percent(try #require(Decimal("0.25"))) == "0.25%")
    }

    @Test("A language's file says how its numbers and dates are written")
    func forms() throws {
        let swiss = LocaleFormat(
            language: "it-CH",
            forms: [
                "format-decimal": ".", "format-group": "’", "format-currency": "before-apart",
                "format-percent": "apart", "format-date": "dd mmm yyyy", "other": "x",
                "format-months": "gen feb mar apr mag giu lug ago set ott nov dic",
            ])
        #expect(swiss.money(Money(minorUnits: 123_456_789, .eur)) == "€\u{A0}1’234’567.89")
        #expect(swiss.percent(try #require(Decimal("8.1"))) == "8.1\u{A0}%")
        let day = try #require(CalendarDate("2026-05-04"))
        #expect(swiss.date(day) == "04\u{A0}mag\u{A0}2026")
        // One sign for both would make a number unreadable.
        let twice = LocaleFormat(
            language: "en-GB", forms: ["format-decimal": ",", "format-group": ","])
        #expect(twice.number(try #require(Decimal("1234.5"))) == "1\u{202F}234,5")
        let japan = ["format-date": "yyyy-mm-dd", "format-grouping": "none"]
        let plain = LocaleFormat(language: "ja-JP", forms: japan)
        #expect(plain.date(day) == "2026-05-04")
        #expect(plain.number(Decimal(-1_234_567)) == "−1234567")
    }

    @Test(
        "What a language's file says wrongly is told with what it could say",
        arguments: [
            ("format-decimal", ",", false), ("format-decimal", "3", true),
            ("format-decimal", "comma", true), ("format-group", "narrow-space", false),
            ("format-group", "digits", true), ("format-grouping", "lakh", true),
            ("format-currency", "behind", true), ("format-percent", "apart", false),
            ("format-date", "d.m.yy", true), ("format-date", "dd.mm", true),
            ("format-date", "dd dd mm yyyy", true), ("format-months", "Jan Feb", true),
            ("title-invoice", "anything", false),
        ] as [(String, String, Bool)])
    func faults(key: String, text: String, isFault: Bool) {
        #expect((LocaleFormat.fault(in: key, text) != nil) == isFault)
    }

    @Test("Without its separators a number is the plain one")
    func property() {
        var random = SplitMix64(seed: 5)
        let languages = ["en-IN", "en-GB", "de-DE", "fr-FR"].map { LocaleFormat(language: $0) }
        for round in 0..<rounds {
            let number = Decimal(billionths: random.spreadNumber(bits: 120))
            let places = Int.random(in: 0...9, using: &random)
            let format = languages[round % languages.count]
            let text = format.number(number, minimumPlaces: places, maximumPlaces: places)
            let plain = number.rounded(to: places, .halfAwayFromZero).text(minimumPlaces: places)
            let decimal = Character(format.decimalSeparator)
            let stripped = text.compactMap { character -> Character? in
                if character == decimal { return "." }
                if character == "−" { return "-" }
                return character.isNumber ? character : nil
            }
            if String(stripped) == plain { continue }
            Issue.record("\(plain) was written \(text) in \(format.language)")
            return
        }
    }

    private func spaced(_ row: String) -> String {
        String(row.map { $0 == "~" ? "\u{A0}" : $0 == "_" ? "\u{202F}" : $0 })
    }
}

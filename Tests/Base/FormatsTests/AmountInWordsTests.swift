import Formats
import Money
import Testing

struct AmountInWordsTests {
    @Test(
        "Rupees are written in lakhs and crores",
        arguments: [
            ("0", "Rupees Zero Only"), ("1", "Rupees One Only"),
            ("0.72", "Rupees Zero and Seventy-Two Paise Only"),
            ("0.01", "Rupees Zero and One Paisa Only"), ("19", "Rupees Nineteen Only"),
            ("20", "Rupees Twenty Only"), ("100", "Rupees One Hundred Only"),
            ("110.10", "Rupees One Hundred Ten and Ten Paise Only"),
            ("1001", "Rupees One Thousand One Only"),
            (
                "99999.99",
                "Rupees Ninety-Nine Thousand Nine Hundred Ninety-Nine and Ninety-Nine Paise Only"
            ),
            ("100000", "Rupees One Lakh Only"),
            ("324675", "Rupees Three Lakh Twenty-Four Thousand Six Hundred Seventy-Five Only"),
            (
                "84675.72",
                "Rupees Eighty-Four Thousand Six Hundred Seventy-Five and Seventy-Two Paise Only"
            ),
            ("10000000", "Rupees One Crore Only"), ("990000000", "Rupees Ninety-Nine Crore Only"),
            (
                "123456789.05",
                "Rupees Twelve Crore Thirty-Four Lakh Fifty-Six Thousand Seven Hundred Eighty-Nine "
                    + "and Five Paise Only"
            ),
            ("10000000000", "Rupees One Thousand Crore Only"),
            ("1000000000000", "Rupees One Lakh Crore Only"),
            ("1230045000000", "Rupees One Lakh Twenty-Three Thousand Four Crore Fifty Lakh Only"),
            ("-5000", "Minus Rupees Five Thousand Only"),
            (
                "92233720368547758.07",
                "Rupees Nine Hundred Twenty-Two Crore Thirty-Three Lakh Seventy-Two Thousand "
                    + "Thirty-Six Crore Eighty-Five Lakh Forty-Seven Thousand Seven Hundred "
                    + "Fifty-Eight and Seven Paise Only"
            ),
        ] as [(String, String)])
    func rupees(value: String, words: String) throws {
        for language in ["en-IN", "en-GB", "en"] {
            #expect(try text(value, "INR", language) == words)
        }
    }

    @Test(
        "Other currencies are written in millions, with their own names",
        arguments: [
            (
                "59252.81", "USD",
                "US Dollars Fifty-Nine Thousand Two Hundred Fifty-Two and Eighty-One Cents Only"
            ),
            ("1000000.01", "USD", "US Dollars One Million and One Cent Only"),
            (
                "1234567890", "EUR",
                "Euros One Billion Two Hundred Thirty-Four Million Five Hundred Sixty-Seven Thousand "
                    + "Eight Hundred Ninety Only"
            ),
            ("2.01", "GBP", "Pounds Sterling Two and One Penny Only"),
            ("2.50", "GBP", "Pounds Sterling Two and Fifty Pence Only"),
            ("100000", "AED", "UAE Dirhams One Hundred Thousand Only"),
            ("40.05", "CHF", "Swiss Francs Forty and Five Centimes Only"),
            ("500", "JPY", "Japanese Yen Five Hundred Only"),
            ("7.125", "KWD", "Kuwaiti Dinars Seven and One Hundred Twenty-Five Fils Only"),
            ("3.25", "PEN", "PEN Three and 25/100 Only"),
            ("3.005", "TND", "TND Three and 5/1000 Only"),
            ("-0.10", "EUR", "Minus Euros Zero and Ten Cents Only"),
        ] as [(String, String, String)])
    func others(value: String, code: String, words: String) throws {
        #expect(try text(value, code, "en-IN") == words)
    }

    @Test(
        "German writes the whole amount as one word and the cents in digits",
        arguments: [
            ("3109.15", "EUR", "dreitausendeinhundertneun Euro und 15 Cent"),
            ("3109", "EUR", "dreitausendeinhundertneun Euro"), ("0", "EUR", "null Euro"),
            ("0.01", "EUR", "null Euro und 1 Cent"), ("1", "EUR", "ein Euro"),
            ("16", "EUR", "sechzehn Euro"), ("17", "EUR", "siebzehn Euro"),
            ("21", "EUR", "einundzwanzig Euro"), ("30", "EUR", "dreißig Euro"),
            ("101", "EUR", "einhunderteins Euro"), ("1000", "EUR", "eintausend Euro"),
            ("1001", "EUR", "eintausendeins Euro"),
            ("101000", "EUR", "einhunderteintausend Euro"),
            (
                "777777.77", "EUR",
                "siebenhundertsiebenundsiebzigtausendsiebenhundertsiebenundsiebzig Euro und 77 Cent"
            ),
            ("1000000", "EUR", "eine Million Euro"),
            ("2000012", "EUR", "zwei Millionen zwölf Euro"),
            ("1000000000", "EUR", "eine Milliarde Euro"),
            ("2101000000", "EUR", "zwei Milliarden einhunderteine Millionen Euro"),
            ("-12.50", "EUR", "minus zwölf Euro und 50 Cent"),
            (
                "59252.81", "USD",
                "neunundfünfzigtausendzweihundertzweiundfünfzig US-Dollar und 81 Cent"
            ),
            ("1", "INR", "eine indische Rupie"), ("2", "SEK", "zwei schwedische Kronen"),
            ("500", "JPY", "fünfhundert Yen"), ("3.25", "PEN", "drei PEN und 25/100"),
        ] as [(String, String, String)])
    func german(value: String, code: String, words: String) throws {
        #expect(try text(value, code, "de-DE") == words)
    }

    @Test("The largest amounts have words, languages without any have none")
    func edges() throws {
        let yen = try #require(Currency(code: "JPY"))
        let most = Money(minorUnits: .min, yen)
        #expect(
            AmountInWords.text(most, language: "en")?.hasPrefix(
                "Minus Japanese Yen Nine Quintillion Two Hundred Twenty-Three Quadrillion") == true)
        #expect(
            AmountInWords.text(most, language: "de")?.hasPrefix(
                "minus neun Trillionen zweihundertdreiundzwanzig Billiarden") == true)
        for language in ["nl", "kn-IN", "", "den", "fro"] {
            #expect(AmountInWords.text(most, language: language) == nil)
        }
    }

    private func text(_ value: String, _ code: String, _ language: String) throws -> String? {
        let currency = try #require(Currency(code: code))
        let amount = try Money(#require(Decimal(value)), currency, .halfAwayFromZero)
        #expect(amount.value == Decimal(value), "the row is finer than the currency")
        return AmountInWords.text(amount, language: language)
    }
}

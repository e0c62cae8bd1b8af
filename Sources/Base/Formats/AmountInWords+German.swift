import Money

extension AmountInWords {
    /// German as receipts and cheques have it: the whole units as one word, the cents in digits.
    ///
    /// The whole amount in words is what a forger would change, and cents written out make an
    /// unreadable line; forms print them in digits (`15 Cent`, once `15/100`). `einhundert` and
    /// `eintausend` keep their `ein`, so that no digit can be put before them.
    enum German {
        static func text(_ amount: Parts) -> String {
            let code = amount.currency.code
            let names = currencies[code] ?? [code, code, "m"]
            let isFeminine = names[2] == "f"
            var words = amount.isNegative ? ["minus"] : []
            if amount.whole == 1 {
                words += [isFeminine ? "eine" : "ein", names[0]]
            } else {
                words += [count(amount.whole), names[1]]
            }
            if amount.minor > 0 {
                words.append("und")
                if names.count > 3 {
                    words += [String(amount.minor), names[3]]
                } else {
                    words.append("\(amount.minor)/\(amount.minorPerWhole)")
                }
            }
            return words.joined(separator: " ")
        }

        /// The words of any number: up to the thousands one word, from the millions on apart.
        static func count(_ number: UInt64) -> String {
            if number == 0 { return "null" }
            var words: [String] = []
            var scale: UInt64 = 1_000_000_000_000_000_000
            for name in ["Trillion", "Billiarde", "Billion", "Milliarde", "Million"] {
                let count = number / scale % 1000
                if count == 1 {
                    words.append("eine \(name)")
                } else if count > 1 {
                    let plural = name.hasSuffix("e") ? "\(name)n" : "\(name)en"
                    words.append("\(underThousand(count, one: "eine")) \(plural)")
                }
                scale /= 1000
            }
            let thousands = number / 1000 % 1000
            let rest = number % 1000
            let last =
                (thousands > 0 ? underThousand(thousands, one: "ein") + "tausend" : "")
                + (rest > 0 ? underThousand(rest, one: "eins") : "")
            if !last.isEmpty { words.append(last) }
            return words.joined(separator: " ")
        }

        /// The word of 1…999; a final one takes the form that what follows asks for.
        private static func underThousand(_ number: UInt64, one: String) -> String {
            let hundreds = number >= 100 ? ones[Int(number / 100)] + "hundert" : ""
            let rest = Int(number % 100)
            if rest == 0 { return hundreds }
            if rest == 1 { return hundreds + one }
            if rest < 20 { return hundreds + ones[rest] }
            let unit = rest % 10
            return hundreds + (unit == 0 ? "" : ones[unit] + "und") + tens[rest / 10]
        }

        private static let ones = [
            "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun",
            "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn",
            "achtzehn", "neunzehn",
        ]

        private static let tens = [
            "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig",
            "neunzig",
        ]

        /// Code, one, several, gender, minor unit (absent where the currency has none).
        private static let currencies = names(
            """
            EUR|Euro|Euro|m|Cent
            AED|VAE-Dirham|VAE-Dirham|m|Fils
            CHF|Schweizer Franken|Schweizer Franken|m|Rappen
            CZK|tschechische Krone|tschechische Kronen|f|Heller
            DKK|dänische Krone|dänische Kronen|f|Öre
            GBP|Pfund Sterling|Pfund Sterling|n|Pence
            INR|indische Rupie|indische Rupien|f|Paise
            JPY|Yen|Yen|m
            KWD|Kuwait-Dinar|Kuwait-Dinar|m|Fils
            NOK|norwegische Krone|norwegische Kronen|f|Öre
            PLN|Zloty|Zloty|m|Groszy
            SEK|schwedische Krone|schwedische Kronen|f|Öre
            USD|US-Dollar|US-Dollar|m|Cent
            """)
    }
}

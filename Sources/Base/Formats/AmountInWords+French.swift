import Money

extension AmountInWords {
    /// French as cheques and receipts have it, in the spelling before 1990: hyphens below a
    /// hundred, `vingt et un`, `quatre-vingts` and `cents` only where nothing follows them.
    enum French {
        static func text(_ amount: Parts) -> String {
            let code = amount.currency.code
            let names = currencies[code] ?? [code, code, "m"]
            var words = amount.isNegative ? ["moins"] : []
            words.append(count(amount.whole, isFeminine: names[2] == "f"))
            // French has the plural from two on: zéro euro, un euro, deux euros.
            let name = amount.whole < 2 ? names[0] : names[1]
            words.append(link(amount.whole, name) + name)
            if amount.minor > 0 {
                words.append("et")
                if names.count > 4 {
                    words.append(count(amount.minor, isFeminine: false))
                    words.append(amount.minor == 1 ? names[3] : names[4])
                } else {
                    words.append("\(amount.minor)/\(amount.minorPerWhole)")
                }
            }
            return words.joined(separator: " ")
        }

        /// `un million d'euros`, but `un million cent euros`: round millions are nouns.
        private static func link(_ number: UInt64, _ name: String) -> String {
            guard number >= 1_000_000, number % 1_000_000 == 0 else { return "" }
            return name.first.map { "aeiouéAEIOUÉ".contains($0) } == true ? "d’" : "de "
        }

        /// The words of any number.
        static func count(_ number: UInt64, isFeminine: Bool) -> String {
            if number == 0 { return "zéro" }
            var words: [String] = []
            var scale: UInt64 = 1_000_000_000_000_000_000
            for name in ["trillion", "billiard", "billion", "milliard", "million"] {
                let count = number / scale % 1_000
                if count > 0 {
                    words.append(underThousand(count, isFeminine: false, isLast: true))
                    words.append(count == 1 ? name : "\(name)s")
                }
                scale /= 1_000
            }
            let thousands = number / 1_000 % 1_000
            if thousands > 1 {
                words.append(underThousand(thousands, isFeminine: false, isLast: false))
            }
            if thousands > 0 { words.append("mille") }
            let rest = number % 1_000
            if rest > 0 {
                words.append(underThousand(rest, isFeminine: isFeminine, isLast: true))
            }
            return words.joined(separator: " ")
        }

        /// - Parameter isLast: whether no numeral follows, so that `cent` and `quatre-vingt` may
        ///   take their plural; `mille` is a numeral, `million` a noun.
        private static func underThousand(
            _ number: UInt64, isFeminine: Bool, isLast: Bool
        ) -> String {
            let hundreds = Int(number / 100)
            let rest = Int(number % 100)
            var words: [String] = []
            if hundreds > 1 { words.append(ones[hundreds]) }
            if hundreds > 0 {
                words.append(hundreds > 1 && rest == 0 && isLast ? "cents" : "cent")
            }
            if rest > 0 {
                words.append(underHundred(rest, isFeminine: isFeminine, isLast: isLast))
            }
            return words.joined(separator: " ")
        }

        private static func underHundred(_ number: Int, isFeminine: Bool, isLast: Bool) -> String {
            let one = isFeminine ? "une" : "un"
            if number == 1 { return one }
            if number < 20 { return ones[number] }
            if number == 80 { return isLast ? "quatre-vingts" : "quatre-vingt" }
            // Seventy and ninety count on from sixty and eighty: soixante-dix, quatre-vingt-onze.
            let ten = number / 10
            let base = ten == 7 || ten == 9 ? ten - 1 : ten
            let rest = number - base * 10
            if rest == 0 { return tens[base] }
            let unit = rest == 1 ? one : ones[rest]
            let joinsByAnd = base < 8 && (rest == 1 || rest == 11)
            return joinsByAnd ? "\(tens[base]) et \(unit)" : "\(tens[base])-\(unit)"
        }

        private static let ones = [
            "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
            "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit",
            "dix-neuf",
        ]

        private static let tens = [
            "", "", "vingt", "trente", "quarante", "cinquante", "soixante", "", "quatre-vingt", "",
        ]

        /// Code, one, several, gender, one and several minor units (absent where there are none).
        private static let currencies = names(
            """
            EUR|euro|euros|m|centime|centimes
            AED|dirham des É.A.U.|dirhams des É.A.U.|m|fils|fils
            CHF|franc suisse|francs suisses|m|centime|centimes
            DKK|couronne danoise|couronnes danoises|f|øre|øre
            GBP|livre sterling|livres sterling|f|penny|pence
            INR|roupie indienne|roupies indiennes|f|paisa|paise
            JPY|yen|yens|m
            KWD|dinar koweïtien|dinars koweïtiens|m|fils|fils
            NOK|couronne norvégienne|couronnes norvégiennes|f|øre|øre
            SEK|couronne suédoise|couronnes suédoises|f|öre|öre
            USD|dollar américain|dollars américains|m|cent|cents
            """)
    }
}

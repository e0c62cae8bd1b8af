import Money

extension AmountInWords {
    /// English in title case, currency in front, `Only` at the end so that nothing can be added.
    enum English {
        static func text(_ amount: Parts) -> String {
            let code = amount.currency.code
            let names = currencies[code] ?? [code]
            let count = amount.currency == .inr ? indian(amount.whole) : western(amount.whole)
            var words = amount.isNegative ? ["Minus"] : []
            words += [names[0], count]
            if amount.minor > 0 {
                words.append("and")
                if names.count > 2 {
                    words += [western(amount.minor), amount.minor == 1 ? names[1] : names[2]]
                } else {
                    // Without a known name of the minor unit: 25/100.
                    words.append("\(amount.minor)/\(amount.minorPerWhole)")
                }
            }
            words.append("Only")
            return words.joined(separator: " ")
        }

        /// Lakh and crore; past 99 crore the count of crores is itself written that way, as in
        /// `One Lakh Crore`.
        static func indian(_ number: UInt64) -> String {
            if number == 0 { return "Zero" }
            let (crores, rest) = number.quotientAndRemainder(dividingBy: 10_000_000)
            var words: [String] = []
            if crores > 0 { words += [indian(crores), "Crore"] }
            if rest >= 100_000 { words += [underThousand(rest / 100_000), "Lakh"] }
            let thousands = rest % 100_000 / 1000
            if thousands > 0 { words += [underThousand(thousands), "Thousand"] }
            if rest % 1000 > 0 { words.append(underThousand(rest % 1000)) }
            return words.joined(separator: " ")
        }

        /// Thousand, million, billion (10⁹) and on.
        static func western(_ number: UInt64) -> String {
            if number == 0 { return "Zero" }
            var words: [String] = []
            var scale: UInt64 = 1_000_000_000_000_000_000
            for name in scales {
                let count = number / scale % 1000
                if count > 0 { words += [underThousand(count), name] }
                scale /= 1000
            }
            if number % 1000 > 0 { words.append(underThousand(number % 1000)) }
            return words.joined(separator: " ")
        }

        /// The words of 1…999.
        private static func underThousand(_ number: UInt64) -> String {
            var words: [String] = []
            if number >= 100 { words += [ones[Int(number / 100)], "Hundred"] }
            let rest = Int(number % 100)
            if rest >= 20 {
                let unit = rest % 10
                words.append(unit == 0 ? tens[rest / 10] : "\(tens[rest / 10])-\(ones[unit])")
            } else if rest > 0 {
                words.append(ones[rest])
            }
            return words.joined(separator: " ")
        }

        /// Each a thousandth of the one before.
        private static let scales = [
            "Quintillion", "Quadrillion", "Trillion", "Billion", "Million", "Thousand",
        ]

        private static let ones = [
            "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
            "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen",
            "Eighteen", "Nineteen",
        ]

        private static let tens = [
            "", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety",
        ]

        /// Code, name in front of the amount (always plural, as on cheques), one minor unit,
        /// several; the last two are absent where the currency has none.
        private static let currencies = names(
            """
            INR|Rupees|Paisa|Paise
            USD|US Dollars|Cent|Cents
            EUR|Euros|Cent|Cents
            GBP|Pounds Sterling|Penny|Pence
            AED|UAE Dirhams|Fils|Fils
            AUD|Australian Dollars|Cent|Cents
            BDT|Bangladeshi Taka|Poisha|Poisha
            BHD|Bahraini Dinars|Fils|Fils
            CAD|Canadian Dollars|Cent|Cents
            CHF|Swiss Francs|Centime|Centimes
            CNY|Chinese Yuan|Fen|Fen
            DKK|Danish Kroner|Øre|Øre
            HKD|Hong Kong Dollars|Cent|Cents
            JPY|Japanese Yen
            KRW|South Korean Won
            KWD|Kuwaiti Dinars|Fils|Fils
            LKR|Sri Lankan Rupees|Cent|Cents
            MYR|Malaysian Ringgit|Sen|Sen
            NOK|Norwegian Kroner|Øre|Øre
            NPR|Nepalese Rupees|Paisa|Paisa
            NZD|New Zealand Dollars|Cent|Cents
            OMR|Omani Rials|Baisa|Baisa
            PLN|Polish Zlotys|Grosz|Groszy
            QAR|Qatari Riyals|Dirham|Dirhams
            SAR|Saudi Riyals|Halala|Halalas
            SEK|Swedish Kronor|Öre|Öre
            SGD|Singapore Dollars|Cent|Cents
            THB|Thai Baht|Satang|Satang
            ZAR|South African Rand|Cent|Cents
            """)
    }
}

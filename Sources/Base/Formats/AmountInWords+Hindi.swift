import Money

extension AmountInWords {
    /// Hindi as invoices in India have it: the currency first, `मात्र` (only) last, counted in
    /// lakhs and crores whatever the currency.
    enum Hindi {
        static func text(_ amount: Parts) -> String {
            let code = amount.currency.code
            let names = currencies[code] ?? [code]
            var words = amount.isNegative ? ["ऋण"] : []
            words += [names[0], count(amount.whole)]
            if amount.minor > 0 {
                words.append("और")
                if names.count > 1 {
                    words += [count(amount.minor), names[1]]
                } else {
                    words.append("\(amount.minor)/\(amount.minorPerWhole)")
                }
            }
            words.append("मात्र")
            return words.joined(separator: " ")
        }

        /// The words of any number.
        static func count(_ number: UInt64) -> String {
            if number == 0 { return numerals[0] }
            var words: [String] = []
            let crores = number / 10_000_000
            if crores > 0 { words += [count(crores), "करोड़"] }
            for (scale, name) in [(UInt64(100_000), "लाख"), (1_000, "हज़ार")] {
                let count = Int(number / scale % 100)
                if count > 0 { words += [numerals[count], name] }
            }
            let hundreds = Int(number / 100 % 10)
            if hundreds > 0 { words += [numerals[hundreds], "सौ"] }
            let rest = Int(number % 100)
            if rest > 0 { words.append(numerals[rest]) }
            return words.joined(separator: " ")
        }

        /// 0 to 99, none of which follows from another by a rule.
        static let numerals = """
            शून्य एक दो तीन चार पाँच छह सात आठ नौ
            दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस
            बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस
            तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस
            चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास
            पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ
            साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर
            सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी
            अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी
            नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे
            """.split { $0 == " " || $0 == "\n" }.map(String.init)

        /// Code, units, minor units (absent where there are none).
        private static let currencies = names(
            """
            INR|रुपये|पैसे
            EUR|यूरो|सेंट
            GBP|पाउंड स्टर्लिंग|पेंस
            JPY|येन
            KWD|कुवैती दीनार|फ़िल्स
            USD|अमेरिकी डॉलर|सेंट
            """)
    }
}

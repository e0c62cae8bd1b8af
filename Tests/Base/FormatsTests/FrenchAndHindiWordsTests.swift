import Formats
import Money
import Testing

/// Written by hand after the rules of each language, not taken from the program.
struct FrenchAndHindiWordsTests {
    private func text(_ value: String, _ code: String, _ language: String) throws -> String? {
        let currency = try #require(Currency(code: code))
        let amount = try Money(#require(Decimal(value)), currency, .halfAwayFromZero)
        return AmountInWords.text(amount, language: language)
    }

    @Test(
        "French: plurals only at the end, and before thousands none",
        arguments: [
            ("0", "EUR", "zéro euro"), ("1", "EUR", "un euro"), ("2", "EUR", "deux euros"),
            ("0.01", "EUR", "zéro euro et un centime"),
            ("17", "EUR", "dix-sept euros"), ("21", "EUR", "vingt et un euros"),
            ("22", "EUR", "vingt-deux euros"), ("60", "EUR", "soixante euros"),
            ("70", "EUR", "soixante-dix euros"), ("71", "EUR", "soixante et onze euros"),
            ("77", "EUR", "soixante-dix-sept euros"), ("80", "EUR", "quatre-vingts euros"),
            ("81", "EUR", "quatre-vingt-un euros"), ("90", "EUR", "quatre-vingt-dix euros"),
            ("91", "EUR", "quatre-vingt-onze euros"),
            ("99", "EUR", "quatre-vingt-dix-neuf euros"), ("100", "EUR", "cent euros"),
            ("101", "EUR", "cent un euros"), ("200", "EUR", "deux cents euros"),
            ("201", "EUR", "deux cent un euros"), ("280", "EUR", "deux cent quatre-vingts euros"),
            ("1000", "EUR", "mille euros"), ("1001", "EUR", "mille un euros"),
            ("2000", "EUR", "deux mille euros"), ("21000", "EUR", "vingt et un mille euros"),
            ("80000", "EUR", "quatre-vingt mille euros"),
            ("200000", "EUR", "deux cent mille euros"), ("1000000", "EUR", "un million d’euros"),
            ("1000100", "EUR", "un million cent euros"),
            ("80000000", "EUR", "quatre-vingts millions d’euros"),
            ("200000000", "USD", "deux cents millions de dollars américains"),
            ("1000000000", "EUR", "un milliard d’euros"),
            ("3109.15", "EUR", "trois mille cent neuf euros et quinze centimes"),
            ("-5", "EUR", "moins cinq euros"), ("21", "INR", "vingt et une roupies indiennes"),
            ("81", "DKK", "quatre-vingt-une couronnes danoises"),
            ("1", "GBP", "une livre sterling"), ("1235", "JPY", "mille deux cent trente-cinq yens"),
            ("1.250", "KWD", "un dinar koweïtien et deux cent cinquante fils"),
            ("12.50", "PLN", "douze PLN et 50/100"),
        ])
    func french(value: String, code: String, words: String) throws {
        #expect(try text(value, code, "fr-FR") == words)
    }

    @Test(
        "Hindi: lakhs and crores, the currency first",
        arguments: [
            ("0", "INR", "रुपये शून्य मात्र"), ("1", "INR", "रुपये एक मात्र"),
            ("12.50", "INR", "रुपये बारह और पचास पैसे मात्र"), ("100", "INR", "रुपये एक सौ मात्र"),
            ("199", "INR", "रुपये एक सौ निन्यानवे मात्र"), ("1001", "INR", "रुपये एक हज़ार एक मात्र"),
            ("324675", "INR", "रुपये तीन लाख चौबीस हज़ार छह सौ पचहत्तर मात्र"),
            ("10000000", "INR", "रुपये एक करोड़ मात्र"),
            ("1000000000", "INR", "रुपये एक सौ करोड़ मात्र"),
            ("-5", "INR", "ऋण रुपये पाँच मात्र"), ("500", "JPY", "येन पाँच सौ मात्र"),
            ("1.005", "KWD", "कुवैती दीनार एक और पाँच फ़िल्स मात्र"),
            ("3.25", "PLN", "PLN तीन और 25/100 मात्र"),
        ])
    func hindi(value: String, code: String, words: String) throws {
        #expect(try text(value, code, "hi-IN") == words)
    }

    @Test("The hundred Hindi numerals all differ, so that no two amounts read alike")
    func numerals() throws {
        var words: Set<String> = []
        for number in 0..<100 {
            words.insert(try #require(try text(String(number), "INR", "hi")))
        }
        #expect(words.count == 100)
    }
}

import Money

/// Amounts written out in words, as invoices in India and receipts in Germany carry them.
///
/// Each language has a file of its own; one that has none gives `nil`, and the document leaves the
/// line out rather than print it in a language its reader did not ask for.
public enum AmountInWords {
    /// The amount in the words of a language (BCP 47 tag; only its first part matters).
    ///
    /// - English: `Rupees Three Lakh Twenty-Four Thousand Six Hundred Seventy-Five Only`. Rupees
    ///   count in lakhs and crores, every other currency in millions.
    /// - German: `dreitausendeinhundertneun Euro und 15 Cent`.
    /// - French: `trois mille cent neuf euros et quinze centimes`.
    /// - Hindi: `रुपये तीन लाख चौबीस हज़ार छह सौ पचहत्तर मात्र`.
    /// - Returns: `nil` for other languages.
    public static func text(_ amount: Money, language: String) -> String? {
        let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        let parts = Parts(amount)
        switch primary {
        case "en": return English.text(parts)
        case "de": return German.text(parts)
        case "fr": return French.text(parts)
        case "hi": return Hindi.text(parts)
        default: return nil
        }
    }

    /// An amount cut into whole units and minor units.
    struct Parts {
        let currency: Currency
        let isNegative: Bool
        let whole: UInt64
        let minor: UInt64
        /// Minor units in one unit: 100 for cents, 1 for yen.
        let minorPerWhole: UInt64

        init(_ amount: Money) {
            currency = amount.currency
            isNegative = amount.isNegative
            var scale: UInt64 = 1
            for _ in 0..<amount.currency.minorDigits { scale *= 10 }
            (whole, minor) = amount.minorUnits.magnitude.quotientAndRemainder(dividingBy: scale)
            minorPerWhole = scale
        }
    }

    /// Rows `code|field|field…`, one a line, by code.
    static func names(_ table: String) -> [String: [String]] {
        var known: [String: [String]] = [:]
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: "|").map(String.init)
            known[fields[0]] = Array(fields.dropFirst())
        }
        return known
    }
}

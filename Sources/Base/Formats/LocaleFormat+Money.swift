import Money

extension LocaleFormat {
    /// Appends an amount with its currency's digits, with or without the currency's sign.
    public func appendMoney(_ amount: Money, symbol: Bool = true, to bytes: inout [UInt8]) {
        let digits = Digits(amount)
        let grouping = grouping(for: amount.currency)
        guard symbol else {
            if digits.isNegative { bytes.append(contentsOf: minus.utf8) }
            append(digits, grouping, to: &bytes)
            return
        }
        let sign = self.symbol(of: amount.currency)
        switch conventions.sign {
        case .leadingClose:
            if digits.isNegative { bytes.append(contentsOf: minus.utf8) }
            bytes.append(contentsOf: sign.utf8)
            if sign == "₹" || sign.unicodeScalars.count > 1 { appendNoBreakSpace(to: &bytes) }
            append(digits, grouping, to: &bytes)
        case .leadingApart:
            bytes.append(contentsOf: sign.utf8)
            appendNoBreakSpace(to: &bytes)
            if digits.isNegative { bytes.append(contentsOf: minus.utf8) }
            append(digits, grouping, to: &bytes)
        case .trailing:
            if digits.isNegative { bytes.append(contentsOf: minus.utf8) }
            append(digits, grouping, to: &bytes)
            appendNoBreakSpace(to: &bytes)
            bytes.append(contentsOf: sign.utf8)
        }
    }

    /// An amount: `₹ 12,34,567.00`, `US$ 59,252.81`, `€6,264.15`, German `3.109,00 €`; without
    /// its sign `3.109,00`. Spaces inside do not break.
    public func money(_ amount: Money, symbol: Bool = true) -> String {
        LocaleFormat.text { appendMoney(amount, symbol: symbol, to: &$0) }
    }

    /// The sign of a currency (`₹`, `€`, `US$`), its code where it has no sign that readers of
    /// several countries know.
    public func symbol(of currency: Currency) -> String {
        switch currency {
        case .inr: return "₹"
        case .eur: return "€"
        case .usd: return language == "en-US" ? "$" : "US$"
        default: break
        }
        switch currency.code {
        case "GBP": return "£"
        case "JPY": return "¥"
        case "AUD": return "A$"
        case "CAD": return "CA$"
        case "HKD": return "HK$"
        case "NZD": return "NZ$"
        case "SGD": return "S$"
        case let code: return code
        }
    }

    private func appendNoBreakSpace(to bytes: inout [UInt8]) {
        bytes.append(0xC2)
        bytes.append(0xA0)
    }
}

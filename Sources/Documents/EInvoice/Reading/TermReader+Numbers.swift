import Money

extension TermReader {
    /// A number with up to nine decimals; `nil`, with a finding, for what is none.
    func decimal(_ tree: TermTree, _ term: Term) -> Decimal? {
        value(tree, term).flatMap(decimal)
    }

    private func decimal(_ value: TermTree.Value) -> Decimal? {
        let text = value.text
        if let number = Decimal(xml: text) { return number }
        let digits = text.utf8.filter { (48...57).contains($0) }.count
        let isNumber =
            digits > 0 && text.utf8.allSatisfy { (48...57).contains($0) || "+-.".utf8.contains($0) }
        if isNumber, text.decimals > Decimal.places {
            refuse(
                "too-many-decimals", "the number is finer than what is kept", value,
                "at most \(Decimal.places) decimals")
        } else if isNumber, digits > 20 {
            refuse(
                "number-too-large", "the number is larger than what is kept", value,
                "at most 20 digits")
        } else {
            refuse("bad-number", "this is no number", value, "digits with a point, such as 1234.50")
        }
        return nil
    }

    /// An amount in the document's currency.
    func amount(_ tree: TermTree, _ term: Term) -> Money? {
        value(tree, term).flatMap { amount($0, in: currency) }
    }

    /// An amount whose element may name its currency.
    func amount(_ value: TermTree.Value, in currency: Currency) -> Money? {
        if let code = value.attribute("currencyID"), !code.isEmpty, code != currency.code {
            refuse(
                "currency-mismatch", "the amount is in \(code)", value, "an amount in \(currency)")
            return nil
        }
        guard let number = decimal(value) else { return nil }
        guard number.fits(places: currency.minorDigits) else {
            refuse(
                "too-many-decimals", "the amount is finer than its currency", value,
                "at most \(currency.minorDigits) decimals in \(currency)")
            return nil
        }
        do throws(AmountOverflow) {
            return try Money(number, currency, .halfAwayFromZero)
        } catch {
            refuse(
                "amount-too-large", "the amount is larger than what is kept", value,
                "at most 17 digits")
            return nil
        }
    }

    /// A day: `2026-06-30` in UBL, `20260630` in format 102 of UNTDID 2379 in CII.
    func date(_ tree: TermTree, _ term: Term) -> CalendarDate? {
        guard let value = value(tree, term) else { return nil }
        if let date = syntax == .ubl ? CalendarDate(value.text) : TermReader.day(value) {
            return date
        }
        refuse(
            "bad-date", "this is no day", value,
            syntax == .ubl ? "such as 2026-06-30" : "format 102, such as 20260630")
        return nil
    }

    private static func day(_ value: TermTree.Value) -> CalendarDate? {
        let format = value.attribute("format") ?? ""
        let text = value.text
        guard format == "102" || format.isEmpty, text.utf8.count == 8,
            text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return CalendarDate("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
    }
}

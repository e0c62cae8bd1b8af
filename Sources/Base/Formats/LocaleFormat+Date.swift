import Money

extension LocaleFormat {
    /// Appends a day; always two digits for day and month and four for the year.
    public func appendDate(_ date: CalendarDate, to bytes: inout [UInt8]) {
        let (year, month, day) = date.components
        for part in conventions.date.parts {
            switch part {
            case .day: appendDigits(day, 2, to: &bytes)
            case .month: appendDigits(month, 2, to: &bytes)
            case .monthName: bytes.append(contentsOf: conventions.months[month - 1].utf8)
            case .year: appendDigits(year, 4, to: &bytes)
            case .text(let text): bytes.append(contentsOf: text.utf8)
            }
        }
    }

    /// A day: `16-Nov-2026` in India, `16 Nov 2026` in Britain (spaces that do not break),
    /// `16.11.2026` in Germany and Austria, `16/11/2026` in France, `16-11-2026` in the Netherlands.
    public func date(_ date: CalendarDate) -> String {
        LocaleFormat.text { appendDate(date, to: &$0) }
    }

    private func appendDigits(_ number: Int, _ width: Int, to bytes: inout [UInt8]) {
        var unit = 1
        for _ in 1..<width { unit *= 10 }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
            unit /= 10
        }
    }
}

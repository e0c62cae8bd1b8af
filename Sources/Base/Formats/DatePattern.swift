/// The order in which a language writes the parts of a date, and what stands between them.
struct DatePattern: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        /// Two digits.
        case day, month
        /// Its short name.
        case monthName
        /// Four digits.
        case year
        case text(String)
    }

    let parts: [Part]

    /// Day, month and year.
    static func day(_ month: Part, _ separator: String) -> DatePattern {
        DatePattern(parts: [.day, .text(separator), month, .text(separator), .year])
    }
}

extension DatePattern {
    /// A pattern as people write it: `dd.mm.yyyy`, `yyyy-mm-dd`, `dd mmm yyyy`; its spaces do not
    /// break. Nil unless day, month and year are each there once.
    init?(_ pattern: String) {
        var parts: [Part] = []
        var rest = pattern[...]
        while let first = rest.first {
            let run = rest.prefix { $0 == first }
            rest = rest.dropFirst(run.count)
            switch (first, run.count) {
            case ("d", 2): parts.append(.day)
            case ("m", 2): parts.append(.month)
            case ("m", 3): parts.append(.monthName)
            case ("y", 4): parts.append(.year)
            case (" ", _): parts.append(.text("\u{A0}"))
            case ("d", _), ("m", _), ("y", _): return nil
            default: parts.append(.text(String(run)))
            }
        }
        let months = parts.count { $0 == .month || $0 == .monthName }
        guard parts.count(where: { $0 == .day }) == 1, months == 1,
            parts.count(where: { $0 == .year }) == 1, parts.count <= 9
        else { return nil }
        self.parts = parts
    }
}

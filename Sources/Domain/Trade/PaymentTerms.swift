import Diagnostics
import Formats
import Money

/// When an invoice is to be paid, and what is taken off for paying early.
public struct PaymentTerms: Sendable, Hashable {
    /// How the due date follows from the invoice date.
    public enum Due: Sendable, Hashable {
        /// Days from the invoice date, 0 to 365.
        case netDays(Int)
        /// Days, 0 to 365, from the last day of the invoice's month.
        case endOfMonth(plusDays: Int)
        /// A day of the month (1 to 31, the last where the month is shorter) so many months (0 to
        /// 12) after the invoice's.
        case dayOfMonth(Int, monthsAfter: Int)
        /// Two to 36 parts by ascending days; their percentages add up to 100.
        case instalments([Instalment])
    }

    /// A part of the payable amount and when it is due.
    public struct Instalment: Sendable, Hashable {
        /// More than 0, at most 100.
        public let percent: Decimal
        /// Days from the invoice date, 0 to 365.
        public let netDays: Int
    }

    /// What may be taken off by who pays within so many days.
    public struct EarlyPayment: Sendable, Hashable {
        /// Days from the invoice date, 0 to 365.
        public let days: Int
        /// More than 0, less than 100.
        public let percent: Decimal
    }

    public let due: Due
    /// By ascending days and descending percentages, five at most.
    public let earlyPayment: [EarlyPayment]

    /// So many days from the invoice date, nothing off for paying early.
    public init(netDays: Int) {
        due = .netDays(netDays)
        earlyPayment = []
    }

    /// Reads an object that holds payment terms and nothing else.
    public init(_ node: DataNode, _ findings: Findings) {
        self.init(Fields(node, "payment terms", keys: PaymentTerms.keys, findings))
    }

    /// Reads payment terms out of an object that may have further keys.
    public init(_ fields: Fields) {
        let errorsBefore = fields.findings.errorCount
        due = Due(fields) ?? .netDays(0)
        let steps = fields.list("earlyPayment", limit: 5)
        earlyPayment = steps.map { EarlyPayment($0, fields.findings) }
        // Numbers that were not read would only be out of order too.
        if fields.findings.errorCount == errorsBefore { checkEarlyPayment(steps, fields) }
    }

    static let keys = [
        "netDays", "endOfMonthPlusDays", "dayOfMonth", "monthsAfter", "instalments",
        "earlyPayment",
    ]

    /// The day on which all is due: that of the last instalment where there are several.
    ///
    /// Never before `date`: a day of the invoice's own month that has passed is due at once.
    public func dueDate(from date: CalendarDate) -> CalendarDate {
        switch due {
        case .netDays(let days): date.adding(days: days)
        case .endOfMonth(let days): date.lastOfMonth.adding(days: days)
        case .dayOfMonth(let day, let months):
            max(date, PaymentTerms.day(day, of: date.adding(months: months)))
        case .instalments(let parts): date.adding(days: parts.last?.netDays ?? 0)
        }
    }

    /// Which part of the amount is due on which day, in order; a single one of 100 percent where
    /// there are no instalments.
    public func instalmentDates(
        from date: CalendarDate
    ) -> [(percent: Decimal, date: CalendarDate)] {
        if case .instalments(let parts) = due {
            return parts.map { ($0.percent, date.adding(days: $0.netDays)) }
        }
        return [(Decimal(100), dueDate(from: date))]
    }

    private static func day(_ day: Int, of month: CalendarDate) -> CalendarDate {
        let last = month.lastOfMonth
        return last.adding(days: min(day, last.day) - last.day)
    }

    private func checkEarlyPayment(_ nodes: [DataNode], _ fields: Fields) {
        for (index, step) in earlyPayment.enumerated().dropFirst() {
            let before = earlyPayment[index - 1]
            if step.days <= before.days || step.percent >= before.percent {
                fields.report(
                    "early-payment-order", "who pays later must be given less than who pays sooner",
                    nodes[index], found: step.description,
                    expected:
                        "less than \(before.percent) %, within more than \(counted(before.days, "day"))"
                )
            }
        }
        if case .netDays(let limit) = due, let last = earlyPayment.last, last.days > limit {
            fields.report(
                "early-payment-order", "a payment after the due date is not early",
                nodes[nodes.count - 1], found: last.description,
                expected: "within \(counted(limit, "day")) at most")
        }
    }
}

extension PaymentTerms.Due {
    private static let forms = ["netDays", "endOfMonthPlusDays", "dayOfMonth", "instalments"]

    /// `nil` after a finding.
    fileprivate init?(_ fields: Fields) {
        let stated = Self.forms.filter(fields.has)
        guard let form = stated.first, stated.count == 1 else {
            let place = stated.count > 1 ? stated[1] : ""
            fields.findings.add(
                Diagnostic(
                    code: "payment-terms-form", "payment terms need one form, and only one",
                    at: fields.location(place),
                    found: stated.isEmpty ? nil : stated.joined(separator: ", "),
                    expected: "netDays, endOfMonthPlusDays, dayOfMonth with monthsAfter, or "
                        + "instalments"))
            return nil
        }
        if form != "dayOfMonth", fields.has("monthsAfter") {
            fields.findings.add(
                Diagnostic(
                    code: "payment-terms-form", "monthsAfter belongs to dayOfMonth",
                    at: fields.location("monthsAfter"), found: "\(form), monthsAfter",
                    expected: "\(form) alone, or dayOfMonth with monthsAfter"))
        }
        switch form {
        case "netDays":
            guard let days = fields.optionalInteger(form, in: 0...365) else { return nil }
            self = .netDays(days)
        case "endOfMonthPlusDays":
            guard let days = fields.optionalInteger(form, in: 0...365) else { return nil }
            self = .endOfMonth(plusDays: days)
        case "dayOfMonth":
            let months =
                fields.optionalInteger("monthsAfter", in: 0...12)
                ?? fields.missing("monthsAfter", "0 to 12", 0)
            guard let day = fields.optionalInteger(form, in: 1...31) else { return nil }
            self = .dayOfMonth(day, monthsAfter: months)
        default: self = .instalments(PaymentTerms.Instalment.read(fields))
        }
    }
}

extension PaymentTerms.Instalment {
    fileprivate static func read(_ fields: Fields) -> [Self] {
        let errorsBefore = fields.findings.errorCount
        let nodes = fields.list("instalments", limit: 36)
        let parts = nodes.map { Self($0, fields.findings) }
        // What is no list, or holds parts that are none, has its finding already.
        guard let list = fields.value("instalments"), fields.findings.errorCount == errorsBefore
        else { return parts }
        if parts.count < 2 {
            fields.report(
                "wrong-count", "instalments has \(parts.count) entries", list,
                expected: "2 to 36", hint: parts.isEmpty ? nil : "a single payment is netDays")
            return parts
        }
        for (index, part) in parts.enumerated().dropFirst()
        where part.netDays <= parts[index - 1].netDays {
            fields.report(
                "instalment-order", "an instalment is not due after the one before", nodes[index],
                found: "\(part.netDays) days",
                expected: "more than \(parts[index - 1].netDays) days")
        }
        // 36 percentages of at most 100: their sum is far inside the range.
        let sum = parts.reduce(Int128(0)) { $0 + $1.percent.billionths }
        if sum != Decimal(100).billionths {
            fields.report(
                "instalments-total", "the instalments do not add up to 100 %", list,
                found: "\(Decimal(billionths: sum)) %", expected: "100 %")
        }
        return parts
    }

    private init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "instalment", keys: ["percent", "netDays"], findings)
        percent = fields.part("percent", of: "an instalment", to: "at most 100") {
            $0 <= Decimal(100)
        }
        netDays =
            fields.optionalInteger("netDays", in: 0...365)
            ?? fields.missing("netDays", "0 to 365", 0)
    }
}

extension PaymentTerms.EarlyPayment: CustomStringConvertible {
    fileprivate init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "early payment", keys: ["days", "percent"], findings)
        days =
            fields.optionalInteger("days", in: 0...365) ?? fields.missing("days", "0 to 365", 0)
        percent = fields.part("percent", of: "an early payment", to: "less than 100") {
            $0 < Decimal(100)
        }
    }

    /// `2 % within 10 days`.
    public var description: String { "\(percent) % within \(counted(days, "day"))" }
}

extension PaymentTerms: CustomStringConvertible {
    /// What findings say: `30 days net, 2 % within 10 days`.
    public var description: String {
        ([due.description] + earlyPayment.map(\.description)).joined(separator: ", ")
    }
}

extension PaymentTerms.Due: CustomStringConvertible {
    public var description: String {
        switch self {
        case .netDays(0): "at once"
        case .netDays(let days): "\(counted(days, "day")) net"
        case .endOfMonth(plusDays: 0): "end of month"
        case .endOfMonth(let days): "end of month plus \(counted(days, "day"))"
        case .dayOfMonth(let day, monthsAfter: 0): "day \(day) of the same month"
        case .dayOfMonth(let day, monthsAfter: 1): "day \(day) of the next month"
        case .dayOfMonth(let day, let months): "day \(day) of the month \(months) months later"
        case .instalments(let parts):
            parts.map {
                "\($0.percent) % \($0.netDays == 0 ? "at once" : "after \(counted($0.netDays, "day"))")"
            }.joined(separator: ", ")
        }
    }
}

extension Fields {
    /// A percentage above 0 that a limit, told in words, allows.
    fileprivate func part(
        _ key: String, of what: String, to limit: String, _ isAllowed: (Decimal) -> Bool
    ) -> Decimal {
        guard let percent = optionalDecimal(key, places: 4), let value = value(key) else {
            return missing(key, "a percentage", .zero)
        }
        if percent <= .zero || !isAllowed(percent) {
            report(
                "percent-out-of-range", "\(what)'s \(key) is out of range", value,
                found: percent.description, expected: "more than 0, \(limit)")
        }
        return percent
    }
}

import Diagnostics
import Formats
import Money

/// A run of document numbers without gaps, per fiscal year.
public struct Series: Sendable {
    public let id: String
    public let scope: Scope
    /// The kinds of document it numbers.
    public let kinds: [DocumentKind]
    /// The first number of each fiscal year.
    public let first: Int
    private let parts: [Part]

    /// Which documents take their number from a series.
    public enum Scope: String, CaseIterable, Sendable {
        case domestic
        case export
        case any
    }

    private enum Part: Sendable {
        case text(String)
        /// `26-27`, or `26` where the fiscal year is the calendar year.
        case fiscalYear
        case year
        case shortYear
        case counter(width: Int)
    }

    /// The number of the `counter`-th document of a fiscal year.
    public func number(_ counter: Int, in year: FiscalYear) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .fiscalYear: year.shortLabel
            case .year: padded(year.startYear, 4)
            case .shortYear: padded(year.startYear % 100, 2)
            case .counter(let width): padded(counter, width)
            }
        }.joined()
    }

    /// A number as long as any this series can give, to check documents with before they have one.
    public func placeholder(in year: FiscalYear) -> String {
        number(Int(String(repeating: "9", count: counterWidth)) ?? 9, in: year)
    }

    /// Digits of the counter; a series is full when they are used up.
    public var counterWidth: Int {
        for case .counter(let width) in parts { return width }
        return 1
    }

    /// Numbers longer than this are refused by GST (CGST Rule 46(b)); others allow more.
    public static let indianLimit = 16

    init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(
            node, "series", keys: ["id", "scope", "kinds", "pattern", "first"], findings)
        id = fields.identifier("id")
        scope = fields.choice("scope", Scope.self, .any)
        kinds = Series.kinds(fields)
        first = fields.optionalInteger("first", in: 1...999_999_999) ?? 1
        let pattern = fields.text("pattern", limit: 40)
        parts = Series.parts(of: pattern) ?? []
        if parts.isEmpty, let value = fields.value("pattern") {
            fields.report(
                "bad-series-pattern", "this pattern makes no numbers", value, found: pattern,
                expected:
                    "letters, digits, - and / with one {n:WIDTH} and a year: {fy}, {yyyy} or {yy}",
                hint: "such as NV/{fy}/{n:5}")
        }
    }

    /// Invoices where nothing is said.
    private static func kinds(_ fields: Fields) -> [DocumentKind] {
        if !fields.has("kinds") { return [.invoice] }
        var kinds: [DocumentKind] = []
        for node in fields.list("kinds", limit: 10) {
            guard let kind = node.string.flatMap({ DocumentKind(rawValue: $0) }) else {
                fields.report(
                    "unknown-choice", "no kind of document is called this", node,
                    found: node.string,
                    expected: DocumentKind.allCases.map(\.rawValue).joined(separator: ", "))
                continue
            }
            kinds.append(kind)
        }
        return kinds
    }

    /// Letters, digits, `-`, `/` and tokens; one counter, and a year so that no number comes twice.
    private static func parts(of pattern: String) -> [Part]? {
        var parts: [Part] = []
        var rest = pattern[...]
        var counters = 0
        var years = 0
        while !rest.isEmpty {
            guard rest.first == "{" else {
                let text = rest.prefix { $0 != "{" }
                guard text.utf8.allSatisfy(isNumberCharacter) else { return nil }
                parts.append(.text(String(text)))
                rest = rest.dropFirst(text.count)
                continue
            }
            guard let close = rest.firstIndex(of: "}") else { return nil }
            let token = rest[rest.index(after: rest.startIndex)..<close]
            rest = rest[rest.index(after: close)...]
            switch token {
            case "fy": parts.append(.fiscalYear)
            case "yyyy": parts.append(.year)
            case "yy": parts.append(.shortYear)
            default:
                guard token.hasPrefix("n:"), let width = Int(token.dropFirst(2)),
                    (1...9).contains(width)
                else { return nil }
                parts.append(.counter(width: width))
                counters += 1
                continue
            }
            years += 1
        }
        return counters == 1 && years == 1 ? parts : nil
    }

    private static func isNumberCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "/"): true
        default: false
        }
    }
}

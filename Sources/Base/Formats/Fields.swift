import Diagnostics
import Money

/// Reads the fields of one object of an input record, collecting every finding on the way.
///
/// Each getter returns a value of its kind even after a finding, so that a whole record is read in
/// one go; `isSound` says whether what was read may be used.
public struct Fields {
    public let findings: Findings
    private let node: DataNode
    private let what: String
    private let errorsBefore: Int
    private let members: [(name: String, value: DataNode)]

    /// - Parameters:
    ///   - what: what this object is, for messages: `order`, `order line`.
    ///   - keys: every key it may have; others are findings that name the nearest.
    public init(_ node: DataNode, _ what: String, keys: [String], _ findings: Findings) {
        self.node = node
        self.what = what
        self.findings = findings
        errorsBefore = findings.errorCount
        var members: [(name: String, value: DataNode)] = []
        if !node.isObject {
            findings.add(
                Diagnostic(
                    code: "wrong-type", "\(what) must be an object", at: node.location,
                    found: node.kindName, expected: "{ … }"))
        }
        node.forEachMember { key, value in
            if let name = keys.first(where: { key.keyIs($0) }) {
                if !value.isNull { members.append((name, value)) }
            } else {
                findings.add(
                    Diagnostic(
                        code: "unknown-key", "\(what) has no key \"\(key.keyName)\"",
                        at: key.location,
                        hint: findings.isFull ? nil : suggestion(for: key.keyName, among: keys)))
            }
        }
        self.members = members
    }

    /// No error was found since this object was begun.
    public var isSound: Bool { findings.errorCount == errorsBefore }

    /// The place of a key's value, or of the whole object where the key is absent.
    public func location(_ key: String) -> SourceLocation { value(key)?.location ?? node.location }

    public func has(_ key: String) -> Bool { value(key) != nil }

    public func value(_ key: String) -> DataNode? { members.first { $0.name == key }?.value }

    // MARK: Texts

    /// A text of 1 to `limit` characters without control characters.
    public func text(_ key: String, limit: Int = 200) -> String {
        optionalText(key, limit: limit) ?? missing(key, "a text", "")
    }

    public func optionalText(_ key: String, limit: Int = 200) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.string, value.kind != .number || !text.isEmpty else {
            return wrongType(key, value, "a text")
        }
        let trimmed = trimmingBlanks(text)
        if trimmed.isEmpty {
            report("empty-text", "\(what): \(key) is empty", value, hint: "leave the key out")
            return nil
        }
        if trimmed.unicodeScalars.count > limit {
            report(
                "text-too-long", "\(what): \(key) is too long", value,
                found: "\(trimmed.unicodeScalars.count) characters", expected: "at most \(limit)")
            // The rest would be repeated by every finding about this record.
            return String(trimmed.unicodeScalars.prefix(limit))
        }
        if let bad = trimmed.unicodeScalars.first(where: Fields.isForbidden) {
            report(
                "control-character", "\(what): \(key) holds a control character", value,
                found: "U+" + paddedHex(bad.value), hint: "delete it; use a list for several lines")
        }
        return trimmed
    }

    /// A language as BCP 47 writes it: `de`, `en-IN`, `kn-Knda-IN`.
    public func language(_ key: String) -> String {
        has(key) ? optionalLanguage(key) ?? "" : missing(key, "a language", "")
    }

    public func optionalLanguage(_ key: String) -> String? {
        guard let text = optionalText(key, limit: 12) else { return nil }
        let tags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isTag = tags.enumerated().allSatisfy { place, tag in
            (place == 0 ? 2...3 : 2...8).contains(tag.count)
                && tag.allSatisfy { byte in
                    (0x61...0x7A).contains(byte | 0x20)
                        || (place > 0 && (0x30...0x39).contains(byte))
                }
        }
        if !isTag, let value = value(key) {
            report(
                "bad-language", "\(what): \(key) is no language tag", value, found: text,
                expected: "letters and digits as in en-IN, de-DE or hi-IN")
        }
        return text
    }

    /// An identifier: 1 to 32 letters, digits, `-`, `_`, `.` or `/`, beginning with a letter or digit.
    ///
    /// - Parameter slash: whether `/` may be in it; not where folders are named for it.
    public func identifier(_ key: String, slash: Bool = true) -> String {
        let text = text(key, limit: 32)
        let isValid = text.utf8.enumerated().allSatisfy { index, byte in
            switch byte {
            case 48...57, 65...90, 97...122: true
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): index > 0
            case UInt8(ascii: "/"): slash && index > 0
            default: false
            }
        }
        if !isValid, let value = value(key) {
            report(
                "bad-identifier", "\(what): \(key) is not an identifier", value, found: text,
                expected:
                    "letters, digits, - _ .\(slash ? " /" : ""), beginning with a letter or digit")
        }
        return text
    }

    /// A list of texts; empty where the key is absent.
    public func texts(_ key: String, count: ClosedRange<Int>, limit: Int = 200) -> [String] {
        guard let value = value(key) else {
            return count.contains(0) ? [] : missing(key, "a list of texts", [])
        }
        guard value.isList else { return wrongType(key, value, "a list of texts") ?? [] }
        let elements = value.elements
        if !count.contains(elements.count) {
            report(
                "wrong-count", "\(what): \(key) has \(elements.count) entries", value,
                expected: "\(count.lowerBound) to \(count.upperBound)")
        }
        return elements.compactMap { element in
            guard let text = element.string else { return wrongType(key, element, "a text") }
            if text.unicodeScalars.count > limit
                || text.unicodeScalars.contains(where: Fields.isForbidden)
            {
                report(
                    "text-too-long",
                    "\(what): an entry of \(key) is too long or has control characters",
                    element, expected: "at most \(limit) characters")
            }
            let trimmed = trimmingBlanks(text)
            if trimmed.isEmpty {
                report(
                    "empty-text", "\(what): an entry of \(key) is empty", element,
                    hint: "leave the entry out")
            }
            return trimmed
        }
    }

    // MARK: Numbers, dates, choices

    public func decimal(_ key: String, places: Int = 9) -> Decimal {
        optionalDecimal(key, places: places) ?? missing(key, "a decimal number", .zero)
    }

    /// A decimal in plain digits with no more than `places` behind the point.
    public func optionalDecimal(_ key: String, places: Int = 9) -> Decimal? {
        guard let value = value(key) else { return nil }
        guard value.kind == .number || value.kind == .string || value.kind == .cell,
            let digits = value.plain
        else { return wrongType(key, value, "a decimal number") }
        do {
            let number = try Decimal(parsing: digits)
            if !number.fits(places: places) {
                report(
                    "too-many-decimals", "\(what): \(key) has too many decimals", value,
                    found: number.description, expected: "at most \(places)")
            }
            if number.magnitude >= Fields.numberLimit {
                report(
                    "number-too-large", "\(what): \(key) is too large", value,
                    found: number.description, expected: "below 1,000,000,000,000")
            }
            return number
        } catch {
            let text = String(decoding: digits, as: UTF8.self)
            let hint =
                text.utf8.contains(UInt8(ascii: ","))
                ? "write a decimal point and no grouping: 1234.50" : nil
            report(
                "bad-number", "\(what): \(key) is not a decimal number", value, found: text,
                expected: "digits with at most one point, such as 1234.50", hint: hint)
            return nil
        }
    }

    /// Quantities, prices and amounts are below this: products of two stay exact.
    public static let numberLimit = Decimal(1_000_000_000_000)

    public func optionalInteger(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = value(key) else { return nil }
        guard let text = value.string, let number = Int(text), range.contains(number) else {
            report(
                "bad-integer", "\(what): \(key) is not a whole number in range", value,
                found: value.string ?? value.kindName,
                expected: "\(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    public func date(_ key: String) -> CalendarDate {
        optionalDate(key) ?? missing(key, "a date such as 2026-04-30", CalendarDate(dayNumber: 0))
    }

    /// A date from 1990 to 2099 that the calendar has.
    public func optionalDate(_ key: String) -> CalendarDate? {
        guard let value = value(key) else { return nil }
        let text = value.string ?? ""
        guard let date = CalendarDate(text), (1990...2099).contains(date.year) else {
            report(
                "bad-date", "\(what): \(key) is not a date", value,
                found: text.isEmpty ? value.kindName : text,
                expected: "a day of 1990 to 2099 as year-month-day: 2026-04-30")
            return nil
        }
        return date
    }

    public func optionalFlag(_ key: String) -> Bool? {
        guard let value = value(key) else { return nil }
        switch (value.kind, value.string) {
        case (.flag, _): return value.raw.first == UInt8(ascii: "t")
        case (.cell, "true"), (.cell, "yes"): return true
        case (.cell, "false"), (.cell, "no"): return false
        default: return wrongType(key, value, "true or false")
        }
    }

    public func currency(_ key: String) -> Currency {
        let code = text(key)
        if let currency = Currency(code: code) { return currency }
        if let value = value(key), !code.isEmpty {
            report(
                "unknown-currency", "\(what): \(key) is no currency of ISO 4217", value,
                found: code,
                expected: "three capital letters such as INR, EUR, USD")
        }
        return .inr
    }

    /// One of the raw values of an enumeration.
    public func optionalChoice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let value = value(key) else { return nil }
        let text = value.string ?? ""
        if let choice = Choice(rawValue: text) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        report(
            "unknown-choice", "\(what): \(key) is none of the known values", value,
            found: text.isEmpty ? value.kindName : text, expected: names.joined(separator: ", "),
            hint: nearest(to: text, among: names).map { "did you mean \"\($0)\"?" })
        return nil
    }

    public func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Choice.Type, _ fallback: Choice
    ) -> Choice where Choice.RawValue == String {
        if !has(key) {
            return missing(key, Choice.allCases.map(\.rawValue).joined(separator: ", "), fallback)
        }
        return optionalChoice(key, type) ?? fallback
    }

    // MARK: Parts

    /// The elements of a list of objects; empty where the key is absent.
    public func list(_ key: String, limit: Int) -> [DataNode] {
        guard let value = value(key) else { return [] }
        guard value.isList else { return wrongType(key, value, "a list") ?? [] }
        let elements = value.elements
        if elements.count > limit {
            report(
                "wrong-count", "\(what): \(key) has \(elements.count) entries", value,
                expected: "at most \(limit)")
            return Array(elements.prefix(limit))
        }
        return elements
    }

    public func missing<T>(_ key: String, _ expected: String, _ fallback: T) -> T {
        if !has(key) {
            findings.add(
                Diagnostic(
                    code: "missing-key", "\(what) has no \(key)", at: node.location,
                    expected: "\(key): \(expected)"))
        }
        return fallback
    }

    public func report(
        _ code: String, _ message: String, _ value: DataNode, found: String? = nil,
        expected: String? = nil, hint: String? = nil
    ) {
        findings.add(
            Diagnostic(
                code: code, message, at: value.location, found: found, expected: expected,
                hint: hint))
    }

    private func wrongType<T>(_ key: String, _ value: DataNode, _ expected: String) -> T? {
        report(
            "wrong-type", "\(what): \(key) has the wrong type", value, found: value.kindName,
            expected: expected)
        return nil
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0xFEFF
            || (0xFFFE...0xFFFF).contains(scalar.value)
    }
}

/// `text` without blanks at its ends.
public func trimmingBlanks(_ text: String) -> String {
    guard let first = text.unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = text.unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    if first == text.startIndex, text.unicodeScalars.index(after: last) == text.endIndex {
        return text
    }
    return String(text.unicodeScalars[first...last])
}

private func paddedHex(_ number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

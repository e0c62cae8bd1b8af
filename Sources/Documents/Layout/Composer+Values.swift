internal import Formats
internal import Money

extension Composer {
    /// The value at a path, if the document has it.
    func value(_ path: FieldPath) -> Value? {
        if path.first == nil { return path.isFromRoot ? root : scope }
        if path.isFromRoot { return value(path, rootShape, rootFields) }
        return value(path, shape, fields)
    }

    private func value(
        _ path: FieldPath, _ shape: RecordShape, _ fields: [Value.Record.Field]
    ) -> Value? {
        guard let row = shape.row(of: path) else { return nil }
        if path.rest.isEmpty { return fields[row].value }
        return value(path.rest, in: fields[row].value)
    }

    private func value(_ names: [String], in record: Value) -> Value? {
        var value = record
        for name in names {
            guard let next = value[name] else { return nil }
            value = next
        }
        return value
    }

    func holds(_ condition: Condition?) -> Bool {
        guard let condition else { return true }
        if let logo = condition.logo, logo != (settings.logo != nil) { return false }
        for test in condition.tests where test.isWanted != holds(test) { return false }
        return true
    }

    private func holds(_ test: Condition.Test) -> Bool {
        guard let value = value(test.path) else { return false }
        if let text = test.equals { return plain(value) == text }
        if let other = test.equalsPath { return self.value(other) == value }
        return switch value {
        case .null: false
        case .flag(let flag): flag
        case .text(let text): !text.isEmpty
        case .list(let items): !items.isEmpty
        default: true
        }
    }

    /// The value as conditions compare it and labels name it; a list as the number of its items.
    private func plain(_ value: Value) -> String {
        switch value {
        case .text(let text): text
        case .flag(let flag): flag ? "yes" : "no"
        case .integer(let number): String(number)
        case .decimal(let number): number.description
        case .money(let amount): amount.plain
        case .date(let date): date.description
        case .list(let items): String(items.count)
        case .null, .record: ""
        }
    }

    /// The value as it is printed; empty for what has no form of its own.
    func text(_ value: Value, _ valueFormat: ValueFormat) -> String {
        switch valueFormat {
        case .label(let prefix, let isUpper):
            let name = plain(value)
            isForeign = true
            let text = settings.labels["\(template.labelPrefixes[prefix])-\(name)"] ?? name
            return isUpper ? text.uppercased() : text
        case .upper: return text(value, .automatic).uppercased()
        case .words:
            guard case .money(let amount) = value else { return text(value, .automatic) }
            return AmountInWords.text(amount, language: settings.labels.language) ?? ""
        case .fours: return inFours(text(value, .automatic))
        case .locality:
            isForeign = true
            return AddressLine.locality(
                city: plain(value["city"] ?? .null), postcode: plain(value["postcode"] ?? .null),
                state: plain(value["state"]?["name"] ?? value["state"]?["code"] ?? .null),
                country: plain(value["country"] ?? .null))
        case .sign:
            guard case .text(let code) = value, let currency = Currency(code: code) else {
                return text(value, .automatic)
            }
            return format.symbol(of: currency)
        default: break
        }
        // Taken out while it is written, like a line.
        var bytes: [UInt8] = []
        swap(&bytes, &scratch)
        defer { swap(&bytes, &scratch) }
        bytes.removeAll(keepingCapacity: true)
        switch value {
        case .text(let text):
            isForeign = true
            return text
        case .money(let amount):
            let shown = valueFormat == .minus ? -amount : amount
            format.appendMoney(shown, symbol: valueFormat == .money, to: &bytes)
        case .decimal(let number): append(number, valueFormat, to: &bytes)
        case .integer(let number):
            return String(number)
        case .date(let date): format.appendDate(date, to: &bytes)
        case .flag(let flag): return settings.labels[flag ? "yes" : "no"] ?? ""
        case .list(let items): return list(items, valueFormat)
        case .record(let record):
            return record.fields.map { text($0.value, valueFormat) }.joined(separator: " ")
        case .null: return ""
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `DE77 9004 1480`: a line may end between two groups.
    private func inFours(_ text: String) -> String {
        var result = ""
        var count = 0
        for character in text where character != " " {
            if count > 0, count % 4 == 0 { result.append(" ") }
            result.append(character)
            count += 1
        }
        return result
    }

    /// Texts are divided by commas, records (whose fields stand side by side) by dots.
    private func list(_ items: [Value], _ valueFormat: ValueFormat) -> String {
        var separator = ", "
        if case .record? = items.first { separator = " · " }
        return items.map { text($0, valueFormat) }.joined(separator: separator)
    }

    private func append(
        _ number: Decimal, _ valueFormat: ValueFormat, to bytes: inout [UInt8]
    ) {
        switch valueFormat {
        case .percent: format.appendPercent(number, to: &bytes)
        case .price: format.appendNumber(number, minimumPlaces: pricePlaces, to: &bytes)
        case .minus: format.appendNumber(-number, to: &bytes)
        default: format.appendQuantity(number, to: &bytes)
        }
    }

    /// A piece's text; nil where there is none.
    func string(_ piece: TextContent.Piece) -> String? {
        isForeign = false
        guard piece.condition == nil || holds(piece.condition) else { return nil }
        switch piece.kind {
        case .literal, .separator: return piece.text
        case .label, .upperLabel:
            let label = piece.isSecondLanguage ? secondLabel(piece.label) : labels[piece.label]
            guard let path = piece.path else {
                return piece.kind == .upperLabel ? label?.uppercased() : label
            }
            return label.flatMap { saying($0, path, piece.format) }
        case .index: return String(index)
        case .page: return String(finishedPageNumber)
        case .pages: return String(pageCount)
        case .lineBreak: return "\n"
        case .field:
            guard let path = piece.path else { return nil }
            guard let value = value(path) else {
                return piece.format == .zero ? zero.map { self.text($0, .automatic) } : nil
            }
            if piece.isSecondLanguage { return secondLabel(of: value, piece.format) }
            let text = text(value, piece.format)
            return text.isEmpty ? nil : text
        }
    }

    /// Nothing of the document's currency.
    private var zero: Value? { currency.map { .money(Money(minorUnits: 0, $0)) } }

    /// A word that says where a value stands in it; one that does not has it behind.
    private func saying(_ word: String, _ path: FieldPath, _ valueFormat: ValueFormat) -> String? {
        guard let value = value(path) else { return nil }
        let own = text(value, valueFormat)
        if own.isEmpty { return nil }
        return word.contains("{}")
            ? word.split(separator: "{}", omittingEmptySubsequences: false).joined(separator: own)
            : "\(word) \(own)"
    }

    private func secondLabel(_ row: Int) -> String? {
        settings.secondLabels?[template.labelKeys[row]]
    }

    private func secondLabel(of value: Value, _ valueFormat: ValueFormat) -> String? {
        guard case .label(let prefix, let isUpper) = valueFormat else { return nil }
        let key = "\(template.labelPrefixes[prefix])-\(plain(value))"
        let text = settings.secondLabels?[key]
        return isUpper ? text?.uppercased() : text
    }

    /// All of a text in one string.
    func string(_ content: TextContent) -> String {
        var result = ""
        forEachText(of: content) { _, text, _ in result += text }
        return result
    }

    /// While the flow runs, pages are finished one by one; fixed frames come when all are.
    private var finishedPageNumber: Int { pageCount == 0 ? finished.count + 1 : pageNumber }
}

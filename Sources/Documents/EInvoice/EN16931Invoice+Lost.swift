import Formats

extension EN16931Invoice {
    /// The terms of this invoice that another says not at all or not so: what a syntax or a profile
    /// had no place for, once it was written and read again. `BG-3[2]/BT-25: RE-12`.
    ///
    /// Numbers of a list whose order is not kept (BT-29 in CII) are not lost.
    public func terms(lostIn other: EN16931Invoice) -> [String] {
        var lost: [String] = []
        EN16931Invoice.compare(value, other.value, "", &lost)
        return lost
    }

    private static func compare(
        _ mine: Value, _ other: Value?, _ path: String, _ lost: inout [String]
    ) {
        switch mine {
        case .record(let record):
            for field in record.fields {
                let below = path.isEmpty ? field.name : "\(path)/\(field.name)"
                compare(field.value, other?[field.name], below, &lost)
            }
        case .list(let items):
            var rest: [Value] = []
            if case .list(let others)? = other { rest = others }
            if Set(items) == Set(rest), items.count == rest.count { return }
            for (index, item) in items.enumerated() {
                let counterpart = index < rest.count ? rest[index] : nil
                compare(item, counterpart, "\(path)[\(index + 1)]", &lost)
            }
        default:
            if mine == other { return }
            // A file is too long to be shown.
            let text = shown(mine)
            lost.append(path + (text.utf8.count > 60 ? "" : ": \(text)"))
        }
    }

    private static func shown(_ value: Value) -> String {
        switch value {
        case .text(let text): text
        case .decimal(let number): number.description
        case .money(let amount): amount.description
        case .date(let date): date.description
        default: ""
        }
    }
}

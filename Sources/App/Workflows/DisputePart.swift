import Formats
import Money

/// A part of a dispute's pack that is no document of its own: a heading and rows.
struct DisputePart {
    struct Row {
        let label: String
        let text: String
    }

    /// More are told of by their number.
    private static let limit = 5000

    let heading: String
    private let about: String
    private let words: DisputeWords
    private(set) var rows: [Row] = []
    private var left = 0

    init(_ heading: String, _ about: String, _ words: DisputeWords) {
        self.words = words
        self.heading = heading
        self.about = about
    }

    mutating func add(_ label: String, _ text: String) {
        if text.isEmpty { return }
        if rows.count == DisputePart.limit {
            left += 1
        } else {
            rows.append(Row(label: label, text: text))
        }
    }

    /// Everything that a value says, each single value under its path.
    mutating func add(_ value: Value, at path: String = "") {
        switch value {
        case .record(let record):
            for field in record.fields {
                add(field.value, at: path.isEmpty ? field.name : "\(path).\(field.name)")
            }
        case .list(let items):
            for (index, item) in items.enumerated() { add(item, at: "\(path).\(index + 1)") }
        case .null: break
        case .flag(let flag): add(path, words.flag(flag))
        case .integer(let number): add(path, String(number))
        case .text(let text): add(path, text)
        case .decimal(let number): add(path, number.description)
        case .money(let amount): add(path, amount.description)
        case .date(let date): add(path, date.description)
        }
    }

    /// Everything that a record says as it was given.
    mutating func add(_ node: DataNode, at path: String = "") {
        if node.isObject {
            for (name, member) in node.members {
                add(member, at: path.isEmpty ? name : "\(path).\(name)")
            }
        } else if node.isList {
            for (index, item) in node.elements.enumerated() {
                add(item, at: "\(path).\(index + 1)")
            }
        } else if let flag = node.flag {
            add(path, words.flag(flag))
        } else if !node.isNull {
            add(path, node.string ?? "")
        }
    }

    var value: Value {
        .record {
            $0.add("heading", heading)
            $0.add("about", about)
            var all = rows
            if left > 0 {
                all.append(Row(label: "…", text: words("more", ["count": String(left)])))
            }
            let values = all.map { row in
                Value.record {
                    $0.add("label", row.label)
                    $0.add("text", row.text)
                }
            }
            $0.add("rows", .list(values))
        }
    }
}

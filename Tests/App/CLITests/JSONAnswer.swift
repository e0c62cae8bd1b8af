import Diagnostics
import Formats

/// What a command prints with `--json`, read by the strict reader.
struct JSONAnswer {
    private let tree: DataTree

    init(_ text: String) throws(Rejected) {
        tree = try JSONReader.read(SourceText(name: "answer.json", bytes: Array(text.utf8)))
    }

    subscript(_ key: String) -> DataNode? { JSONAnswer.member(key, of: tree.root) }

    /// A member of each element of a list.
    func texts(_ key: String, each member: String) -> [String] {
        self[key]?.elements.compactMap { JSONAnswer.member(member, of: $0)?.string } ?? []
    }

    /// A text inside an object; empty where there is none.
    func text(_ key: String, _ member: String) -> String {
        self[key].flatMap { JSONAnswer.member(member, of: $0)?.string } ?? ""
    }

    private static func member(_ key: String, of node: DataNode) -> DataNode? {
        Fields(node, "answer", keys: [key], Findings()).value(key)
    }
}

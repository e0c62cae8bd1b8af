import Diagnostics
import Formats

/// A finding as `code@line:column`, its place left out where it has none.
func brief(_ diagnostic: Diagnostic) -> String {
    guard let place = diagnostic.location else { return diagnostic.code }
    return "\(diagnostic.code)@\(place.line):\(place.column)"
}

/// Cuts a file that comes in pieces of `pieceLength` bytes.
func split(
    _ file: String, _ bytes: [UInt8], pieceLength: Int = .max, table: CSVTable = .orders,
    limit: Int = RecordSplitter.recordLimit
) throws -> (records: [SourceText], findings: [String], isBroken: Bool) {
    let layout = RecordSplitter.Layout(fileName: file, table: table)
    var splitter = RecordSplitter(name: file, layout: layout ?? .json, limit: limit)
    let findings = Findings()
    var records: [SourceText] = []
    var at = 0
    while at < bytes.count {
        let end = pieceLength < bytes.count - at ? at + pieceLength : bytes.count
        splitter.feed(Array(bytes[at..<end]), findings: findings) { records.append($0) }
        at = end
    }
    splitter.finish(findings: findings) { records.append($0) }
    return (records, findings.diagnostics.map(brief), splitter.isBroken)
}

extension CSVTable {
    /// A small table of orders with lines.
    static let orders = CSVTable(
        [
            Column("order", "id"), Column("date"), Column("street", "address.lines[+]"),
            Column("area", "address.lines[+]"), Column("netDays", "terms.netDays"),
            Column("item", "lines[].item"), Column("quantity", "lines[].quantity"),
            Column("percent", "lines[].discount.percent"),
        ], groupedBy: "order")

    /// A table in which each row is a record.
    static let items = CSVTable([Column("id"), Column("name"), Column("price")])
}

/// The tree as compact JSON, to compare what was read.
func compact(_ node: DataNode) -> String {
    if node.isObject {
        return "{" + node.members.map { "\($0.name):\(compact($0.value))" }.joined(separator: ",")
            + "}"
    }
    if node.isList { return "[" + node.elements.map(compact).joined(separator: ",") + "]" }
    if node.isNull { return "null" }
    if let flag = node.flag { return "\(flag)" }
    let text = node.string ?? "?"
    return node.isNumber ? text : "'\(text)'"
}

import Diagnostics
import Formats
import Trade
import Workflows

/// Generated records in memory, read by the readers that import has, without books.
extension MasterData {
    /// The company of a generated trade and nothing else.
    init(_ setting: Setting) throws {
        let findings = Findings()
        let text = SourceText(
            name: "company", text: setting.trade.company(template: setting.template))
        guard let company = Company(try JSONReader.read(text).root, findings) else {
            throw refused(findings)
        }
        self.init(company: company)
    }

    /// Takes a record that orders refer to.
    mutating func take(_ value: Value, _ kind: RecordKind) throws {
        let findings = Findings()
        let node = try generatedNode(value)
        switch kind {
        case .customers: if let record = Customer(node, findings) { customers.put(record) }
        case .items: if let record = Item(node, findings) { items[record.id] = record }
        case .prices: if let record = Price(node, findings) { prices.add(record, findings) }
        case .rates:
            if let record = RateTable.Rate(node, findings) {
                rates = RateTable(rates.rates + [record])
            }
        case .contracts:
            if let record = Contract(node, findings) { contracts.put(record, findings) }
        case .orders, .deliveries:
            preconditionFailure("orders and deliveries are no master data")
        }
        if findings.hasErrors { throw refused(findings) }
    }
}

/// A generated record as the readers see it.
func generatedNode(_ value: Value) throws -> DataNode {
    let bytes = JSONWriter.bytes(value, pretty: false)
    return try JSONReader.read(SourceText(name: "generated", bytes: bytes)).root
}

/// What is thrown where a generated record has errors: the generator's fault.
func refused(_ findings: Findings) -> EnvironmentError {
    EnvironmentError(
        "a generated record was refused:\n"
            + findings.diagnostics.map(\.text).joined(separator: "\n"))
}

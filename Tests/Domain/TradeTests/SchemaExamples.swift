import Diagnostics
import Formats
import Foundation
import Invoicing
import Money
import Trade

/// The example companies' files, read as `bijak import` reads them.
enum SchemaExamples {
    /// An example that is not sound.
    struct Unsound: Error {
        let findings: [String]
    }

    static func records(
        _ file: URL, _ layout: RecordSplitter.Layout, _ table: CSVTable?
    ) throws -> [(record: DataNode, isCSV: Bool)] {
        let findings = Findings()
        var splitter = RecordSplitter(name: file.lastPathComponent, layout: layout)
        var sources: [SourceText] = []
        splitter.feed([UInt8](try Data(contentsOf: file)), findings: findings) {
            sources.append($0)
        }
        splitter.finish(findings: findings) { sources.append($0) }
        var isCSV = false
        if case .csv = layout { isCSV = true }
        let nodes = try sources.compactMap { source -> DataNode? in
            if isCSV, let table { return CSVReader.read(source, table, findings)?.root }
            return try JSONReader.read(source).root
        }
        if findings.hasErrors { throw Unsound(findings: findings.diagnostics.map(\.text)) }
        return nodes.map { ($0, isCSV) }
    }

    static func records(_ kind: RecordKind, in folder: URL) throws -> [DataNode] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { file in
            guard RecordKind(fileName: file) == kind,
                let layout = RecordSplitter.Layout(fileName: file, table: kind.table)
            else { return [DataNode]() }
            return try records(folder.appending(path: file), layout, kind.table).map(\.record)
        }
    }

    /// The invoice of each sound order as if all of it were delivered on its own day. A few orders
    /// of the examples are unsound on purpose.
    static func invoices(_ folder: URL) throws -> [Invoice] {
        let findings = Findings()
        let own = try records(folder.appending(path: "company.json"), .json, CSVTable([]))
        guard let node = own.first?.record, let company = Company(node, findings) else {
            throw Unsound(findings: findings.diagnostics.map(\.text))
        }
        var master = MasterData(company: company)
        for node in try records(.customers, in: folder) {
            if let customer = Customer(node, findings) { master.customers.put(customer) }
        }
        for node in try records(.items, in: folder) {
            if let item = Item(node, findings) { master.items[item.id] = item }
        }
        for node in try records(.prices, in: folder) {
            if let price = Price(node, findings) { master.prices.add(price, findings) }
        }
        let contracts = try records(.contracts, in: folder).compactMap { Contract($0, findings) }
        for place in ContractBook.inOrder(contracts).order {
            master.contracts.put(contracts[place], findings)
        }
        if findings.hasErrors { throw Unsound(findings: findings.diagnostics.map(\.text)) }
        return try records(.orders, in: folder).compactMap { node in
            let findings = Findings()
            return Order(node, findings).flatMap {
                ReviewedOrder($0, master, OrderContext(isNew: false), findings)
            }.flatMap {
                Calculator.invoice(
                    .whole($0), company: company, issueDate: $0.order.date, findings
                )?.numbered("NUMBER/1")
            }
        }
    }
}

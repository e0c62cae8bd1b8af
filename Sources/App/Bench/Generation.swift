import Formats
internal import Glibc
import Workflows

/// Writes a generated company with its orders into a folder, one file a kind of record.
enum Generation {
    /// The files that `import` takes, in the order in which they depend on each other.
    static let records = ["customers", "items", "prices", "orders", "deliveries"]

    /// The same where orders are under contracts.
    static let contractRecords = ["customers", "items", "prices", "contracts", "orders"]

    /// - Parameter hasContracts: orders under contracts, to be checked, some of them wrong; else
    ///   orders that are delivered, to be issued.
    static func run(
        _ trade: GeneratedTrade, template: String, hasContracts: Bool, orders: Int, seed: UInt64,
        to folder: String
    ) throws {
        if unsafe mkdir(folder, 0o777) != 0, errno != EEXIST {
            throw failure("make the folder", folder)
        }
        try FileSink.create("\(folder)/company.json", Array(trade.company(template: template).utf8))
        if hasContracts {
            var generator = ContractOrderGenerator(trade: trade, orders: orders, seed: seed)
            try write(&generator, to: folder)
        } else {
            var generator = OrderGenerator(trade: trade, orders: orders, seed: seed)
            try write(&generator, to: folder)
        }
    }

    private static func write(_ generator: inout OrderGenerator, to folder: String) throws {
        try write("\(folder)/customers.jsonl", generator.customerCount) { [generator.customer($0)] }
        try write("\(folder)/items.jsonl", OrderGenerator.itemCount) { [generator.item($0)] }
        try write("\(folder)/prices.jsonl", OrderGenerator.itemCount) { generator.prices($0) }
        let orderFile = try FileSink("\(folder)/orders.jsonl")
        try write("\(folder)/deliveries.jsonl", generator.orderCount) { index in
            let (order, delivery) = generator.order(index)
            try orderFile.write(JSONWriter.bytes(order, pretty: false))
            return [delivery]
        }
        try orderFile.flush()
    }

    private static func write(
        _ generator: inout ContractOrderGenerator, to folder: String
    ) throws {
        try write("\(folder)/customers.jsonl", ContractOrderGenerator.customerCount) {
            [generator.customer($0)]
        }
        try write("\(folder)/items.jsonl", OrderGenerator.itemCount) { [generator.item($0)] }
        try write("\(folder)/prices.jsonl", OrderGenerator.itemCount) { generator.prices($0) }
        try write("\(folder)/contracts.jsonl", ContractOrderGenerator.contractCount) {
            generator.contracts($0)
        }
        try write("\(folder)/orders.jsonl", generator.orderCount) { [generator.order($0)] }
    }

    private static func write(
        _ path: String, _ count: Int, _ make: (Int) throws -> [Value]
    ) throws {
        let file = try FileSink(path)
        for index in 0..<count {
            for value in try make(index) { try file.write(JSONWriter.bytes(value, pretty: false)) }
        }
        try file.flush()
    }
}

import Formats
internal import Glibc
import Workflows

/// Writes a generated company with its orders into a folder, one file a kind of record.
enum Generation {
    /// The files that `import` takes, in the order in which they depend on each other.
    static let records = ["customers", "items", "prices", "orders", "deliveries"]

    static func run(
        _ trade: GeneratedTrade, template: String, orders: Int, seed: UInt64, to folder: String
    ) throws {
        if unsafe mkdir(folder, 0o777) != 0, errno != EEXIST {
            throw failure("make the folder", folder)
        }
        var generator = OrderGenerator(trade: trade, orders: orders, seed: seed)
        try FileSink.create("\(folder)/company.json", Array(trade.company(template: template).utf8))
        try write("\(folder)/customers.jsonl", generator.customerCount) { [generator.customer($0)] }
        try write("\(folder)/items.jsonl", OrderGenerator.itemCount) { [generator.item($0)] }
        try write("\(folder)/prices.jsonl", OrderGenerator.itemCount) { generator.prices($0) }
        let orderFile = try FileSink("\(folder)/orders.jsonl")
        try write("\(folder)/deliveries.jsonl", orders) { index in
            let (order, delivery) = generator.order(index)
            try orderFile.write(JSONWriter.bytes(order, pretty: false))
            return [delivery]
        }
        try orderFile.flush()
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

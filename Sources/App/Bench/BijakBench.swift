import Database
import Formats
internal import Glibc
import Workflows

/// Measures the program; a tool of its builders, not of its users.
@main
struct BijakBench {
    static let usage = """
        bijak-bench generate --output DIR [--orders 1000] [--seed 1]
                        [--regime european-vat|india-gst] [--template T] [--contracts]
        bijak-bench run [--orders 1000,10000] [--processors 1,2] [--repeat 1] [--seed 1]
                        [--regime R] [--template T] [--only issue,einvoices,…]
                        [--check-orders 10000,100000] [--stage-orders 1000]
                        [--documents 1000,10000] [--find-documents 100000,1000000]
                        [--fetch-documents 10000]
                        [--bijak FILE] [--templates DIR] [--fonts DIR]
                        [--prototypes DIR] [--keep] [--json]

        generate  writes a company, customers, items, prices, orders and deliveries; or contracts
                  and orders under them, one in twenty wrong
        run       issues and checks such orders with the program itself and prints what that takes

        """

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch let error as UsageError {
            fail(error.message, error.hint, 2)
        } catch let error as EnvironmentError {
            fail(error.message, error.hint, 3)
        } catch {
            fail("\(error)", nil, 3)
        }
    }

    private static func run(_ words: [String]) throws {
        switch words.first {
        case "generate": try generate(Array(words.dropFirst()))
        case "run": try measure(Array(words.dropFirst()))
        case "--help", nil: print(usage, terminator: "")
        default: throw UsageError("there is no command \"\(words[0])\"", hint: "generate, run")
        }
    }

    private static func generate(_ words: [String]) throws {
        let options = try Options(
            words, valued: ["orders", "seed", "output", "regime", "template"],
            switches: ["contracts"])
        guard let output = options["output"] else { throw UsageError("where to? --output DIR") }
        try Generation.run(
            options.trade(), template: try options.template(),
            hasContracts: options.has("contracts"),
            orders: options.number("orders", in: 1...5_000_000, default: 1000),
            seed: UInt64(options.number("seed", in: 0...Int.max, default: 1)), to: output)
    }

    private static func measure(_ words: [String]) throws {
        let options = try Options(
            words,
            valued: [
                "orders", "processors", "repeat", "seed", "regime", "only", "check-orders",
                "stage-orders", "bijak", "templates", "fonts", "prototypes", "template",
                "documents", "find-documents", "fetch-documents",
            ], switches: ["json", "keep"])
        try Measuring(options).run()
    }

    private static func fail(_ message: String, _ hint: String?, _ status: Int32) -> Never {
        var text = "bijak-bench: \(message)\n"
        if let hint { text += "  hint: \(hint)\n" }
        let bytes = Array(text.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
        exit(status)
    }
}

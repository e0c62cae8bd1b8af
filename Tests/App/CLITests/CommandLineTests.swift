import TestSupport
import Testing

@Suite struct CommandLineTests {
    static let commands = [
        "init", "import", "check", "preview", "issue", "find", "fetch", "rerender", "schema",
    ]

    struct Wrong: CustomTestStringConvertible {
        let arguments: [String]
        let says: String

        init(_ arguments: String..., says: String) {
            self.arguments = arguments
            self.says = says
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let wrong = [
        Wrong(says: "no command"),
        Wrong("isue", says: "issue"),
        Wrong("issue", "--dat", says: "--dat"),
        Wrong("issue", "--date", says: "--date"),
        Wrong("issue", "--date", "30.04.2026", says: "30.04.2026"),
        Wrong("issue", "--date", "2026-04-31", says: "2026-04-31"),
        Wrong("issue", "--date", "2026-04-30", "--until", "2026-05-01", says: "--until"),
        Wrong("issue", "--unknown", says: "--unknown"),
        Wrong("issue", "2026-04-30", says: "2026-04-30"),
        Wrong("dispute", "TT/26-27/00001", "--language", says: "the option --language needs"),
        Wrong("dispute", "TT/26-27/00001", "--unknown", says: "the option --unknown is not"),
        Wrong("dispute", "TT/26-27/00001", "-xy", says: "the option -xy is not"),
        Wrong("find", "TT/26-27/00001", says: "TT/26-27/00001"),
        Wrong("find", "--period", "April", says: "April"),
        Wrong("find", "--min", "100", "--max", "1", says: "--min 100"),
        Wrong("find", "--state", "issued", "--state", "cancelled", says: "twice"),
        Wrong("find", "--sum", "--csv", says: "--csv"),
        Wrong("fetch", says: "which documents"),
        Wrong("fetch", "--customer", "RETAIL", "--kind", "word", says: "word"),
        Wrong("import", says: "which files"),
        Wrong("import", "list.json", says: "list.json"),
        Wrong("import", "orders.xlsx", says: "orders.xlsx"),
        Wrong("import", "--as", "invoices", "x.json", says: "invoices"),
        Wrong("preview", says: "which file"),
        Wrong("preview", "a.json", "b.json", says: "one at a time"),
        Wrong("--books", says: "--books"),
    ]

    @Test("Wrong use ends with status 2 and says what was wrong, also to machines")
    func usage() throws {
        let shop = try Shop()
        for wrong in Self.wrong {
            let outcome = try Program.run(wrong.arguments, in: shop.scratch.path)
            #expect(outcome.status == 2, "\(wrong.arguments): \(outcome.err)")
            #expect(outcome.err.hasPrefix("bijak: "), "\(wrong.arguments)")
            #expect(outcome.err.contains(wrong.says), "\(wrong.arguments): \(outcome.err)")
            #expect(outcome.out.isEmpty, "\(wrong.arguments)")
            let json = try Program.run(["--json"] + wrong.arguments, in: shop.scratch.path)
            // After an option that wants a value, --json may be that value.
            let answer = try JSONAnswer(json.out)
            #expect(answer["failure"]?.string == "usage", "\(wrong.arguments)")
            #expect(json.status == 2)
        }
    }

    @Test(
        "Without books every command says where it looked and how to make some",
        arguments: commands.filter { $0 != "schema" })
    func noBooks(command: String) throws {
        let scratch = Scratch()
        scratch.write("orders.json", "[]")
        let arguments: [String: [String]] = [
            "init": ["--company", "none.json"], "import": ["orders.json"],
            "preview": ["orders.json"], "fetch": ["X"], "rerender": ["--customer", "X"],
        ]
        let outcome = try Program.run(
            ["--books", "nowhere", command] + arguments[command, default: []], in: scratch.path)
        #expect(outcome.status == 3, "\(outcome.err)")
        #expect(outcome.err.contains(command == "init" ? "none.json" : "no books in nowhere"))
        let json = try Program.run(
            ["--books", "nowhere", command, "--json"] + arguments[command, default: []],
            in: scratch.path)
        #expect(try JSONAnswer(json.out)["failure"]?.string == "environment")
        #expect(scratch.files("") == ["orders.json"])
    }

    @Test("Every command explains itself, with an example")
    func help() throws {
        let scratch = Scratch()
        let overview = try Program.done("--help", in: scratch)
        let listed = overview.split(separator: "\n").filter {
            $0.hasPrefix("  ") && !$0.hasPrefix("  --")
        }
        .map { String($0.dropFirst(2).prefix { $0 != " " }) }
        #expect(Set(listed).isSuperset(of: Self.commands))
        for command in listed {
            let help = try Program.done(command, "--help", in: scratch)
            #expect(help.contains("usage: bijak \(command)"))
            #expect(help.contains("bijak \(command) ") || help.contains("--books books \(command)"))
            #expect(help.contains("--json"))
            #expect(help.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(help)")
        }
        for alone in ["--version", "--help"] {
            let process = try Program.Process(
                [alone], in: scratch.path, out: scratch.path + "/out", resources: [])
            #expect(process.wait() == 0)
            #expect(scratch.text("out").lowercased().hasPrefix("bijak "))
        }
    }

    @Test("Every command answers machines in JSON, whether it ends well or with findings")
    func json() throws {
        let shop = try Shop()
        try shop.deliver(0..<2)
        shop.scratch.write(
            "orders-bad.json",
            #"[{"id": "SO-9", "customer": "RETIAL", "date": "2026-04-20", "currency": "INR"}]"#)
        let company = Program.home + "/examples/errors/_books/company.json"
        let calls: [(arguments: [String], status: Int32)] = [
            (["--books", "other", "init", "--company", company], 0),
            (["import", "orders-bad.json"], 1), (["check"], 0), (["check", "orders-bad.json"], 1),
            (["preview", "orders.jsonl"], 0), (["preview", "orders-bad.json"], 1),
            (["issue", "--date", "2026-04-30"], 0), (["issue", "--date", "2026-04-30"], 0),
            (["schema", "orders"], 0),
            (["rerender", "--customer", "RETAIL"], 0), (["find"], 0),
            (["fetch", "--customer", "RETAIL", "--output", "out"], 0),
        ]
        for (arguments, status) in calls {
            let outcome = try Program.run(arguments + ["--json"], in: shop.scratch.path)
            #expect(outcome.status == status, "\(arguments): \(outcome.out)")
            #expect(outcome.err.isEmpty, "\(arguments): \(outcome.err)")
            let answer = try JSONAnswer(outcome.out)
            #expect(answer["command"]?.string == arguments.first { Self.commands.contains($0) })
            #expect(answer["result"] != nil)
            #expect((answer["errors"]?.string == "0") == (status == 0), "\(arguments)")
            #expect(answer.texts("findings", each: "code").isEmpty == (status == 0))
        }
    }

    @Test("Books are made once: a second init changes nothing")
    func initTwice() throws {
        let shop = try Shop()
        let before = shop.scratch.bytes("books/books.sqlite")
        let company = Program.home + "/examples/errors/_books-eu/company.json"
        let again = try shop.run("init", "--company", company)
        #expect(again.status == 3)
        #expect(again.err.contains("books already"))
        #expect(shop.scratch.bytes("books/books.sqlite") == before)
    }

    @Test("With --quiet only findings are said")
    func quiet() throws {
        let shop = try Shop()
        try shop.deliver(0..<1)
        let outcome = try shop.run("--quiet", "issue", "--date", "2026-04-30")
        #expect(outcome.status == 0 && outcome.out.isEmpty && outcome.err.isEmpty)
        #expect(try shop.numbers() == ["TT/26-27/00001"])
    }
}

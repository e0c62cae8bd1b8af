import Database
import TestSupport
import Testing

/// Machines get one valid answer from every command, whatever it was given.
@Suite struct JSONErrorTests {
    private static let who = ["--reason", "r", "--by", "Asha"]

    /// What each command cannot do: not one of them ends with status 0.
    private static let bad: [String: [[String]]] = [
        "init": [["--company", "bad.json"], ["--company", "none.json"], []],
        "import": [["--as", "orders", "bad.json"], ["orders.json"], ["none.json"]],
        "customer": [["show", "NOPE"], ["set", "NOPE", "name=x", "--from", "2026-04-01"], []],
        "contract": [["show", "NOPE"], []],
        "check": [["--as", "orders", "bad.json"], ["--until", "x"], ["--expected"]],
        "approve": [["NOPE", "no-such-rule"] + who, ["NOPE", "--by", "x"], []],
        "hold": [["NOPE"] + who, ["SO-2"] + who], "release": [["NOPE", "--by", "x"], []],
        "cancel": [["NOPE"] + who, ["TT/26-27/00003"] + who],
        "preview": [["bad.json"], ["none.json"], []],
        "attach": [["add", "NOPE", "bad.json"], ["list", "NOPE"], []],
        "proforma": [["NOPE"]], "delivery-note": [["NOPE"]],
        "advance": [["NOPE", "--amount", "1.00"], ["SO-1", "--amount", "x"]],
        "issue": [["--date", "x"], ["--date", "2026-04-30", "--date", "2026-05-01"]],
        "credit": [
            ["NOPE", "--reason", "r"], ["TT/26-27/00001", "--line", "9:9", "--reason", "r"],
        ],
        "debit": [["NOPE", "--reason", "r"]], "status": [["NOPE"]],
        "explain": [["NOPE"], ["TT/26-27/00001", "nothing.there"]],
        "find": [
            ["--period", "x"], ["--csv"], ["--min", "2", "--max", "1"], ["--customer", "HARBORS"],
            ["--text", " "], [],
        ],
        "fetch": [
            ["NOPE"], ["TT/26-27/00001", "--zip", ""], ["TT/26-27/00002"],
            ["--customer", "RETAIL"],
            ["TT/26-27/00001", "--customer", "HARBOR"],
        ],
        "rerender": [["--customer", "NOPE"], ["--number", "TT/26-27/00002"], []],
        "dispute": [["NOPE"], ["TT/26-27/00002"]],
        "retain": [
            ["place", "--customer", "NOPE"] + who, ["lift", "--customer", "RETAIL"] + who,
        ],
        "verify": [["--head", "x"], []], "audit": [["--since", "x"], ["--csv"]],
        "prove": [["NOPE"], ["TT/26-27/00002"]], "backup": [["books/archive"], ["copy"]],
        "restore": [["none", "--books", "new"], ["books", "--books", "new"]],
        "einvoice": [["export"], ["import", "bad.json"], ["status", "--csv"]],
        "read": [["bad.xml"], ["none.xml"]], "convert": [["bad.xml", "--to", "ubl"]],
        "validate": [["bad.xml"], ["none.xml"]],
        "template": [["check", "bad.xml"], ["new", "No Name"]], "schema": [["NOPE"]],
    ]

    /// Books with a canonical JSON that was changed, and a row that cannot be read.
    private static func shop() throws -> Shop {
        let shop = try VerifyTests.books()
        shop.scratch.write("books/archive/RETAIL/2026-04/TT-26-27-00002.json", "{}")
        shop.scratch.write("bad.json", #"[{"id": "SO-9", "#)
        shop.scratch.write("bad.xml", "<Invoice><cbc:ID>")
        shop.scratch.write("orders.json", #"[{"id": "SO-9", "customer": 7}]"#)
        let connection = try Connection.open(shop.books + "/books.sqlite")
        try connection.execute(
            "UPDATE document SET issue_date = 'lost' WHERE number = 'TT/26-27/00003'")
        return shop
    }

    @Test("Every command answers bad input with one valid JSON that says what is wrong")
    func everyCommand() throws {
        let shop = try Self.shop()
        let overview = try shop.done("--help")
        let commands = overview.split(separator: "\n").filter {
            $0.hasPrefix("  ") && !$0.hasPrefix("  --")
        }.map { String($0.dropFirst(2).prefix { $0 != " " }) }
        #expect(Set(commands) == Set(Self.bad.keys))
        for command in commands {
            for arguments in Self.bad[command, default: []] + [["--nonsense"]] {
                let list = [command] + arguments + ["--json"]
                let outcome = try shop.run(list)
                let answer = try JSONAnswer(outcome.out)
                #expect((1...3).contains(outcome.status), "\(list): \(outcome.out)")
                let failure = answer["failure"]?.string
                switch outcome.status {
                case 1: #expect(failure == nil && answer["command"] != nil, "\(list)")
                case 2: #expect(failure == "usage", "\(list): \(outcome.out)")
                default: #expect(failure == "environment", "\(list): \(outcome.out)")
                }
                #expect(answer["findings"] != nil && answer["errors"] != nil, "\(list)")
            }
        }
    }

    @Test("A list that stops in the middle is closed, with what stopped it")
    func streams() throws {
        let shop = try Self.shop()
        let found = try shop.run("find", "--json")
        #expect(found.status == 3)
        let rows = try JSONAnswer(found.out)
        #expect(rows.texts("result", each: "number").count >= 1, "\(found.out)")
        #expect(rows["failure"]?.string == "environment")
        #expect(rows["message"]?.string?.contains("lost") == true, "\(found.out)")
        #expect(found.err.contains("lost"))
        let fetched = try shop.run("fetch", "TT/26-27/00001", "TT/26-27/00002", "--json")
        #expect(fetched.status == 3)
        let files = try JSONAnswer(fetched.out)
        #expect(Set(files.texts("result", each: "number")) == ["TT/26-27/00001"])
        #expect(files["failure"]?.string == "environment", "\(fetched.out)")
    }

    @Test("A number that nobody knows is wrong use of every command, with what was meant")
    func unknownNumbers() throws {
        let shop = try VerifyTests.books()
        for command in ["fetch", "dispute", "prove", "explain"] {
            let outcome = try shop.run(command, "TT/26-27/0001")
            #expect(outcome.status == 2, "\(command): \(outcome.err)")
            #expect(outcome.err.contains("did you mean \"TT/26-27/00001\"?"), "\(outcome.err)")
        }
        for command in [["find"], ["fetch"], ["rerender"], ["prove"]] {
            let outcome = try Program.run(command + ["--customer", "RETAI"], in: shop.folder)
            #expect(outcome.status == 2, "\(command): \(outcome.err)")
            #expect(outcome.err.contains("did you mean \"RETAIL\"?"), "\(outcome.err)")
        }
        #expect(try shop.done("find", "--text", "nobody").contains("0 documents"))
    }

    @Test("A name in the environment that is none is told as what it is")
    func person() throws {
        let shop = try Shop()
        let process = try Program.Process(
            ["verify"], in: shop.folder, err: shop.scratch.path + "/err",
            environment: ["BIJAK_PERSON="])
        #expect(process.wait() == 2)
        #expect(shop.scratch.text("err").contains("BIJAK_PERSON is empty"))
    }
}

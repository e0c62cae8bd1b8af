import Diagnostics
import Formats
import TestSupport
import Testing

struct CSVReaderTests {
    /// What each record of a file says, then every finding.
    private func read(
        _ text: String, _ table: CSVTable = .orders, pieceLength: Int = .max
    ) throws -> [String] {
        let cut = try split("a.csv", Array(text.utf8), pieceLength: pieceLength, table: table)
        let findings = Findings()
        let records = cut.records.compactMap {
            CSVReader.read($0, table, findings).map { compact($0.root) }
        }
        return records + cut.findings + findings.diagnostics.map(brief)
    }

    @Test(
        "A row is a record, whatever the quotes, line ends and blank rows",
        arguments: [
            ("id,name\nA,Drill\nB,Saw\n", ["{id:'A',name:'Drill'}", "{id:'B',name:'Saw'}"]),
            ("id,name\r\nA,Drill\r\n", ["{id:'A',name:'Drill'}"]),
            ("\u{FEFF}id,name\nA,Drill", ["{id:'A',name:'Drill'}"]),
            ("name,id\nDrill,A\n", ["{name:'Drill',id:'A'}"]),
            (
                "\n\r\nid,name\n\nA,Drill\n,\n\nB,Saw\n\n",
                ["{id:'A',name:'Drill'}", "{id:'B',name:'Saw'}"]
            ),
            ("id,name\nA,\"Drill, 10 mm\"\n", ["{id:'A',name:'Drill, 10 mm'}"]),
            ("id,name\nA,\"Drill \"\"X\"\"\"\n", ["{id:'A',name:'Drill \"X\"'}"]),
            ("id,name\nA,\"\"\"\"\n", ["{id:'A',name:'\"'}"]),
            (
                "id,name\nA,\"Drill\nlong\"\nB,Saw\n",
                ["{id:'A',name:'Drill\nlong'}", "{id:'B',name:'Saw'}"]
            ),
            ("\"id\",\"name\"\n\"A\",\"Drill\"\n", ["{id:'A',name:'Drill'}"]),
            // An inch sign opens nothing: the next row is a record of its own.
            (
                "id,name\nA,14\" laptop\nB,Saw\n",
                ["{id:'A',name:'14\" laptop'}", "{id:'B',name:'Saw'}"]
            ),
            // Blank cells are absent keys; so are missing columns.
            ("id,name,price\nA,,5\n", ["{id:'A',price:'5'}"]), ("id,name\n", []), ("", []),
        ] as [(String, [String])])
    func readsItems(text: String, expected: [String]) throws {
        #expect(try read(text, .items) == expected)
        #expect(try read(text, .items, pieceLength: 1) == expected)
    }

    @Test(
        "Rows of one order become one record with lines",
        arguments: [
            (
                "order,date,item,quantity\nS1,2026-04-01,A,1\nS1,2026-04-01,B,2\nS2,2026-04-02,C,3\n",
                [
                    "{id:'S1',date:'2026-04-01',lines:[{item:'A',quantity:'1'},{item:'B',quantity:'2'}]}",
                    "{id:'S2',date:'2026-04-02',lines:[{item:'C',quantity:'3'}]}",
                ]
            ),
            // Order columns may be blank after the first row, the order too.
            (
                "order,date,item,percent\nS1,2026-04-01,A,\n,,B,5\n",
                ["{id:'S1',date:'2026-04-01',lines:[{item:'A'},{item:'B',discount:{percent:'5'}}]}"]
            ),
            // Every cell in quotes, as some programs write them; and only some.
            (
                "\"order\",\"item\"\r\n\"S1\",\"A\"\r\nS1,\"B\"\r\n",
                ["{id:'S1',lines:[{item:'A'},{item:'B'}]}"]
            ),
            (
                "order,street,area,netDays\nS1,Main St 1,,30\n",
                ["{id:'S1',address:{lines:['Main St 1']},terms:{netDays:'30'}}"]
            ),
            (
                "order,area,street\nS1,Peenya,Main St 1\n",
                ["{id:'S1',address:{lines:['Peenya','Main St 1']}}"]
            ),
            // Blank rows between those of one order part nothing.
            ("order,item\nS1,A\n\nS1,B\n", ["{id:'S1',lines:[{item:'A'},{item:'B'}]}"]),
            // The same order again later is another record: told as a duplicate by who keeps orders.
            (
                "order,item\nS1,A\nS2,B\nS1,C\n",
                [
                    "{id:'S1',lines:[{item:'A'}]}", "{id:'S2',lines:[{item:'B'}]}",
                    "{id:'S1',lines:[{item:'C'}]}",
                ]
            ),
            ("order,date\nS1,2026-04-01\n", ["{id:'S1',date:'2026-04-01'}"]),
        ] as [(String, [String])])
    func groups(text: String, expected: [String]) throws {
        #expect(try read(text) == expected)
        #expect(try read(text, pieceLength: 1) == expected)
    }

    @Test(
        "What is wrong with a table is said once, where it stands, and sound records are still read",
        arguments: [
            ("id;name\nA;Drill\nB;Saw\n", ["csv-separator@1:1"]),
            ("id,nmae\nA,Drill\nB,Saw\n", ["unknown-column@1:4"]),
            ("\n\nid,nmae\nA,Drill\n", ["unknown-column@3:4"]),
            ("id,name,id\nA,Drill,B\n", ["csv-duplicate-column@1:9"]),
            ("A,Drill\nB,Saw\n", ["unknown-column@1:1"]),
            // A decimal comma shifts the row; the others stand.
            (
                "id,name,price\nA,Drill,45,50\nB,Saw,3\n",
                ["{id:'B',name:'Saw',price:'3'}", "csv-columns@2:1"]
            ),
            (
                "id,name,price\nA,Drill\nB,Saw,3\n",
                ["{id:'B',name:'Saw',price:'3'}", "csv-columns@2:1"]
            ),
            ("id,name\nA,\"Drill\"x\nB,Saw\n", ["{id:'B',name:'Saw'}", "csv-quotes@2:3"]),
            ("id,name\nA,\"a\"b\"\nB,Saw\n", ["{id:'B',name:'Saw'}", "csv-quotes@2:3"]),
            // A quote that never closes takes the rest of the file with it.
            ("id,name\nA,Drill\nB,\"Saw\nC,Axe\n", ["{id:'A',name:'Drill'}", "csv-quotes@3:3"]),
        ] as [(String, [String])])
    func refusesItems(text: String, expected: [String]) throws {
        #expect(try read(text, .items) == expected)
    }

    @Test(
        "Rows that contradict each other are refused, blank rows do not shift the count of lines",
        arguments: [
            ("order,date,item\nS1,2026-04-01,A\nS1,2026-04-02,B\n", ["csv-contradiction@3:4"]),
            ("order,date,item\nS1,2026-04-01,A\n\n\nS1,2026-04-02,B\n", ["csv-contradiction@5:4"]),
            (
                "order,date,item\nS1,2026-04-01,A\nS1,\"2026-04-01\",B\n",
                ["{id:'S1',date:'2026-04-01',lines:[{item:'A'},{item:'B'}]}"]
            ),
            (
                "order,item,quantity\nS1,A,1\nS1,B,1,5\nS2,C,2\n",
                ["{id:'S2',lines:[{item:'C',quantity:'2'}]}", "csv-columns@3:1"]
            ),
            ("order,item\nS1,A\nS1,\"B\n", ["csv-quotes@3:4"]),
        ] as [(String, [String])])
    func refusesOrders(text: String, expected: [String]) throws {
        #expect(try read(text) == expected)
    }

    @Test("Bytes that are not UTF-8 are refused in their row only")
    func refusesBadUTF8() throws {
        let bytes = Array("id,name\nA,Caf".utf8) + [0xE9] + Array("\nB,Saw\n".utf8)
        let cut = try split("a.csv", bytes, table: .items)
        let findings = Findings()
        let trees = cut.records.map { CSVReader.read($0, .items, findings)?.root }
        #expect(trees.map { $0.map(compact) } == [nil, "{id:'B',name:'Saw'}"])
        #expect(findings.diagnostics.map(brief) == ["invalid-utf8@2:6"])
        #expect(try split("a.csv", [0xFF] + bytes, table: .items).findings == ["invalid-utf8@1:1"])
    }

    @Test("Any texts written as quoted cells come back as they were, in pieces of any length")
    func writtenThenRead() throws {
        var random = SplitMix64(seed: 0xC5_0F)
        let letters = Array("ab,;\"\n\r é₹'=")
        for _ in 0..<max(1, rounds / 10) {
            var expected: [String] = []
            var file = "id,name\r\n"
            for row in 0..<Int.random(in: 1...5, using: &random) {
                // Not empty: a blank cell is an absent key.
                let name =
                    "x"
                    + String(
                        (0..<Int.random(in: 0...8, using: &random)).map { _ in
                            letters.randomElement(using: &random) ?? "a"
                        })
                expected.append("{id:'\(row)',name:'\(name)'}")
                let doubled = name.split(separator: "\"", omittingEmptySubsequences: false)
                    .joined(separator: "\"\"")
                file += "\(row),\"\(doubled)\"\r\n"
            }
            let length = Int.random(in: 1...9, using: &random)
            #expect(try read(file, .items, pieceLength: length) == expected)
        }
    }
}

import Diagnostics
import Formats
import Testing
import Trade

/// The schema of contracts and their reader take the same records. A record with all keys at once
/// does not exist, as most exclude others: these have each key in one of its forms.
struct ContractSchemaTests {
    private static let amendment = #"{"id":"C-1-A1","amends":"C-1","from":"2026-03-01"}"#
    private static let whole = """
        {"id":"C-1","customer":"K","title":"T","reference":"R","currency":"EUR",
         "from":"2026-01-01","to":"2026-12-31","note":"N",
         "prices":[
          {"clause":"1","item":"A","model":"flat","unitPrice":"1","per":"100","from":"2026-01-01",
           "to":"2026-06-30"},
          {"item":"B","model":"graduated","tiers":[{"from":"0","to":"9","unitPrice":"2"},
           {"from":"10","unitPrice":"1"}]},
          {"item":"C","model":"package","packageSize":"12","packagePrice":"30"}],
         "discounts":[{"clause":"2","on":"line","item":"A","percent":"5","reason":"r",
           "from":"2026-01-01","to":"2026-06-30"},{"group":"G","percent":"5"}],
         "products":[{"clause":"3","item":"A","minimum":"1","maximum":"2","total":"3"},
           {"group":"G"}],
         "paymentTerms":{"clause":"4","netDays":30,"earlyPayment":[{"days":10,"percent":"2"}]},
         "freight":{"clause":"5","charged":"by-quantity","amount":"1.50"},
         "billing":BILLING}
        """
    private static let billings = [
        #"{"clause":"6","plan":"milestones","milestones":[{"id":"M","description":"d","percent":"100"}]}"#,
        #"{"plan":"recurring","every":"month","when":"advance","anchor":"2026-01-01"}"#,
    ]
    private static let terms = [
        #"{"netDays":30}"#, #"{"endOfMonthPlusDays":15}"#, #"{"dayOfMonth":10,"monthsAfter":1}"#,
        #"{"instalments":[{"percent":"30","netDays":0},{"percent":"70","netDays":60}]}"#,
    ]

    private static var records: [String] {
        [amendment]
            + billings.map { billing in
                String(whole.split(separator: "BILLING").joined(separator: billing[...]))
            }
            + terms.map { #"{"id":"A","amends":"C-1","from":"2026-03-01","paymentTerms":\#($0)}"# }
    }

    private func check() throws -> SchemaCheck {
        SchemaCheck(try #require(RecordSchema.jsonSchema(named: "contracts")))
    }

    @Test("Records of every form fit the schema and are read; together they have each key")
    func formsFit() throws {
        var check = try check()
        for record in Self.records {
            _ = try ContractSamples.contract(record)
            check.check(try ContractSamples.node(record))
        }
        #expect(check.problems.map(\.description) == [])
        #expect(check.properties.subtracting(check.met).sorted() == [])
    }

    @Test(
        "What the schema refuses the reader refuses too",
        arguments: [
            #"{"id":"A","from":"2026-03-01"}"#,
            #"{"id":"A","amends":"C","customer":"K","from":"2026-03-01"}"#,
            #"{"id":"A","amends":"C"}"#, #"{"id":"A","amends":"C","from":"2026-03-01","items":[]}"#,
            #"{"id":"A","amends":"C","from":"2026-03-01","products":[]}"#,
            #"{"id":"A","amends":"C","from":"2026-03-01","products":[{"minimum":"1"}]}"#,
            #"{"id":"A","amends":"C","from":"2026-03-01","prices":[{"unitPrice":"1"}]}"#,
            #"{"id":"A","amends":"C","from":"2026-03-01","discounts":[{"percent":"101"}]}"#,
            #"{"id":"A","amends":"C","from":"2026-03-01","freight":{}}"#,
            #"{"id":"A","amends":"C","from":"2026-03-01","billing":{"plan":"weekly"}}"#,
            #"{"id":"A","amends":"C","from":"2026-03-01","paymentTerms":{"dayOfMonth":3}}"#,
        ])
    func refusedByBoth(record: String) throws {
        var check = try check()
        check.check(try ContractSamples.node(record))
        #expect(!check.problems.isEmpty)
        let findings = Findings()
        #expect(Contract(try ContractSamples.node(record), findings) == nil && findings.hasErrors)
    }

    @Test("Contracts have no CSV form")
    func noColumns() {
        #expect(RecordSchema.csvColumns(named: "contracts") == nil)
        #expect(
            RecordSplitter.Layout(fileName: "contracts.csv", table: RecordKind.contracts.table)
                == nil)
        #expect(RecordKind(fileName: "in/contracts-2026.jsonl") == .contracts)
    }
}

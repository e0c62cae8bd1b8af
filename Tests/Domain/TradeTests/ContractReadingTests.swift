import Diagnostics
import Formats
import Money
import Testing
import Trade

struct ContractReadingTests {
    /// The findings about a contract that has these keys beside id, customer, currency and from.
    private func findings(_ keys: String) throws -> [Diagnostic] {
        let findings = Findings()
        let json = ContractSamples.base("C-1", keys.isEmpty ? "" : ",\(keys)")
        let contract = Contract(try ContractSamples.node(json), findings)
        #expect((contract == nil) == findings.hasErrors)
        return findings.diagnostics
    }

    @Test(
        "A sound contract is read without findings",
        arguments: [
            "", #""to":"2026-01-01","title":"T","reference":"R","note":"N""#,
            #""prices":[{"item":"A","unitPrice":"1.5"}]"#,
            #""prices":[{"item":"A","unitPrice":"0","per":"100","to":"2026-06-30"},"#
                + #"{"item":"A","unitPrice":"2","from":"2026-07-01"},{"item":"B","unitPrice":1}]"#,
            #""prices":[{"item":"A","model":"package","packageSize":"12","packagePrice":"30"}]"#,
            #""discounts":[{"percent":"5"},{"item":"A","percent":"0"},{"group":"A","percent":"1"},"#
                + #"{"on":"order","percent":"100"}]"#,
            #""discounts":[{"percent":"5","to":"2026-03-31"},{"percent":"6","from":"2026-04-01"}]"#,
            #""products":[{"item":"A"},{"group":"A","minimum":"1","maximum":"1","total":"1"},"#
                + #"{"item":"B","maximum":"0"}]"#,
            #""paymentTerms":{"clause":"9","dayOfMonth":10,"monthsAfter":1}"#,
            #""freight":{"charged":"included"}"#,
            #""freight":{"charged":"by-quantity","amount":"10.50"}"#,
            #""billing":{"plan":"on-completion"}"#,
            #""billing":{"plan":"milestones","milestones":[{"id":"A","description":"d","percent":"33.3"},"#
                + #"{"id":"B","description":"d","percent":"66.7"}]}"#,
            // Quarters from 31 January: to 29 April, 30 July, 30 October, 30 January …
            #""to":"2026-07-30","billing":{"plan":"recurring","every":"quarter","when":"advance","#
                + #""anchor":"2026-01-31"}"#,
            #""to":"2026-12-31","billing":{"plan":"recurring","every":"month","when":"arrears"}"#,
        ])
    func soundContracts(keys: String) throws {
        #expect(try findings(keys).map(\.text) == [])
    }

    @Test(
        "What is wrong with a contract is found where it stands",
        arguments: [
            (#""to":"2025-12-31""#, [#"date-order "2025-12-31""#]),
            (#""prize":[]"#, [#"unknown-key "prize""#]),
            (#""prices":[{"unitPrice":"1"}]"#, [#"missing-key {"unitPrice":"1"}"#]),
            (#""prices":[{"item":"A"}]"#, [#"missing-key {"item":"A"}"#]),
            (#""prices":[{"item":"A","unitPrice":"-1"}]"#, [#"negative-price "-1""#]),
            (#""prices":[{"item":"A","unitPrice":"1","per":"0"}]"#, [#"bad-base-quantity "0""#]),
            (
                #""prices":[{"item":"A","unitPrice":"1","from":"2026-02-02","to":"2026-02-01"}]"#,
                [#"date-order "2026-02-01""#]
            ),
            (
                #""prices":[{"item":"A","model":"tiers","unitPrice":"1"}]"#,
                [#"unknown-choice "tiers""#]
            ),
            (
                #""prices":[{"item":"A","unitPrice":"1","packageSize":"2","tiers":[]}]"#,
                ["misplaced-key []", #"misplaced-key "2""#]
            ),
            (
                #""prices":[{"item":"A","model":"package","unitPrice":"1"}]"#,
                [
                    #"misplaced-key "1""#,
                    #"missing-key {"item":"A","model":"package","unitPrice":"1"}"#,
                    #"missing-key {"item":"A","model":"package","unitPrice":"1"}"#,
                ]
            ),
            (
                #""prices":[{"item":"A","model":"package","packageSize":"0","packagePrice":"1"}]"#,
                [#"bad-base-quantity "0""#]
            ),
            (
                #""prices":[{"item":"A","unitPrice":"1"},{"item":"A","unitPrice":"2"}]"#,
                [#"price-overlap {"item":"A","unitPrice":"2"}"#]
            ),
            // The open price reaches over both later ones; the first and the last do not touch.
            (
                #""prices":[{"item":"A","unitPrice":"1","to":"2026-03-31"},"#
                    + #"{"item":"A","unitPrice":"2","from":"2026-03-31"},"#
                    + #"{"item":"A","unitPrice":"3","from":"2026-05-01","to":"2026-05-01"}]"#,
                [
                    #"price-overlap {"item":"A","unitPrice":"2","from":"2026-03-31"}"#,
                    #"price-overlap {"item":"A","unitPrice":"3","from":"2026-05-01","to":"2026-05-01"}"#,
                ]
            ),
            (#""discounts":[{"percent":"100.5"}]"#, [#"discount-out-of-range "100.5""#]),
            (#""discounts":[{"on":"order","group":"G","percent":"1"}]"#, [#"misplaced-key "G""#]),
            (
                #""discounts":[{"item":"A","group":"G","percent":"1"}]"#, [#"item-or-group "G""#]
            ),
            (
                #""discounts":[{"percent":"1"},{"on":"line","percent":"2","from":"2027-01-01"}]"#,
                [#"discount-overlap {"on":"line","percent":"2","from":"2027-01-01"}"#]
            ),
            (#""products":[]"#, ["wrong-count []"]),
            (#""products":[{}]"#, ["item-or-group {}"]),
            (
                #""products":[{"item":"A","group":"G"}]"#,
                [#"item-or-group {"item":"A","group":"G"}"#]
            ),
            (
                #""products":[{"item":"A"},{"group":"A"},{"item":"A","total":"5"}]"#,
                [#"duplicate-product {"item":"A","total":"5"}"#]
            ),
            (
                #""products":[{"item":"A","minimum":"3","maximum":"2","total":"1"}]"#,
                [#"quantity-range "2""#, #"quantity-range "1""#]
            ),
            (#""products":[{"item":"A","minimum":"-1"}]"#, [#"quantity-not-positive "-1""#]),
            (#""paymentTerms":{"clause":"9"}"#, [#"payment-terms-form {"clause":"9"}"#]),
            (#""freight":{"amount":"1"}"#, [#"missing-key {"amount":"1"}"#]),
            (#""freight":{"charged":"included","amount":"1"}"#, [#"misplaced-key "1""#]),
            (#""freight":{"charged":"first-delivery","amount":"-1"}"#, [#"negative-amount "-1""#]),
            (
                #""freight":{"charged":"first-delivery","amount":"1.234"}"#,
                [#"too-many-decimals "1.234""#]
            ),
        ] as [(String, [String])])
    func badContracts(keys: String, expected: [String]) throws {
        #expect(try findings(keys).map(\.underlined) == expected)
    }

    @Test(
        "Tiers follow each other without gap or overlap",
        arguments: [
            (#"{"from":"0","to":"9","unitPrice":"2"},{"from":"9","unitPrice":"1"}"#, []),
            (#"{"from":"1","to":"9","unitPrice":"2"},{"from":"10","to":"10","unitPrice":"1"}"#, []),
            (
                #"{"from":"0.5","to":"9","unitPrice":"2"},{"from":"9","unitPrice":"1"}"#,
                [#"tier-gap "0.5""#]
            ),
            (
                #"{"from":"2","to":"9","unitPrice":"2"},{"from":"9","unitPrice":"1"}"#,
                [#"tier-gap "2""#]
            ),
            (
                #"{"from":"0","to":"9","unitPrice":"2"},{"from":"11","unitPrice":"1"}"#,
                [#"tier-gap "11""#]
            ),
            (
                #"{"from":"0","to":"9","unitPrice":"2"},{"from":"9.5","unitPrice":"1"}"#,
                [#"tier-gap "9.5""#]
            ),
            (
                #"{"from":"0","to":"9","unitPrice":"2"},{"from":"8","unitPrice":"1"}"#,
                [#"tier-overlap "8""#]
            ),
            (
                #"{"from":"-1","to":"9","unitPrice":"2"},{"from":"9","unitPrice":"1"}"#,
                [#"tier-gap "-1""#]
            ),
            (
                #"{"from":"0","unitPrice":"2"},{"from":"8","unitPrice":"1"}"#,
                [#"missing-key {"from":"0","unitPrice":"2"}"#]
            ),
            (
                #"{"from":"0","to":"9","unitPrice":"2"},{"from":"9","to":"9","unitPrice":"1"}"#,
                [#"tier-order "9""#]
            ),
            (
                #"{"from":"1","to":"0","unitPrice":"2"},{"from":"1","unitPrice":"1"}"#,
                [#"tier-order "0""#]
            ),
            (
                #"{"from":"1","to":"0.5","unitPrice":"2"},{"from":"1","unitPrice":"1"}"#,
                [#"tier-order "0.5""#]
            ),
            (
                #"{"from":"0","to":"9","unitPrice":"-2"},{"from":"9"}"#,
                [#"negative-price "-2""#, #"missing-key {"from":"9"}"#]
            ),
            (#"{"from":"0","unitPrice":"2"}"#, [#"wrong-count [{"from":"0","unitPrice":"2"}]"#]),
        ] as [(String, [String])])
    func tiers(tiers: String, expected: [String]) throws {
        for model in ["volume", "graduated"] {
            let price = #"{"item":"A","model":"\#(model)","tiers":[\#(tiers)]}"#
            #expect(try findings(#""prices":[\#(price)]"#).map(\.underlined) == expected)
        }
    }

    @Test(
        "A billing plan has what it needs and nothing of another plan",
        arguments: [
            (#""plan":"monthly""#, nil, [#"unknown-choice "monthly""#]),
            (#""every":"month""#, nil, [#"missing-key {"every":"month"}"#]),
            (
                #""plan":"per-month","every":"month","milestones":[]"#, nil,
                ["misplaced-key []", #"misplaced-key "month""#]
            ),
            (#""plan":"milestones""#, nil, [#"missing-key {"plan":"milestones"}"#]),
            (#""plan":"milestones","milestones":[]"#, nil, ["wrong-count []"]),
            (
                #""plan":"milestones","milestones":[{"id":"A","description":"d","percent":"99.9999"}]"#,
                nil, [#"milestone-total [{"id":"A","description":"d","percent":"99.9999"}]"#]
            ),
            (
                #""plan":"milestones","milestones":[{"id":"A","description":"d","percent":"100"},"#
                    + #"{"id":"B","description":"d","percent":"0"}]"#, nil,
                [#"percent-out-of-range "0""#]
            ),
            (
                #""plan":"milestones","milestones":[{"id":"A","description":"d","percent":"50"},"#
                    + #"{"id":"A","description":"e","percent":"50"}]"#, nil,
                [#"duplicate-milestone "A""#]
            ),
            (
                #""plan":"recurring""#, "2026-12-31",
                [#"missing-key {"plan":"recurring"}"#, #"missing-key {"plan":"recurring"}"#]
            ),
            (
                #""plan":"recurring","every":"year","when":"arrears""#, nil,
                [#"recurring-without-end {"plan":"recurring","every":"year","when":"arrears"}"#]
            ),
            (
                #""plan":"recurring","every":"month","when":"advance""#, "2026-06-29",
                [#"period-cut "2026-06-29""#]
            ),
            (
                #""plan":"recurring","every":"month","when":"advance","anchor":"2026-07-01""#,
                "2026-06-30", [#"date-order "2026-06-30""#]
            ),
        ] as [(String, String?, [String])])
    func billing(plan: String, to: String?, expected: [String]) throws {
        let end = to.map { #""to":"\#($0)","# } ?? ""
        #expect(try findings(#"\#(end)"billing":{\#(plan)}"#).map(\.underlined) == expected)
    }

    /// Monthly from 31 January: periods end on 27 February, 30 March, 29 April …
    @Test(
        "A last day that cuts a period is told with the right days before and after it",
        arguments: [
            ("2026-03-29", "2026-02-27 or 2026-03-30"), ("2026-02-28", "2026-02-27 or 2026-03-30"),
            ("2026-01-31", "2026-02-27"), ("2028-02-27", "2028-01-30 or 2028-02-28"),
        ])
    func cutPeriods(to: String, expected: String) throws {
        let found = try findings(
            #""to":"\#(to)","billing":{"plan":"recurring","every":"month","when":"arrears","#
                + #""anchor":"2026-01-31"}"#)
        #expect(found.map(\.code) == ["period-cut"])
        #expect(found.first?.expected == expected)
    }

    @Test(
        "An amendment says whose it is by what it amends, and in no other way",
        arguments: [
            (#"{"id":"A","amends":"C-1","from":"2026-02-01"}"#, []),
            (
                #"{"id":"A","amends":"C-1","customer":"K","currency":"EUR","from":"2026-02-01"}"#,
                [#"misplaced-key "K""#, #"misplaced-key "EUR""#]
            ),
            (
                #"{"id":"A","amends":"C-1","from":"2026-02-01","freight":{"charged":"by-quantity","amount":"-1"}}"#,
                [#"negative-amount "-1""#]
            ),
            (
                #"{"id":"A","from":"2026-02-01"}"#,
                [
                    #"missing-key {"id":"A","from":"2026-02-01"}"#,
                    #"missing-key {"id":"A","from":"2026-02-01"}"#,
                ]
            ),
        ] as [(String, [String])])
    func amendments(json: String, expected: [String]) throws {
        let findings = Findings()
        let contract = Contract(try ContractSamples.node(json), findings)
        #expect(findings.diagnostics.map(\.underlined) == expected)
        #expect((contract == nil) == findings.hasErrors)
    }

    @Test("A contract's clauses are quoted by its id and their numbers")
    func citations() throws {
        let prices =
            #","prices":[{"clause":"A.2","item":"X","unitPrice":"1"},{"item":"Y","unitPrice":"1"}]"#
        let base = try ContractSamples.contract(ContractSamples.base("C-1", prices))
        let amendment = try ContractSamples.contract(
            ContractSamples.amendment("C-1-A1", of: "C-1", from: "2026-02-01", prices))
        #expect(
            (base.prices + amendment.prices).map(\.source.citation) == [
                "contract C-1, clause A.2", "contract C-1", "amendment C-1-A1, clause A.2",
                "amendment C-1-A1",
            ])
    }
}

import Diagnostics
import Formats
import Money
import Testing
import Trade

/// `code@what the finding underlines` of each finding about a JSON record, in order.
func placedFindings(
    _ json: String, _ read: (DataNode, Findings) -> Void
) throws -> [String] {
    let findings = Findings()
    let tree = try JSONReader.read(SourceText(name: "record.json", text: json))
    read(tree.root, findings)
    return try findings.diagnostics.map { finding in
        let place = try #require(finding.location)
        return "\(finding.code)@" + String(decoding: place.source.bytes[place.range], as: UTF8.self)
    }
}

struct PaymentTermsTests {
    private func read(_ json: String) throws -> (terms: PaymentTerms, findings: [String]) {
        var terms = PaymentTerms(netDays: 0)
        let findings = try placedFindings(json) { terms = PaymentTerms($0, $1) }
        return (terms, findings)
    }

    /// Reckoned by hand: 31 January 2026 + 15 days from its own month's end is 15 February; 30
    /// January's next month ends on the 28th; 29 February exists in 2028.
    @Test(
        "Each form gives its due date and is told in words",
        arguments: [
            (#"{"netDays":30}"#, "2026-01-31", "2026-03-02", "30 days net"),
            (#"{"netDays":"1"}"#, "2026-12-31", "2027-01-01", "1 day net"),
            (#"{"netDays":0}"#, "2026-02-28", "2026-02-28", "at once"),
            (
                #"{"endOfMonthPlusDays":15}"#, "2026-01-31", "2026-02-15",
                "end of month plus 15 days"
            ),
            (
                #"{"endOfMonthPlusDays":15}"#, "2026-01-01", "2026-02-15",
                "end of month plus 15 days"
            ),
            (#"{"endOfMonthPlusDays":0}"#, "2028-02-03", "2028-02-29", "end of month"),
            (
                #"{"endOfMonthPlusDays":1}"#, "2026-12-05", "2027-01-01",
                "end of month plus 1 day"
            ),
            (
                #"{"dayOfMonth":10,"monthsAfter":1}"#, "2026-01-31", "2026-02-10",
                "day 10 of the next month"
            ),
            (
                #"{"dayOfMonth":31,"monthsAfter":1}"#, "2026-01-30", "2026-02-28",
                "day 31 of the next month"
            ),
            (
                #"{"dayOfMonth":30,"monthsAfter":3}"#, "2027-11-30", "2028-02-29",
                "day 30 of the month 3 months later"
            ),
            (
                #"{"dayOfMonth":20,"monthsAfter":0}"#, "2026-01-10", "2026-01-20",
                "day 20 of the same month"
            ),
            // The day has passed: due at once, not before the invoice.
            (
                #"{"dayOfMonth":20,"monthsAfter":0}"#, "2026-01-25", "2026-01-25",
                "day 20 of the same month"
            ),
            (
                #"{"instalments":[{"percent":"30","netDays":0},{"percent":"70","netDays":60}]}"#,
                "2026-01-31", "2026-04-01", "30 % at once, 70 % after 60 days"
            ),
            (
                #"{"netDays":30,"earlyPayment":[{"days":10,"percent":"2"},{"days":30,"percent":"0.5"}]}"#,
                "2026-04-01", "2026-05-01", "30 days net, 2 % within 10 days, 0.5 % within 30 days"
            ),
        ] as [(String, String, String, String)])
    func forms(json: String, day: String, due: String, words: String) throws {
        let (terms, findings) = try read(json)
        #expect(findings == [])
        let day = try #require(CalendarDate(day))
        #expect(terms.dueDate(from: day).description == due)
        #expect(terms.description == words)
        let parts = terms.instalmentDates(from: day)
        #expect(parts.last?.date == terms.dueDate(from: day))
        #expect(try parts.reduce(Decimal.zero) { try $0 + $1.percent } == Decimal(100))
    }

    @Test("Instalments fall due one by one")
    func instalments() throws {
        let (terms, findings) = try read(
            #"{"instalments":[{"percent":"33.3333","netDays":0},{"percent":"33.3333","netDays":30},"#
                + #"{"percent":"33.3334","netDays":60}]}"#)
        #expect(findings == [])
        let dates = terms.instalmentDates(from: try #require(CalendarDate("2026-01-31")))
        #expect(
            dates.map { "\($0.percent) \($0.date)" } == [
                "33.3333 2026-01-31", "33.3333 2026-03-02", "33.3334 2026-04-01",
            ])
        #expect(PaymentTerms(netDays: 30) == (try read(#"{"netDays":30}"#)).terms)
    }

    private static let first = #"{"percent":"30","netDays":0}"#

    @Test(
        "What is no payment terms is found where it stands",
        arguments: [
            ("{}", ["payment-terms-form@{}"]),
            (#"{"netDays":null}"#, [#"payment-terms-form@{"netDays":null}"#]),
            (#"{"netDays":30,"endOfMonthPlusDays":15}"#, ["payment-terms-form@15"]),
            (
                #"{"netDays":30,"endOfMonthPlusDays":15,"instalments":[1]}"#,
                ["payment-terms-form@15"]
            ),
            (#"{"netDays":30,"monthsAfter":1}"#, ["payment-terms-form@1"]),
            (#"{"dayOfMonth":10}"#, [#"missing-key@{"dayOfMonth":10}"#]),
            (#"{"dayOfMonth":32,"monthsAfter":13}"#, ["bad-integer@13", "bad-integer@32"]),
            (#"{"dayOfMonth":0,"monthsAfter":0}"#, ["bad-integer@0"]),
            (#"{"netDays":366}"#, ["bad-integer@366"]),
            (#"{"endOfMonthPlusDays":-1}"#, ["bad-integer@-1"]),
            (#"{"netDay":30}"#, [#"unknown-key@"netDay""#, #"payment-terms-form@{"netDay":30}"#]),
            ("30", ["wrong-type@30", "payment-terms-form@30"]),
            (#"{"instalments":{}}"#, ["wrong-type@{}"]),
            (#"{"instalments":[]}"#, ["wrong-count@[]"]),
            (#"{"instalments":[\#(first)]}"#, [#"wrong-count@[\#(first)]"#]),
            (
                #"{"instalments":[\#(first),{"percent":"69.9999","netDays":60}]}"#,
                [#"instalments-total@[\#(first),{"percent":"69.9999","netDays":60}]"#]
            ),
            (
                #"{"instalments":[\#(first),{"percent":"70","netDays":0}]}"#,
                [#"instalment-order@{"percent":"70","netDays":0}"#]
            ),
            (
                #"{"instalments":[{"percent":"0","netDays":1},{"percent":"100.1","netDays":2}]}"#,
                [#"percent-out-of-range@"0""#, #"percent-out-of-range@"100.1""#]
            ),
            (
                #"{"instalments":[{"percent":"x","netDays":1},{"netDays":2}]}"#,
                [#"bad-number@"x""#, #"missing-key@{"netDays":2}"#]
            ),
            (
                #"{"netDays":30,"earlyPayment":[{"days":10,"percent":"2"},{"days":10,"percent":"1"}]}"#,
                [#"early-payment-order@{"days":10,"percent":"1"}"#]
            ),
            (
                #"{"netDays":30,"earlyPayment":[{"days":10,"percent":"2"},{"days":20,"percent":"2"}]}"#,
                [#"early-payment-order@{"days":20,"percent":"2"}"#]
            ),
            (
                #"{"netDays":30,"earlyPayment":[{"days":31,"percent":"2"}]}"#,
                [#"early-payment-order@{"days":31,"percent":"2"}"#]
            ),
            (#"{"netDays":366,"earlyPayment":[{"days":31,"percent":"2"}]}"#, ["bad-integer@366"]),
            (
                #"{"netDays":30,"earlyPayment":[{"days":10,"percent":"100"}]}"#,
                [#"percent-out-of-range@"100""#]
            ),
            (
                #"{"netDays":30,"earlyPayment":[{"days":10}]}"#, [#"missing-key@{"days":10}"#]
            ),
            (
                #"{"netDays":30,"earlyPayment":[1,2,3,4,5,6]}"#,
                ["wrong-count@[1,2,3,4,5,6]"]
                    + (1...5).flatMap { number in
                        ["wrong-type", "missing-key", "missing-key"].map { "\($0)@\(number)" }
                    }
            ),
        ] as [(String, [String])])
    func refuses(json: String, expected: [String]) throws {
        #expect(try read(json).findings == expected)
    }
}

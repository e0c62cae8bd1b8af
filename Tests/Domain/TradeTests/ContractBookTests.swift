import Diagnostics
import Formats
import Money
import TestSupport
import Testing
import Trade

struct ContractBookTests {
    /// A contract of 2026 with two amendments: from March, and of that one from June, which
    /// prolongs it to March 2027.
    private static let records = [
        ContractSamples.base(
            "C-1",
            #","to":"2026-12-31","title":"Frame","reference":"R-9","prices":["#
                + #"{"clause":"1","item":"A","unitPrice":"10"},{"clause":"2","item":"B","unitPrice":"5","to":"2026-06-30"}],"#
                + #""discounts":[{"clause":"3","group":"G","percent":"2"},{"percent":"1"},{"on":"order","percent":"4"}],"#
                + #""paymentTerms":{"clause":"4","netDays":30},"freight":{"charged":"first-delivery","amount":"20"},"#
                + #""billing":{"plan":"per-delivery"}"#),
        ContractSamples.amendment(
            "C-1-A1", of: "C-1", from: "2026-03-01",
            #","prices":[{"clause":"1","item":"A","unitPrice":"9"}],"products":[{"item":"A","maximum":"100"},{"group":"G"}],"#
                + #""freight":{"clause":"7","charged":"each-delivery","amount":"12.50"}"#),
        ContractSamples.amendment(
            "C-1-A2", of: "C-1-A1", from: "2026-06-01",
            #","to":"2027-03-31","prices":[{"item":"A","unitPrice":"8","from":"2026-06-15","to":"2026-08-31"}],"#
                + #""discounts":[{"item":"A","percent":"3"},{"group":"G","percent":"0"}],"products":[{"item":"A","maximum":"50"}],"#
                + #""paymentTerms":{"clause":"2","netDays":45}"#),
    ]

    @Test(
        "What holds on a day comes from the newest record that says something about it",
        arguments: [
            ("2025-12-31", "none"),
            (
                "2026-01-01",
                "A 10 contract C-1, clause 1; B 5; A 2 % contract C-1, clause 3; any; 30 days net; EUR 20.00; to 2026-12-31"
            ),
            (
                "2026-02-28",
                "A 10 contract C-1, clause 1; B 5; A 2 % contract C-1, clause 3; any; 30 days net; EUR 20.00; to 2026-12-31"
            ),
            (
                "2026-03-01",
                "A 9 amendment C-1-A1, clause 1; B 5; A 2 % contract C-1, clause 3; at most 100; 30 days net; EUR 12.50; to 2026-12-31"
            ),
            // The price of A2 does not hold yet: that of A1 does.
            (
                "2026-06-14",
                "A 9 amendment C-1-A1, clause 1; B 5; A 3 % amendment C-1-A2; at most 50; 45 days net; EUR 12.50; to 2027-03-31"
            ),
            (
                "2026-07-01",
                "A 8 amendment C-1-A2; B -; A 3 % amendment C-1-A2; at most 50; 45 days net; EUR 12.50; to 2027-03-31"
            ),
            (
                "2027-03-31",
                "A 9 amendment C-1-A1, clause 1; B -; A 3 % amendment C-1-A2; at most 50; 45 days net; EUR 12.50; to 2027-03-31"
            ),
            ("2027-04-01", "none"),
        ])
    func termsByDay(day: String, expected: String) throws {
        let book = try ContractSamples.book(Self.records)
        let terms = book.terms(of: "C-1", on: try ContractSamples.day(day))
        #expect(try terms.map(summary) ?? "none" == expected)
        #expect(
            book.inForce(for: "K", on: try ContractSamples.day(day)).map(\.id)
                == (terms.map { [$0.id] } ?? []))
        #expect(book.inForce(for: "L", on: try ContractSamples.day(day)).isEmpty)
        #expect(book.terms(of: "C-1-A1", on: try ContractSamples.day(day)) == nil)
        #expect(book.lastDay(of: "C-1")?.description == "2027-03-31")
    }

    private func summary(_ terms: ContractTerms) throws -> String {
        let item = try ContractSamples.item("A", group: "G")
        let price = terms.price(of: "A")
        let discount = terms.lineDiscount(for: item)
        return [
            "A \(price.map { "\(unitPrice($0)) \($0.source.citation)" } ?? "-")",
            "B \(terms.price(of: "B").map(unitPrice) ?? "-")",
            "A \(discount.map { "\($0.percent) % \($0.source.citation)" } ?? "-")",
            terms.limitsProducts
                ? "at most \(terms.product(for: item)?.maximum.map { "\($0)" } ?? "-")" : "any",
            terms.paymentTerms?.terms.description ?? "-",
            terms.freight?.terms.amount?.description ?? "-",
            "to \(terms.to.map { "\($0)" } ?? "-")",
        ].joined(separator: "; ")
    }

    private func unitPrice(_ price: ContractPrice) -> String {
        guard case .flat(let unitPrice, _) = price.pricing else { return "?" }
        return unitPrice.description
    }

    @Test("What is in force is listed once, oldest record first, with its source")
    func listing() throws {
        let book = try ContractSamples.book(Self.records)
        let terms = try #require(book.terms(of: "C-1", on: ContractSamples.day("2026-06-20")))
        #expect(
            terms.prices.map { "\($0.item) \($0.source.citation)" } == [
                "B contract C-1, clause 2", "A amendment C-1-A2",
            ])
        #expect(
            terms.discounts.map { "\($0.scope) \($0.percent)" } == [
                "every line 1", "the order 4", "item A 3", "group G 0",
            ])
        #expect(
            terms.products.map { "\($0.scope.name) \($0.source.contract)" } == [
                "group G C-1-A1", "A C-1-A2",
            ])
        #expect(terms.amendments == ["C-1-A1", "C-1-A2"])
        #expect(terms.orderDiscount?.percent == Decimal(4))
        #expect(terms.title == "Frame" && terms.reference == "R-9" && terms.customer == "K")
        // Other items: of the group, and of none.
        let (grouped, plain) = (
            try ContractSamples.item("X", group: "G"), try ContractSamples.item("Y", group: "H")
        )
        #expect(terms.lineDiscount(for: grouped)?.percent == .zero)
        #expect(terms.lineDiscount(for: plain)?.percent == Decimal(1))
        #expect(terms.product(for: grouped) != nil && terms.product(for: plain) == nil)
        #expect(book.amendments(of: "C-1").map(\.id) == ["C-1-A1", "C-1-A2"])
        #expect(book.base(of: "C-1-A2") == "C-1" && book.base(of: "C-2") == nil)
        #expect(book.ids == ["C-1", "C-1-A1", "C-1-A2"])
    }

    /// Periods of an amended plan begin on the contract's own day, not the amendment's.
    @Test("Recurring billing runs from the contract's first day unless it says otherwise")
    func anchors() throws {
        let book = try ContractSamples.book([
            ContractSamples.base("C", #","to":"2026-12-30""#, from: "2026-01-31"),
            ContractSamples.amendment(
                "D", of: "C", from: "2026-03-15",
                #","billing":{"plan":"recurring","every":"month","when":"advance"}"#),
        ])
        let terms = try #require(book.terms(of: "C", on: ContractSamples.day("2026-04-01")))
        guard case .recurring(let plan)? = terms.billing?.terms else {
            Issue.record("not recurring")
            return
        }
        #expect(plan.anchor.description == "2026-01-31" && plan.months == 1 && plan.inAdvance)
    }

    @Test(
        "A record that does not fit the others is refused, and the book stays as it was",
        arguments: [
            // Known: C of 2026 in euros, D (March) amends C, E (June) amends D.
            (
                ContractSamples.amendment("F", of: "X", from: "2026-04-01"),
                [#"unknown-contract "X""#]
            ),
            (
                ContractSamples.amendment("F", of: "F", from: "2026-04-01"),
                [#"amendment-cycle "F""#]
            ),
            (
                ContractSamples.amendment("C", of: "E", from: "2026-07-01"),
                [#"amendment-cycle "E""#]
            ),
            (
                ContractSamples.amendment("D", of: "E", from: "2026-07-01"),
                [#"amendment-cycle "E""#]
            ),
            (
                ContractSamples.amendment("F", of: "D", from: "2026-02-28"),
                [#"date-order "2026-02-28""#]
            ),
            // D, which is kept, would begin before the contract: the finding is in D's record.
            (ContractSamples.base("C", from: "2026-04-01"), [#"date-order "2026-03-01""#]),
            (
                ContractSamples.amendment("D", of: "C", from: "2026-07-01"),
                [#"date-order "2026-06-01""#]
            ),
            (
                ContractSamples.amendment("F", of: "C", from: "2027-01-01"),
                [#"date-order "2027-01-01""#]
            ),
            (
                ContractSamples.amendment(
                    "F", of: "C", from: "2026-04-01",
                    #","freight":{"charged":"by-quantity","amount":"1.005"}"#),
                [#"too-many-decimals "1.005""#]
            ),
            (
                ContractSamples.amendment(
                    "F", of: "C", from: "2026-04-01",
                    #","to":"2026-11-29","billing":{"plan":"recurring","every":"month","when":"advance"}"#
                ),
                [#"period-cut "2026-11-29""#]
            ),
            (
                ContractSamples.base(
                    "C", #","billing":{"plan":"recurring","every":"month","when":"advance"}"#),
                [#"recurring-without-end {"plan":"recurring","every":"month","when":"advance"}"#]
            ),
        ] as [(String, [String])])
    func refusals(record: String, expected: [String]) throws {
        var book = try ContractSamples.book([
            ContractSamples.base("C", #","to":"2026-12-31""#),
            ContractSamples.amendment("D", of: "C", from: "2026-03-01"),
            ContractSamples.amendment("E", of: "D", from: "2026-06-01"),
        ])
        let findings = Findings()
        if let contract = Contract(try ContractSamples.node(record), findings) {
            let isPut = book.put(contract, findings)
            #expect(!isPut)
        }
        #expect(findings.diagnostics.map(\.underlined) == expected)
        #expect(book.ids == ["C", "D", "E"])
        #expect(book["C"]?.from.description == "2026-01-01" && book["D"]?.amends == "C")
        #expect(
            book.terms(of: "C", on: try ContractSamples.day("2026-07-01"))?.amendments == [
                "D", "E",
            ])
    }

    @Test("A contract has at most two hundred amendments")
    func amendmentLimit() throws {
        var book = try ContractSamples.book([ContractSamples.base("C")])
        let findings = Findings()
        for number in 0...200 {
            let amends = number == 0 ? "C" : "A\(number - 1)"
            let record = ContractSamples.amendment("A\(number)", of: amends, from: "2026-02-01")
            let isPut = book.put(try ContractSamples.contract(record), findings)
            #expect(isPut == (number < 200))
        }
        #expect(findings.diagnostics.map(\.code) == ["too-many-amendments"])
        #expect(book.amendments(of: "C").map(\.id) == (0..<200).map { "A\($0)" })
    }

    /// Records of a file, each as `id` or `id<amended`, and the order that follows.
    @Test(
        "The contracts of a file are put in the order in which they follow each other",
        arguments: [
            ("", "", ""), ("A B C", "A B C", ""), ("B<A A", "A B", ""),
            ("D<C C<B B<A A E", "A B C D E", ""), ("B<X A", "B A", ""),
            ("A<A", "", "A"), ("A<B B<A", "", "A B"), ("C<A A<B B<A D", "C D", "A B"),
            ("D<C A<C C<B B<A E<D", "D E", "A C B"),
        ])
    func fileOrder(file: String, order: String, cycles: String) throws {
        let contracts = try file.split(separator: " ").map { word in
            let names = word.split(separator: "<").map(String.init)
            return try ContractSamples.contract(
                names.count == 1
                    ? ContractSamples.base(names[0])
                    : ContractSamples.amendment(names[0], of: names[1], from: "2026-01-01"))
        }
        let result = ContractBook.inOrder(contracts)
        #expect(result.order.map { contracts[$0].id }.joined(separator: " ") == order)
        #expect(result.cycles.map { contracts[$0.index].id }.joined(separator: " ") == cycles)
        for (index, finding) in result.cycles {
            let amends = try #require(contracts[index].amends)
            #expect(finding.underlined == "amendment-cycle \"\(amends)\"")
        }
    }

    /// A plain account of what a book must hold, worked out anew for each question.
    private struct Ledger {
        var records: [String: (amends: String?, from: Int, price: Int?)] = [:]

        func base(of id: String) -> String? {
            var (id, steps) = (id, 0)
            while let amends = records[id]?.amends, steps <= records.count {
                (id, steps) = (amends, steps + 1)
            }
            return records[id] == nil || steps > records.count ? nil : id
        }

        func depth(_ id: String) -> Int { records[id]?.amends.map { depth($0) + 1 } ?? 0 }

        var isSound: Bool {
            records.allSatisfy { id, record in
                guard base(of: id) != nil else { return false }
                return record.amends.map { (records[$0]?.from ?? .max) <= record.from } ?? true
            }
        }

        func price(of base: String, on day: Int) -> Int? {
            guard let first = records[base], first.amends == nil, first.from <= day else {
                return nil
            }
            let chain = records.filter { self.base(of: $0.key) == base && $0.value.from <= day }
            return chain.sorted {
                ($0.value.from, depth($0.key), $0.key) > ($1.value.from, depth($1.key), $1.key)
            }
            .lazy.compactMap(\.value.price).first
        }
    }

    @Test("Whatever is put in whatever order, the book says what working it out anew says")
    func randomBooks() throws {
        var random = SplitMix64(seed: 26)
        let names = ["A", "B", "C", "D", "E", "F"]
        for round in 0..<max(20, rounds / 40) {
            var book = ContractBook()
            var ledger = Ledger()
            for _ in 0..<25 {
                let id = names[Int.random(in: 0..<6, using: &random)]
                let amends =
                    Int.random(in: 0...3, using: &random) == 0
                    ? nil : names[Int.random(in: 0..<6, using: &random)]
                let from = Int.random(in: 1...9, using: &random)
                let price =
                    Bool.random(using: &random) ? Int.random(in: 1...99, using: &random) : nil
                let more = price.map { #","prices":[{"item":"X","unitPrice":"\#($0)"}]"# } ?? ""
                let record =
                    amends.map {
                        ContractSamples.amendment(id, of: $0, from: "2026-01-0\(from)", more)
                    } ?? ContractSamples.base(id, more, from: "2026-01-0\(from)")
                var next = ledger
                next.records[id] = (amends, from, price)
                let isPut = book.put(try ContractSamples.contract(record), Findings())
                #expect(isPut == next.isSound, "round \(round): \(record)")
                if isPut { ledger = next }
                #expect(book.ids == ledger.records.keys.sorted())
                for id in names {
                    #expect(book.base(of: id) == ledger.base(of: id))
                    for day in [1, 5, 9] {
                        let terms = book.terms(
                            of: id, on: try ContractSamples.day("2026-01-0\(day)"))
                        let wanted = ledger.price(of: id, on: day)
                        #expect(terms?.price(of: "X").map(unitPrice) == wanted.map(String.init))
                    }
                }
            }
        }
    }
}

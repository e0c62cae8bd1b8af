import Diagnostics
import Testing

struct NearestTests {
    @Test(
        "A mistyped name finds the one that was meant, or none",
        arguments: [
            ("quantity", "quantity"), ("quantiy", "quantity"), ("qauntity", "quantity"),
            ("quantityy", "quantity"), ("QUANTITY", "quantity"), ("pirce", "price"),
            ("unitprice", "unitPrice"), ("kustomer", "customer"), ("tax", nil), ("", nil),
            ("xyzzy", nil), ("größe", "größen"), ("it", nil),
            // Equally far from item and itemz: the earlier.
            ("iteme", "item"),
        ] as [(String, String?)])
    func finds(name: String, expected: String?) {
        let names = ["item", "itemz", "quantity", "price", "unitPrice", "customer", "größen"]
        #expect(nearest(to: name, among: names) == expected)
    }

    @Test("A hint names the nearest, else what is known, a dozen at most")
    func hints() {
        let many = (1...20).map { "candidate\($0)" }
        #expect(suggestion(for: "itm", among: ["item"]) == "did you mean \"item\"?")
        #expect(suggestion(for: "zzz", among: ["item", "price"]) == "known are item, price")
        #expect(suggestion(for: "zzz", among: []) == nil)
        let long = suggestion(for: "zzz", among: many)
        #expect(long?.hasSuffix("candidate12, …") == true)
    }

    @Test("Findings past the limit are counted and said in one line")
    func limits() {
        let findings = Findings(subject: "order 7")
        for index in 0..<500 {
            findings.add(Diagnostic(index == 3 ? .warning : .error, code: "c", "finding \(index)"))
        }
        #expect(findings.diagnostics.count == Findings.limit + 1)
        #expect(findings.diagnostics.last?.code == "too-many-findings")
        #expect(findings.errorCount == 499 && findings.warningCount == 1 && findings.hasErrors)
        #expect(findings.diagnostics.allSatisfy { $0.subject == "order 7" })
    }
}

import TestSupport
import Testing

/// Pages with an e-invoice inside, from issue to reading.
@Suite struct HybridPageTests {
    private static let folder = "books/archive/HARBOR/2026-04/"

    /// An exporter under LUT, whose customer wants Factur-X.
    private func issued() throws -> (shop: Shop, page: String) {
        let shop = try Shop()
        try shop.done("customer", "set", "HARBOR", "eInvoice=facturx")
        try shop.deliver(1..<2, customer: "HARBOR")
        try shop.done("issue", "--date", "2026-04-30")
        let page = shop.scratch.files(Self.folder).first { $0.hasSuffix(".pdf") }
        return (shop, Self.folder + (try #require(page)))
    }

    @Test("A page is issued with its e-invoice inside, sound, and says the same when it is read")
    func issuedAndRead() throws {
        let (shop, page) = try issued()
        #expect(try shop.done("validate", page).contains("1 file: 1 sound"))
        let read = try shop.done("read", page)
        #expect(read.contains("Harbor Supplies Inc.") && read.contains("VATEX-EU-O"), "\(read)")
        let xml = page.replacing(".pdf", with: ".cii.xml")
        #expect(try shop.done("convert", page, "--to", "cii") == shop.scratch.text(xml))
    }

    @Test("Rendered again it has the same e-invoice inside; without one it is a plain page")
    func renderedAgain() throws {
        let (shop, page) = try issued()
        try shop.done("rerender", "--customer", "HARBOR")
        let again = page.replacing(".pdf", with: ".r2.pdf")
        #expect(try shop.done("validate", again).contains("1 file: 1 sound"))
        #expect(
            try shop.done("convert", again, "--to", "json")
                == shop.done("convert", page, "--to", "json"))
    }

    @Test("An e-invoice that the receiver would refuse stops the issue before it has a number")
    func refused() throws {
        let shop = try Shop()
        // An export that bears integrated tax has no place in EN 16931.
        try shop.done("customer", "set", "HARBOR", "eInvoice=ubl", "withPayment=true")
        try shop.deliver(1..<2, customer: "HARBOR")
        let outcome = try shop.run("issue", "--date", "2026-04-30")
        #expect(outcome.status == 1 && outcome.err.contains("BR-CL-18"), "\(outcome.err)")
        #expect(try shop.numbers().isEmpty && shop.scratch.files("books/archive").isEmpty)
    }
}

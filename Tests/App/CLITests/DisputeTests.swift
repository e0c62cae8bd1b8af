import TestSupport
import Testing

/// The pack for a disputed document.
@Suite struct DisputeTests {
    private static let reader = "/usr/bin/pdftotext"
    private static let qpdf = "/usr/bin/qpdf"

    /// An invoice of two orders under a contract, and a credit note on it.
    private func issued() throws -> (Shop, number: String) {
        let shop = try ContractShop.open()
        try shop.done("issue", "--date", "2026-05-31")
        let number = try #require(
            try shop.done("find", "--order", "SO-2").split(separator: " ").first.map(String.init))
        try shop.done(
            "credit", number, "--line", "1:1", "--reason", "one was bent", "--date",
            "2026-06-02")
        return (shop, number)
    }

    @Test(
        "One PDF has all that belongs to the document, with bookmarks; the same bytes each time",
        .enabled(
            if: Program.has(DisputeTests.reader) && Program.has(DisputeTests.qpdf),
            "pdftotext or qpdf is not installed"))
    func pack() throws {
        let (shop, number) = try issued()
        let before = shop.scratch.files("books/archive")
        try shop.done("dispute", number.lowercased(), "--output", "a")
        try shop.done("dispute", number, "--output", "b", "--processors", "1")
        let name = "dispute-\(number.replacing("/", with: "-"))"
        let (pdf, zip) = (name + ".pdf", name + ".zip")
        #expect(shop.scratch.files("a") == [pdf, zip])
        #expect(shop.scratch.bytes("a/" + pdf) == shop.scratch.bytes("b/" + pdf))
        #expect(shop.scratch.bytes("a/" + zip) == shop.scratch.bytes("b/" + zip))
        #expect(shop.scratch.files("books/archive") == before)
        let path = shop.scratch.path + "/a/" + pdf
        let objects = try Program.read(
            path, with: Self.qpdf, "--qdf", "--object-streams=disable")
        for title in [
            "Dispute of \(number)", "Timeline", "\(number) as issued", "Order SO-1",
            "Order SO-2", "Contract FA-1", "Delivery D-1", "Delivery D-3",
            "How each amount came about", "CN/26-27/0001, credit-note",
        ] {
            #expect(objects.contains("/Title (\(title))"), "\(title)")
        }
        #expect(objects.contains("/PageMode /UseOutlines"))
        let text = try Program.read(path, with: Self.reader, "-layout")
        // The terms of the day of the order: the amendment of July is none of them.
        for words in [
            "TAX INVOICE", "Credit note", "one was bent", "graduated", "PO-1", "PO-2",
            "lines.1.gross = INR", "SHA-256", "2026-05-20",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("INR 900.00"))
    }

    @Test("A page that is not as it was filed ends it, and so does a number that is not there")
    func refused() throws {
        let (shop, number) = try issued()
        #expect(try shop.run("dispute", "TT/26-27/00099", "--output", "a").status == 2)
        #expect(try shop.run("dispute").status == 2)
        shop.scratch.write("books/archive/RETAIL/2026-06/CN-26-27-0001.pdf", "%PDF-1.7 other")
        let outcome = try shop.run("dispute", number, "--output", "a")
        #expect(outcome.status == 3 && outcome.err.contains("CN-26-27-0001.pdf"))
        #expect(shop.scratch.files("a") == [])
    }
}

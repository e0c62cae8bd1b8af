import Database
import Diagnostics
import Formats
import TestSupport
import Testing

/// Bulk rendering that goes on where it was stopped, and comparing without making anything.
@Suite struct RerenderTests {
    private func issued() throws -> Shop {
        let shop = try Shop()
        try shop.deliver(0..<3)
        try shop.done("issue", "--date", "2026-04-30")
        return shop
    }

    @Test("What a stopped run has made is not made again; what it refused or missed is")
    func goesOn() throws {
        let shop = try issued()
        let first = try shop.done("rerender", "--period", "2026-04")
        #expect(first.hasSuffix("3 renditions, 0 refused\n"), "\(first)")
        do {
            // As if the second had been refused and the program had been ended before the third.
            let books = try Connection.open(shop.books + "/books.sqlite")
            try books.execute("UPDATE rendition_run SET is_done = 0")
            try books.execute(
                "DELETE FROM rendition_result WHERE document = ?", "TT/26-27/00003")
        }
        // Another request is another run.
        let other = try shop.done("rerender", "--number", "TT/26-27/00001")
        #expect(other.hasSuffix("1 rendition, 0 refused\n"), "\(other)")
        let second = try shop.done("rerender", "--period", "2026-04")
        #expect(second.hasSuffix("1 rendition, 0 refused, 2 made before\n"), "\(second)")
        #expect(second.contains("TT-26-27-00003.r3.pdf"))
        #expect(try shop.done("rerender", "--period", "2026-04").contains("3 renditions"))
        #expect(try Audit(shop.books).complaints == [])
    }

    @Test("Comparing makes nothing and tells which documents another template changes")
    func compares() throws {
        let shop = try issued()
        let before = shop.scratch.files("books/archive")
        let same = try shop.done("rerender", "--compare", "--period", "2026-04")
        #expect(same == "3 the same, 0 changed, 0 refused\n")
        let self2 = try shop.done("rerender", "--compare", "--template", "classic")
        #expect(self2 == "3 the same, 0 changed, 0 refused\n")
        let other = try shop.run(
            "rerender", "--compare", "--template", "compact", "--period", "2026-04", "--json")
        #expect(other.status == 1)
        let answer = try JSONAnswer(other.out)
        #expect(answer["result"] != nil && other.out.contains("\"verdict\": \"other-layout\""))
        #expect(shop.scratch.files("books/archive") == before)
        #expect(try shop.run("rerender", "--from", "classic", "--period", "2026-04").status == 2)
    }

    @Test("What is damaged of one document is told, and the others go on")
    func damaged() throws {
        let shop = try issued()
        let folder = "books/archive/RETAIL/2026-04/TT-26-27-0000"
        shop.scratch.write("\(folder)1.json", shop.scratch.text("\(folder)1.json") + " ")
        let copies = try shop.run("rerender", "--period", "2026-04")
        #expect(copies.status == 1)
        #expect(copies.out.hasSuffix("2 renditions, 1 refused\n"), "\(copies.out)")
        #expect(copies.err.contains("error[document-unreadable]: document TT/26-27/00001: "))
        shop.scratch.write("\(folder)2.pdf", "another page")
        let compared = try shop.run("rerender", "--compare", "--period", "2026-04")
        #expect(compared.status == 1)
        #expect(compared.out.hasSuffix("1 the same, 0 changed, 2 refused\n"), "\(compared.out)")
        #expect(
            compared.err.contains("TT-26-27-00002.pdf is not as it was filed"), "\(compared.err)")
    }

    @Test("A page that would be another than the archived one is told by what a reader sees")
    func toldToReaders() throws {
        let shop = try issued()
        // A word of the company's own, after the documents were issued.
        shop.scratch.write("books/templates/languages/en.txt", "bill-to = Sold to\n")
        let words = try shop.run("rerender", "--compare", "--number", "TT/26-27/00001")
        #expect(
            words.out
                == "TT/26-27/00001  another page than the archived one, from the contents of page 1 "
                + "on: 0 texts moved, 2 changed, the first on page 1: \"Bill to\"\n"
                + "0 the same, 1 changed, 0 refused\n", "\(words.out)")
        // A colour: no text has moved.
        shop.scratch.write("books/templates/languages/en.txt", "# none\n")
        let template = String(
            decoding: contents(Program.home + "/templates/classic.xml") ?? [], as: UTF8.self)
        shop.scratch.write(
            "books/templates/classic.xml", template.replacing("#1d4477", with: "#774411"))
        let colour = try shop.run("rerender", "--compare", "--json")
        #expect(colour.status == 1 && colour.out.contains(#""verdict": "other-page""#))
        #expect(colour.out.contains(#""place": "from the contents of page 1 on""#))
        #expect(colour.out.contains(#""moved": 0,"#) && colour.out.contains(#""changed": 0,"#))
        let seen = try shop.run("rerender", "--compare", "--number", "TT/26-27/00001")
        #expect(seen.out.contains("on: all texts stand where they did\n"), "\(seen.out)")
        // What it was made with is gone.
        for name in shop.scratch.files("books/materials") {
            shop.scratch.write("books/materials/\(name)", "x")
        }
        let lost = try shop.run("rerender", "--compare", "--number", "TT/26-27/00001")
        #expect(lost.status == 1, "\(lost.err)")
        #expect(lost.out.contains("(what a reader sees is not known: "), "\(lost.out)")
    }
}

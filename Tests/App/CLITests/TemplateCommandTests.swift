import Glibc
import TestSupport
import Testing

/// Templates as files a company writes itself.
@Suite struct TemplateCommandTests {
    @Test("A copy of a shipped template is sound at once, has its own name and overwrites nothing")
    func begin() throws {
        let scratch = Scratch()
        for origin in ["classic", "modern"] {
            try Program.done(
                ["template", "new", "our-\(origin)", "--from", origin] + Program.resources,
                in: scratch)
            let file = "our-\(origin).xml"
            let copy = String(decoding: scratch.bytes(file), as: UTF8.self)
            #expect(copy.contains("<template name=\"our-\(origin)\""))
            let said = try Program.done(
                ["template", "check", file] + Program.resources, in: scratch)
            #expect(said.contains("\(file): sound"))
            let again = try Program.run(
                ["template", "new", "our-\(origin)", "--from", origin] + Program.resources,
                in: scratch.path)
            #expect(again.status == 3)
            #expect(again.err.contains("\(file) is there already"))
            #expect(String(decoding: scratch.bytes(file), as: UTF8.self) == copy)
        }
    }

    @Test("Wrong names, unknown origins and files that are no templates are told in plain words")
    func refused() throws {
        let scratch = Scratch()
        scratch.write("order.json", "{}")
        scratch.write("noise.xml", "\u{0}\u{1}\u{2}")
        let calls: [([String], Int32, String)] = [
            (["new", "../evil"], 2, "cannot name a template"),
            (["new", "Ours"], 2, "small letters"),
            (["new", "ours", "--from", "clasic"], 3, "there is no template clasic"),
            (["new"], 2, "which name"),
            (["check"], 2, "which files"),
            (["check", "none.xml"], 3, "none.xml"),
            (["check", "order.json"], 1, "template-xml"),
            (["check", "noise.xml"], 1, "template-xml"),
            (["chek", "a.xml"], 2, "check"),
        ]
        for (arguments, status, says) in calls {
            let outcome = try Program.run(
                ["template"] + arguments + Program.resources, in: scratch.path)
            #expect(outcome.status == status, "\(arguments): \(outcome.err)")
            #expect(outcome.err.contains(says), "\(arguments): \(outcome.err)")
        }
        #expect(scratch.files("") == ["noise.xml", "order.json"])
    }

    @Test("What is no ordinary file is refused at once: nobody may ever write into a pipe")
    func pipes() throws {
        let scratch = Scratch()
        for name in ["page.xml", "stamp.png"] {
            #expect(unsafe mkfifo("\(scratch.path)/\(name)", 0o600) == 0)
        }
        scratch.write(
            "stamped.xml",
            """
            <template name="stamped" size="A4"><style name="text" font="Noto Sans"/>
            <page bottom="800pt"/><flow><image src="stamp.png" alt=""/></flow></template>
            """)
        for (file, status) in [("page.xml", Int32(3)), ("stamped.xml", 1)] {
            let outcome = try Program.run(
                ["template", "check", file] + Program.resources, in: scratch.path)
            #expect(outcome.status == status, "\(outcome.err)")
            #expect(outcome.err.contains("no ordinary file but a pipe"), "\(outcome.err)")
        }
    }

    @Test("The books' own template is taken before the shipped one of its name")
    func own() throws {
        let shop = try Shop()
        try shop.deliver(1..<2)
        try shop.done("issue", "--date", "2026-04-30")
        let copy = ["template", "new", "ours", "--to", "ours.xml"]
        try Program.done(copy, in: shop.scratch)
        shop.scratch.write("books/templates/ours.xml", shop.scratch.bytes("ours.xml"))
        try shop.done("rerender", "--customer", "RETAIL", "--template", "ours")
        // A shipped name with a mistake of its own: the mistake is found, so it is the one read.
        shop.scratch.write("books/templates/classic.xml", "<template/>")
        let outcome = try shop.run("rerender", "--customer", "RETAIL", "--template", "classic")
        #expect(outcome.status == 3)
        #expect(outcome.err.contains("books/templates/classic.xml"))
        let missing = try shop.run("rerender", "--customer", "RETAIL", "--template", "our")
        #expect(missing.err.contains("there are classic, ours, "), "\(missing.err)")
    }

    @Test("A template that is not made for invoices prints none, and no number is used up")
    func unfit() throws {
        let shop = try Shop()
        try shop.deliver(1..<2)
        let shipped = String(
            decoding: contents(Program.home + "/templates/classic.xml") ?? [], as: UTF8.self)
        shop.scratch.write(
            "books/templates/classic.xml",
            shipped.replacing(
                #"regimes="india-gst""#, with: #"regimes="india-gst" kinds="credit-note""#))
        let refused = try shop.run("issue", "--date", "2026-04-30")
        #expect(refused.status == 1)
        #expect(refused.err.contains("error[unfit-template]: order SO-1"), "\(refused.err)")
        #expect(
            refused.err.contains("classic is made for credit-note and not for invoice"),
            "\(refused.err)")
        #expect(try shop.numbers() == [] && shop.scratch.files("books/archive") == [])
        shop.scratch.remove("books/templates/classic.xml")
        try shop.done("issue", "--date", "2026-04-30")
        #expect(try shop.numbers() == ["TT/26-27/00001"])
    }

    @Test(
        "The books say single words of a shipped language otherwise, and keep the others",
        .enabled(if: Program.has("/usr/bin/pdftotext"), "pdftotext is not installed"))
    func ownWords() throws {
        let shop = try Shop()
        shop.scratch.write("books/templates/languages/en.txt", "title-tax-invoice = GST invoice\n")
        // Of one country's English alone, and later than the language's.
        shop.scratch.write(
            "books/templates/languages/en-IN.txt", "number-invoice = Our number\n")
        try shop.deliver(1..<2)
        try shop.done("issue", "--date", "2026-04-30")
        try shop.done("fetch", "TT/26-27/00001", "--kind", "pdf", "--output", "out")
        let text = try Program.read(
            "\(shop.scratch.path)/out/TT-26-27-00001.pdf", with: "/usr/bin/pdftotext", "-layout")
        for words in ["GST INVOICE", "Our number", "Invoice date", "Place of supply"] {
            #expect(text.contains(words), "\(words): \(text)")
        }
        #expect(!text.contains("TAX INVOICE") && !text.contains("Invoice no."), "\(text)")
    }

    @Test(
        "A language that the books add prints its words, numbers and dates",
        .enabled(if: Program.has("/usr/bin/pdftotext"), "pdftotext is not installed"))
    func language() throws {
        let shop = try Shop()
        let italian = """
            title-tax-invoice = Fattura
            number-invoice = Numero della fattura
            format-decimal = ,
            format-group = .
            format-currency = after
            format-date = dd/mm/yyyy

            """
        shop.scratch.write("books/templates/languages/it.txt", italian)
        try shop.done("customer", "set", "RETAIL", "language=it-IT", "--from", "2026-04-01")
        try shop.deliver(1..<2)
        try shop.done("issue", "--date", "2026-04-30")
        let number = try #require(try shop.numbers().first)
        try shop.done("fetch", number, "--kind", "pdf", "--output", "out")
        let file = try #require(shop.scratch.files("out").first { $0.hasSuffix(".pdf") })
        let text = try Program.read(
            "\(shop.scratch.path)/out/\(file)", with: "/usr/bin/pdftotext", "-layout")
        #expect(text.contains("FATTURA") && text.contains("30/04/2026"), "\(text)")
        #expect(text.contains("1.062,00"), "\(text)")
        shop.scratch.write("books/templates/languages/it.txt", italian + "format-percent = 5\n")
        let outcome = try shop.run("rerender", "--customer", "RETAIL")
        #expect(outcome.status == 3)
        #expect(outcome.err.contains("it.txt:7:1: error[label-line]"), "\(outcome.err)")
        #expect(outcome.err.contains("close (18%) or apart (18 %)"), "\(outcome.err)")
    }
}

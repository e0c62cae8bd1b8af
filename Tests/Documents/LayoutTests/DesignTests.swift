import Diagnostics
import Formats
import Layout
import Testing
import Typography
import XML

/// The templates as they are delivered, with invoices as they are.
@Suite struct Designs {
    static let languages = ["en", "en-SG", "de", "fr", "hi", "kn", "ar"]
    static let names = ["classic", "compact", "delivery-note", "modern"]

    static func labels(_ findings: Findings) throws -> LabelCatalog {
        var catalog = LabelCatalog()
        for code in languages {
            let name = "templates/languages/\(code).txt"
            let source = SourceText(name: name, bytes: try Sheet.bytes(name))
            catalog.read(source, code: code, findings: findings)
        }
        return catalog
    }

    static func template(_ name: String, _ findings: Findings) throws -> Template? {
        let values = "templates/values/invoice.txt"
        return Template.read(
            try Sheet.bytes("templates/\(name).xml"), name: name, fonts: try Sheet.fonts.get(),
            labels: try labels(findings),
            paths: PathCatalog(SourceText(name: values, bytes: try Sheet.bytes(values))),
            findings: findings)
    }

    static func layOut(
        _ invoice: Sample, in name: String? = nil, shaper: Shaper = Shaper()
    ) throws -> LaidOutDocument {
        let findings = Findings()
        let template = try #require(try template(name ?? invoice.template, findings))
        let catalog = try labels(findings)
        let second = invoice.value["secondLanguage"]?.string
        let document = LayoutEngine(template: template).layOut(
            invoice.value,
            settings: LayoutSettings(
                labels: catalog.labels(for: invoice.language),
                secondLabels: second.flatMap { catalog.secondLabels(for: $0) }), shaper: shaper,
            findings: findings)
        #expect(findings.diagnostics.isEmpty)
        return document
    }

    @Test(
        "Each language has all words of the pages about disputes, with the same things in them",
        arguments: Designs.languages.filter { !$0.contains("-") })
    func disputes(code: String) throws {
        let words = try #require(try Designs.labels(Findings()).secondLabels(for: code))
        let english = String(
            decoding: try Sheet.bytes("templates/languages/en.txt"), as: UTF8.self)
        let lines = english.split(separator: "\n").filter { $0.hasPrefix("dispute-") }
        #expect(lines.count > 30)
        func names(_ text: String) -> [String] {
            text.matches(of: /\{\w+\}/).map { String($0.output) }.sorted()
        }
        for line in lines {
            let key = String(line.prefix { $0 != " " })
            #expect(words[key].map(names) == names(String(line)), "\(code) \(key)")
        }
    }

    @Test("A country's words are laid over its language's: Singapore's invoices are tax invoices")
    func country() throws {
        let labels = try Designs.labels(Findings())
        let singapore = labels.labels(for: "en-SG")
        for (key, here, elsewhere) in [
            ("title-invoice", "Tax invoice", "Invoice"),
            ("tax-id", "GST reg. no.", "Tax no."),
            ("title-credit-note", "Credit note", "Credit note"),
        ] {
            #expect(singapore[key] == here)
            #expect(labels.labels(for: "en-GB")[key] == elsewhere)
        }
    }

    @Test("Every template is without findings in every language", arguments: Designs.names)
    func isClean(_ name: String) throws {
        let findings = Findings()
        #expect(try Designs.template(name, findings) != nil)
        #expect(findings.diagnostics.map(\.text) == [])
    }

    @Test("The schema that editors use accepts the templates", arguments: Designs.names)
    func isValid(_ name: String) throws {
        let schema = try RelaxNGSchema(
            bytes: try Sheet.bytes("templates/template.rng"), name: "template.rng")
        let bytes = try Sheet.bytes("templates/\(name).xml")
        #expect(schema.validate(bytes: bytes, name: name).map(\.description) == [])
    }

    @Test("The schema refuses what the reader refuses")
    func schemaRefuses() throws {
        let schema = try RelaxNGSchema(
            bytes: try Sheet.bytes("templates/template.rng"), name: "template.rng")
        for body in ["<flow><txt/></flow>", "<flow><space/></flow>", "<flow>word</flow>", "<flw/>"]
        {
            let text = "\(Sheet.head)\n\(body)</template>"
            #expect(!schema.validate(bytes: Array(text.utf8), name: body).isEmpty, "\(body)")
        }
        let empty = "\(Sheet.head)\n<flow/></template>"
        #expect(schema.validate(bytes: Array(empty.utf8), name: "empty").isEmpty)
    }

    @Test(
        "What the law wants is on the page, and what was agreed",
        arguments: [
            Sample.india, .export, .germany, .consolidated, .indianConsolidated, .milestone,
            .frenchInstalments,
            Sample.india.with(
                [:], "India, in Hindi", language: "hi-IN",
                mandatory: ["कर बीजक", "आपूर्ति का स्थान", "कर योग्य मूल्य", "प्राधिकृत हस्ताक्षरकर्ता"],
                absent: ["Tax invoice", "Place of supply", "Taxable"]),
            Sample.india.with(
                ["secondLanguage": .text("kn")], "India, in English and Kannada",
                mandatory: [
                    "TAX INVOICE", "ತೆರಿಗೆ ಸರಕುಪಟ್ಟಿ", "ORIGINAL FOR RECIPIENT", "ಸ್ವೀಕರಿಸುವವರಿಗೆ ಮೂಲ ಪ್ರತಿ",
                    "Bill to · ಖರೀದಿದಾರರು", "Place of supply", "ಪೂರೈಕೆಯ ಸ್ಥಳ", "Taxable value · ತೆರಿಗಾರ್ಹ ಮೌಲ್ಯ",
                    "Authorised signatory · ಅಧಿಕೃತ ಸಹಿದಾರರು",
                ]),
        ] + Sample.kinds)
    func mandatory(_ invoice: Sample) throws {
        let lines = try Designs.lines(of: invoice)
        let missing = invoice.mandatory.filter { text in
            !lines.contains { $0.contains(Designs.joined(text)) }
        }
        #expect(missing.isEmpty, "\(lines.joined(separator: "\n"))")
        let surplus = invoice.absent.filter { text in
            lines.contains { $0.contains(Designs.joined(text)) }
        }
        #expect(surplus.isEmpty)
    }

    @Test(
        "The narrow template shows all that the other one of its law does",
        arguments: ([Sample.india, .export, .indianConsolidated, .milestone] + Sample.kinds)
            .filter { $0.template == "classic" })
    func compact(_ invoice: Sample) throws {
        func words(_ name: String) throws -> Set<Substring> {
            let pages = try Designs.layOut(invoice, in: name).pages
            return Set(
                pages.flatMap(Sheet.lines).flatMap {
                    $0.split { $0 == " " || $0 == "|" || $0 == "\u{A0}" }
                })
        }
        // Carried sums and page numbers depend on where pages end.
        let missing = try words("classic").subtracting(words("compact")).filter {
            !$0.contains(".00") && Int($0) == nil
        }
        #expect(missing.isEmpty, "\(missing.sorted())")
    }

    static func lines(of invoice: Sample) throws -> [String] {
        try layOut(invoice).pages.flatMap(Sheet.lines).map(joined)
    }

    /// Fields are runs of their own, so that spaces do not tell where words end.
    static func joined(_ text: String) -> String {
        text.filter { $0 != " " && $0 != "|" && $0 != "\u{A0}" }
    }

    @Test(
        "Payment terms of every form are said in words",
        arguments: [
            (["netDays": 30], "Payment terms 30 days from invoice date"),
            (["endOfMonthPlusDays": 15], "Payment terms 15 days from end of month"),
            (["endOfMonthPlusDays": 0], "Payment terms end of month"),
            (["dayOfMonth": 20, "monthsAfter": 0], "Payment terms day 20 of the same month"),
            (["dayOfMonth": 10, "monthsAfter": 1], "Payment terms day 10 of the next month"),
            (["dayOfMonth": 31, "monthsAfter": 3], "Payment terms day 31 of month +3"),
        ] as [([String: Int], String)])
    func paymentTerms(_ terms: [String: Int], _ words: String) throws {
        let payment = Value.record { payment in
            for (key, number) in terms.sorted(by: { $0.key < $1.key }) {
                payment.add(key, .integer(number))
            }
        }
        let sample = Sample.india.with(["payment": payment], without: ["delivery"])
        let lines = try Designs.lines(of: sample).filter { $0.hasPrefix("Paymentterms") }
        #expect(lines == [Designs.joined(words)])
    }

    @Test("The same invoice is laid out alike by a shaper that is new or used")
    func isDeterministic() throws {
        let shaper = Shaper()
        let first = try Designs.layOut(.india, shaper: shaper).dump
        _ = try Designs.layOut(.germany, shaper: shaper)
        #expect(try Designs.layOut(.india, shaper: shaper).dump == first)
        #expect(try Designs.layOut(.india).dump == first)
    }

    @Test("Frames stand where the design puts them", arguments: [Sample.india, .germany])
    func frames(_ invoice: Sample) throws {
        let page = try Designs.layOut(invoice).pages[0]
        for (text, x, y) in invoice.frames {
            let item = page.items.lazy.compactMap { item -> FrameItem.TextItem? in
                if case .text(let found) = item, found.run.text == text { found } else { nil }
            }.first
            let found = try #require(item, "\(text)")
            #expect(abs(found.x - x * 72 / 25.4) < 0.02, "\(text) at x \(found.x)")
            #expect(abs(found.y - y) < 0.02, "\(text) at y \(found.y)")
        }
    }

    @Test("Amounts never leave the page, however large", arguments: [Sample.india, .germany])
    func largeAmounts(_ invoice: Sample) throws {
        let document = try Designs.layOut(invoice.withAmounts(of: 9_876_543_210_987))
        for case .text(let item) in document.pages[0].items {
            #expect(item.x >= 14 * 72 / 25.4, "\(item.run.text)")
            let end = item.x + item.run.widthPoints(size: item.size)
            #expect(end <= 195.01 * 72 / 25.4, "\(item.run.text)")
        }
    }
}

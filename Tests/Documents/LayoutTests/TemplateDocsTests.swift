import Crypto
import Diagnostics
import Formats
import Layout
import TestSupport
import Testing
import XML

/// The reference of the template language says what the program does.
@Suite struct TemplateDocsTests {
    private func document() throws -> String {
        String(decoding: try Sheet.bytes("docs/templates.md"), as: UTF8.self)
    }

    /// An example and the picture that follows it.
    private struct Example {
        let text: String
        /// The name of its picture; nil where none follows.
        let picture: String?
    }

    private func examples() throws -> [Example] {
        try document().split(separator: "```xml\n").dropFirst().map { block in
            let end = try #require(block.firstRange(of: "```\n"))
            let link = "\n!["
            var picture: String?
            let rest = block[end.upperBound...]
            if rest.hasPrefix(link), let from = rest.firstRange(of: "](images/templates/"),
                let to = rest[from.upperBound...].firstRange(of: ".png)\n")
            {
                picture = String(rest[from.upperBound..<to.lowerBound])
            }
            return Example(text: String(block[..<end.lowerBound]), picture: picture)
        }
    }

    @Test("Every example of the reference is a sound piece of a template")
    func sound() throws {
        let examples = try examples()
        #expect(examples.count >= 15)
        let frame = String(
            decoding: try Sheet.bytes("docs/reference/example.xml"), as: UTF8.self)
        for example in examples {
            let findings = Findings()
            let values = "templates/values/invoice.txt"
            let isWhole = example.text.hasPrefix("<template")
            let text =
                isWhole
                ? example.text : frame.replacing("<!-- example -->", with: example.text)
            let template = Template.read(
                Array(text.utf8), name: "docs/templates.md", fonts: try Sheet.fonts.get(),
                labels: try Designs.labels(findings),
                paths: PathCatalog(SourceText(name: values, bytes: try Sheet.bytes(values))),
                pictures: Stamp(), findings: findings)
            #expect(template != nil, "\(example.text)")
            #expect(findings.diagnostics.map(\.text) == [], "\(example.text)")
        }
    }

    @Test("Every example has the picture drawn from it, and every picture an example")
    func pictures() throws {
        let examples = try examples()
        for example in examples {
            let name = try #require(example.picture, "no picture follows:\n\(example.text)")
            let bytes = try Sheet.bytes("docs/images/templates/\(name).png")
            let sum = SHA256.hex(of: Array(example.text.utf8))
            // `docs/reference/make.sh` writes into a picture which text it was drawn from.
            #expect(
                bytes.firstRange(of: Array(sum.utf8)) != nil,
                "\(name).png was drawn from another text: run make reference")
        }
        #expect(
            names(Sheet.path("docs/images/templates"))
                == examples.compactMap(\.picture).map { "\($0).png" }.sorted())
    }

    @Test("The reference names every element, attribute and format that the schema and reader know")
    func complete() throws {
        let document = try document()
        let root = try XMLElement.parse(
            bytes: try Sheet.bytes("templates/template.rng"), name: "template.rng")
        var names: Set<String> = []
        func collect(_ element: XMLElement) {
            if element.name == "element" || element.name == "attribute", let name = element["name"]
            {
                names.insert(name)
            }
            element.elements.forEach(collect)
        }
        collect(root)
        #expect(names.count > 40)
        let words = Set(
            document.split { !($0.isLetter || $0 == "-") }.map(String.init))
        #expect(names.subtracting(words).sorted() == [])
    }
}

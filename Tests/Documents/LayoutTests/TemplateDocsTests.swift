import Diagnostics
import Formats
import Layout
import Testing
import XML

/// The reference of the template language says what the program does.
@Suite struct TemplateDocsTests {
    private func document() throws -> String {
        String(decoding: try Sheet.bytes("docs/templates.md"), as: UTF8.self)
    }

    @Test("Every example of the reference is a sound piece of a template")
    func examples() throws {
        let blocks = try document().split(separator: "```xml\n").dropFirst()
        #expect(blocks.count >= 7)
        for block in blocks {
            let example = String(
                block.prefix(upTo: try #require(block.firstRange(of: "```")).lowerBound))
            let findings = Findings()
            let values = "templates/values/invoice.txt"
            let text = """
                <template name="example" size="A4">
                <style name="text" font="Noto Sans" size="8pt" leading="10pt"/>
                <page left="15mm" right="195mm" first-top="35pt" later-top="65pt" bottom="790pt"/>
                <flow>\(example)</flow></template>
                """
            let template = Template.read(
                Array(text.utf8), name: "docs/templates.md", fonts: try Sheet.fonts.get(),
                labels: try Designs.labels(findings),
                paths: PathCatalog(SourceText(name: values, bytes: try Sheet.bytes(values))),
                pictures: Stamp(), findings: findings)
            #expect(template != nil, "\(example)")
            #expect(findings.diagnostics.map(\.text) == [], "\(example)")
        }
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

import Testing
import XML

@Suite struct RelaxNGSchemaTests {
    static let source = """
        <grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:t="urn:t" ns="urn:t"
            datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
          <start><element name="doc">
            <attribute name="size"><choice><value>A4</value><value>A5</value></choice></attribute>
            <zeroOrMore><choice>
              <element name="text">
                <optional><attribute name="bold"><data type="boolean"/></attribute></optional>
                <text/>
              </element>
              <element name="t:table"><oneOrMore><element name="row"><empty/></element></oneOrMore>
              </element>
            </choice></zeroOrMore>
          </element></start>
        </grammar>
        """

    @Test(
        "What the schema does not allow is reported with its place",
        arguments: [
            ("<doc xmlns='urn:t' size='A4'><text bold='true'>x</text></doc>", []),
            ("<x:doc xmlns:x='urn:t' size='A5'><x:table><x:row/></x:table></x:doc>", []),
            ("<doc xmlns='urn:t' size='A4'>\n <tabel/></doc>", ["2:2 <tabel> is not allowed here"]),
            (
                "<doc xmlns='urn:t' size='A4'>\n <text bold='maybe'/></doc>",
                ["2:8 <text> does not have the attribute bold, or not with this value"]
            ),
            (
                "<doc xmlns='urn:t' size='A4'>\n <text bold='1' colour='red'/></doc>",
                ["2:17 <text> does not have the attribute colour, or not with this value"]
            ),
            (
                "<doc xmlns='urn:t' size='A4'>\n<table>\n</table></doc>",
                ["2:1 an element is missing inside"]
            ),
            (
                "<doc xmlns='urn:t'/>",
                ["1:1 <doc> lacks an attribute or has one with a wrong value"]
            ),
            ("<doc xmlns='urn:t' size='A4'>words</doc>", ["1:1 <doc> may not hold text"]),
            (
                "<doc xmlns='urn:t' size='A4'><text></doc>",
                ["1:42 </doc> does not close <text> of line 1"]
            ),
        ])
    func findings(text: String, expected: [String]) throws {
        let schema = try RelaxNGSchema(bytes: Array(Self.source.utf8), name: "s.rng")
        let errors = schema.validate(bytes: Array(text.utf8), name: "d.xml")
        #expect(errors.map { "\($0.line):\($0.column) \($0.message)" } == expected)
    }

    @Test(
        "A schema that is none, or wants other files, is refused",
        arguments: [
            ("<a/>", "1:1"),
            (
                "<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'>\n<el/></element>",
                "2:1"
            ),
            (
                "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>\n"
                    + "<include href='file:///etc/passwd'/></grammar>", "2:1"
            ),
            ("<element", "1:9"),
        ])
    func badSchemas(text: String, place: String) {
        let error = #expect(throws: XMLError.self) {
            try RelaxNGSchema(bytes: Array(text.utf8), name: "s.rng")
        }
        #expect(error.map { "\($0.line):\($0.column)" } == place)
    }

    @Test("One schema serves many tasks")
    func concurrentValidation() async throws {
        let schema = try RelaxNGSchema(bytes: Array(Self.source.utf8), name: "s.rng")
        await withTaskGroup(of: Int.self) { group in
            for number in 0..<100 {
                group.addTask {
                    let size = number.isMultiple(of: 2) ? "A4" : "A6"
                    let text = "<doc xmlns='urn:t' size='\(size)'><text>x</text></doc>"
                    return schema.validate(bytes: Array(text.utf8), name: "d.xml").isEmpty ? 1 : 0
                }
            }
            #expect(await group.reduce(0, +) == 50)
        }
    }
}

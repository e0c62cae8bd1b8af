import Testing
import XML

@Suite struct XMLElementTests {
    @Test(
        "An error says where and what",
        arguments: [
            ("", "1:1", "the text is empty"),
            ("hello", "1:1", "an XML text begins with `<`"),
            ("<a>", "1:4", "the text ends before <a> of line 1 is closed"),
            ("<a>\n  é <b></c>\n</a>", "2:12", "</c> does not close <b> of line 2"),
            ("<a b='1' b='2'/>", "1:15", "the attribute b stands twice in one element"),
            ("<a b=1/>", "1:6", "the value of an attribute stands in quotes"),
            ("<a b/>", "1:5", "the attribute b has no value"),
            ("<a b='<'/>", "1:7", "`<` in an attribute is written &lt;"),
            (
                "<a>& b</a>", "1:5",
                "a name is missing; `&` and `<` in text are written &amp; and &lt;"
            ),
            ("<a/><b/>", "1:5", "after the outermost element nothing may follow"),
            ("<x:a/>", "1:5", "the prefix x is not declared (xmlns:x=\"…\")"),
            (
                "<a>\u{1}</a>", "1:4",
                "XML does not allow the character 0x1, not even as a reference"
            ),
            ("<a>&#2;</a>", "1:8", "XML does not allow the character 0x2, not even as a reference"),
            (
                "<a>&foo;</a>", "1:9",
                "&foo; is unknown: XML has &amp; &lt; &gt; &quot; &apos; and &#number;"
            ),
            (
                "\n<!DOCTYPE a><a/>", "2:1",
                "a DOCTYPE is not read, nor anything it declares; remove it"
            ),
            (
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "1:1",
                "a DOCTYPE is not read, nor anything it declares; remove it"
            ),
            (
                "<!DOCTYPE a [<!ENTITY x 'yy'><!ENTITY z '&x;&x;&x;'>]>\n<a>&z;&z;</a>", "1:1",
                "a DOCTYPE is not read, nor anything it declares; remove it"
            ),
            (
                "<?xml version='1.0' encoding='EBCDIC'?><a/>", "1:1",
                "the encoding ebcdic is not read; save the text as UTF-8"
            ),
        ])
    func locatedErrors(text: String, place: String, message: String) {
        let error = #expect(throws: XMLError.self) {
            try XMLElement.parse(bytes: Array(text.utf8), name: "order.xml")
        }
        #expect(error?.description == "order.xml:\(place): error: \(message)")
    }

    /// By name: the bytes themselves would be printed for each case.
    enum Hostile: String, CaseIterable {
        case brokenUTF8, brokenLater, brokenUTF16, nulls, utf16Twice, utf32, deep, crowdedTag,
            namespaces,
            tooLong, tooManyNodes

        private static let null =
            "XML does not allow the character 0x0, not even as a reference"

        var bytes: [UInt8] {
            switch self {
            case .brokenUTF8: Array("<a>\né\u{20AC}".utf8) + [0xFF] + Array("</a>".utf8)
            // The first half of a letter, before a stretch without any beyond ASCII.
            case .brokenLater:
                Array("<a>é\n0123456789\u{20AC}".utf8) + [0xC3] + Array("0123456789</a>".utf8)
            case .brokenUTF16: [0xFE, 0xFF, 0x00, 0x3C, 0xD8]
            case .nulls: Array("<a>\n\u{0}</a>".utf8)
            // UTF-16 of a text that looks like UTF-16 itself.
            case .utf16Twice: Array("<a/>".utf8).flatMap { [$0, 0, 0, 0] }
            case .utf32: Array("<a/>".utf8).flatMap { [0, 0, 0, $0] }
            case .deep: Array(String(repeating: "<a>", count: 10_000).utf8)
            case .crowdedTag:
                Array("\n<a \((0...1_000).map { "a\($0)=''" }.joined(separator: " "))/>".utf8)
            case .namespaces:
                (0..<4).flatMap { depth in
                    let names = (0..<400).map { "xmlns:n\(depth)-\($0)='u'" }
                    return Array("<a \(names.joined(separator: " "))>\n".utf8)
                }
            case .tooLong: [UInt8](repeating: 0x20, count: XMLLimits.bytes + 1)
            case .tooManyNodes: Array("<a>\(String(repeating: "<b/> ", count: 1_000_000))</a>".utf8)
            }
        }

        var expected: String {
            switch self {
            case .brokenUTF8: "2:3: error: the text is not UTF-8: byte 0xFF is out of place"
            case .brokenLater: "2:12: error: the text is not UTF-8: byte 0xC3 is out of place"
            case .brokenUTF16: "1:1: error: the text is not UTF-16, though it begins so"
            case .nulls: "2:1: error: \(Hostile.null)"
            case .utf16Twice: "1:2: error: \(Hostile.null)"
            case .utf32: "1:1: error: \(Hostile.null)"
            case .deep: "1:769: error: elements nest deeper than 256"
            case .crowdedTag: "2:1: error: the element has more than 1000 attributes"
            case .namespaces: "3:1: error: more than 1000 namespace declarations are in force"
            case .tooLong: "1:1: error: the text has 67108865 bytes; at most 67108864 are read"
            case .tooManyNodes:
                "1:5000003: error: the text has more than 2000000 elements, attributes and texts"
            }
        }
    }

    @Test("Broken and hostile bytes are refused", arguments: Hostile.allCases)
    func hostileBytes(hostile: Hostile) {
        let error = #expect(throws: XMLError.self) {
            try XMLElement.parse(bytes: hostile.bytes, name: "x")
        }
        #expect(error?.description == "x:\(hostile.expected)")
    }

    @Test("Long values are read whole", arguments: [(1 << 20, 10), (10, 11 << 20)])
    func longValues(attributeLength: Int, textLength: Int) throws {
        let value = String(repeating: "é", count: attributeLength / 2)
        let text = String(repeating: "0123456789", count: textLength / 10)
        let source = "<a b='\(value)'>\(text)</a>"
        let root = try XMLElement.parse(bytes: Array(source.utf8), name: "x")
        #expect(root["b"] == value)
        #expect(root.text.utf8.count == text.utf8.count)
    }

    @Test(
        "Encodings other than UTF-8 read the same",
        arguments: [
            [0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8),
            Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9]
                + Array("</a>".utf8),
            [0xFE, 0xFF] + "<a>é</a>".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
            [0xFF, 0xFE] + "<a>é</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            "<a>é</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        ] as [[UInt8]])
    func encodings(bytes: [UInt8]) throws {
        #expect(try XMLElement.parse(bytes: bytes, name: "x").text == "é")
    }

    @Test("Elements, attributes and texts know their places and names")
    func places() throws {
        let source = """
            <?xml version="1.0"?>
            <!-- <é> -->
            <doc xmlns="urn:d" xmlns:p="urn:p" é='1'
                 p:size = "a &gt; b" note='x>y'
            ><t>één</t> <p:t a="1"/><![CDATA[<x>]]>&amp;<?pi?>
              <t>two<!-- - -->three</t></doc>
            """
        let doc = try XMLElement.parse(bytes: Array(source.utf8), name: "d.xml")
        #expect((doc.name, doc.prefix, doc.namespace) == ("doc", nil, "urn:d"))
        let attributes = doc.attributes.map {
            "\($0.qualifiedName)=\($0.value)@\(place($0.position)),\(place($0.valuePosition))"
        }
        #expect(
            attributes == [
                "é=1@3:36,3:39", "p:size=a > b@4:6,4:16", "note=x>y@4:26,4:32",
            ])
        #expect(doc.attribute("size") == nil)
        #expect(doc.attribute("size", namespace: "urn:p")?.value == "a > b")
        let children = doc.children.map { node in
            switch node {
            case .element(let element): "\(element.path)@\(place(element.position))"
            case .text(let text): "\(text.string.debugDescription)@\(place(text.position))"
            }
        }
        #expect(
            children == [
                "/doc/t[1]@5:2", "\" \"@5:12", "/doc/p:t@5:13", "\"<x>&\\n  \"@5:25",
                "/doc/t[2]@6:3",
            ])
        #expect(doc.all("t").map(\.text) == ["één", "", "twothree"])
        #expect(doc.all("t", namespace: "urn:d").count == 2)
        #expect(doc.first("t", namespace: "urn:p")?["a"] == "1")
        #expect(doc.first("t")?.parent == doc)
        #expect(doc.first("x") == nil && doc.first("t", "x") == nil)
    }

    @Test("Places are right far into a text, on one line and on many", arguments: [" ", "\n"])
    func farPlaces(gap: String) throws {
        let elements = (0..<3_000).map { "<e n='\($0)'>é</e>" }
        let source = "<a>" + elements.joined(separator: gap) + "</a>"
        let read = try XMLElement.parse(bytes: Array(source.utf8), name: "x").elements
        var column = 4
        var places: [String] = []
        for (number, element) in elements.enumerated() {
            places.append(gap == " " ? "1:\(column)" : "\(number + 1):\(number == 0 ? 4 : 1)")
            column += element.count + 1
        }
        // The last first: what is remembered of a text is made for any order.
        #expect(read.reversed().map { place($0.position) } == places.reversed())
    }

    @Test("A tag has up to a thousand attributes, a text any number of such tags")
    func manyAttributes() throws {
        let tag = "<b \((1...1_000).map { "a\($0)=''" }.joined(separator: " "))/>"
        let source = "<a>" + String(repeating: tag, count: 3) + "</a>"
        let root = try XMLElement.parse(bytes: Array(source.utf8), name: "x")
        #expect(root.elements.map(\.attributes.count) == [1_000, 1_000, 1_000])
    }

    @Test("Names are told apart by their numbers")
    func names() throws {
        let source = "<a xmlns:p='u'><b/><c b='1'/><b/><p:b/></a>"
        let root = try XMLElement.parse(bytes: Array(source.utf8), name: "x")
        let elements = root.elements
        #expect(elements.map { root.names[$0.nameNumber] } == ["b", "c", "b", "b"])
        #expect(elements[0].nameNumber == elements[2].nameNumber)
        #expect(elements[0].nameNumber != elements[1].nameNumber)
        #expect(elements[1].attributes.map { root.names[$0.nameNumber] } == ["b"])
    }

    @Test("Texts read at the same time do not disturb each other")
    func concurrentReading() async {
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let good = "<a n='\(number)'>" + String(repeating: "<b/>", count: 100) + "</a>"
                    let root = try? XMLElement.parse(bytes: Array(good.utf8), name: "x")
                    let bad = try? XMLElement.parse(bytes: Array("<a><b></a>".utf8), name: "x")
                    return root?["n"] == "\(number)" && root?.elements.count == 100 && bad == nil
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    private func place(_ position: XMLPosition) -> String { "\(position.line):\(position.column)" }
}

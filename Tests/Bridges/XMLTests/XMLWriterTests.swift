import Testing
import XML

@Suite struct XMLWriterTests {
    @Test("An invoice reads as people write it")
    func layout() throws {
        var writer = XMLWriter()
        writer.startElement("Invoice")
        try writer.attribute("xmlns", "urn:i")
        try writer.attribute("xmlns:cbc", "urn:c")
        try writer.element("cbc:ID", "A<1> & \"2\"")
        try writer.element("cbc:Amount", "12.50", ["unit": "EUR", "note": "\"<&>\t\n"])
        writer.startElement("Empty")
        writer.endElement()
        writer.startElement("Mixed")
        try writer.text("one ")
        try writer.element("b", "two")
        try writer.text(" three\r\n")
        writer.endElement()
        try writer.element("None", "")
        writer.endElement()
        let text = String(decoding: writer.finish(), as: UTF8.self)
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <Invoice xmlns="urn:i" xmlns:cbc="urn:c">
                  <cbc:ID>A&lt;1&gt; &amp; "2"</cbc:ID>
                  <cbc:Amount unit="EUR" note="&quot;&lt;&amp;&gt;&#9;&#10;">12.50</cbc:Amount>
                  <Empty/>
                  <Mixed>one <b>two</b> three&#13;
                </Mixed>
                  <None/>
                </Invoice>

                """)
    }

    @Test(
        "A character that XML has no place for is named",
        arguments: [
            ("\u{0}", "U+0000"), ("a\u{1}b", "U+0001"), ("é\u{B}", "U+000B"), ("\u{1F}", "U+001F"),
            ("\u{FFFE}", "U+FFFE"), ("x\u{FFFF}", "U+FFFF"),
        ])
    func refusedCharacters(text: String, name: String) {
        let inText = #expect(throws: XMLCharacterError.self) { try write(text, attribute: "") }
        #expect(
            inText?.description
                == "Invoice/Note holds the character \(name), which XML does not allow; remove it")
        let inAttribute = #expect(throws: XMLCharacterError.self) {
            try write("", attribute: text)
        }
        #expect(inAttribute?.description.hasPrefix("the attribute kind of Invoice/Note") == true)
    }

    @Test("What is written is read back", arguments: [UInt64(1), 2, 3, 4])
    func roundTrip(seed: UInt64) throws {
        let scalars: [Unicode.Scalar] = [
            "<", ">", "&", "\"", "'", "\t", "\n", "\r", " ", "]", "a", "\u{7F}", "\u{85}",
            "\u{2028}", "é", "\u{FFFD}", "\u{FEFF}", "\u{FB01}", "ह", "😀", "\u{10FFFF}",
        ]
        var random = SplitMix64(seed: seed)
        for _ in 0..<500 {
            var values = ["", ""]
            for index in values.indices {
                for _ in 0..<random.next(below: 12) {
                    values[index].unicodeScalars.append(
                        scalars[random.next(below: scalars.count)])
                }
            }
            let bytes = try write(values[0], attribute: values[1])
            let note = try XMLElement.parse(bytes: bytes, name: "x").first("Note")
            // By scalars: Swift takes canonically equal strings for equal.
            #expect(note.map { Array($0.text.unicodeScalars) } == Array(values[0].unicodeScalars))
            #expect(
                note?["kind"].map { Array($0.unicodeScalars) } == Array(values[1].unicodeScalars))
        }
    }

    @discardableResult
    private func write(_ text: String, attribute: String) throws -> [UInt8] {
        var writer = XMLWriter()
        writer.startElement("Invoice")
        try writer.element("Note", text, ["kind": attribute])
        writer.endElement()
        return writer.finish()
    }
}

import Testing
import XML

@Suite struct XMLMutationTests {
    private static let sources = [
        "<?xml version='1.0'?>\n<a xmlns:p='u' é='1' p:b = \"x>&amp;y\"><!-- c --><b><![CDATA[z]]>"
            + "</b> t&#233;xt <?pi x?><p:c d='' e=''/></a>",
        "<doc xmlns='urn:t' size='A4'><text bold='true'>x</text>\n<table><row/></table></doc>",
    ].map { Array($0.utf8) }

    private static let pieces = [
        "<", ">", "&", "'", "\"", "=", "/", "<!DOCTYPE a [<!ENTITY x 'y'>]>", "&x;", "&amp;", "<b>",
        "</b>", "<b ", "xmlns:q='v' ", "q:z='1' ", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>",
        "\n", "é", "xmlns='' ", "\u{0}", "😀",
    ].map { Array($0.utf8) }

    @Test(
        "A text damaged anywhere is refused or read with right places", arguments: [UInt64(1), 2])
    func damagedTexts(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var read = 0
        var refused = 0
        for _ in 0..<1_000 {
            let bytes = damage(Self.sources[random.next(below: Self.sources.count)], &random)
            do throws(XMLError) {
                let root = try XMLElement.parse(bytes: bytes, name: "x")
                let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
                    .split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
                #expect(isPlacedRight(root, lines), "\(String(decoding: bytes, as: UTF8.self))")
                read += 1
            } catch {
                refused += 1
            }
        }
        #expect(read > 50 && refused > 500)
    }

    private func damage(_ source: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = source
        for _ in 0...random.next(below: 3) where !bytes.isEmpty {
            let index = random.next(below: bytes.count)
            switch random.next(below: 4) {
            case 0: bytes.remove(at: index)
            case 1: bytes[index] = UInt8(random.next(below: 256))
            case 2: bytes.insert(contentsOf: Self.pieces[random.next(below: 26)], at: index)
            default: bytes.removeSubrange(index..<min(bytes.count, index + 8))
            }
        }
        return bytes
    }

    private func isPlacedRight(_ element: XMLElement, _ lines: [[Unicode.Scalar]]) -> Bool {
        func stands(_ text: String, at position: XMLPosition) -> Bool {
            lines[position.line - 1].dropFirst(position.column - 1)
                .starts(with: text.unicodeScalars)
        }
        return stands("<" + element.qualifiedName, at: element.position)
            && element.attributes.allSatisfy { stands($0.qualifiedName, at: $0.position) }
            && element.elements.allSatisfy { isPlacedRight($0, lines) }
    }
}

import Diagnostics
import Formats
import Hostile
import Layout
import TestSupport
import Testing

/// Templates and values as nobody would write them: a finding or a sound page, never a crash.
@Suite struct HostileTests {
    /// - Parameter isMild: changes lengths only, which breaks no syntax.
    private static func mutated(
        _ bytes: [UInt8], isMild: Bool, _ random: inout SplitMix64
    ) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch isMild ? 3 : Int.random(in: 0..<3, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2:
                let end = min(bytes.count, place + Int.random(in: 1...200, using: &random))
                bytes.insert(contentsOf: bytes[place..<end], at: place)
            default:
                if let digit = bytes[place...].firstIndex(where: { (0x30...0x39).contains($0) }) {
                    bytes[digit] = UInt8.random(in: 0x30...0x39, using: &random)
                }
            }
        }
        return bytes
    }

    @Test("A shipped template with anything changed is refused with a place, or prints pages")
    func templates() throws {
        var random = SplitMix64(seed: 5)
        let templates = try HostileTemplates()
        var printed = 0
        for round in 0..<max(1, rounds / 20) {
            let bytes = HostileTests.mutated(
                templates.shipped[round / 2 % templates.shipped.count], isMild: round % 2 == 0,
                &random)
            let sample = round / 2 % 2 == 0 ? Sample.india : Sample.germany
            switch templates.outcome(bytes, printing: sample.value) {
            case .refused: break
            case .sound: printed += 1
            case .broken(let promise):
                Issue.record("\(promise):\n\(String(decoding: bytes, as: UTF8.self))")
            }
        }
        // The loop is worth nothing if every template is refused.
        #expect(printed > rounds / 100)
    }

    @Test(
        "Texts as no item has them are set within the page",
        arguments: [
            String(repeating: "Lorem ipsum ", count: 1_000), String(repeating: "W", count: 10_000),
            String(repeating: "e\u{301}\u{302}\u{303}", count: 2_000),
            String(repeating: "\u{202E}abc\u{2066}", count: 500),
            String(repeating: "ಕ್ಷ್ಮ", count: 2_000), String(repeating: "ﷺ ", count: 300),
            "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{FEFF}\u{200B}\u{00AD}",
        ])
    func texts(_ text: String) throws {
        let findings = Findings()
        let document = try Sheet.layOut(
            """
            <table path="rows"><column width="40pt">{name}</column>
            <column width="share">{name}</column></table><text>{name}</text>
            """,
            .record {
                $0.add("name", text)
                $0.add("rows", .list([.record { $0.add("name", text) }]))
            }, findings: findings)
        for page in document.pages {
            for case .text(let item) in page.items {
                #expect(item.y <= 200.01 && item.x >= -0.01)
                #expect(item.x + item.run.widthPoints(size: item.size) <= 200.1)
            }
        }
    }

    @Test("A frame without width and a page full of sums end")
    func narrow() throws {
        let document = try Sheet.layOut(
            "<columns><column x='0pt' width='0pt'><text>{name}</text></column></columns>",
            .record { $0.add("name", "many words in no width at all") })
        #expect(document.pages.count >= 1)
    }
}

import Layout
import PDF
import Rendering
import Testing

@Suite("Renderer")
struct RendererTests {
    @Test("a document is the same whatever was rendered before it, and on any thread")
    func deterministic() async throws {
        let document = try Samples.invoiceDocument()
        let greek = Samples.document(try Samples.items("Ω") + Samples.items("Ω", "Inter"))
        let shared = Renderer()
        let files = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for task in 0..<6 {
                group.addTask {
                    let renderer = task % 2 == 0 ? shared : Renderer()
                    let other = try renderer.pdf(greek, metadata: Samples.metadata(greek))
                    #expect(!other.isEmpty)
                    return try renderer.pdf(
                        document, metadata: Samples.metadata(document),
                        attachments: [Samples.invoice])
                }
            }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(files.count == 1)
    }

    @Test("title and language come from the document")
    func metadata() throws {
        let document = Samples.document(try Samples.items("x"))
        let bytes = try Renderer().pdf(document, metadata: Samples.metadata(document))
        let file = String(decoding: bytes, as: UTF8.self)
        #expect(file.contains("/Lang (en-IN)") && file.contains("Tax invoice KI/26-27/00418"))
        #expect(file.contains("<xmp:CreateDate>2026-04-30T00:00:00+00:00"))
    }

    @Test(
        "what cannot be shown is refused, saying why",
        arguments: [
            (.text("Größe 漢字"), "U+6F22 of \"漢字\""),
            (.text("a\u{7}"), "U+7"),
            (.item(.rect(.init(x: .nan, y: 0, width: 1, height: 1, color: .black))), "page 1"),
            (
                .item(.path(.init(commands: [.line(x: 0, y: 0)], color: .black))),
                "does not begin with a move"
            ),
            (.page(width: 1), "3 to 14,400"), (.noPages, "needs a page"),
        ] as [(Fault, String)])
    func refused(fault: Fault, complaint: String) throws {
        var document = Samples.document([])
        switch fault {
        case .text(let text): document.pages[0].items = try Samples.items(text)
        case .item(let item): document.pages[0].items = [item]
        case .page(let width): document.pages[0].width = width
        case .noPages: document.pages = []
        }
        let error = #expect(throws: RenderingError.self) {
            try Renderer().pdf(document, metadata: Samples.metadata(document))
        }
        #expect(error?.message.contains(complaint) == true)
    }

    enum Fault: Sendable {
        case text(String)
        case item(FrameItem)
        case page(width: Double)
        case noPages
    }
}

import Images
import Layout
import PDF
import Typography

/// Documents as Layout hands them over.
enum Samples {
    static let library = Result {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        let tests = parts.lastIndex(of: "Tests") ?? 0
        return try FontLibrary(folders: [(parts[..<tests] + ["fonts"]).joined(separator: "/")])
    }

    static let invoice = AttachedFile(
        name: "factur-x.xml", mimeType: "text/xml", relationship: .alternative,
        description: "Factur-X invoice", bytes: Array("<invoice/>".utf8),
        modificationDate: "2026-04-30")

    static func items(
        _ text: String, _ family: String = "Noto Sans", x: Double = 56, y: Double = 100,
        size: Double = 9, color: RGB = .black, tracking: Double = 0
    ) throws -> [FrameItem] {
        guard let style = try library.get().style(family: family, weight: .regular) else {
            throw FontError(message: "no such family", path: family)
        }
        var pen = x
        return Shaper().shape(text, style).runs.map { run in
            defer { pen += run.widthPoints(size: size) }
            return .text(
                .init(x: pen, y: y, size: size, color: color, run: run, tracking: tracking))
        }
    }

    static func document(_ pages: [FrameItem]...) -> LaidOutDocument {
        LaidOutDocument(
            pages: pages.map { PageFrame(width: 595.28, height: 841.89, items: $0) },
            language: "en-IN", title: "Tax invoice KI/26-27/00418")
    }

    static func metadata(_ document: LaidOutDocument) -> PDFMetadata {
        PDFMetadata(of: document, author: "Kaveri Instruments", creationDate: "2026-04-30")
    }

    /// A heading over a table with an empty cell, and words of a page's foot.
    static func taggedDocument() throws -> LaidOutDocument {
        func told(_ text: String, _ element: Int, y: Double) throws -> [FrameItem] {
            try items(text, y: y).map { item in
                guard case .text(var text) = item else { return item }
                text.element = element
                return .text(text)
            }
        }
        var page = try told("Tax invoice", 1, y: 50)
        page += try told("Item", 4, y: 70) + told("Net", 5, y: 80)
        page.append(.rule(.init(x1: 56, y1: 90, x2: 500, y2: 90, width: 0.75, color: .black)))
        page += try told("Valve", 7, y: 100) + told("foot", -1, y: 800)
        var document = document(page)
        document.isTagged = true
        document.structure = [
            StructureElement(.document, parent: 0), StructureElement(.heading(1), parent: 0),
            StructureElement(.table, parent: 0), StructureElement(.row, parent: 2),
            StructureElement(.headerCell, parent: 3), StructureElement(.headerCell, parent: 3),
            StructureElement(.row, parent: 2), StructureElement(.dataCell, parent: 6),
            StructureElement(.dataCell, parent: 6),
            // Left out: nothing of it is drawn.
            StructureElement(.paragraph, parent: 0),
        ]
        return document
    }

    /// A grey PNG of two by one pixels, the second half transparent.
    private static let seal: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44,
        0x52, 0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x01, 0x08, 0x04, 0x00, 0x00, 0x00, 0x5E,
        0x2B, 0xB7, 0x01, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x70,
        0xF8, 0x7F, 0xA0, 0x01, 0x00, 0x06, 0x02, 0x02, 0x80, 0xD9, 0x62, 0xD3, 0x4A, 0x00, 0x00,
        0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    /// Every kind of item on one page, four scripts, and a second page in another face.
    static func invoiceDocument() throws -> LaidOutDocument {
        let accent = RGB(0x1D, 0x44, 0x77)
        var first = try items("Tax invoice 1,18,000.00 ₹", size: 16, color: accent)
        first += try items("कर चालान क्षत्रिय", y: 130) + items("ತೆರಿಗೆ ಸರಕುಪಟ್ಟಿ", y: 150)
        first += try items("Amount due 12:30", "Inter", y: 170, size: 20, tracking: -0.3)
        first.append(
            .rule(.init(x1: 56, y1: 180, x2: 500, y2: 180, width: 0.75, color: accent)))
        first.append(.rect(.init(x: 400, y: 200, width: 100, height: 30, color: accent)))
        first.append(
            .path(
                .init(
                    commands: [
                        .move(x: 56, y: 200), .line(x: 86, y: 200),
                        .curve(x1: 96, y1: 210, x2: 96, y2: 220, x: 86, y: 230), .close,
                    ], color: accent)))
        let picture = try Picture(seal)
        func image(y: Double) -> FrameItem {
            .image(.init(x: 300, y: y, width: 30, height: 15, picture: picture))
        }
        first.append(image(y: 200))
        return document(
            first, try items("Page 2 of 2", "Roboto Condensed") + [image(y: 300)])
    }
}

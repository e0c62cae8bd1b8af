public import Layout
public import PDF
internal import Typography

/// Writes laid out documents as PDF/A-3: accessible (3a, PDF/UA-1) if they are tagged, else with
/// text that can be copied (3u) where each glyph stands for a character, else 3b. May be shared between threads.
///
/// A renderer keeps the cut down fonts that documents have in common: make one and use it for all
/// of them. The bytes of a document depend on the document alone, not on what was written before.
///
/// ```swift
/// let renderer = Renderer()
/// let metadata = PDFMetadata(of: document, author: "Kaveri Instruments", creationDate: "2026-04-30")
/// let bytes = try renderer.pdf(document, metadata: metadata, attachments: [invoice])
/// ```
public final class Renderer: Sendable {
    private let compressor = Compressor()
    private let fonts: EmbeddedFonts
    private let images = EmbeddedImages()

    public init() { fonts = EmbeddedFonts(compressor: compressor) }

    /// The bytes of a PDF file.
    ///
    /// - Throws: `RenderingError` if a text has a character no font has, if something lies off any
    ///   page a PDF can hold, or if metadata or attachments cannot be written as they are.
    public func pdf(
        _ document: LaidOutDocument, metadata: PDFMetadata, attachments: [AttachedFile] = []
    ) throws(RenderingError) -> [UInt8] {
        do {
            return try write(document, metadata, attachments)
        } catch let error as PDFError {
            throw RenderingError(message: error.description)
        } catch let error as FontError {
            throw RenderingError(message: error.description)
        } catch let error as RenderingError {
            throw error
        } catch {
            throw RenderingError(message: "\(error)")
        }
    }

    private func write(
        _ document: LaidOutDocument, _ metadata: PDFMetadata, _ attachments: [AttachedFile]
    ) throws -> [UInt8] {
        let use = FontUse(document)
        let embedded = try use.embedded(by: fonts)
        let conformance: PDFConformance =
            document.isTagged ? .accessible : use.isPlain ? .unicode : .basic
        var output = try PDFDocument(
            metadata: metadata, conformance: conformance, compressor: compressor)
        var content = PageContent()
        for page in document.pages {
            content.reset()
            var painter = PagePainter(
                page: page, fonts: embedded, images: images,
                structure: document.isTagged ? document.structure : [])
            try painter.paint(into: &content)
            try output.addPage(
                widthPoints: page.width, heightPoints: page.height, content: content,
                fonts: painter.fonts.map(\.font.font), images: painter.images.map(\.image),
                links: painter.links, marked: painter.marked)
        }
        try output.setBookmarks(
            document.bookmarks.map { bookmark in
                PDFBookmark(
                    title: bookmark.title, level: bookmark.level, page: bookmark.page,
                    y: document.pages[bookmark.page].height - bookmark.y)
            })
        if document.isTagged {
            try output.setStructure(document.structure.map(PDFStructureElement.init))
        }
        for file in attachments { try output.attach(file) }
        return try output.finish()
    }
}

extension PDFStructureElement {
    init(_ element: StructureElement) {
        self.init(
            PDFStructureType(element.role), parent: element.parent,
            alternative: element.alternative)
    }
}

extension PDFStructureType {
    init(_ role: StructureElement.Role) {
        self =
            switch role {
            case .document: .document
            case .heading(let level): .heading(level)
            case .paragraph: .paragraph
            case .table: .table
            case .row: .row
            case .headerCell: .headerCell
            case .dataCell: .dataCell
            case .figure: .figure
            case .link: .link
            }
    }
}

extension PDFMetadata {
    /// Metadata with the title and the language of a document.
    ///
    /// - Parameter creationDate: `2026-04-30` or `2026-04-30T10:15:00+05:30`.
    public init(
        of document: LaidOutDocument, author: String, subject: String = "", creationDate: String,
        schemas: [XMPSchema] = []
    ) {
        self.init(
            title: document.title, author: author, subject: subject, language: document.language,
            creationDate: creationDate, schemas: schemas)
    }
}

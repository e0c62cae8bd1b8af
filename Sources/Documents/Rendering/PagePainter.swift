internal import Images
internal import Layout
internal import PDF
internal import Typography

/// Turns the items of a page into drawing operators.
///
/// Frames count from the top left corner downwards, PDF from the bottom left corner upwards.
struct PagePainter {
    private let page: PageFrame
    private let embedded: [FontFace: DocumentFont]
    /// Of a tagged document; empty for others.
    private let structure: [StructureElement]
    /// The elements of the page's marked stretches in their order.
    private(set) var marked: [Int] = []
    /// What the stretch being drawn belongs to: an element, -1 for none; nil outside of any.
    private var open: Int?
    /// The fonts of the page in order of first use, by their numbers.
    private(set) var fonts: [(face: FontFace, font: DocumentFont)] = []
    /// The face last drawn with, which the next text mostly has too, and its number.
    private var last: (face: ObjectIdentifier, number: Int)?

    /// The pictures of the page, likewise.
    private(set) var images: [(picture: Picture, image: PDFImage)] = []
    private let known: EmbeddedImages
    private(set) var links: [PDFLink] = []

    init(
        page: PageFrame, fonts: [FontFace: DocumentFont], images: EmbeddedImages,
        structure: [StructureElement] = []
    ) {
        self.page = page
        known = images
        self.structure = structure
        embedded = fonts
    }

    /// Draws all items in their order.
    ///
    /// - Throws: `RenderingError` if an outline does not begin with a move; `PDFError`.
    mutating func paint(into content: inout PageContent) throws {
        for item in page.items {
            if !structure.isEmpty { mark(item, in: &content) }
            switch item {
            case .text(let text): paint(text, into: &content)
            case .rule(let rule): paint(rule, into: &content)
            case .rect(let rect):
                content.fillRectangle(
                    x: rect.x, y: page.height - rect.y - rect.height, width: rect.width,
                    height: rect.height, color: PDFColor(rect.color))
            case .symbol(let symbol):
                content.fillModules(
                    symbol.rectangles, modules: symbol.modules, x: symbol.x,
                    y: page.height - symbol.y, size: symbol.size)
            case .path(let path): try paint(path, into: &content)
            case .image(let image): try paint(image, into: &content)
            case .link(let link): add(link)
            }
        }
        if open != nil { content.endMarked() }
    }

    /// Begins another stretch where an item belongs to something else than those before it.
    private mutating func mark(_ item: FrameItem, in content: inout PageContent) {
        let element: Int
        switch item {
        case .text(let text): element = text.element
        case .symbol(let symbol): element = symbol.element
        case .image(let image): element = image.element
        case .rule, .rect, .path: element = -1
        // It draws nothing.
        case .link: return
        }
        guard element != open else { return }
        if open != nil { content.endMarked() }
        open = element
        guard element >= 0 else {
            content.beginArtifact()
            return
        }
        content.beginMarked(PDFStructureType(structure[element].role), number: marked.count)
        marked.append(element)
    }

    private mutating func paint(_ text: FrameItem.TextItem, into content: inout PageContent) {
        let run = text.run
        guard let number = number(of: run.face) else { return }
        var (x, y) = (text.x, page.height - text.y)
        if let slope = text.slope {
            content.save()
            content.turn(cosine: slope.cosine, sine: slope.sine, x: x, y: y)
            (x, y) = (0, 0)
        }
        content.setFont(number, size: text.size)
        content.setCharacterSpacing(text.tracking)
        content.setFill(PDFColor(text.color))
        content.text(
            glyphs: run.glyphIDs, codes: fonts[number].font.codes, adjustments: run.adjustments,
            rises: run.rises, x: x, y: y, actualText: run.needsActualText ? run.text : nil)
        if text.slope != nil { content.restore() }
    }

    private mutating func add(_ link: FrameItem.LinkItem) {
        links.append(
            PDFLink(
                x: link.x, y: page.height - link.y - link.height, width: link.width,
                height: link.height, uri: link.uri,
                element: structure.isEmpty || link.element < 0 ? nil : link.element))
    }

    private mutating func paint(
        _ item: FrameItem.ImageItem, into content: inout PageContent
    ) throws {
        var number = images.firstIndex { $0.picture === item.picture }
        if number == nil {
            images.append((item.picture, try known.image(item.picture)))
            number = images.count - 1
        }
        guard let number else { return }
        content.image(
            number, x: item.x, y: page.height - item.y - item.height, width: item.width,
            height: item.height)
    }

    private func paint(_ rule: FrameItem.RuleItem, into content: inout PageContent) {
        content.line(
            x1: rule.x1, y1: page.height - rule.y1, x2: rule.x2, y2: page.height - rule.y2,
            width: rule.width, color: PDFColor(rule.color))
    }

    private func paint(
        _ path: FrameItem.PathItem, into content: inout PageContent
    ) throws(RenderingError) {
        guard let first = path.commands.first else { return }
        guard case .move = first else {
            throw RenderingError(message: "an outline does not begin with a move")
        }
        content.setFill(PDFColor(path.color))
        for command in path.commands {
            switch command {
            case .move(let x, let y): content.move(x: x, y: page.height - y)
            case .line(let x, let y): content.addLine(x: x, y: page.height - y)
            case .curve(let x1, let y1, let x2, let y2, let x, let y):
                content.addCurve(
                    x1: x1, y1: page.height - y1, x2: x2, y2: page.height - y2, x: x,
                    y: page.height - y)
            case .close: content.closePath()
            }
        }
        content.fillPath()
    }

    private mutating func number(of face: FontFace) -> Int? {
        let identifier = ObjectIdentifier(face)
        if let last, last.face == identifier { return last.number }
        var number = fonts.firstIndex { $0.face === face }
        if number == nil, let font = embedded[face] {
            number = fonts.count
            fonts.append((face, font))
        }
        last = number.map { (identifier, $0) }
        return number
    }
}

extension PDFColor {
    init(_ color: RGB) { self.init(red: color.red, green: color.green, blue: color.blue) }
}

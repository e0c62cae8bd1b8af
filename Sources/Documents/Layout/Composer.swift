internal import Diagnostics
internal import Formats
internal import Money
internal import Typography

/// The work on one document: the pages so far, and where the next block goes.
///
/// Blocks are laid out where the cursor stands, whether they fit or not; what then reaches past
/// the page's end is taken off it and moved to the next. So most blocks are laid out once.
final class Composer {
    let template: Template
    let settings: LayoutSettings
    let shaper: Shaper
    let findings: Findings
    let format: LocaleFormat
    let palette: [RGB]
    /// Whether pages are the mirror image of those of languages read from left to right.
    ///
    /// Blocks are laid out as on any page; only where an item is drawn, its place is mirrored.
    let isMirrored: Bool
    /// The texts of the template's label keys.
    let labels: [String]

    let root: Value
    /// Of the document; nil where it names none.
    let currency: Currency?
    /// The least fractional digits of prices.
    let pricePlaces: Int
    /// The item of the list or table being printed.
    private(set) var scope: Value
    /// Its fields.
    private(set) var fields: [Value.Record.Field] = []
    private var shapes: RecordShapes
    /// Of `fields`.
    private(set) var shape: RecordShape
    let rootFields: [Value.Record.Field]
    let rootShape: RecordShape
    /// Its number, from 1.
    var index = 0
    /// Numbers are written here before they become texts.
    var scratch: [UInt8] = []

    /// What the flow has drawn on the current page.
    var items: [FrameItem] = []
    /// What it drew on the pages before.
    var finished: [[FrameItem]] = []
    var cursor: Double
    /// The table the cursor stands right below, if any of its rows may still be taken along.
    var tableAbove: TableTail?
    var pageNumber = 1
    var pageCount = 0
    var isFull = false
    /// Blocks, items and rows printed so far.
    private var steps = 0
    /// Whether the value last printed is a text from outside, not a number or a date.
    var isForeign = false
    /// Whether the text last shaped has line breaks of its own.
    var hasLineBreak = false
    /// Characters that no font has, by the places where they were found.
    var missingGlyphs: [(place: String, scalars: [Unicode.Scalar])] = []
    /// Numbers of the paths that were carried and had no amounts.
    var reportedCarries: Set<Int> = []
    /// What the document consists of; the first element is the document itself.
    var structure = [StructureElement(.document, parent: 0)]
    /// What the text being laid out belongs to; -1 for nothing.
    var element = -1
    /// What new elements are part of.
    var container = 0
    /// Whether what is drawn was told of before.
    var isRepeating = false
    var isMarking: Bool { template.isTagged }
    /// On mirrored pages, the room that the amounts of the pairs being laid out share.
    var pairRoom: Double?
    /// Of the line being set; kept to save allocations.
    var line: [LinePiece] = []

    init(
        template: Template, value: Value, settings: LayoutSettings, shaper: Shaper,
        findings: Findings
    ) {
        self.template = template
        self.settings = settings
        self.shaper = shaper
        self.findings = findings
        root = value
        scope = value
        if case .text(let code)? = value["currency"] {
            currency = Currency(code: code)
        } else {
            currency = nil
        }
        pricePlaces = currency?.minorDigits ?? 2
        var palette = template.palette
        if let accent = settings.accent { palette[PaletteRow.accent] = accent }
        if let tint = settings.tint { palette[PaletteRow.tint] = tint }
        self.palette = palette
        isMirrored = settings.labels.isRightToLeft
        labels = template.labelKeys.map { settings.labels[$0] ?? $0 }
        // Noto Sans, for one, has no minus sign.
        let hasMinus = template.styles[0].font.primaryFace.glyph("\u{2212}") != nil
        format = hasMinus ? settings.labels.format : settings.labels.dashFormat
        if case .record(let record) = value { rootFields = record.fields } else { rootFields = [] }
        shapes = RecordShapes(numbers: template.pathNumbers)
        rootShape = shapes.shape(of: rootFields)
        shape = rootShape
        cursor = template.region.firstTop
        items.reserveCapacity(512)
        enter(value, index: 0)
    }

    /// Makes a value the one that paths begin at.
    func enter(_ value: Value, index: Int) {
        scope = value
        self.index = index
        if case .record(let record) = value { fields = record.fields } else { fields = [] }
        if !shape.matches(fields) { shape = shapes.shape(of: fields) }
    }

    /// Counts what is about to be printed, whether it takes room or not.
    ///
    /// - Returns: false past the limit: lists inside lists multiply.
    func counts(steps more: Int = 1) -> Bool {
        steps += more
        if steps <= LayoutEngine.stepLimit { return true }
        if steps - more <= LayoutEngine.stepLimit {
            isFull = true
            findings.add(
                Diagnostic(
                    code: "too-many-repeats",
                    "the template's lists print more than \(LayoutEngine.stepLimit) blocks in one "
                        + "document",
                    hint: "a list inside a list has a path that begins at its item, without \"/\""))
        }
        return false
    }

    func document() -> LaidOutDocument {
        for block in template.flow { flow(block) }
        finished.append(items)
        pageCount = finished.count
        let pages = finished.indices.map(page)
        reportMissingGlyphs()
        let title = string(template.title)
        return LaidOutDocument(
            pages: pages, language: settings.labels.language, title: title, structure: structure,
            isTagged: template.isTagged)
    }

    /// A page with its fixed frames, which are set last, when the number of pages is known.
    private func page(_ index: Int) -> PageFrame {
        pageNumber = index + 1
        items = []
        for area in template.fixed where area.precedesFlow { place(area) }
        // Put before the flow, which is most of a page and is not copied.
        swap(&items, &finished[index])
        items.insert(contentsOf: finished[index], at: 0)
        finished[index] = []
        for area in template.fixed where !area.precedesFlow { place(area) }
        return PageFrame(
            width: template.region.width, height: template.region.height, items: items)
    }

    private func place(_ area: Template.Fixed) {
        let isThere =
            switch area.pages {
            case .first: pageNumber == 1
            case .later: pageNumber > 1
            case .every: true
            case .last: pageNumber == pageCount
            }
        guard isThere else { return }
        for watermark in area.watermarks { draw(watermark) }
        for frame in area.frames where holds(frame.condition) {
            let box = Box(x: frame.x, width: frame.width)
            // Later pages repeat their heads and feet.
            repeated(if: pageNumber > 1 && area.pages != .last) {
                _ = layOut(frame.blocks, in: box, at: frame.y)
            }
        }
    }
}

extension Composer {
    /// The left edge, on the page, of what is laid out from `x` on.
    func leftEdge(_ x: Double, width: Double) -> Double {
        isMirrored ? template.region.width - x - width : x
    }
}

/// The horizontal extent of a frame, in points from the left edge of the page, from the
/// right edge where pages are mirrored.
struct Box {
    var x: Double
    var width: Double
}

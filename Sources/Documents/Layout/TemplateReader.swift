internal import Diagnostics
internal import Typography
internal import XML

/// Reads a template and collects what is wrong with it; one is used for one template.
final class TemplateReader {
    let places: SourcePlaces
    let fonts: FontLibrary
    let labels: LabelCatalog
    let paths: PathCatalog?
    /// Where `<image>` looks; nil where there are none.
    let pictures: (any PictureSource)?
    /// What `regimes` and `kinds` may name; nil where that is not checked.
    let vocabulary: Template.Vocabulary?
    /// Instead of the families that the styles name.
    let family: String?
    let findings: Findings

    var styles: [TextStyle] = []
    var styleNames: [String] = []
    var palette: [RGB] = [
        .black, RGB(0x1d, 0x44, 0x77), RGB(0x4c, 0x54, 0x60), RGB(0xc3, 0xc9, 0xd0),
        RGB(0xed, 0xf2, 0xf8),
    ]
    var labelKeys: [String] = []
    var labelPrefixes: [String] = []
    var pathCount = 0
    /// Of their first names.
    var pathNumbers: [String: Int] = [:]
    /// The path of the list whose items the blocks being read print; empty outside of lists.
    var scope = ""
    /// What `<use>` may name.
    var parts: [String: XMLElement] = [:]
    /// The parts that the blocks being read stand in, outermost first.
    var partsBeingRead: [String] = []
    var usedParts: Set<String> = []
    var blockCount = 0
    var hasTooManyBlocks = false
    /// How many blocks the blocks being read stand in, those that used parts add included.
    var depth = 0
    /// Whether blocks that nest too deep were found: parts that use parts would say so for each.
    var isTooDeep = false
    /// The page, and the width of the frame that the blocks being read stand in.
    var region = Template.Region()
    var frameWidth = 0.0
    /// Whether the number of pages is known where the text being read stands.
    var allowsPages = false
    var isTagged = false
    /// Of words in the second language that stand behind or below others.
    var secondStyle: Int?

    init(
        places: SourcePlaces, fonts: FontLibrary, labels: LabelCatalog, paths: PathCatalog?,
        pictures: (any PictureSource)?, vocabulary: Template.Vocabulary?, family: String?,
        findings: Findings
    ) {
        self.places = places
        self.fonts = fonts
        self.labels = labels
        self.paths = paths
        self.pictures = pictures
        self.vocabulary = vocabulary
        self.family = family
        self.findings = findings
    }

    func template(_ root: XMLElement) -> Template? {
        guard root.name == "template" else {
            report(
                root, code: "unknown-element", "a template begins with <template>",
                found: "<\(root.name)>")
            return nil
        }
        check(root, ["name", "size", "title", "regimes", "kinds", "tagged", "second-style"])
        let names = ["colors", "style", "page", "part", "fixed", "flow"]
        for element in root.elements where !names.contains(element.name) {
            unknownElement(element, among: names)
        }
        isTagged = choice("tagged", of: root, ["yes", "no"]) == "yes"
        readParts(root)
        if let colors = root.first("colors") { readColors(colors) }
        for style in root.all("style") { readStyle(style) }
        guard !styles.isEmpty else {
            report(root, code: "missing-element", "a template needs a <style>")
            return nil
        }
        secondStyle = style("second-style", of: root)
        region = readRegion(root)
        frameWidth = region.right - region.left
        guard let flow = root.first("flow") else {
            report(root, code: "missing-element", "a template needs a <flow>")
            return nil
        }
        for name in ["flow", "page", "colors"] {
            for extra in root.all(name).dropFirst() {
                report(extra, code: "element-twice", "a template has one <\(name)>")
            }
        }
        check(flow, [])
        let title = TextParser(self).title(root.attribute("title"), of: root)
        var fixed: [Template.Fixed] = []
        var precedes = true
        for element in root.elements {
            if element == flow { precedes = false }
            guard element.name == "fixed" else { continue }
            if let area = readFixed(element, precedesFlow: precedes) { fixed.append(area) }
        }
        allowsPages = false
        let blocks = readBlocks(flow, style: 0)
        if !isTooDeep, !hasTooManyBlocks { reportUnusedParts() }
        return Template(
            name: root["name"] ?? root.file,
            regimes: words("regimes", of: root, among: vocabulary?.regimes),
            kinds: words("kinds", of: root, among: vocabulary?.kinds), title: title,
            isTagged: isTagged, region: region, styles: styles,
            palette: palette, labelKeys: labelKeys, labelPrefixes: labelPrefixes,
            pathNumbers: pathNumbers, fixed: fixed,
            flow: blocks)
    }

    /// The names in an attribute, divided by spaces; none if it is not there.
    private func words(
        _ name: String, of element: XMLElement, among known: [String]?
    ) -> [String] {
        guard let attribute = element.attribute(name) else { return [] }
        let names = attribute.value.split(separator: " ").map(String.init)
        if names.isEmpty { _ = required(name, of: element) }
        guard let known else { return names }
        for word in names where !known.contains(word) {
            report(
                attribute, code: "attribute-value", "no document has this of its \(name)",
                found: word, expected: known.joined(separator: ", "),
                hint: suggestion(for: word, among: known), atValue: true)
        }
        return names
    }

    private func readColors(_ element: XMLElement) {
        for attribute in element.attributes {
            guard let row = PaletteRow.names.firstIndex(of: attribute.name) else {
                report(
                    attribute, code: "unknown-attribute", "there is no colour of this name",
                    found: attribute.name,
                    hint: suggestion(for: attribute.name, among: PaletteRow.names))
                continue
            }
            if let color = RGB(hex: attribute.value) {
                palette[row] = color
            } else {
                badValue(attribute, expected: "#rrggbb")
            }
        }
    }

    private func readStyle(_ element: XMLElement) {
        check(
            element,
            [
                "name", "font", "weight", "size", "leading", "color", "align", "figures",
                "tracking",
            ])
        let name = required("name", of: element) ?? ""
        if styleNames.contains(name), let attribute = element.attribute("name") {
            report(attribute, code: "style-twice", "the style is there twice", found: name)
        }
        let weights = FontWeight.allCases.map(\.rawValue)
        let weight = choice("weight", of: element, weights).flatMap(FontWeight.init) ?? .regular
        let isTabular = choice("figures", of: element, ["tabular", "proportional"])
        guard let own = required("font", of: element) else { return }
        let family = family ?? own
        let font = fonts.style(
            family: family, weight: weight, tabularFigures: isTabular != "proportional")
        guard let font else {
            if let attribute = element.attribute("font") {
                report(
                    attribute, code: "unknown-font", "no font file has this family",
                    found: family, hint: suggestion(for: family, among: fonts.families))
            }
            return
        }
        let size = length("size", of: element, in: 1...500) ?? 8
        let align = choice("align", of: element, ["left", "right"])
        styleNames.append(name)
        styles.append(
            TextStyle(
                font: font, size: size,
                leading: length("leading", of: element, in: 1...1_000) ?? size * 1.3,
                color: color("color", of: element) ?? PaletteRow.text,
                align: align.flatMap(TextAlign.init) ?? .left,
                tracking: length("tracking", of: element, in: -50...50) ?? 0))
    }

    private func readRegion(_ root: XMLElement) -> Template.Region {
        var region = Template.Region()
        if let size = root.attribute("size"), size.value != "A4" {
            badValue(size, expected: "A4")
        }
        guard let page = root.first("page") else {
            report(root, code: "missing-element", "a template needs a <page>")
            return region
        }
        check(page, ["left", "right", "first-top", "later-top", "bottom"])
        let high = 0...region.height
        region.left = length("left", of: page, in: 0...region.width) ?? 0
        // On the page `right` is where the text ends, counted from the left edge.
        region.right = length("right", of: page, in: 0...region.width) ?? region.width
        region.firstTop = length("first-top", of: page, in: high) ?? 0
        region.laterTop = length("later-top", of: page, in: high) ?? region.firstTop
        region.bottom = length("bottom", of: page, in: high) ?? region.height
        // Less room than this would print a page for every line.
        let room = region.bottom - max(region.firstTop, region.laterTop)
        if room < 72 || region.right - region.left < 72 {
            report(
                page, code: "page-too-small",
                "the region for text must be at least 72 pt wide and high")
            region = Template.Region()
        }
        return region
    }

    private func readFixed(_ element: XMLElement, precedesFlow: Bool) -> Template.Fixed? {
        check(element, ["on"])
        allowsPages = true
        let pages = choice("on", of: element, Template.Fixed.Pages.allCases.map(\.rawValue))
        var frames: [Template.Fixed.Frame] = []
        var watermarks: [Template.Fixed.Watermark] = []
        for child in element.elements {
            if child.name == "watermark" {
                check(child, ["style", "if", "unless"])
                watermarks.append(
                    Template.Fixed.Watermark(
                        text: readText(child, style: 0), condition: condition(of: child)))
                continue
            }
            guard child.name == "frame" else {
                unknownElement(child, among: ["frame", "watermark"])
                continue
            }
            guard countsAnotherBlock(child) else { break }
            check(child, ["x", "y", "width", "if", "unless"])
            let x = length("x", of: child, required: true) ?? 0
            let y = length("y", of: child, required: true) ?? 0
            let width = length("width", of: child, in: 0...Length.limit, required: true) ?? 0
            checkPlace(of: child, x: x, y: y, width: width)
            frames.append(
                Template.Fixed.Frame(
                    x: x, y: y, width: width, condition: condition(of: child),
                    blocks: within(width: width) { readBlocks(child, style: 0) }))
        }
        return Template.Fixed(
            pages: pages.flatMap(Template.Fixed.Pages.init) ?? .every,
            precedesFlow: precedesFlow, frames: frames, watermarks: watermarks)
    }
}

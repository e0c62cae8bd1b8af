internal import Diagnostics
internal import Symbols
internal import XML

extension TemplateReader {
    static let conditions = ["if", "unless"]
    private static let blockNames = [
        "text", "space", "pin", "rule", "logo", "image", "qr", "panel", "columns", "pairs", "list",
        "table",
        "group", "keep", "use",
    ]

    /// The blocks inside an element, whose text has `style` where it names none.
    func readBlocks(_ parent: XMLElement, style: Int, pairs: PairShape? = nil) -> [Block] {
        var blocks: [Block] = []
        depth += 1
        defer { depth -= 1 }
        guard isInDepth(parent) else { return blocks }
        parent.forEachChild { node in
            switch node {
            case .text(let text):
                if text.isBlank { return }
                findings.add(
                    Diagnostic(
                        code: "stray-text",
                        pairs == nil ? "text stands in <text>" : "text stands in <pair>",
                        at: places.location(of: text.position, length: text.string.utf8.count)))
            case .element(let element):
                guard countsAnotherBlock(element) else { return }
                guard let kind = readKind(element, style: style, pairs: pairs) else { return }
                blocks.append(Block(condition: condition(of: element), kind: kind))
            }
        }
        return blocks
    }

    private func readKind(_ element: XMLElement, style: Int, pairs: PairShape?) -> Block.Kind? {
        switch element.name {
        case "text":
            check(
                element,
                ["style", "align", "max-lines", "narrow", "heading", "second", "href"]
                    + TemplateReader.conditions)
            return .text(readText(element, style: style))
        case "space":
            check(element, ["height"] + TemplateReader.conditions)
            return length(
                "height", of: element, in: -region.height...region.height, required: true
            ).map { .space($0) }
        case "pin":
            check(element, ["y", "gap"] + TemplateReader.conditions)
            guard let y = length("y", of: element, in: 0...region.height, required: true) else {
                return nil
            }
            return .pin(y: y, gap: length("gap", of: element, in: 0...1_000) ?? 0)
        case "rule":
            check(element, ["width", "color"] + TemplateReader.conditions)
            return .rule(
                thickness: length("width", of: element, in: 0...100) ?? 0.35,
                color: color("color", of: element) ?? PaletteRow.text)
        case "logo":
            check(element, TemplateReader.conditions)
            return .logo
        case "image": return readImage(element)
        case "qr": return readSymbol(element)
        case "panel": return readPanel(element, style: style)
        case "columns":
            check(element, TemplateReader.conditions)
            return .columns(readColumns(element, style: style))
        case "pairs": return readPairs(element, style: style)
        case "pair":
            guard let pairs else {
                report(element, code: "unknown-element", "a <pair> stands in <pairs>")
                return nil
            }
            return readPair(element, pairs)
        case "list":
            check(element, ["path"] + TemplateReader.conditions)
            guard let path = requiredList(of: element) else { return nil }
            return .list(path, within(path) { readBlocks(element, style: style, pairs: pairs) })
        case "table": return readTable(element, style: style).map { .table($0) }
        case "group":
            check(element, TemplateReader.conditions)
            return .group(readBlocks(element, style: style, pairs: pairs))
        case "keep":
            check(element, ["along"] + TemplateReader.conditions)
            return .keep(
                readBlocks(element, style: style, pairs: pairs),
                rowsAlong: number("along", of: element, in: 0...20) ?? 0)
        case "use":
            return readUse(element, style: style, pairs: pairs)
        default:
            let inPairs = pairs == nil ? [] : ["pair"]
            unknownElement(element, among: inPairs + TemplateReader.blockNames)
            return nil
        }
    }

    /// Reads what stands in a list or table, whose paths begin at its items.
    func within<Result>(_ path: FieldPath, _ read: () -> Result) -> Result {
        let outer = scope
        let steps = path.names.joined(separator: ".")
        scope = path.isFromRoot || outer.isEmpty ? steps : "\(outer).\(steps)"
        defer { scope = outer }
        return read()
    }

    func readText(
        _ element: XMLElement, style: Int, skipping: Set<String> = []
    ) -> TextContent {
        let style = self.style("style", of: element) ?? style
        let content = TextParser.content(element, style: style, skipping: skipping, in: self)
        var options = TextContent.Options()
        options.align = choice("align", of: element, ["left", "right"]).flatMap(TextAlign.init)
        options.maximumLines = number("max-lines", of: element, in: 1...1_000) ?? 0
        options.narrowStyle = self.style("narrow", of: element)
        options.heading = number("heading", of: element, in: 1...6) ?? 0
        options.link = link(of: element)
        return content.with(options).with(
            second(of: element, SecondLanguage.allCases), style: secondStyle)
    }

    /// The address a text opens: words, or fields whose values are looked at when they are there.
    private func link(of element: XMLElement) -> TextContent? {
        guard let attribute = element.attribute("href") else { return nil }
        let begins = attribute.value.first == "{"
        if !begins, !LinkAddress.schemes.contains(where: attribute.value.hasPrefix) {
            badValue(attribute, expected: "an address that begins with https:, mailto: or tel:")
            return nil
        }
        return TextParser(self).title(attribute, of: element)
    }

    /// How an element's labels are said in the second language.
    func second(
        of element: XMLElement, _ allowed: [SecondLanguage] = [.inline, .below]
    ) -> SecondLanguage? {
        choice("second", of: element, allowed.map(\.rawValue))
            .flatMap(SecondLanguage.init)
    }

    private func readSymbol(_ element: XMLElement) -> Block.Kind? {
        check(
            element,
            ["path", "size", "level", "least-version", "alt"] + TemplateReader.conditions)
        guard let path = requiredPath("path", of: element) else { return nil }
        let levels: [(String, QRCode.ErrorCorrection)] = [
            ("L", .low), ("M", .medium), ("Q", .quartile), ("H", .high),
        ]
        let alternative = alternative(of: element)
        let level = choice("level", of: element, levels.map(\.0)) ?? "M"
        return .qr(
            Block.Symbol(
                path: path, size: length("size", of: element, in: 10...1_000),
                level: levels.first { $0.0 == level }?.1 ?? .medium,
                minimumVersion: number("least-version", of: element, in: 1...40) ?? 1,
                alternative: alternative))
    }

    /// What stands for a figure when a document is read aloud; tagged ones must have it.
    func alternative(of element: XMLElement) -> TextContent? {
        if let attribute = element.attribute("alt") {
            return TextParser(self).title(attribute, of: element)
        }
        if isTagged {
            report(
                element, code: "missing-alt",
                "a tagged document needs words for those who cannot see its figures",
                hint: "add alt=\"…\", for example alt=\"{t:pay-by-upi}\"")
        }
        return nil
    }

    private func readPanel(_ element: XMLElement, style: Int) -> Block.Kind {
        check(
            element,
            ["color", "border", "left", "right", "top", "bottom"] + TemplateReader.conditions)
        func bleed(_ side: String) -> Double { length(side, of: element, in: 0...1_000) ?? 0 }
        let border = rule("border", of: element)
        let color = color("color", of: element)
        return .panel(
            Block.Panel(
                color: color ?? (border == nil ? PaletteRow.tint : nil), border: border,
                left: bleed("left"),
                right: bleed("right"), top: bleed("top"), bottom: bleed("bottom"),
                blocks: readBlocks(element, style: style)))
    }

    private func readColumns(_ element: XMLElement, style: Int) -> [Block.Column] {
        var columns: [Block.Column] = []
        for child in element.elements {
            guard child.name == "column" else {
                unknownElement(child, among: ["column"])
                continue
            }
            guard countsAnotherBlock(child) else { break }
            check(child, ["x", "width"] + TemplateReader.conditions)
            let x = length("x", of: child, required: true) ?? 0
            let width = length("width", of: child, in: 0...Length.limit, required: true) ?? 0
            checkPlace(of: child, x: x, width: width)
            columns.append(
                Block.Column(
                    x: x, width: width, condition: condition(of: child),
                    blocks: within(width: width) { readBlocks(child, style: style) }))
        }
        return columns
    }

    /// What the pairs of one `<pairs>` share.
    struct PairShape {
        let style: Int
        let labelStyle: Int
        let labelWidth: Double
        /// The same in a document of two languages.
        let secondLabelWidth: Double
        let pitch: Double?
        let align: TextAlign
        let second: SecondLanguage?
        /// The same as `pitch` in a document of two languages.
        let secondPitch: Double?
    }

    private func readPairs(_ element: XMLElement, style: Int) -> Block.Kind {
        check(
            element,
            [
                "style", "label-style", "label", "pitch", "align", "second", "second-label",
                "second-pitch",
            ] + TemplateReader.conditions)
        let style = self.style("style", of: element) ?? style
        let label = length("label", of: element, in: 0...Length.limit) ?? 0
        checkWidth(label, of: element, "label", "the labels are")
        let align = choice("align", of: element, ["left", "right"])
        let shape = PairShape(
            style: style, labelStyle: self.style("label-style", of: element) ?? style,
            labelWidth: label,
            secondLabelWidth: length("second-label", of: element, in: 0...Length.limit) ?? label,
            pitch: length("pitch", of: element, in: 0...1_000),
            align: align.flatMap(TextAlign.init) ?? .left, second: second(of: element),
            secondPitch: length("second-pitch", of: element, in: 0...1_000))
        return .pairs(readBlocks(element, style: style, pairs: shape))
    }

    private func readPair(_ element: XMLElement, _ shape: PairShape) -> Block.Kind {
        check(
            element, ["label", "style", "label-style", "narrow"] + TemplateReader.conditions)
        let style = self.style("style", of: element) ?? shape.style
        let labelStyle =
            self.style("label-style", of: element)
            ?? (element.attribute("style") == nil ? shape.labelStyle : style)
        let label: TextContent
        let value: TextContent
        if let attribute = element.attribute("label") {
            let location = places.location(
                of: attribute.valuePosition, length: attribute.value.utf8.count)
            let number = self.label(attribute.value, at: location)
            let word = TextContent.Piece(.label, style: labelStyle, label: number)
            label = TextContent(style: labelStyle, pieces: [word])
            value = TextParser.content(element, style: style, in: self)
        } else {
            for child in element.elements where child.name != "label" && child.name != "value" {
                unknownElement(child, among: ["label", "value"])
            }
            guard let labelPart = element.first("label"), let valuePart = element.first("value")
            else {
                report(
                    element, code: "missing-element",
                    "a <pair> needs the attribute label, or <label> and <value>")
                return .space(0)
            }
            label = TextParser.content(labelPart, style: labelStyle, in: self)
            value = TextParser.content(valuePart, style: style, in: self)
        }
        var options = TextContent.Options()
        options.align = shape.align
        options.narrowStyle = self.style("narrow", of: element)
        let leading = max(styles[style].leading, styles[labelStyle].leading)
        let padding = max(0, ((shape.pitch ?? leading) - leading) / 2)
        let secondLine = shape.second == .below ? styles[labelStyle].leading : 0
        return .pair(
            Block.Pair(
                label: label.with(shape.second, style: secondStyle), value: value.with(options),
                labelWidth: shape.labelWidth, secondLabelWidth: shape.secondLabelWidth,
                padding: padding,
                secondPadding: shape.secondPitch.map { max(0, ($0 - leading - secondLine) / 2) }
                    ?? padding))
    }
}

internal import Diagnostics
internal import XML

extension TemplateReader {
    func readTable(_ element: XMLElement, style: Int) -> TableBlock? {
        check(
            element,
            [
                "path", "style", "heading-style", "heading-top", "heading-bottom", "padding",
                "inset", "least-share", "heading-rule", "row-rule", "total-rule", "end-rule",
                "after", "carry-style", "carry-padding", "second", "if", "unless",
            ])
        guard let path = requiredList(of: element) else { return nil }
        let style = self.style("style", of: element) ?? style
        let headingStyle = self.style("heading-style", of: element) ?? style
        let second = second(of: element)
        var columns: [TableBlock.Column] = []
        var group: TableBlock.Group?
        let enclosing = scope
        within(path) {
            for child in element.elements {
                if child.name == "group" {
                    check(child, ["by", "style"])
                    guard let path = requiredPath("by", of: child) else { continue }
                    group = TableBlock.Group(path: path, text: readText(child, style: style))
                    continue
                }
                guard child.name == "column" else {
                    unknownElement(child, among: ["column", "group"])
                    continue
                }
                guard countsAnotherBlock(child) else { break }
                columns.append(
                    readColumn(
                        child, style: style, headingStyle: headingStyle, second: second,
                        enclosing: enclosing))
            }
        }
        if columns.isEmpty {
            report(element, code: "missing-element", "a <table> needs a <column>")
            return nil
        }
        // Columns with a condition may stand in for each other.
        let fixed = columns.reduce(0.0) { sum, column in
            if column.condition == nil, case .points(let width) = column.width {
                return sum + width
            }
            return sum
        }
        checkWidth(fixed, of: element, "", "the columns are together")
        // Above and below a row: what fills the page leaves no room for words.
        func distance(_ name: String) -> Double? {
            length(name, of: element, in: 0...region.height / 3)
        }
        return TableBlock(
            path: path, columns: columns,
            spacing: TableBlock.Spacing(
                headingTop: distance("heading-top") ?? 0,
                headingBottom: distance("heading-bottom") ?? 0, row: distance("padding") ?? 0,
                inset: distance("inset") ?? 0,
                leastShare: distance("least-share") ?? 40 * Length.pointsPerMillimetre,
                after: distance("after") ?? 0),
            rules: TableBlock.Rules(
                heading: rule("heading-rule", of: element), row: rule("row-rule", of: element),
                total: rule("total-rule", of: element), end: rule("end-rule", of: element)),
            carry: readCarry(element, columns, style: style), group: group)
    }

    private func readCarry(
        _ element: XMLElement, _ columns: [TableBlock.Column], style: Int
    ) -> TableBlock.Carry? {
        let style = self.style("carry-style", of: element) ?? style
        guard columns.contains(where: { $0.carry != nil }) else { return nil }
        let location = places.location(of: element.position, length: 6)
        return TableBlock.Carry(
            style: style,
            padding: length("carry-padding", of: element, in: 0...region.height / 3)
                ?? length("padding", of: element, in: 0...region.height / 3) ?? 0,
            forward: label("carried-forward", at: location),
            brought: label("brought-forward", at: location))
    }

    private func readColumn(
        _ element: XMLElement, style: Int, headingStyle: Int, second: SecondLanguage?,
        enclosing: String
    ) -> TableBlock.Column {
        check(element, ["width", "align", "style", "carry", "if", "unless"])
        let align = choice("align", of: element, TextAlign.allCases.map(\.rawValue))
            .flatMap(TextAlign.init)
        var width = TableBlock.Width.share
        if element["width"] == "fit" {
            width = .fit
        } else if element["width"] != "share" {
            width = .points(length("width", of: element, in: 0...Length.limit, required: true) ?? 0)
        }
        let style = self.style("style", of: element) ?? style
        var heading = TextContent(style: headingStyle, pieces: [])
        if let part = element.first("heading") {
            check(part, [])
            heading = within(scope: enclosing) {
                TextParser.content(part, style: headingStyle, in: self)
            }
        }
        var options = TextContent.Options()
        options.align = align == nil || align == .left ? .left : .right
        var total: TextContent?
        if let part = element.first("total") {
            check(part, ["style"])
            let totalStyle = self.style("style", of: part) ?? style
            total = within(scope: enclosing) {
                TextParser.content(part, style: totalStyle, in: self)
            }
        }
        let notes = element.all("note").filter { countsAnotherBlock($0) }.map { part in
            check(part, ["style"])
            let note = readText(part, style: style)
            return note.options.align == nil && options.align == .right ? note.with(options) : note
        }
        let cell = TextParser.content(
            element, style: style, skipping: ["heading", "total", "note"], in: self)
        return TableBlock.Column(
            width: width, align: align ?? .left,
            condition: within(scope: enclosing) { condition(of: element) },
            heading: heading.with(options).with(second, style: secondStyle), cell: cell,
            notes: notes, total: total?.with(second.map { _ in .inline }, style: secondStyle),
            carry: element.attribute("carry") == nil ? nil : requiredAmount("carry", of: element))
    }

    /// Reads a part whose paths begin outside of the list it stands in.
    private func within<Result>(scope enclosing: String, _ read: () -> Result) -> Result {
        let inner = scope
        scope = enclosing
        defer { scope = inner }
        return read()
    }

    /// `0.35 hair`: thickness and colour.
    func rule(_ name: String, of element: XMLElement) -> TableBlock.Rule? {
        guard let attribute = element.attribute(name) else { return nil }
        let parts = attribute.value.split(separator: " ")
        let color =
            parts.count == 1
            ? PaletteRow.text : parts.last.flatMap { PaletteRow.names.firstIndex(of: String($0)) }
        guard (1...2).contains(parts.count), let thickness = Length.points(String(parts[0])),
            (0...100).contains(thickness), let color
        else {
            badValue(attribute, expected: "a thickness and a colour's name: 0.35pt hair")
            return nil
        }
        return TableBlock.Rule(thickness: thickness, color: color)
    }
}

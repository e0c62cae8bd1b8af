internal import Diagnostics
internal import XML

/// Reads mixed content: words, `{path}`, `{path:format}`, `{t:label}`, `{t:label path}`, `{s:label}`,
/// `{index}`, `{page}`, `{pages}`, `<span>`, `<br/>` and `<sep>`, which is printed only between parts that are there.
/// `{{` stands for a brace.
struct TextParser {
    private let reader: TemplateReader
    private var pieces: [TextContent.Piece] = []

    init(_ reader: TemplateReader) { self.reader = reader }

    /// The text of an element, leaving out children named in `skipping`.
    ///
    /// Runs of white space count as one space, and none at the ends.
    static func content(
        _ element: XMLElement, style: Int, skipping: Set<String> = [], in reader: TemplateReader
    ) -> TextContent {
        var parser = TextParser(reader)
        element.forEachChild { node in
            switch node {
            case .text(let text):
                parser.read(text.string, style: style, condition: nil, at: text.position)
            case .element(let child):
                if skipping.contains(child.name) { return }
                parser.read(child, style: style)
            }
        }
        return parser.finish(style: style)
    }

    /// The text of an attribute that names a document.
    func title(_ attribute: XMLAttribute?, of element: XMLElement) -> TextContent {
        var parser = self
        if let attribute {
            parser.read(
                attribute.value, style: 0, condition: nil, at: attribute.valuePosition)
        }
        return parser.finish(style: 0)
    }

    private mutating func read(_ child: XMLElement, style: Int) {
        guard reader.countsAnotherBlock(child) else { return }
        switch child.name {
        case "span":
            reader.check(child, ["style", "if", "unless"])
            let own = reader.style("style", of: child) ?? style
            let condition = reader.condition(of: child)
            child.forEachChild { node in
                switch node {
                case .text(let text):
                    read(text.string, style: own, condition: condition, at: text.position)
                case .element(let inner) where inner.name == "br":
                    guard reader.countsAnotherBlock(inner) else { return }
                    append(.init(.lineBreak, style: own, condition: condition))
                case .element(let inner): reader.unknownElement(inner, among: ["br"])
                }
            }
        case "br":
            reader.check(child, [])
            append(.init(.lineBreak, style: style))
        case "sep":
            reader.check(child, [])
            append(.init(.separator, style: style, text: child.text))
        default: reader.unknownElement(child, among: ["span", "br", "sep"])
        }
    }

    private mutating func read(
        _ text: String, style: Int, condition: Condition?, at position: XMLPosition
    ) {
        let location = reader.places.location(of: position, length: max(1, text.utf8.count))
        var literal = ""
        var rest = text[...]
        while let character = rest.first {
            rest.removeFirst()
            if character == "{", rest.first == "{" {
                literal.append("{")
                rest.removeFirst()
            } else if character == "{" {
                appendLiteral(literal, style, condition)
                literal = ""
                guard let end = rest.firstIndex(of: "}") else {
                    syntax("a field ends with \"}\"", found: "{\(rest.prefix(24))", at: location)
                    return
                }
                field(String(rest[..<end]), style, condition, at: location)
                rest = rest[rest.index(after: end)...]
            } else if character == " " || character == "\n" || character == "\t" {
                if literal.last != " " { literal.append(" ") }
            } else {
                literal.append(character)
            }
        }
        appendLiteral(literal, style, condition)
    }

    private mutating func field(
        _ text: String, _ style: Int, _ condition: Condition?, at location: SourceLocation
    ) {
        guard reader.countsAnotherBlock(at: location) else { return }
        switch text {
        case "page": append(.init(.page, style: style, condition: condition))
        case "pages" where reader.allowsPages:
            append(.init(.pages, style: style, condition: condition))
        case "pages":
            syntax("the number of pages is only known in <fixed>", found: "{pages}", at: location)
        case "index": append(.init(.index, style: style, condition: condition))
        default:
            let parts = text.split(
                separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map(String.init) ?? ""
            let behind = parts.count == 2 ? String(parts[1]) : nil
            if name == "t" || name == "T" || name == "s" {
                label(behind ?? "", style, condition, kind: name, at: location)
                return
            }
            var format = ValueFormat.automatic
            if let behind {
                guard let known = ValueFormat(behind, number: reader.labelPrefix) else {
                    reader.findings.add(
                        Diagnostic(
                            code: "unknown-format", "values are not printed like that",
                            at: location, found: behind,
                            hint: suggestion(for: behind, among: ValueFormat.names)))
                    return
                }
                format = known
            }
            if let path = reader.path(name, at: location) {
                append(
                    .init(
                        .field, style: style, condition: condition, path: path, format: format))
            }
        }
    }

    /// `{t:key}`, `{T:key}` in capitals, `{s:key}` in the second language, and `{t:key path}`, which
    /// says a value.
    private mutating func label(
        _ text: String, _ style: Int, _ condition: Condition?, kind: String,
        at location: SourceLocation
    ) {
        let parts = text.split(separator: " ", maxSplits: 1)
        let number = reader.label(parts.first.map(String.init) ?? "", at: location)
        var path: FieldPath?
        if kind == "t", parts.count == 2 {
            path = reader.path(String(parts[1]), at: location)
            if path == nil { return }
        }
        append(
            .init(
                kind == "T" ? .upperLabel : .label, style: style, condition: condition,
                label: number, path: path, isSecondLanguage: kind == "s"))
    }

    private mutating func append(_ piece: TextContent.Piece) { pieces.append(piece) }

    private mutating func appendLiteral(
        _ text: String, _ style: Int, _ condition: Condition?
    ) {
        if text.isEmpty { return }
        append(.init(.literal, style: style, condition: condition, text: text))
    }

    private func finish(style: Int) -> TextContent {
        var pieces = pieces
        trim(&pieces, at: 0) { $0.drop { $0 == " " } }
        trim(&pieces, at: pieces.count - 1) { $0.last == " " ? $0.dropLast() : $0[...] }
        return TextContent(style: style, pieces: pieces)
    }

    private func trim(
        _ pieces: inout [TextContent.Piece], at index: Int, _ cut: (String) -> Substring
    ) {
        guard pieces.indices.contains(index), pieces[index].kind == .literal,
            pieces[index].condition == nil
        else { return }
        let rest = String(cut(pieces[index].text))
        if rest.isEmpty {
            pieces.remove(at: index)
        } else {
            pieces[index] = .init(.literal, style: pieces[index].style, text: rest)
        }
    }

    private func syntax(_ message: String, found: String, at location: SourceLocation) {
        reader.findings.add(
            Diagnostic(code: "field-syntax", message, at: location, found: found))
    }
}

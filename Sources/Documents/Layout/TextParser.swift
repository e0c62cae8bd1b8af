internal import Diagnostics
internal import XML

/// Reads mixed content: words, `{path}`, `{path:format}`, `{t:label}`, `{index}`, `{page}`,
/// `{pages}`, `<span>`, `<br/>` and `<sep>`, which is printed only between parts that are there.
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
                    append(.lineBreak, own, condition)
                case .element(let inner): reader.unknownElement(inner, among: ["br"])
                }
            }
        case "br":
            reader.check(child, [])
            append(.lineBreak, style, nil)
        case "sep":
            reader.check(child, [])
            append(.separator(child.text), style, nil)
        default: reader.unknownElement(child, among: ["span", "br", "sep"])
        }
    }

    private mutating func read(
        _ text: String, style: Int, condition: Condition?, at position: XMLPosition
    ) {
        let location = reader.source.location(of: position, length: max(1, text.utf8.count))
        var literal = ""
        var rest = text[...]
        while let character = rest.first {
            rest.removeFirst()
            if character == "{", rest.first == "{" {
                literal.append("{")
                rest.removeFirst()
            } else if character == "{" {
                if !literal.isEmpty { append(.literal(literal), style, condition) }
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
        if !literal.isEmpty { append(.literal(literal), style, condition) }
    }

    private mutating func field(
        _ text: String, _ style: Int, _ condition: Condition?, at location: SourceLocation
    ) {
        switch text {
        case "page": append(.page, style, condition)
        case "pages" where reader.allowsPages: append(.pages, style, condition)
        case "pages":
            syntax("the number of pages is only known in <fixed>", found: "{pages}", at: location)
        case "index": append(.index, style, condition)
        default:
            let parts = text.split(
                separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map(String.init) ?? ""
            let behind = parts.count == 2 ? String(parts[1]) : nil
            if name == "t" || name == "T" {
                let number = reader.label(behind ?? "", at: location)
                append(name == "T" ? .upperLabel(number) : .label(number), style, condition)
                return
            }
            var format = ValueFormat.automatic
            if let behind {
                guard let known = ValueFormat(behind) else {
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
                append(.field(path, format), style, condition)
            }
        }
    }

    private mutating func append(
        _ source: TextContent.Source, _ style: Int, _ condition: Condition?
    ) {
        pieces.append(TextContent.Piece(style: style, source: source, condition: condition))
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
        guard pieces.indices.contains(index), case .literal(let text) = pieces[index].source,
            pieces[index].condition == nil
        else { return }
        let rest = String(cut(text))
        if rest.isEmpty {
            pieces.remove(at: index)
        } else {
            pieces[index] = TextContent.Piece(
                style: pieces[index].style, source: .literal(rest), condition: nil)
        }
    }

    private func syntax(_ message: String, found: String, at location: SourceLocation) {
        reader.findings.add(
            Diagnostic(code: "field-syntax", message, at: location, found: found))
    }
}

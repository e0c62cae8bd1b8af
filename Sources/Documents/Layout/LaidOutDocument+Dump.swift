extension LaidOutDocument {
    /// Every page and item as one line of text each, the same on every machine: for tests that
    /// compare whole layouts. Lengths are points with two decimals.
    public var dump: String {
        var lines = ["document \(language) \"\(title)\""]
        for (index, page) in pages.enumerated() {
            lines.append("page \(index + 1) \(hundredths(page.width)) \(hundredths(page.height))")
            lines += page.items.map(\.dump)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension FrameItem {
    /// The item on one line.
    var dump: String {
        switch self {
        case .text(let item):
            var line = "text \(hundredths(item.x)) \(hundredths(item.y))"
            line += " \(item.run.face.name) \(hundredths(item.size)) \(item.color.hex)"
            if item.tracking != 0 { line += " tracking \(hundredths(item.tracking))" }
            if let slope = item.slope {
                line += " slope \(hundredths(slope.cosine)) \(hundredths(slope.sine))"
            }
            return line + " \"\(item.run.text)\""
        case .rule(let item):
            let ends = [item.x1, item.y1, item.x2, item.y2, item.width].map(hundredths)
            return "rule \(ends.joined(separator: " ")) \(item.color.hex)"
        case .rect(let item):
            let box = [item.x, item.y, item.width, item.height].map(hundredths)
            return "rect \(box.joined(separator: " ")) \(item.color.hex)"
        case .symbol(let item):
            let box = [item.x, item.y, item.size].map(hundredths).joined(separator: " ")
            return "symbol \(box) \(item.modules) \"\(item.text)\""
        case .image(let item):
            let box = [item.x, item.y, item.width, item.height].map(hundredths)
            return
                "image \(box.joined(separator: " ")) \(item.picture.width)x\(item.picture.height)"
        case .link(let item):
            let box = [item.x, item.y, item.width, item.height].map(hundredths)
            return "link \(box.joined(separator: " ")) \(item.uri)"
        case .path(let item):
            return "path \(item.commands.map(\.dump).joined(separator: " ")) \(item.color.hex)"
        }
    }
}

extension PathCommand {
    fileprivate var dump: String {
        func points(_ numbers: Double...) -> String {
            numbers.map(hundredths).joined(separator: ",")
        }
        return switch self {
        case .move(let x, let y): "M\(points(x, y))"
        case .line(let x, let y): "L\(points(x, y))"
        case .curve(let x1, let y1, let x2, let y2, let x, let y):
            "C\(points(x1, y1, x2, y2, x, y))"
        case .close: "Z"
        }
    }
}

/// A length with two decimals, without trailing zeros: `12.5`, `-3`.
func hundredths(_ length: Double) -> String {
    guard length.isFinite, abs(length) < 1e12 else { return "?" }
    let scaled = Int((length * 100).rounded())
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    var text = "\(scaled < 0 ? "-" : "")\(padded.dropLast(2)).\(padded.suffix(2))"
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
}

/// A company's logo as one vector shape in a box of its own units, y downwards.
public struct LogoShape: Sendable {
    public let width: Double
    public let height: Double
    let commands: [PathCommand]

    /// The most steps a logo may have.
    public static let commandLimit = 10_000

    /// - Parameter path: SVG path data: M, L, H, V, C, Z, absolute or relative.
    /// - Returns: nil if the box is empty or the data is not such a path.
    public init?(width: Double, height: Double, path: String) {
        guard width > 0, height > 0, width.isFinite, height.isFinite else { return nil }
        var scanner = PathScanner(path)
        guard let commands = scanner.commands(), !commands.isEmpty else { return nil }
        self.width = width
        self.height = height
        self.commands = commands
    }
}

/// Reads SVG path data (SVG 1.1, 8.3) without arcs and smooth curves.
private struct PathScanner {
    private let bytes: [UInt8]
    private var at = 0
    private var (x, y) = (0.0, 0.0)
    private var (startX, startY) = (0.0, 0.0)

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func commands() -> [PathCommand]? {
        var result: [PathCommand] = []
        var letter = UInt8(ascii: " ")
        while true {
            skipSeparators()
            guard at < bytes.count else { return result }
            if (65...122).contains(bytes[at]) {
                letter = bytes[at]
                at += 1
            } else if result.isEmpty || letter | 0x20 == UInt8(ascii: "z") {
                return nil
            }
            guard let command = command(letter) else { return nil }
            result.append(command)
            if result.count > LogoShape.commandLimit { return nil }
            // Further pairs behind a move are lines.
            if letter == UInt8(ascii: "M") { letter = UInt8(ascii: "L") }
            if letter == UInt8(ascii: "m") { letter = UInt8(ascii: "l") }
        }
    }

    private mutating func command(_ letter: UInt8) -> PathCommand? {
        let isRelative = letter & 0x20 != 0
        let (dx, dy) = isRelative ? (x, y) : (0, 0)
        switch letter | 0x20 {
        case UInt8(ascii: "m"), UInt8(ascii: "l"):
            guard let newX = number(), let newY = number() else { return nil }
            (x, y) = (newX + dx, newY + dy)
            if letter | 0x20 == UInt8(ascii: "l") { return .line(x: x, y: y) }
            (startX, startY) = (x, y)
            return .move(x: x, y: y)
        case UInt8(ascii: "h"):
            guard let newX = number() else { return nil }
            x = newX + dx
            return .line(x: x, y: y)
        case UInt8(ascii: "v"):
            guard let newY = number() else { return nil }
            y = newY + dy
            return .line(x: x, y: y)
        case UInt8(ascii: "c"):
            guard let x1 = number(), let y1 = number(), let x2 = number(), let y2 = number(),
                let newX = number(), let newY = number()
            else { return nil }
            (x, y) = (newX + dx, newY + dy)
            return .curve(x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy, x: x, y: y)
        case UInt8(ascii: "z"):
            (x, y) = (startX, startY)
            return .close
        default: return nil
        }
    }

    private mutating func skipSeparators() {
        while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: ",") { at += 1 }
    }

    private mutating func number() -> Double? {
        skipSeparators()
        let start = at
        var hasPoint = false
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "-") where at == start: break
            case UInt8(ascii: ".") where !hasPoint: hasPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            default: return value(from: start)
            }
            at += 1
        }
        return value(from: start)
    }

    private func value(from start: Int) -> Double? {
        guard at > start, at - start <= 24 else { return nil }
        return Double(String(decoding: bytes[start..<at], as: UTF8.self))
    }
}

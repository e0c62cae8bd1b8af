/// A step of an outline, in absolute points.
public enum PathCommand: Hashable, Sendable {
    case move(x: Double, y: Double)
    case line(x: Double, y: Double)
    /// A cubic Bézier curve with its two control points.
    case curve(x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double)
    case close

    /// The command with every point scaled about the origin and then moved.
    func placed(scale: Double, dx: Double, dy: Double) -> PathCommand {
        switch self {
        case .move(let x, let y): .move(x: x * scale + dx, y: y * scale + dy)
        case .line(let x, let y): .line(x: x * scale + dx, y: y * scale + dy)
        case .curve(let x1, let y1, let x2, let y2, let x, let y):
            .curve(
                x1: x1 * scale + dx, y1: y1 * scale + dy, x2: x2 * scale + dx,
                y2: y2 * scale + dy, x: x * scale + dx, y: y * scale + dy)
        case .close: .close
        }
    }
}

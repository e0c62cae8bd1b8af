/// A text as runs of glyphs, one after the other from left to right.
///
/// An object: it is remembered, and handed out again for every use of the text.
public final class ShapedText: Sendable {
    /// In the order they stand in, which is that of the text unless `isReordered`.
    public let runs: [ShapedRun]
    /// Whether the runs stand in another order than they are read in (UAX 9).
    public let isReordered: Bool
    /// Characters that no face of the style has, each once, in order of first use.
    ///
    /// They are drawn as glyph 0, which no PDF/A may show: report them, with the field they are in.
    public let missing: [Unicode.Scalar]
    /// Width at a type size of 1.
    public let widthPerSize: Double

    init(runs: [ShapedRun], missing: [Unicode.Scalar]) {
        self.runs = runs
        isReordered = zip(runs, runs.dropFirst()).contains { $0.offset > $1.offset }
        self.missing = missing
        widthPerSize = runs.reduce(0) { $0 + $1.widthPoints(size: 1) }
    }

    /// Width in points at a type size in points.
    public func widthPoints(size: Double) -> Double { widthPerSize * size }
}

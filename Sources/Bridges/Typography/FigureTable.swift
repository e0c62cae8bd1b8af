/// The glyphs of numbers in one style, put together from those of their figures.
///
/// Most texts that come up once are amounts, which no cache helps. Where a face draws each figure in
/// one way, moved by the sign behind it at most, HarfBuzz is asked for each pair of signs once, and
/// the pairs give for any number what HarfBuzz would. Numbers of other faces are shaped as any text.
final class FigureTable {
    private enum Pair {
        case unknown
        /// What the first sign looks like before the second, which looks as it does by itself.
        case first(Glyph)
        /// The second does not.
        case mixed
    }

    /// Figures and what divides them, a byte each.
    static let signs = Array("0123456789.,".utf8)
    private static let longest = 32

    /// Each sign by itself.
    private let alone: [Glyph]
    /// By the first sign, then the second.
    private var pairs: [Pair]

    /// - Parameter shape: asks HarfBuzz, in the table's style.
    /// - Returns: nil where numbers of the face are more than pairs of signs.
    init?(_ style: FontStyle, _ shape: ([UInt8]) -> [Glyph]) {
        let face = style.primaryFace
        var alone: [Glyph] = []
        for sign in FigureTable.signs {
            let glyphs = shape([sign])
            guard face.glyph(Unicode.Scalar(sign)) != nil, glyphs.count == 1, glyphs[0].cluster == 0
            else { return nil }
            alone.append(glyphs[0])
        }
        let plain = FigureTable.signs.compactMap { face.glyph(Unicode.Scalar($0)) }
        let rules = FigureRules(face, tabularFigures: style.tabularFigures)
        guard rules.arePairs(of: Set(plain + alone.map(\.id))) else { return nil }
        self.alone = alone
        pairs = Array(repeating: .unknown, count: alone.count * alone.count)
    }

    /// The glyphs of a number; nil for any other text, and where pairs do not tell.
    ///
    /// - Parameter shape: as for `init`.
    func glyphs(
        _ text: UnsafeBufferPointer<UInt8>, _ shape: ([UInt8]) -> [Glyph]
    ) -> [Glyph]? {
        guard (1...FigureTable.longest).contains(text.count),
            unsafe text.allSatisfy({ FigureTable.place(of: $0) != nil })
        else { return nil }
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(text.count)
        var wasMoved = false
        for index in text.indices {
            guard let place = FigureTable.place(of: unsafe text[index]) else { return nil }
            var glyph = alone[place]
            if index + 1 < text.count {
                guard let next = FigureTable.place(of: unsafe text[index + 1]),
                    let first = first(place, before: next, shape)
                else { return nil }
                glyph = first
            }
            // A face may pass over the second sign of a pair that it has moved the first of.
            let isMoved = glyph != alone[place]
            if isMoved, wasMoved { return nil }
            wasMoved = isMoved
            glyph.cluster = Int32(index)
            glyphs.append(glyph)
        }
        return glyphs
    }

    private func first(
        _ place: Int, before next: Int, _ shape: ([UInt8]) -> [Glyph]
    ) -> Glyph? {
        let row = place * alone.count + next
        if case .unknown = pairs[row] {
            let glyphs = shape([FigureTable.signs[place], FigureTable.signs[next]])
            var second = alone[next]
            second.cluster = 1
            let isPlain =
                glyphs.count == 2 && glyphs[0].id == alone[place].id && glyphs[0].cluster == 0
                && glyphs[1] == second
            pairs[row] = isPlain ? .first(glyphs[0]) : .mixed
        }
        if case .first(let glyph) = pairs[row] { return glyph }
        return nil
    }

    private static func place(of byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte - 0x30)
        case UInt8(ascii: "."): 10
        case UInt8(ascii: ","): 11
        default: nil
        }
    }
}

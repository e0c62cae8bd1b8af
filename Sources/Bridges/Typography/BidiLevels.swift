internal import CFriBidi

/// The embedding levels of a line of text: which of its stretches read in which direction, and how
/// they are nested (Unicode Standard Annex 9).
struct BidiLevels {
    /// Stretches of one level in the order of the text, each up to a UTF-8 offset.
    private(set) var stretches: [(end: Int, level: UInt8)] = []

    /// Nil if the text is plainly read from left to right.
    init?(_ text: String, direction: TextDirection) {
        guard !text.isEmpty, direction == .rightToLeft || BidiLevels.mayReorder(text) else {
            return nil
        }
        let levels = BidiLevels.levels(text.unicodeScalars.map(\.value), direction)
        var end = 0
        for (scalar, level) in zip(text.unicodeScalars, levels) {
            end += UTF8.width(scalar)
            if let last = stretches.indices.last, stretches[last].level == level {
                stretches[last].end = end
            } else {
                stretches.append((end, level))
            }
        }
    }

    private static func levels(_ scalars: [UInt32], _ direction: TextDirection) -> [UInt8] {
        let count = FriBidiStrIndex(clamping: scalars.count)
        var types = [FriBidiCharType](repeating: FRIBIDI_TYPE_LTR, count: scalars.count)
        var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
        var levels = [FriBidiLevel](repeating: 0, count: scalars.count)
        let isRightToLeft = direction == .rightToLeft
        var base = isRightToLeft ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR
        unsafe fribidi_get_bidi_types(scalars, count, &types)
        unsafe fribidi_get_bracket_types(scalars, count, types, &brackets)
        let highest = unsafe fribidi_get_par_embedding_levels_ex(
            types, brackets, count, &base, &levels)
        let own: UInt8 = isRightToLeft ? 1 : 0
        // Nothing is known where there was no memory.
        guard highest > 0 else { return Array(repeating: own, count: scalars.count) }
        var result = levels.map { UInt8(clamping: $0) }
        // Spaces at the end of the line belong to the line (L1, the fourth).
        let spaces = UInt32(
            FRIBIDI_MASK_SPACE | FRIBIDI_MASK_EXPLICIT | FRIBIDI_MASK_ISOLATE)
        for index in result.indices.reversed() {
            guard types[index].rawValue & spaces != 0 else { break }
            result[index] = own
        }
        return result
    }

    /// The order stretches of these levels stand in from left to right (L2).
    static func visualOrder(of levels: [UInt8]) -> [Int] {
        var order = Array(levels.indices)
        guard let highest = levels.max(), let lowest = levels.filter({ $0 & 1 == 1 }).min() else {
            return order
        }
        for level in stride(from: highest, through: lowest, by: -1) {
            var start = 0
            while start < order.count {
                var end = start
                while end < order.count, levels[order[end]] >= level { end += 1 }
                order[start..<end].reverse()
                start = end + 1
            }
        }
        return order
    }

    /// Whether a text may have letters or marks that make it read in another order than from left
    /// to right; where it says so, the levels tell.
    static func mayReorder(_ text: String) -> Bool {
        // Most texts have none of the bytes that begin such letters.
        let highest = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe $0.max() ?? 0 }
        if let highest, highest < 0xD6 { return false }
        var last: UInt32 = 0
        for byte in text.utf8 {
            last = last << 8 & 0xFFFFFF | UInt32(byte)
            switch last & 0xFF {
            // U+0580 to U+07FF; beyond the basic plane there are old scripts.
            case 0xD6...0xDF, 0xF0: return true
            default: break
            }
            switch last & 0xFFFF {
            // U+0800 to U+08FF; the presentation forms, U+FB00 to U+FEFF.
            case 0xE0A0...0xE0A3, 0xEFAC...0xEFBB: return true
            default: break
            }
            switch last {
            // Marks, embeddings and overrides, isolates.
            case 0xE2808E...0xE2808F, 0xE280AA...0xE280AE, 0xE281A6...0xE281A9: return true
            default: break
            }
        }
        return false
    }
}

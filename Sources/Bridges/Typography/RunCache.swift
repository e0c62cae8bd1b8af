/// Shaped texts by their exact bytes and style; emptied when full.
///
/// Not a dictionary of strings: those hash and compare by canonical equivalence, which is slower,
/// and would hand the glyphs of "é" to "e" with an accent, whose clusters differ.
struct RunCache {
    private struct Entry {
        let hash: UInt64
        /// Range of the text's bytes in `bytes`.
        let start: Int
        let count: Int
        let style: FontStyle
        let value: ShapedText
    }

    static let maximumEntries = 20_000
    /// Longer texts are paragraphs, which seldom repeat.
    static let maximumTextBytes = 2_048
    private static let maximumBytes = 4 << 20

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// Open addressing: one more than the entry's index, 0 for a free slot. A power of two long.
    private var slots = [Int32](repeating: 0, count: 1_024)

    var count: Int { entries.count }

    static func hash(_ text: UnsafeBufferPointer<UInt8>, _ style: FontStyle) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: text.count) &* 0x9E37_79B9_7F4A_7C15
        hash ^= UInt64(truncatingIfNeeded: style.key) &* 0xD6E8_FEB8_6659_FD93
        let raw = UnsafeRawBufferPointer(text)
        var at = 0
        while at + 8 <= text.count {
            let word = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            hash = mix(hash ^ word)
            at += 8
        }
        var tail: UInt64 = 0
        while at < text.count {
            tail = tail << 8 | UInt64(unsafe text[at])
            at += 1
        }
        return mix(hash ^ tail)
    }

    func value(
        _ text: UnsafeBufferPointer<UInt8>, _ style: FontStyle, hash: UInt64
    ) -> ShapedText? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if entries[index].hash == hash, entries[index].count == text.count,
                entries[index].style == style, unsafe holds(text, at: entries[index].start)
            {
                return entries[index].value
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    mutating func insert(
        _ text: UnsafeBufferPointer<UInt8>, _ style: FontStyle, hash: UInt64, _ value: ShapedText
    ) {
        guard text.count <= RunCache.maximumTextBytes else { return }
        if entries.count >= RunCache.maximumEntries
            || bytes.count + text.count > RunCache.maximumBytes
        {
            self = RunCache()
        }
        if entries.count * 2 >= slots.count { grow() }
        entries.append(
            Entry(
                hash: hash, start: bytes.count, count: text.count, style: style, value: value))
        unsafe bytes.append(contentsOf: text)
        place(entries.count - 1)
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for index in entries.indices { place(index) }
    }

    private mutating func place(_ index: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(index + 1)
    }

    private func holds(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        for offset in 0..<text.count where unsafe bytes[start + offset] != text[offset] {
            return false
        }
        return true
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        let (high, low) = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return high ^ low
    }
}

internal import Glibc

/// Shaped texts by their exact bytes, style and direction: those asked for last are kept.
///
/// Texts come in two generations. New ones go into the young generation; when it is full, it
/// becomes the old one, and what the old one held is forgotten unless it was asked for since. So
/// labels and names of goods stay, and amounts that come up once go.
///
/// Not a dictionary of strings: those hash and compare by canonical equivalence, which is slower,
/// and would hand the glyphs of "é" to "e" with an accent, whose clusters differ.
struct RunCache {
    /// Texts remembered at most, of both generations together.
    static let maximumEntries = 2 * Generation.maximumEntries
    /// Longer texts are paragraphs, which seldom repeat.
    static let maximumTextBytes = 2_048

    private var young = Generation()
    private var old = Generation()

    var count: Int { young.count + old.count }

    mutating func value(
        _ text: UnsafeBufferPointer<UInt8>, _ style: FontStyle, _ direction: TextDirection,
        hash: UInt64
    ) -> ShapedText? {
        if let known = unsafe young.value(text, style, direction, hash: hash) { return known }
        guard let known = unsafe old.value(text, style, direction, hash: hash) else { return nil }
        unsafe insert(text, style, direction, hash: hash, known)
        return known
    }

    mutating func insert(
        _ text: UnsafeBufferPointer<UInt8>, _ style: FontStyle, _ direction: TextDirection,
        hash: UInt64, _ value: ShapedText
    ) {
        guard text.count <= RunCache.maximumTextBytes else { return }
        if !young.hasRoom(for: text.count) {
            swap(&young, &old)
            young.removeAll()
        }
        unsafe young.insert(text, style, direction, hash: hash, value)
    }

    static func hash(
        _ text: UnsafeBufferPointer<UInt8>, _ style: FontStyle, _ direction: TextDirection
    ) -> UInt64 {
        let length = direction == .leftToRight ? text.count : ~text.count
        var hash = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
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

    private static func mix(_ value: UInt64) -> UInt64 {
        let (high, low) = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return high ^ low
    }
}

/// A table of shaped texts that only grows.
private struct Generation {
    private struct Entry {
        let hash: UInt64
        /// Range of the text's bytes in `bytes`.
        let start: Int
        let count: Int
        let style: FontStyle
        let direction: TextDirection
        let value: ShapedText
    }

    static let maximumEntries = 4_096
    private static let maximumBytes = 512 << 10

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// Open addressing: one more than the entry's index, 0 for a free slot. A power of two long.
    private var slots = [Int32](repeating: 0, count: 1_024)

    var count: Int { entries.count }

    func hasRoom(for textBytes: Int) -> Bool {
        entries.count < Generation.maximumEntries
            && bytes.count + textBytes <= Generation.maximumBytes
    }

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        for slot in slots.indices { slots[slot] = 0 }
    }

    func value(
        _ text: UnsafeBufferPointer<UInt8>, _ style: FontStyle, _ direction: TextDirection,
        hash: UInt64
    ) -> ShapedText? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if entries[index].hash == hash, entries[index].count == text.count,
                entries[index].style == style, entries[index].direction == direction,
                unsafe holds(text, at: entries[index].start)
            {
                return entries[index].value
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    mutating func insert(
        _ text: UnsafeBufferPointer<UInt8>, _ style: FontStyle, _ direction: TextDirection,
        hash: UInt64, _ value: ShapedText
    ) {
        if entries.count * 2 >= slots.count { grow() }
        entries.append(
            Entry(
                hash: hash, start: bytes.count, count: text.count, style: style,
                direction: direction, value: value))
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
        unsafe bytes.withUnsafeBufferPointer { known in
            guard let known = known.baseAddress, let first = text.baseAddress else { return true }
            return unsafe memcmp(known + start, first, text.count) == 0
        }
    }
}

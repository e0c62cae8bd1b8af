/// The drawing operators of one page (ISO 32000-1, annex A).
///
/// Lengths are in points, from the lower left corner of the page. Use one value for page after
/// page: `reset()` keeps its memory.
///
/// ```swift
/// var content = PageContent()
/// content.setFont(0, size: 9)
/// content.text(glyphs: run.glyphIDs, x: 56, y: 700)
/// try document.addPage(widthPoints: 595.28, heightPoints: 841.89, content: content, fonts: fonts)
/// ```
@safe
public struct PageContent: ~Copyable {
    // Own memory rather than an array: one growth check per operator, then plain stores.
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes were written.
    public private(set) var count = 0
    /// Whether a length was not a number, or farther than a page can reach.
    ///
    /// Such a page is refused by `PDFDocument.addPage`.
    public internal(set) var isOutOfRange = false
    var state = GraphicsState()
    var saved: [GraphicsState] = []

    public init() {
        capacity = 32 << 10
        unsafe memory = .allocate(capacity: capacity)
    }

    deinit { unsafe memory.deallocate() }

    /// Forgets what was drawn, for the next page.
    public mutating func reset() {
        count = 0
        isOutOfRange = false
        state = GraphicsState()
        saved.removeAll(keepingCapacity: true)
    }

    /// The operators as bytes.
    public var bytes: [UInt8] {
        unsafe Array(UnsafeBufferPointer(start: memory, count: count))
    }

    func withBytes<Result, Failure>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeBufferPointer(start: memory, count: count))
    }
}

/// What PDF keeps between operators and puts away with `q`.
struct GraphicsState {
    var font = -1
    var size = 0.0
    var spacing = 0.0
    var fill = PDFColor.black
    var stroke = PDFColor.black
    var lineWidth = 1.0
}

// The stores: callers reserve first.
extension PageContent {
    /// Makes room for the bytes that follow.
    @inline(__always)
    mutating func reserve(_ bytes: Int) {
        if count + bytes > capacity { grow(to: count + bytes) }
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        let larger = max(needed, capacity * 2)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe memory.update(from: self.memory, count: count)
        unsafe self.memory.deallocate()
        unsafe self.memory = memory
        capacity = larger
    }

    @inline(__always)
    mutating func put(_ byte: UInt8) {
        unsafe memory[count] = byte
        count += 1
    }

    /// Writes an operator with the white space around it; at most 16 bytes.
    @inline(__always)
    mutating func put(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        unsafe (memory + count).update(from: text.utf8Start, count: length)
        count += length
    }

    /// Writes a whole number; at most 20 bytes.
    mutating func put(_ number: Int) {
        var rest = number.magnitude
        if number < 0 { put(UInt8(ascii: "-")) }
        let start = count
        repeat {
            put(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        var (low, high) = (start, count - 1)
        while low < high {
            unsafe (memory[low], memory[high]) = (memory[high], memory[low])
            low += 1
            high -= 1
        }
    }

    /// Writes a length with up to two decimals, 0.01 pt being 3.5 µm; at most 20 bytes.
    mutating func put(_ value: Double) { put(value, scale: 100) }

    /// Writes a share of one with up to three decimals; at most 20 bytes.
    mutating func put(share value: Double) { put(value, scale: 1_000) }

    /// Writes a factor with up to six decimals; at most 20 bytes.
    mutating func put(fine value: Double) { put(value, scale: 1_000_000) }

    @inline(__always)
    private mutating func put(_ value: Double, scale: Int) {
        // Also false for what is not a number. PDF readers need only reach 14,400 points.
        guard value.magnitude <= 100_000 else {
            isOutOfRange = true
            put(UInt8(ascii: "0"))
            return
        }
        let scaled = Int(value * Double(scale) + (value < 0 ? -0.5 : 0.5))
        let magnitude = abs(scaled)
        if scaled < 0 { put(UInt8(ascii: "-")) }
        put(magnitude / scale)
        var (rest, unit) = (magnitude % scale, scale / 10)
        guard rest > 0 else { return }
        put(UInt8(ascii: "."))
        while rest > 0 {
            put(UInt8(ascii: "0") + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
    }
}

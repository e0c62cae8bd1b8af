internal import CQREncode

/// A QR code (ISO/IEC 18004) as the dark and light modules it is made of.
///
/// ```swift
/// let code = try QRCode("upi://pay?pa=kaveri@bank", level: .medium)
/// code.size        // modules a side, without the quiet zone of four around it
/// ```
public struct QRCode: Sendable, Hashable {
    /// How much of a code may be damaged and still be read.
    public enum ErrorCorrection: Sendable, Hashable {
        /// 7 %
        case low
        /// 15 %
        case medium
        /// 25 %
        case quartile
        /// 30 %
        case high
    }

    /// Modules a side: 17 + 4 × version.
    public let size: Int
    /// 1 to 40.
    public let version: Int
    private let modules: [Bool]

    /// Encodes the UTF-8 bytes of a text.
    ///
    /// - Parameter minimumVersion: The version to take at least, 1 to 40: some rules want one
    ///   size for all codes of a kind.
    /// - Throws: `QRError` if the text is empty or longer than a code can hold.
    public init(
        _ text: String, level: ErrorCorrection = .medium, minimumVersion: Int = 1
    ) throws(QRError) {
        precondition((1...40).contains(minimumVersion), "QR codes have versions 1 to 40")
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw QRError(message: "there is no text to encode") }
        let most = level.mostBytes
        guard bytes.count <= most else {
            throw QRError(
                message: "\(bytes.count) bytes are more than the \(most) a QR code holds")
        }
        let made = unsafe QRcode_encodeData(
            Int32(bytes.count), bytes, Int32(minimumVersion), level.value)
        guard let code = unsafe made else { throw QRError(message: "the QR code was not made") }
        defer { unsafe QRcode_free(code) }
        version = Int(unsafe code.pointee.version)
        let width = Int(unsafe code.pointee.width)
        size = width
        // The lowest bit of each module says whether it is dark.
        modules = (0..<width * width).map { unsafe code.pointee.data[$0] & 1 == 1 }
    }

    /// Whether a module is dark; counted from the top left corner.
    public subscript(row row: Int, column column: Int) -> Bool { modules[row * size + column] }

    /// The dark modules as few rectangles that do not overlap: runs of a row, made higher as long
    /// as the next row has the very same run.
    public func rectangles() -> [(x: Int, y: Int, width: Int, height: Int)] {
        var done: [(x: Int, y: Int, width: Int, height: Int)] = []
        var open: [(x: Int, y: Int, width: Int, height: Int)] = []
        for row in 0..<size {
            var next: [(x: Int, y: Int, width: Int, height: Int)] = []
            // Both lists are in order of their columns.
            var above = open[...]
            for run in runs(of: row) {
                while let first = above.first, first.x < run.lowerBound {
                    done.append(above.removeFirst())
                }
                if let first = above.first, first.x == run.lowerBound, first.width == run.count {
                    next.append((first.x, first.y, first.width, first.height + 1))
                    above.removeFirst()
                } else {
                    next.append((run.lowerBound, row, run.count, 1))
                }
            }
            done.append(contentsOf: above)
            open = next
        }
        return done + open
    }

    private func runs(of row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for column in 0...size {
            let isDark = column < size && self[row: row, column: column]
            if isDark, start == nil { start = column }
            if !isDark, let from = start {
                runs.append(from..<column)
                start = nil
            }
        }
        return runs
    }
}

/// A text that cannot be a QR code.
public struct QRError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, in plain words.
    public let message: String

    public init(message: String) { self.message = message }

    public var description: String { message }
}

extension QRCode.ErrorCorrection {
    fileprivate var value: QRecLevel {
        switch self {
        case .low: QR_ECLEVEL_L
        case .medium: QR_ECLEVEL_M
        case .quartile: QR_ECLEVEL_Q
        case .high: QR_ECLEVEL_H
        }
    }

    /// Bytes that version 40 holds (ISO/IEC 18004, table 7).
    fileprivate var mostBytes: Int {
        switch self {
        case .low: 2_953
        case .medium: 2_331
        case .quartile: 1_663
        case .high: 1_273
        }
    }
}

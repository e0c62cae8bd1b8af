/// PNG files in grey of 8 bits, made by the specification (ISO/IEC 15948) without a library.
enum PNGFile {
    /// - Parameters:
    ///   - width: what the head says, as `height`.
    ///   - rows: the samples of each row.
    static func grey(width: Int, height: Int, rows: [[UInt8]]) -> [UInt8] {
        let head = number(width) + number(height) + [8, 0, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", head)
            + chunk("IDAT", stored(rows.flatMap { [0] + $0 })) + chunk("IEND", [])
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        var remainder: UInt32 = 0xFFFF_FFFF
        for byte in body {
            remainder ^= UInt32(byte)
            for _ in 0..<8 {
                remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0)
            }
        }
        return number(data.count) + body + number(Int(~remainder))
    }

    /// A zlib stream of blocks that are not compressed (RFC 1950, RFC 1951 3.2.4).
    private static func stored(_ data: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x78, 0x01]
        var (a, b) = (1, 0)
        for byte in data {
            a = (a + Int(byte)) % 65_521
            b = (b + a) % 65_521
        }
        for start in stride(from: 0, to: max(1, data.count), by: 65_535) {
            let block = data[start..<min(data.count, start + 65_535)]
            let length = UInt16(block.count)
            let isLast: UInt8 = start + 65_535 >= data.count ? 1 : 0
            result += [isLast]
            for half in [length, ~length] { result += [UInt8(half & 255), UInt8(half >> 8)] }
            result += block
        }
        return result + number(b << 16 | a)
    }
}

/// The sRGB colour space as an ICC version 4 profile of about 500 bytes, made by hand.
///
/// Primaries and white point are those of IEC 61966-2-1 adapted to D50, as ICC.1:2010 wants them;
/// the tone curve is the exact one, in parametric form.
enum ColorProfile {
    static let sRGB: [UInt8] = {
        var tags: [(name: String, data: [UInt8])] = [
            ("desc", text("sRGB IEC61966-2.1")),
            ("cprt", text("CC0")),
            ("wtpt", numbers("XYZ ", d50)),
            (
                "chad",
                numbers(
                    "sf32",
                    [0x10C42, 0x5DE, -0xCE5, 0x793, 0xFD8F, -0x457, -0x25E, 0x3DB, 0xC07E])
            ),
            ("rXYZ", numbers("XYZ ", [0x6FA2, 0x38F5, 0x390])),
            ("gXYZ", numbers("XYZ ", [0x6299, 0xB785, 0x18DA])),
            ("bXYZ", numbers("XYZ ", [0x24A0, 0xF84, 0xB6CF])),
        ]
        let curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
        let fixed = curve.map { Int(($0 * 65_536).rounded()) }
        tags.append(("rTRC", numbers("para", [3 << 16] + fixed)))
        return assemble(tags, shared: ["gTRC", "bTRC"])
    }()

    private static let d50 = [0xF6D6, 0x10000, 0xD32D]

    /// Writes header, tag table and data; the shared tags point at the data of the last one.
    private static func assemble(
        _ tags: [(name: String, data: [UInt8])], shared: [String]
    ) -> [UInt8] {
        var table: [UInt8] = []
        var data: [UInt8] = []
        write(tags.count + shared.count, to: &table)
        let start = 128 + 4 + 12 * (tags.count + shared.count)
        var last = (offset: 0, count: 0)
        for tag in tags {
            last = (start + data.count, tag.data.count)
            table.write(tag.name)
            write(last.offset, to: &table)
            write(last.count, to: &table)
            data += tag.data
            while data.count % 4 != 0 { data.append(0) }
        }
        for name in shared {
            table.write(name)
            write(last.offset, to: &table)
            write(last.count, to: &table)
        }
        return header(size: start + data.count) + table + data
    }

    private static func header(size: Int) -> [UInt8] {
        var header: [UInt8] = []
        write(size, to: &header)
        write(0, to: &header)
        write(0x0420_0000, to: &header)  // version 4.2
        header.write("mntrRGB XYZ ")
        for part: UInt8 in [7, 232] { header.append(part) }  // 2024-01-01
        for part: UInt8 in [0, 1, 0, 1, 0, 0, 0, 0, 0, 0] { header.append(part) }
        header.write("acsp")
        header += [UInt8](repeating: 0, count: 68 - header.count)
        for number in d50 { write(number, to: &header) }
        return header + [UInt8](repeating: 0, count: 128 - header.count)
    }

    private static func text(_ text: String) -> [UInt8] {
        var data: [UInt8] = []
        data.write("mluc")
        for number in [0, 1, 12] { write(number, to: &data) }
        data.write("enUS")
        write(text.utf16.count * 2, to: &data)
        write(28, to: &data)
        for unit in text.utf16 {
            data.append(UInt8(unit >> 8))
            data.append(UInt8(unit & 255))
        }
        return data
    }

    private static func numbers(_ type: String, _ values: [Int]) -> [UInt8] {
        var data: [UInt8] = []
        data.write(type)
        write(0, to: &data)
        for value in values { write(value, to: &data) }
        return data
    }

    private static func write(_ value: Int, to bytes: inout [UInt8]) {
        for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
}

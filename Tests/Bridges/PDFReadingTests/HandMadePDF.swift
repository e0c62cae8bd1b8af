/// A PDF put together object by object, as no writer would.
struct HandMadePDF {
    private var objects: [[UInt8]] = []

    /// Adds an object and gives its number; the first should be the catalogue.
    @discardableResult
    mutating func add(_ text: String) -> Int {
        objects.append(Array(text.utf8))
        return objects.count
    }

    @discardableResult
    mutating func addStream(_ entries: String, _ bytes: [UInt8]) -> Int {
        let head = "<< \(entries) /Length \(bytes.count) >>\nstream\n"
        objects.append(Array(head.utf8) + bytes + Array("\nendstream".utf8))
        return objects.count
    }

    /// A file specification with its stream, one object each.
    @discardableResult
    mutating func addFile(_ name: String, _ bytes: [UInt8], filter: String = "") -> Int {
        let stream = addStream("/Type /EmbeddedFile /Subtype /text#2Fxml \(filter)", bytes)
        return add(
            "<< /Type /Filespec /F (\(name)) /AFRelationship /Data /EF << /F \(stream) 0 R >> >>")
    }

    func bytes() -> [UInt8] {
        var file = Array("%PDF-1.7\n".utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            table += padded(file.count) + " 00000 n \n"
            file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = file.count
        let trailer = "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\n"
        return file + Array((table + trailer + "startxref\n\(start)\n%%EOF\n").utf8)
    }

    private func padded(_ offset: Int) -> String {
        let digits = String(offset)
        return String(repeating: "0", count: 10 - digits.count) + digits
    }

    /// Files in a name tree of one node.
    static func files(_ count: Int, name: (Int) -> String, bytes: [UInt8]) -> HandMadePDF {
        var pdf = HandMadePDF()
        pdf.add("<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>")
        let names = (0..<count).map { "(\($0)) \(2 * $0 + 4) 0 R" }.joined(separator: " ")
        pdf.add("<< /Names [ \(names) ] >>")
        for index in 0..<count { pdf.addFile(name(index), bytes) }
        return pdf
    }
}

/// So many zeros as a zlib stream (RFC 1950, RFC 1951): one literal, then copies of 258 bytes.
func deflatedZeros(copies: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x78, 0x9C]
    var (bits, count): (UInt64, UInt64) = (0, 0)
    func put(_ value: UInt64, _ width: UInt64) {
        bits |= value << count
        count += width
        while count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            count -= 8
        }
    }
    put(0b011, 3)  // the last block, with fixed codes
    put(0b0000_1100, 8)  // literal 0: 00110000, first bit first
    for _ in 0..<copies {
        put(0b1010_0011, 8)  // length 258: 11000101, first bit first
        put(0, 5)  // distance 1
    }
    put(0, 7)  // end of block
    if count > 0 { put(0, 8 - count) }
    // Adler-32 of zeros: 1 and their number.
    let sum = UInt32((1 + 258 * copies) % 65_521) << 16 | 1
    return bytes + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
}

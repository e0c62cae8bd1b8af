import Glibc
import Symbols
import Testing

@Suite("QR codes") struct QRCodeTests {
    private static let zbar = "/usr/bin/zbarimg"
    private static let token = String(
        repeating: "eyJhbGciOiJSUzI1NiJ9.eyJkYXRhIjoiMjlBQUpDSzQ4MjdNMVpWIn0.", count: 20)

    static let texts: [(String, Int, Int)] = [
        ("HELLO", 1, 21),
        ("upi://pay?pa=kaigara@dhbank&pn=Kaigara%20Instruments&am=84675.00&cu=INR", 1, 37),
        ("BCD\n002\n1\nSCT\n\nMüller & Söhne\nDE02120300000000202051\nEUR12.30", 1, 37),
        // The tax portal's signed codes: the whole token, version 25 at least.
        (token, 25, 0),
    ]

    @Test(
        "Another program reads back exactly what was encoded",
        .enabled(if: unsafe access(zbar, X_OK) == 0, "zbarimg is not installed"),
        arguments: texts)
    func decoded(_ text: String, _ version: Int, _ size: Int) throws {
        let code = try QRCode(text, minimumVersion: version)
        #expect(code.version >= version)
        #expect(code.size == 17 + 4 * code.version)
        if size > 0 { #expect(code.size == size) }
        var name = Array("/tmp/qr-XXXXXX.pgm".utf8CString)
        let descriptor = unsafe mkstemps(&name, 4)
        try #require(descriptor >= 0)
        let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unsafe _ = unlink(path) }
        let image = pictured(code)
        #expect(unsafe write(descriptor, image, image.count) == image.count)
        _ = close(descriptor)
        let pipe = unsafe popen("\(QRCodeTests.zbar) --raw -Sbinary -q \(path) 2>/dev/null", "r")
        guard let stream = unsafe pipe else {
            Issue.record("zbarimg cannot be run")
            return
        }
        defer { unsafe _ = pclose(stream) }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = unsafe fread(&buffer, 1, buffer.count, stream)
            if count == 0 { break }
            output += buffer.prefix(count)
        }
        #expect(String(decoding: output, as: UTF8.self) == text)
    }

    @Test("The rectangles cover every dark module once and no light one", arguments: texts)
    func covered(_ text: String, _ version: Int, _ size: Int) throws {
        let code = try QRCode(text, minimumVersion: version)
        var covered = [Int](repeating: 0, count: code.size * code.size)
        let rectangles = code.rectangles()
        for area in rectangles {
            for row in area.y..<area.y + area.height {
                for column in area.x..<area.x + area.width {
                    covered[row * code.size + column] += 1
                }
            }
        }
        for row in 0..<code.size {
            for column in 0..<code.size {
                let expected = code[row: row, column: column] ? 1 : 0
                #expect(covered[row * code.size + column] == expected)
            }
        }
        #expect(rectangles.count < covered.reduce(0, +))
    }

    @Test("A text that no code holds is refused with both sizes")
    func tooLong() throws {
        #expect(throws: QRError(message: "2332 bytes are more than the 2331 a QR code holds")) {
            try QRCode(String(repeating: "é", count: 1_166))
        }
        #expect(throws: QRError(message: "there is no text to encode")) { try QRCode("") }
        #expect(try QRCode(String(repeating: "a", count: 2_331)).version == 40)
    }

    /// A grey picture with four pixels a module and the quiet zone.
    private func pictured(_ code: QRCode) -> [UInt8] {
        let side = (code.size + 8) * 4
        var image = Array("P5\n\(side) \(side)\n255\n".utf8)
        for y in 0..<side {
            for x in 0..<side {
                let (row, column) = (y / 4 - 4, x / 4 - 4)
                let isInside = (0..<code.size).contains(row) && (0..<code.size).contains(column)
                image.append(isInside && code[row: row, column: column] ? 0 : 255)
            }
        }
        return image
    }
}

internal import CJPEG

extension Picture {
    /// Takes a JPEG as it is, because PDF readers decode it themselves: after a look at its frame
    /// header (ITU-T T.81, annex B), and once it was decoded here without a complaint.
    convenience init(jpeg bytes: [UInt8]) throws(PictureError) {
        let frame = try JPEGFrame(bytes)
        try Picture.check(width: frame.width, height: frame.height)
        guard frame.components != 4 else {
            throw PictureError(
                message: "the JPEG has four colours (CMYK), and the page has three",
                hint: "save the picture in RGB")
        }
        guard frame.precision == 8, frame.components == 1 || frame.components == 3 else {
            throw PictureError(
                message: "the JPEG has \(frame.components) colours of \(frame.precision) bits",
                hint: "save the picture in RGB or grey with 8 bits")
        }
        try frame.decode(bytes)
        self.init(
            width: frame.width, height: frame.height,
            samples: .jpeg(bytes, components: frame.components), alpha: nil)
    }
}

/// What a JPEG's frame header says.
private struct JPEGFrame {
    var width = 0
    var height = 0
    var components = 0
    var precision = 0
    private var hasFrame = false

    init(_ bytes: [UInt8]) throws(PictureError) {
        var at = 2
        while at + 4 <= bytes.count {
            guard bytes[at] == 0xFF else { break }
            let marker = bytes[at + 1]
            // Fill bytes before a marker, and markers that stand alone.
            if marker == 0xFF {
                at += 1
                continue
            }
            if marker == 0x01 || (0xD0...0xD8).contains(marker) {
                at += 2
                continue
            }
            if marker == 0xD9 { break }
            let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
            guard length >= 2, at + 2 + length <= bytes.count else { break }
            at += 2 + length
            if JPEGFrame.begins(marker) {
                // One frame, with three bytes for each component (B.2.2).
                guard length >= 8, !hasFrame else { break }
                try read(bytes[(at - length + 2)..<at], marker)
                guard length == 8 + 3 * components else { break }
                hasFrame = true
            } else if marker == 0xDA {
                // The scan: coded picture data follows, and the end of the image behind it.
                guard hasFrame, JPEGFrame.isWhole(bytes, from: at) else { break }
                return
            }
        }
        throw JPEGFrame.damaged
    }

    /// SOF0 to SOF15 but for tables that share their numbers: DHT, JPG and DAC.
    private static func begins(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
    }

    private mutating func read(_ header: ArraySlice<UInt8>, _ marker: UInt8) throws(PictureError) {
        // Baseline, extended and progressive with Huffman coding are what PDF readers decode.
        guard (0xC0...0xC2).contains(marker) else {
            throw PictureError(
                message: "the JPEG is of a rare kind that PDF readers cannot show",
                hint: "save the picture as baseline JPEG or as PNG")
        }
        let start = header.startIndex
        precision = Int(header[start])
        height = Int(header[start + 1]) << 8 | Int(header[start + 2])
        width = Int(header[start + 3]) << 8 | Int(header[start + 4])
        components = Int(header[start + 5])
    }

    /// Whether the image's end comes behind its data: a file that was cut off shows a half
    /// picture, in some readers none.
    private static func isWhole(_ bytes: [UInt8], from start: Int) -> Bool {
        // Some cameras add bytes behind the end.
        let first = max(start + 1, bytes.count - 4_096)
        return stride(from: bytes.count - 2, through: first, by: -1).contains {
            bytes[$0] == 0xFF && bytes[$0 + 1] == 0xD9
        }
    }

    /// Decodes the picture to see that it is whole and of the size its header says.
    func decode(_ bytes: [UInt8]) throws(PictureError) {
        var message = [CChar](repeating: 0, count: Int(bijak_jpeg_message_size))
        let isSound = unsafe bijak_jpeg_is_sound(
            bytes, UInt(bytes.count), UInt32(width), UInt32(height), &message)
        if isSound == 1 { return }
        let reason = String(
            decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        throw PictureError(
            message: "the JPEG file is damaged: \(reason)", hint: "save the picture anew")
    }

    private static var damaged: PictureError {
        PictureError(
            message: "the JPEG file is damaged or cut off", hint: "save the picture anew")
    }
}

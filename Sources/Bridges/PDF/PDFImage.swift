/// A picture ready to be put into documents, its bytes compressed once and shared by all of them.
public final class PDFImage: Sendable {
    /// The dictionary's entries but for the mask.
    let entries: [UInt8]
    let stream: [UInt8]
    /// The picture's alpha as an image of its own (ISO 32000-1, 11.6.5.3).
    let mask: (entries: [UInt8], stream: [UInt8])?

    /// - Parameters:
    ///   - width: in pixels, as `height`.
    ///   - components: 1 for grey, 3 for red, green and blue.
    ///   - samples: the components of each pixel, row by row from the top.
    ///   - alpha: how much each pixel covers; nil where all cover.
    /// - Throws: `PDFError` if there are not as many samples as pixels.
    public init(
        width: Int, height: Int, components: Int, samples: [UInt8], alpha: [UInt8]?
    ) throws(PDFError) {
        guard width > 0, height > 0, components == 1 || components == 3,
            samples.count == width * height * components,
            alpha.map({ $0.count == width * height }) ?? true
        else { throw PDFError(message: "a picture's samples do not fit its size") }
        entries = PDFImage.entries(width, height, components, filter: "/FlateDecode")
        stream = try Compressor.best(samples)
        guard let alpha else {
            mask = nil
            return
        }
        mask = (
            PDFImage.entries(width, height, 1, filter: "/FlateDecode"),
            try Compressor.best(alpha)
        )
    }

    /// A JPEG as it is, in grey or in red, green and blue.
    public init(jpeg: [UInt8], width: Int, height: Int, components: Int) throws(PDFError) {
        guard width > 0, height > 0, components == 1 || components == 3 else {
            throw PDFError(message: "PDF/A in sRGB has no pictures of \(components) colours")
        }
        entries = PDFImage.entries(width, height, components, filter: "/DCTDecode")
        stream = jpeg
        mask = nil
    }

    private static func entries(
        _ width: Int, _ height: Int, _ components: Int, filter: String
    ) -> [UInt8] {
        var body: [UInt8] = []
        body.write("/Type /XObject\n/Subtype /Image\n/Width ")
        body.write(width)
        body.write("\n/Height ")
        body.write(height)
        body.write("\n/BitsPerComponent 8\n/ColorSpace ")
        body.write(components == 1 ? "/DeviceGray" : "/DeviceRGB")
        body.write("\n/Filter ")
        body.write(filter)
        body.write("\n")
        return body
    }

    /// Adds the objects of the picture and returns the number of the one pages refer to.
    func add(to haru: HaruDocument) throws(PDFError) -> Int {
        guard let mask else { return try haru.add(entries, stream: stream).number }
        var own = entries
        own.write("/SMask ")
        own.write(reference: try haru.add(mask.entries, stream: mask.stream).number)
        own.write("\n")
        return try haru.add(own, stream: stream).number
    }

    /// About as many bytes as it takes in a file.
    var size: Int { stream.count + (mask?.stream.count ?? 0) + 1_024 }
}

extension PageContent {
    /// Draws a picture of the page's list with its lower left corner at `x`, `y`.
    public mutating func image(
        _ number: Int, x: Double, y: Double, width: Double, height: Double
    ) {
        reserve(160)
        put("q\n")
        put(width)
        put(" 0 0 ")
        put(height)
        put(" ")
        put(x)
        put(" ")
        put(y)
        put(" cm\n/I")
        put(number + 1)
        put(" Do\nQ\n")
    }
}

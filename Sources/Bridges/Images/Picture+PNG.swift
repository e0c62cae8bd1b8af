internal import CPNG

extension Picture {
    /// Decodes a PNG of any colour type and depth to 8 bits; what is written later has no part of
    /// the file in it.
    convenience init(png bytes: [UInt8]) throws(PictureError) {
        var image = unsafe png_image()
        // Between its two calls libpng keeps where the file and the image lie: both stay in place
        // and alive until the second is done.
        let decoded = try unsafe bytes.withUnsafeBufferPointer {
            file throws(PictureError) in
            try unsafe withUnsafeMutablePointer(to: &image) { image throws(PictureError) in
                try unsafe DecodedPNG(file, image)
            }
        }
        self.init(
            width: decoded.width, height: decoded.height,
            samples: .raw(decoded.samples, components: decoded.components), alpha: decoded.alpha)
    }
}

/// The pixels of a PNG file.
private struct DecodedPNG {
    let width: Int
    let height: Int
    let components: Int
    let samples: [UInt8]
    /// nil where all pixels cover.
    let alpha: [UInt8]?

    init(
        _ file: UnsafeBufferPointer<UInt8>, _ image: UnsafeMutablePointer<png_image>
    ) throws(PictureError) {
        unsafe image.pointee.version = bijak_png_version
        // Frees what reading took, at whatever point it ended.
        defer { unsafe png_image_free(image) }
        guard
            unsafe png_image_begin_read_from_memory(image, file.baseAddress, file.count) != 0
        else { throw unsafe DecodedPNG.broken(image) }
        (width, height) = unsafe (Int(image.pointee.width), Int(image.pointee.height))
        try Picture.check(width: width, height: height)
        // Without a word about its gamma, a picture of 16 bits is sRGB like those of 8.
        unsafe image.pointee.flags |= bijak_png_deep_srgb
        let isColor = unsafe image.pointee.format & bijak_png_color != 0
        let hasAlpha = unsafe image.pointee.format & bijak_png_alpha != 0
        unsafe image.pointee.format =
            (isColor ? bijak_png_color : 0) | (hasAlpha ? bijak_png_alpha : 0)
        components = isColor ? 3 : 1
        let channels = components + (hasAlpha ? 1 : 0)
        var pixels = [UInt8](repeating: 0, count: width * height * channels)
        let isRead = unsafe png_image_finish_read(
            image, nil, &pixels, Int32(width * channels), nil)
        // Zero is a failure; a warning, such as of an odd colour profile, is none.
        guard isRead != 0 else { throw unsafe DecodedPNG.broken(image) }
        guard hasAlpha else {
            samples = pixels
            alpha = nil
            return
        }
        var own = [UInt8](repeating: 0, count: width * height * components)
        var cover = [UInt8](repeating: 0, count: width * height)
        var isOpaque = true
        for pixel in 0..<width * height {
            for component in 0..<components {
                own[pixel * components + component] = pixels[pixel * channels + component]
            }
            cover[pixel] = pixels[pixel * channels + components]
            if cover[pixel] != 255 { isOpaque = false }
        }
        samples = own
        alpha = isOpaque ? nil : cover
    }

    private static func broken(_ image: UnsafeMutablePointer<png_image>) -> PictureError {
        let reason = unsafe withUnsafeBytes(of: &image.pointee.message) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return PictureError(
            message: "the PNG file is damaged: \(reason)", hint: "save the picture anew as PNG")
    }
}

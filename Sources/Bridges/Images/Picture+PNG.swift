internal import CPNG

extension Picture {
    /// Decodes a PNG of any colour type and depth to 8 bits; what is written later has no part of
    /// the file in it.
    convenience init(png bytes: [UInt8]) throws(PictureError) {
        var image = unsafe png_image()
        unsafe image.version = bijak_png_version
        // Frees what reading took, at whatever point it ended.
        defer { unsafe png_image_free(&image) }
        guard unsafe png_image_begin_read_from_memory(&image, bytes, bytes.count) != 0 else {
            throw unsafe Picture.broken(image)
        }
        let (width, height) = unsafe (Int(image.width), Int(image.height))
        try Picture.check(width: width, height: height)
        // Without a word about its gamma, a picture of 16 bits is sRGB like those of 8.
        unsafe image.flags |= bijak_png_deep_srgb
        let isColor = unsafe image.format & bijak_png_color != 0
        let hasAlpha = unsafe image.format & bijak_png_alpha != 0
        unsafe image.format =
            (isColor ? bijak_png_color : 0) | (hasAlpha ? bijak_png_alpha : 0)
        let components = isColor ? 3 : 1
        let channels = components + (hasAlpha ? 1 : 0)
        var pixels = [UInt8](repeating: 0, count: width * height * channels)
        let isRead = unsafe png_image_finish_read(
            &image, nil, &pixels, Int32(width * channels), nil)
        // Zero is a failure; a warning, such as of an odd colour profile, is none.
        guard isRead != 0 else { throw unsafe Picture.broken(image) }
        guard hasAlpha else {
            self.init(
                width: width, height: height, samples: .raw(pixels, components: components),
                alpha: nil)
            return
        }
        var samples = [UInt8](repeating: 0, count: width * height * components)
        var alpha = [UInt8](repeating: 0, count: width * height)
        var isOpaque = true
        for pixel in 0..<width * height {
            for component in 0..<components {
                samples[pixel * components + component] = pixels[pixel * channels + component]
            }
            alpha[pixel] = pixels[pixel * channels + components]
            if alpha[pixel] != 255 { isOpaque = false }
        }
        self.init(
            width: width, height: height, samples: .raw(samples, components: components),
            alpha: isOpaque ? nil : alpha)
    }

    private static func broken(_ image: png_image) -> PictureError {
        var image = unsafe image
        let reason = unsafe withUnsafeBytes(of: &image.message) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return PictureError(
            message: "the PNG file is damaged: \(reason)", hint: "save the picture anew as PNG")
    }
}

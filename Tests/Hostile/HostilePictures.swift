import Images

/// Any bytes as a picture: an error, or a picture within its limits.
public enum HostilePictures {
    /// Sound files to begin from.
    public static let seeds = [
        PictureFiles.rgbaPNG, PictureFiles.rgbPNG, PictureFiles.greyAlphaPNG,
        PictureFiles.palettePNG, PictureFiles.deepPNG, PictureFiles.interlacedPNG,
        PictureFiles.rgbJPEG, PictureFiles.progressiveJPEG, PictureFiles.greyJPEG,
        PictureFiles.cmykJPEG,
    ]

    public static func outcome(_ bytes: [UInt8]) -> Outcome {
        let picture: Picture
        do {
            picture = try Picture(bytes)
        } catch {
            return error.message.isEmpty ? .broken("refused without a word") : .refused
        }
        let sides = 1...Picture.sideLimit
        guard sides.contains(picture.width), sides.contains(picture.height) else {
            return .broken("\(picture.width) x \(picture.height) pixels")
        }
        let pixels = picture.width * picture.height
        if let alpha = picture.alpha, alpha.count != pixels {
            return .broken("\(alpha.count) values of alpha for \(pixels) pixels")
        }
        switch picture.samples {
        case .raw(let samples, let components):
            guard [1, 3].contains(components), samples.count == pixels * components else {
                return .broken("\(samples.count) samples of \(components) for \(pixels) pixels")
            }
        case .jpeg(let taken, let components):
            guard [1, 3].contains(components), taken == bytes else {
                return .broken("a JPEG was not taken as it is")
            }
        }
        return .sound
    }
}

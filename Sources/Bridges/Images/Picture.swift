/// A picture from a PNG or JPEG file, ready to be put into documents.
///
/// An object, so that documents that show the same picture share it.
public final class Picture: Sendable {
    /// What the file's bytes came to.
    public enum Samples: Sendable {
        /// Bytes of grey or of red, green and blue, row by row from the top left corner.
        case raw([UInt8], components: Int)
        /// The JPEG file as it is, with 1 component (grey) or 3.
        case jpeg([UInt8], components: Int)
    }

    /// Larger files are refused.
    public static let fileLimit = 8 << 20
    /// Pictures with more pixels than this in a row or column are refused: 300 to an inch fill
    /// A4 with 2,480 by 3,508.
    public static let sideLimit = 4_000

    /// In pixels.
    public let width: Int
    public let height: Int
    public let samples: Samples
    /// How much each pixel covers, 0 to 255, in the order of the samples; nil where all cover.
    public let alpha: [UInt8]?

    /// Reads a file; its first bytes tell which kind it is.
    ///
    /// - Throws: `PictureError`, in words for whoever made the file.
    public convenience init(_ bytes: [UInt8]) throws(PictureError) {
        guard bytes.count <= Picture.fileLimit else {
            throw PictureError(
                message: "the picture's file is larger than \(Picture.fileLimit >> 20) MB",
                hint: "make it smaller; 300 pixels to an inch are enough for print")
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            try self.init(png: bytes)
        } else if bytes.starts(with: [0xFF, 0xD8]) {
            try self.init(jpeg: bytes)
        } else {
            throw PictureError(
                message: "the file is neither PNG nor JPEG", hint: "save the picture as PNG")
        }
    }

    init(width: Int, height: Int, samples: Samples, alpha: [UInt8]?) {
        self.width = width
        self.height = height
        self.samples = samples
        self.alpha = alpha
    }

    static func check(width: Int, height: Int) throws(PictureError) {
        guard width > 0, height > 0 else {
            throw PictureError(message: "the picture has no pixels")
        }
        guard width <= sideLimit, height <= sideLimit else {
            throw PictureError(
                message: "the picture has \(width) x \(height) pixels, more than "
                    + "\(sideLimit) x \(sideLimit)",
                hint: "make it smaller; 300 pixels to an inch are enough for print")
        }
    }
}

/// Why a file is no picture that a document can show.
public struct PictureError: Error, Equatable {
    public let message: String
    /// How to mend it.
    public let hint: String?

    public init(message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}

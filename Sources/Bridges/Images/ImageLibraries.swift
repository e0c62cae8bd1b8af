internal import CJPEG
internal import CPNG

/// Which libraries pictures are read with.
public enum ImageLibraries {
    /// Name and version of each, such as `libpng 1.6.39`.
    public static var versions: [String] {
        ["libpng \(PNG_LIBPNG_VER_STRING)", "libjpeg \(JPEG_LIB_VERSION)"]
    }
}

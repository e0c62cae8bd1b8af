internal import CDeflate
internal import CHaru

/// Which libraries PDF files are written with.
public enum PDFLibraries {
    /// Name and version of each, such as `libharu 2.3.0`.
    public static var versions: [String] {
        let writing = unsafe HPDF_GetVersion().map { unsafe String(cString: $0) } ?? ""
        return ["libharu \(writing)", "libdeflate \(LIBDEFLATE_VERSION_STRING)"]
    }
}

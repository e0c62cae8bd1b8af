internal import CLibXML2

/// Which library XML is read and written with.
public enum XMLLibraries {
    /// Name and version, such as `libxml2 2.9.14`.
    public static var versions: [String] { ["libxml2 \(LIBXML_DOTTED_VERSION)"] }
}

/// What a text may ask of the reader. A larger one is refused with an ``XMLError``, not cut.
public enum XMLLimits {
    /// The most bytes a text may have.
    public static let bytes = 64 << 20

    /// How deep elements may nest.
    public static let depth = 256

    /// The most attributes and namespace declarations one element may have: libxml2 compares each
    /// with each.
    public static let attributesPerElement = 1_000

    /// The most namespace declarations in force at one place: libxml2 searches them in line.
    public static let namespacesInScope = 1_000

    /// The most elements, attributes and texts together.
    public static let nodes = 2_000_000

    /// How many errors are kept of one text.
    public static let errors = 20
}

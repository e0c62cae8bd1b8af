// Marked content: which element of the structure a stretch belongs to (ISO 32000-1, 14.7.4).
extension PageContent {
    /// Begins a stretch of an element.
    ///
    /// - Parameter number: counts the stretches of the page from 0.
    public mutating func beginMarked(_ type: PDFStructureType, number: Int) {
        reserve(96)
        put(UInt8(ascii: "/"))
        put(type.name)
        put(" <</MCID ")
        put(number)
        put(">> BDC\n")
    }

    /// Begins what a reader need not be told of: rules, tints, repeated headings.
    public mutating func beginArtifact() {
        reserve(32)
        put("/Artifact ")
        put("BMC\n")
    }

    /// Ends what was begun.
    public mutating func endMarked() {
        reserve(8)
        put("EMC\n")
    }
}

extension PageContent {
    /// Fills the dark areas of a QR code in black.
    ///
    /// One path in units of modules, so that neighbours share exact edges and no seam shows.
    ///
    /// - Parameters:
    ///   - rectangles: in modules, from the top left corner downwards.
    ///   - modules: how many of them a side has.
    ///   - x: of the left edge.
    ///   - y: of the upper edge, counted upwards.
    ///   - size: of the side, in points.
    public mutating func fillModules(
        _ rectangles: [(x: Int, y: Int, width: Int, height: Int)], modules: Int, x: Double,
        y: Double, size: Double
    ) {
        guard modules > 0, !rectangles.isEmpty else { return }
        save()
        setFill(.black)
        reserve(160)
        // Five decimals: two would shift the last module of a large code by a point.
        put(fine: size / Double(modules))
        put(" 0 0 ")
        put(fine: -size / Double(modules))
        put(UInt8(ascii: " "))
        put(x)
        put(UInt8(ascii: " "))
        put(y)
        put(" cm\n")
        for rectangle in rectangles {
            reserve(96)
            put(rectangle.x)
            put(UInt8(ascii: " "))
            put(rectangle.y)
            put(UInt8(ascii: " "))
            put(rectangle.width)
            put(UInt8(ascii: " "))
            put(rectangle.height)
            put(" re\n")
        }
        fillPath()
        restore()
    }
}

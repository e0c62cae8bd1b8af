extension PageContent {
    /// Chooses the colour of text and filled shapes.
    public mutating func setFill(_ color: PDFColor) {
        guard color != state.fill else { return }
        state.fill = color
        put(color, " rg\n")
    }

    /// Chooses the colour of lines.
    public mutating func setStroke(_ color: PDFColor) {
        guard color != state.stroke else { return }
        state.stroke = color
        put(color, " RG\n")
    }

    /// Chooses the width of lines in points.
    public mutating func setLineWidth(_ width: Double) {
        guard width != state.lineWidth else { return }
        state.lineWidth = width
        reserve(32)
        put(width)
        put(" w\n")
    }

    /// Draws a straight line of a width in points.
    public mutating func line(
        x1: Double, y1: Double, x2: Double, y2: Double, width: Double, color: PDFColor
    ) {
        setStroke(color)
        setLineWidth(width)
        move(x: x1, y: y1)
        addLine(x: x2, y: y2)
        strokePath()
    }

    /// Fills an upright rectangle given by its lower left corner.
    public mutating func fillRectangle(
        x: Double, y: Double, width: Double, height: Double, color: PDFColor
    ) {
        setFill(color)
        addRectangle(x: x, y: y, width: width, height: height)
        fillPath()
    }

    /// Puts the graphics state away; `restore()` brings it back.
    public mutating func save() {
        // PDF/A readers need to go 28 deep only (ISO 19005-3, 6.1.13).
        precondition(saved.count < 28, "the graphics state is saved at most 28 deep")
        saved.append(state)
        reserve(8)
        put("q\n")
    }

    /// Brings back the graphics state of the last `save()`.
    public mutating func restore() {
        precondition(!saved.isEmpty, "nothing was saved")
        state = saved.removeLast()
        reserve(8)
        put("Q\n")
    }

    /// Turns what follows, up to `restore()`, around a point that becomes its origin.
    public mutating func turn(cosine: Double, sine: Double, x: Double, y: Double) {
        precondition(!saved.isEmpty, "save before turning")
        reserve(160)
        for factor in [cosine, sine, -sine, cosine] {
            put(fine: factor)
            put(UInt8(ascii: " "))
        }
        put(x, y, " cm\n")
    }

    /// Restricts what follows, up to `restore()`, to a rectangle.
    public mutating func clip(x: Double, y: Double, width: Double, height: Double) {
        precondition(!saved.isEmpty, "save before clipping")
        addRectangle(x: x, y: y, width: width, height: height)
        reserve(8)
        put("W n\n")
    }
}

// Paths: any number of points and rectangles, then one fill or stroke. Colours and widths must be
// chosen before the path: PDF allows no such operator between a path and its painting.
extension PageContent {
    /// Begins a part of the path.
    public mutating func move(x: Double, y: Double) {
        reserve(64)
        put(x, y, " m\n")
    }

    /// Goes on to a point in a straight line.
    public mutating func addLine(x: Double, y: Double) {
        reserve(64)
        put(x, y, " l\n")
    }

    /// Goes on to a point in a cubic Bézier curve with two control points.
    public mutating func addCurve(
        x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double
    ) {
        reserve(160)
        put(x1, y1, " ")
        put(x2, y2, " ")
        put(x, y, " c\n")
    }

    /// Joins the part of the path to its beginning.
    public mutating func closePath() {
        reserve(8)
        put("h\n")
    }

    /// Adds an upright rectangle given by its lower left corner.
    public mutating func addRectangle(x: Double, y: Double, width: Double, height: Double) {
        reserve(128)
        put(x, y, " ")
        put(width, height, " re\n")
    }

    /// Fills the path in the fill colour, and ends it.
    ///
    /// - Parameter evenOdd: leave out what lies within an even number of parts.
    public mutating func fillPath(evenOdd: Bool = false) {
        reserve(8)
        put(evenOdd ? "f*\n" : "f\n")
    }

    /// Draws along the path in the stroke colour and line width, and ends it.
    public mutating func strokePath() {
        reserve(8)
        put("S\n")
    }

    private mutating func put(_ x: Double, _ y: Double, _ end: StaticString) {
        put(x)
        put(UInt8(ascii: " "))
        put(y)
        put(end)
    }

    private mutating func put(_ color: PDFColor, _ end: StaticString) {
        reserve(64)
        put(share: Double(color.red) / 255)
        put(UInt8(ascii: " "))
        put(share: Double(color.green) / 255)
        put(UInt8(ascii: " "))
        put(share: Double(color.blue) / 255)
        put(end)
    }
}

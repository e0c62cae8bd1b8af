extension Composer {
    /// Writes a text along the page's rising diagonal, its middle in the page's, smaller where it
    /// would be longer than four fifths of that. It belongs to nothing that is read aloud.
    func draw(_ watermark: Template.Fixed.Watermark) {
        guard holds(watermark.condition), let width = shape(watermark.text), width > 0 else {
            return
        }
        let (pageWidth, pageHeight) = (template.region.width, template.region.height)
        let diagonal = (pageWidth * pageWidth + pageHeight * pageHeight).squareRoot()
        let slope = FrameItem.Slope(cosine: pageWidth / diagonal, sine: pageHeight / diagonal)
        let scale = min(1, 0.8 * diagonal / width)
        let style = template.styles[watermark.text.style]
        // Capitals are about seven tenths of the size high.
        let drop = 0.35 * style.size * scale
        var x = pageWidth / 2 - slope.cosine * width * scale / 2 + slope.sine * drop
        var y = pageHeight / 2 + slope.sine * width * scale / 2 + slope.cosine * drop
        for piece in line {
            let look = template.styles[piece.style]
            items.append(
                .text(
                    FrameItem.TextItem(
                        x: x, y: y, size: look.size * scale, color: palette[look.color],
                        run: piece.run, tracking: look.tracking * scale, slope: slope)))
            x += slope.cosine * piece.width * scale
            y -= slope.sine * piece.width * scale
        }
    }
}

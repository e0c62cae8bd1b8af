internal import Diagnostics
internal import XML

extension TemplateReader {
    /// Lengths in millimetres that come to the page's are a little beyond it in points.
    private static let tolerance = 0.5

    /// Reports a frame that lies off the page or reaches past its edge.
    func checkPlace(of element: XMLElement, x: Double, y: Double = 0, width: Double) {
        let least = -TemplateReader.tolerance
        let (right, bottom) = (region.width - least, region.height - least)
        for (name, isOff) in [
            ("x", x < least || x >= right), ("y", y < least || y >= bottom),
            ("width", x + width > right),
        ] where isOff {
            guard let attribute = element.attribute(name) else { continue }
            report(
                attribute, code: "off-page",
                name == "width"
                    ? "<\(element.name)> reaches past the page's right edge"
                    : "<\(element.name)> lies off the page", found: attribute.value,
                expected: "a place on the page, which is 210mm wide and 297mm high",
                atValue: true)
            return
        }
    }

    /// Reports what is wider than the frame it stands in.
    func checkWidth(_ width: Double, of element: XMLElement, _ name: String, _ what: String) {
        if width <= frameWidth + TemplateReader.tolerance { return }
        let message = "\(what) wider than the frame of \(hundredths(frameWidth)) pt"
        if let attribute = element.attribute(name) {
            report(
                attribute, code: "off-page", message, found: attribute.value, atValue: true)
        } else {
            report(element, code: "off-page", message, found: "\(hundredths(width)) pt")
        }
    }

    /// Reads what stands in a frame of this width.
    func within<Result>(width: Double, _ read: () -> Result) -> Result {
        let outer = frameWidth
        frameWidth = width
        defer { frameWidth = outer }
        return read()
    }
}

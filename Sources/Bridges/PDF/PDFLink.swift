/// A place on a page that opens an address when it is clicked (ISO 32000-1, 12.5.6.5).
public struct PDFLink: Sendable {
    /// Of its lower left corner, in points.
    public let x: Double
    public let y: Double
    public let width: Double
    public let height: Double
    /// ASCII, as RFC 3986 has it.
    public let uri: String
    /// Of a tagged document, the row of the link's element.
    public let element: Int?

    public init(
        x: Double, y: Double, width: Double, height: Double, uri: String, element: Int? = nil
    ) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.uri = uri
        self.element = element
    }

    /// Keys of links in the map from content to elements begin here, behind those of pages.
    static let firstKey = 10_000

    /// - Parameter key: its key in the map from content to elements; nil where nothing is told.
    func entries(key: Int?) throws(PDFError) -> [UInt8] {
        guard uri.utf8.count <= 2_000, uri.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            [x, y, width, height].allSatisfy({ $0.magnitude <= 14_400 })
        else { throw PDFError(message: "a link leads to no address: \(uri.prefix(80))") }
        var body: [UInt8] = []
        body.write("/Type /Annot\n/Subtype /Link\n/F 4\n/Border [0 0 0]\n/Rect [")
        for edge in [x, y, x + width, y + height] {
            body.write(decimal: (edge * 100).rounded() / 100)
            body.write(" ")
        }
        body.write("]\n/A <</S /URI /URI ")
        body.write(hexString: Array(uri.utf8))
        body.write(">>\n")
        if let key {
            body.write("/StructParent ")
            body.write(key)
            body.write("\n/Contents ")
            body.write(textString: uri)
            body.write("\n")
        }
        return body
    }
}

/// What a page's content names: `/F1`, `/F2` … its fonts, `/I1`, `/I2` … its pictures.
struct PageResources {
    /// Entries of the page's dictionaries of fonts and of pictures.
    private(set) var fonts: [UInt8] = []
    private(set) var images: [UInt8] = []
    private var fontCount = 0
    private var imageCount = 0

    mutating func addFont(_ object: Int) {
        fontCount += 1
        PageResources.add("/F", fontCount, object, to: &fonts)
    }

    mutating func addImage(_ object: Int) {
        imageCount += 1
        PageResources.add("/I", imageCount, object, to: &images)
    }

    private static func add(
        _ letter: String, _ count: Int, _ object: Int, to entries: inout [UInt8]
    ) {
        entries.write(letter)
        entries.write(count)
        entries.write(" ")
        entries.write(reference: object)
        entries.write("\n")
    }
}

/// A PDF/A-3 document in the making (ISO 19005-3).
///
/// The same calls give the same bytes, on any day and machine: nothing in the file depends on the
/// clock, the locale or the thread.
///
/// ```swift
/// var document = try PDFDocument(metadata: metadata, compressor: compressor)
/// try document.addPage(widthPoints: 595.28, heightPoints: 841.89, content: page, fonts: [font])
/// try document.attach(invoice)
/// let bytes = try document.finish()
/// ```
public struct PDFDocument: ~Copyable {
    /// Pages stay within one node of the page tree.
    public static let maximumPages = 8_000
    public static let maximumAttachments = 100
    public static let maximumAttachmentBytes = 256 << 20
    /// libharu counts bytes in 32 bits.
    private static let maximumBytes = 1 << 30

    private let metadata: PDFMetadata
    private let conformance: PDFConformance
    private let date: PDFDate
    private let compressor: Compressor
    private let haru: HaruDocument
    private var digest = Digest()
    /// The numbers of the pages' objects.
    private var pages: [Int] = []
    /// Of each page, the elements of its marked stretches in their order.
    private var marked: [[Int]] = []
    private var size = 16 << 10
    private var fonts: [(font: EmbeddedFont, number: Int)] = []
    /// Of each link that is told of, its object, its page and its element.
    private var links: [LinkMark] = []
    private var images: [(image: PDFImage, number: Int)] = []
    private var attachments: [(file: AttachedFile, object: HaruObject)] = []

    /// - Parameter conformance: what the document will keep; `accessible` takes `setStructure`.
    /// - Throws: `PDFError` if the metadata cannot be written as it is.
    public init(
        metadata: PDFMetadata, conformance: PDFConformance = .basic, compressor: Compressor
    ) throws(PDFError) {
        let date = try PDFDate(iso: metadata.creationDate)
        try PDFDocument.check(metadata)
        let haru = try HaruDocument()
        self.date = date
        self.metadata = metadata
        self.conformance = conformance
        self.compressor = compressor
        self.haru = haru
    }

    /// Adds a page.
    ///
    /// - Parameters:
    ///   - fonts: those the content chooses by their place in this list.
    ///   - images: the pictures it draws, likewise.
    ///   - links: what opens an address; behind all others of the document in `setStructure`.
    ///   - marked: of a tagged document, the elements of the content's marked stretches in their
    ///     order, by their rows in the structure.
    /// - Throws: `PDFError` if the size, the content or the number of pages is out of range.
    public mutating func addPage(
        widthPoints: Double, heightPoints: Double, content: borrowing PageContent,
        fonts: [EmbeddedFont], images: [PDFImage] = [], links: [PDFLink] = [],
        marked: [Int] = []
    ) throws(PDFError) {
        guard (3...14_400).contains(widthPoints), (3...14_400).contains(heightPoints) else {
            throw PDFError(message: "a page is 3 to 14,400 points wide and high")
        }
        guard !content.isOutOfRange else {
            throw PDFError(
                message: "page \(pages.count + 1) has something off any page a PDF can hold")
        }
        guard pages.count < PDFDocument.maximumPages else {
            throw PDFError(message: "more than \(PDFDocument.maximumPages) pages")
        }
        precondition(content.saved.isEmpty, "the page's graphics state was not restored")
        var resources = PageResources()
        for font in fonts { resources.addFont(try number(of: font)) }
        for image in images { resources.addImage(try number(of: image)) }
        digest.add(content)
        let compressed = try compressor.compress(content)
        try grow(by: compressed.count + 1_024)
        let page = try haru.addPage(
            width: widthPoints, height: heightPoints, content: compressed, resources: resources)
        if conformance == .accessible { try haru.tag(page, number: pages.count) }
        if !links.isEmpty { try add(links, to: page) }
        pages.append(page.number)
        self.marked.append(marked)
    }

    private mutating func add(_ links: [PDFLink], to page: HaruObject) throws(PDFError) {
        var objects: [HaruObject] = []
        for link in links {
            let element = conformance == .accessible ? link.element : nil
            let key = element.map { _ in PDFLink.firstKey + self.links.count }
            let object = try haru.add(try link.entries(key: key))
            objects.append(object)
            if let element {
                self.links.append(
                    LinkMark(object: object.number, page: pages.count, element: element))
            }
            try grow(by: 2 * link.uri.utf8.count + 256)
        }
        try haru.setAnnotations(objects, of: page)
    }

    /// Sets the list of bookmarks, in the order of the document.
    public mutating func setBookmarks(_ bookmarks: [PDFBookmark]) throws(PDFError) {
        guard !bookmarks.isEmpty else { return }
        for bookmark in bookmarks where !pages.indices.contains(bookmark.page) {
            throw PDFError(message: "the bookmark \"\(bookmark.title)\" leads to no page")
        }
        let pages = pages
        let list = try addLinked { DocumentOutline.objects(bookmarks, first: $0, pages: pages) }
        try haru.setCatalog("Outlines", to: list)
    }

    /// Tells what the document's pages consist of, once all of them are there.
    ///
    /// - Parameter elements: parents before their parts; the first is the document itself.
    /// - Throws: `PDFError` if elements or marks lead to none.
    public mutating func setStructure(_ elements: [PDFStructureElement]) throws(PDFError) {
        precondition(conformance == .accessible, "only accessible documents tell their structure")
        guard elements.first?.type == .document,
            elements.indices.dropFirst().allSatisfy({ (0..<$0).contains(elements[$0].parent) }),
            marked.allSatisfy({ $0.allSatisfy(elements.indices.contains) }),
            links.allSatisfy({ elements.indices.contains($0.element) })
        else { throw PDFError(message: "the document's structure is not sound") }
        let tree = StructureTree(elements, pages: marked, links: links)
        let (pages, marked) = (pages, marked)
        let root = try addLinked { tree.objects(first: $0, pages: pages, marked: marked) }
        try haru.setCatalog("StructTreeRoot", to: root)
        try haru.setCatalog("MarkInfo", entries: Array("/Marked true\n".utf8))
    }

    /// Adds objects that refer to each other.
    ///
    /// - Parameter make: makes their entries, given the number of the first; the others follow it.
    /// - Returns: The first.
    private mutating func addLinked(_ make: (Int) -> [[UInt8]]) throws(PDFError) -> HaruObject {
        let first = haru.nextNumber
        let objects = make(first)
        try grow(by: objects.reduce(0) { $0 + $1.count + 48 })
        let added = try haru.add(objects[0])
        var last = added.number
        for object in objects.dropFirst() { last = try haru.add(object).number }
        guard added.number == first, last == first + objects.count - 1 else {
            throw PDFError(message: "the PDF library did not number objects in their order")
        }
        return added
    }

    /// Attaches a file.
    ///
    /// - Throws: `PDFError` if the name is taken or unfit, or the file is too large.
    public mutating func attach(_ file: AttachedFile) throws(PDFError) {
        guard (1...255).contains(file.name.utf8.count),
            !file.name.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "/" || $0 == "\\" }
            )
        else { throw PDFError(message: "\"\(file.name)\" cannot be the name of an attachment") }
        guard !attachments.contains(where: { $0.file.name == file.name }) else {
            throw PDFError(message: "two attachments are named \(file.name)")
        }
        guard file.bytes.count <= PDFDocument.maximumAttachmentBytes,
            attachments.count < PDFDocument.maximumAttachments,
            (1...100).contains(file.mimeType.utf8.count), file.description.utf8.count < 8_000
        else { throw PDFError(message: "\(file.name) is too large to attach") }
        var own = Digest()
        own.add(file.bytes)
        let checksum = own.finish()
        digest.add(checksum)
        let stream = try compressor.compress(file.bytes)
        try grow(by: stream.count + 1_024)
        let embedded = try haru.add(
            AttachmentSyntax.embedded(
                file, date: try PDFDate(iso: file.modificationDate), checksum: checksum),
            stream: stream)
        let specification = try haru.add(
            AttachmentSyntax.specification(file, embedded: embedded.number))
        attachments.append((file, specification))
    }

    /// Writes the file.
    ///
    /// - Throws: `PDFError` if there is no page or the library failed.
    public consuming func finish() throws(PDFError) -> [UInt8] {
        guard !pages.isEmpty else { throw PDFError(message: "a document needs a page") }
        let packet = XMPPacket.bytes(metadata, conformance, date: date)
        digest.add(packet)
        try writeIntent()
        try haru.setCatalog(
            "Metadata", to: haru.add(Array("/Type /Metadata\n/Subtype /XML\n".utf8), stream: packet)
        )
        try haru.setCatalog("Lang", text: metadata.language)
        try haru.setCatalog("ViewerPreferences", entries: Array("/DisplayDocTitle true\n".utf8))
        if !attachments.isEmpty { try writeAttachments() }
        try haru.setInfo("Title", metadata.title)
        if !metadata.author.isEmpty { try haru.setInfo("Author", metadata.author) }
        if !metadata.subject.isEmpty { try haru.setInfo("Subject", metadata.subject) }
        try haru.setInfo("Creator", metadata.creator)
        try haru.setInfo("Producer", metadata.creator)
        try haru.setInfo("CreationDate", ascii: date.pdf)
        try haru.setInfo("ModDate", ascii: date.pdf)
        try haru.setIdentifier(metadata.documentID ?? digest.finish())
        return try haru.serialize(expecting: size + packet.count)
    }
}

extension PDFDocument {
    private static let languageCharacters = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)

    private static func check(_ metadata: PDFMetadata) throws(PDFError) {
        for text in [metadata.title, metadata.author, metadata.subject, metadata.creator] {
            guard text.utf8.count < 8_000 else {
                throw PDFError(message: "title, author or subject is longer than 8,000 bytes")
            }
        }
        let language = metadata.language.lowercased().utf8
        guard (2...35).contains(language.count), language.allSatisfy(languageCharacters.contains)
        else { throw PDFError(message: "\"\(metadata.language)\" is not a language code") }
        guard metadata.documentID.map({ $0.count == 16 }) ?? true else {
            throw PDFError(message: "a document identifier has 16 bytes")
        }
    }

    /// The object of a font, written at its first use in the document.
    private mutating func number(of font: EmbeddedFont) throws(PDFError) -> Int {
        for known in fonts where known.font === font { return known.number }
        let number = try FontSyntax.add(font, to: haru)
        fonts.append((font, number))
        try grow(by: font.program.count + font.toUnicode.count + font.widths.count + 2_048)
        return number
    }

    /// The object of a picture, written at its first use in the document.
    private mutating func number(of image: PDFImage) throws(PDFError) -> Int {
        for known in images where known.image === image { return known.number }
        let number = try image.add(to: haru)
        images.append((image, number))
        try grow(by: image.size)
        return number
    }

    private mutating func grow(by bytes: Int) throws(PDFError) {
        size += bytes
        guard size <= PDFDocument.maximumBytes else {
            throw PDFError(message: "the document is larger than 1 GB")
        }
    }

    private func writeIntent() throws(PDFError) {
        let profile = try PDFDocument.profile.get()
        let object = try haru.add(Array("/N 3\n/Filter /FlateDecode\n".utf8), stream: profile)
        var intent: [UInt8] = []
        intent.write(
            """
            /Type /OutputIntent
            /S /GTS_PDFA1
            /OutputConditionIdentifier (sRGB IEC61966-2.1)
            /Info (sRGB IEC61966-2.1)
            /RegistryName (http://www.color.org)
            /DestOutputProfile 
            """)
        intent.write(reference: object.number)
        intent.write("\n")
        try haru.setCatalog("OutputIntents", arrayOf: intent)
    }

    private static let profile = Result { () throws(PDFError) in
        try Compressor.best(ColorProfile.sRGB)
    }

    private func writeAttachments() throws(PDFError) {
        // A name tree is searched by bytes, so it must be in their order.
        let sorted = attachments.sorted {
            AttachmentSyntax.key($0.file.name).lexicographicallyPrecedes(
                AttachmentSyntax.key($1.file.name))
        }
        try haru.setCatalog("AF", array: attachments.map(\.object))
        var names: [UInt8] = []
        names.write("/EmbeddedFiles <</Names [")
        for (file, object) in sorted {
            names.write(hexString: AttachmentSyntax.key(file.name))
            names.write(" ")
            names.write(reference: object.number)
            names.write(" ")
        }
        names.write("]>>\n")
        try haru.setCatalog("Names", entries: names)
    }
}

extension Compressor {
    func compress(_ content: borrowing PageContent) throws(PDFError) -> [UInt8] {
        try unsafe content.withBytes { bytes throws(PDFError) in try unsafe compress(bytes) }
    }
}

extension Digest {
    mutating func add(_ content: borrowing PageContent) {
        unsafe content.withBytes { unsafe add($0) }
    }
}

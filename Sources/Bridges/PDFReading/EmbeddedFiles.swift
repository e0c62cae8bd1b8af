/// Walks the tree of embedded files, and the list of associated ones, of a PDF.
struct EmbeddedFiles {
    private(set) var files: [EmbeddedFile] = []
    /// Whether something had to be passed over.
    private(set) var isDamaged = false
    private let limits: PDFPackage.Limits
    /// Objects that were met: a tree that leads back into itself ends there.
    private var met: Set<Int> = []
    /// How many nodes and entries may still be looked at.
    private var steps = 10_000
    /// Bytes that there is still room for.
    private var room: Int

    private static let maximumDepth = 32

    init(limits: PDFPackage.Limits) {
        self.limits = limits
        room = limits.contents
    }

    /// - Throws: `PDFReadingError` for a file without a catalogue, and for more files than allowed.
    mutating func read(_ pdf: borrowing QPDFFile) throws(PDFReadingError) {
        guard let root = pdf.root, pdf.isDictionary(root) else {
            throw PDFReadingError(
                kind: .damaged, message: "the PDF is damaged: it has no catalogue")
        }
        if let names = pdf.value(root, "/Names"), let tree = pdf.value(names, "/EmbeddedFiles") {
            try walk(tree, depth: 0, pdf)
        }
        if let associated = pdf.value(root, "/AF") {
            for index in 0..<min(pdf.count(associated), steps) {
                guard let item = pdf.item(associated, index) else { continue }
                try add(item, pdf)
            }
        }
    }

    /// A node of the name tree (ISO 32000-2, 7.9.6): children, or names and what they stand for.
    private mutating func walk(
        _ node: QPDFFile.Object, depth: Int, _ pdf: borrowing QPDFFile
    ) throws(PDFReadingError) {
        guard depth < EmbeddedFiles.maximumDepth, isNew(node, pdf) else {
            isDamaged = true
            return
        }
        if let names = pdf.value(node, "/Names") {
            for index in stride(from: 1, to: min(pdf.count(names), 2 * steps), by: 2) {
                guard let item = pdf.item(names, index) else { continue }
                try add(item, pdf)
            }
        }
        if let children = pdf.value(node, "/Kids") {
            for index in 0..<min(pdf.count(children), steps) {
                guard let child = pdf.item(children, index) else { continue }
                try walk(child, depth: depth + 1, pdf)
            }
        }
    }

    /// Whether an object was not met before; one without a number cannot lead back to itself.
    private mutating func isNew(_ object: QPDFFile.Object, _ pdf: borrowing QPDFFile) -> Bool {
        guard steps > 0 else { return false }
        steps -= 1
        guard let number = pdf.number(object) else { return true }
        return met.insert(number).inserted
    }

    /// A file specification (ISO 32000-2, 7.11.3), once.
    private mutating func add(
        _ specification: QPDFFile.Object, _ pdf: borrowing QPDFFile
    ) throws(PDFReadingError) {
        guard isNew(specification, pdf) else { return }
        guard let streams = pdf.value(specification, "/EF"),
            let stream = pdf.value(streams, "/UF") ?? pdf.value(streams, "/F"), pdf.isStream(stream)
        else {
            isDamaged = true
            return
        }
        guard files.count < limits.files else {
            throw PDFReadingError(
                kind: .tooLarge, message: "the PDF has more than \(limits.files) files inside")
        }
        let content = pdf.content(stream, limit: min(limits.content, room))
        if case .success(let bytes) = content { room -= bytes.count }
        let name = pdf.text(specification, "/UF") ?? pdf.text(specification, "/F")
        files.append(
            EmbeddedFile(
                name: EmbeddedFile.safe(name ?? ""),
                relationship: pdf.name(specification, "/AFRelationship"),
                mimeType: pdf.name(stream, "/Subtype"),
                description: pdf.text(specification, "/Desc"), content: content))
    }
}

import Crypto
import Diagnostics
import Formats
import Invoicing

/// What a recipe names, laid out in a folder of its own as it was when pages were made with it.
final class Kitchen {
    let recipe: [UInt8]
    /// One for each thread.
    let makers: [DocumentMaker]
    /// Versions of program and libraries then that are others now.
    let versions: [String]
    private let folder: TemporaryFolder

    /// - Parameter processors: how many documents are made at once.
    /// - Throws: where materials are missing or changed, or no page can be made with them any more.
    init(_ digest: [UInt8], _ books: BooksFolder, processors: Int) throws {
        let materials = Materials(books)
        let name = SHA256.hex(digest)
        guard let recipe = Recipe(try materials.bytes(name)) else {
            throw EnvironmentError("materials/\(name) is no recipe of this program")
        }
        let folder = try TemporaryFolder()
        var record: [UInt8] = []
        for file in recipe.files {
            let bytes = try materials.bytes(file.digest)
            if file.name == "company.json" { record = bytes }
            let path = "\(folder.path)/\(file.name)"
            if let slash = path.lastIndex(of: "/") { try Disk.makeFolder(String(path[..<slash])) }
            try Disk.create(path, bytes)
        }
        guard let company = Recipe.company(record) else {
            throw EnvironmentError("the company's record in the recipe \(name) cannot be read")
        }
        let own = "\(folder.path)/own"
        let designs = try Designs(
            company,
            Resources(
                templates: "\(folder.path)/templates", fonts: "\(folder.path)/fonts",
                ownTemplates: Disk.isFolder(own) ? own : nil))
        _ = try designs.engine(recipe.template)
        self.recipe = digest
        self.folder = folder
        versions = recipe.differences
        makers = (0..<processors).map { _ in
            DocumentMaker(designs, materials, template: recipe.template)
        }
    }
}

extension DocumentMaker {
    /// Every file of a document once more, from its canonical JSON.
    func again(_ source: SourceText) -> MadeDocument {
        do throws(Rejected) {
            let tree = try JSONReader.read(source)
            let invoice = try Invoice(canonical: tree)
            let made = make(invoice)
            let json = MadeFile(
                .json, invoice.value.explained(as: try .canonicalInvoice(tree)).canonicalBytes,
                of: invoice)
            return MadeDocument(
                files: made.files.map { $0.file.kind == .json ? json : $0 },
                diagnostics: made.diagnostics)
        } catch {
            return MadeDocument(files: [], diagnostics: [error.diagnostic])
        }
    }
}

extension Value {
    /// The same document with another's explanation: a document that is read back knows what its
    /// amounts are, not the steps they were made in.
    fileprivate func explained(as other: Value) -> Value {
        guard case .record(let mine) = self, case .record(let its) = other else { return self }
        return .record { record in
            for field in its.fields {
                record.add(
                    field.name,
                    field.name == "explanation" ? field.value : mine[field.name] ?? .null)
            }
            for field in mine.fields where its[field.name] == nil {
                record.add(field.name, field.value)
            }
        }
    }
}

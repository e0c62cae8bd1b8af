import Diagnostics
import Formats
import Invoicing

/// What a recipe names, laid out in a folder of its own as it was when pages were made with it.
final class Kitchen {
    let ingredients: Recipe.Ingredients
    /// One for each thread.
    let makers: [DocumentMaker]
    private let folder: TemporaryFolder

    /// - Parameter processors: how many documents are made at once.
    /// - Throws: where materials are missing or changed, or no page can be made with them any more.
    init(
        _ ingredients: Recipe.Ingredients, _ materials: Materials, processors: Int
    ) throws {
        let folder = try TemporaryFolder()
        var record: [UInt8] = []
        for file in ingredients.files {
            let bytes = try materials.bytes(file.digest)
            if file.name == "company.json" { record = bytes }
            let path = "\(folder.path)/\(file.name)"
            if let slash = path.lastIndex(of: "/") { try Disk.makeFolder(String(path[..<slash])) }
            try Disk.create(path, bytes)
        }
        guard let company = Recipe.company(record) else {
            throw EnvironmentError("the company's record in the recipe cannot be read")
        }
        let own = "\(folder.path)/own"
        let designs = try Designs(
            company,
            Resources(
                templates: "\(folder.path)/templates", fonts: "\(folder.path)/fonts",
                ownTemplates: Disk.isFolder(own) ? own : nil))
        _ = try designs.engine(ingredients.template)
        self.ingredients = ingredients
        self.folder = folder
        makers = (0..<processors).map { _ in
            DocumentMaker(designs, materials, template: ingredients.template)
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

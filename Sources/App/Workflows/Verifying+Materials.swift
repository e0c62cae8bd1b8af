import Archive
import Books
import Crypto
import Database
import Diagnostics

extension Verifying {
    /// What pages were made with and what travels with them, against the digests that are its names.
    func materials(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        var known: Set<String> = []
        /// The bytes of one that is looked at for the first time and sound.
        func check(_ name: String) -> [UInt8]? {
            known.insert(name).inserted ? material(name, record) : nil
        }
        for recipe in try Archive.recipes(in: transaction) {
            guard let bytes = check(SHA256.hex(recipe)) else { continue }
            for file in Recipe(bytes)?.ingredients.files ?? [] { _ = check(file.digest) }
        }
        for digest in try Books.attachedDigests(in: transaction) { _ = check(digest) }
        // Where a recipe is lost, what it named is still known by its name.
        let folder = Materials(books).folder
        do {
            for name in Disk.isFolder(folder) ? try Disk.names(in: folder) : []
            where Materials.isName(name) { _ = check(name) }
        } catch {
            record.reportUnread(Materials.folderName, "\(error)")
        }
        record.end("materials", known.count, "of their SHA-256")
    }

    private func material(_ name: String, _ record: CheckRecord) -> [UInt8]? {
        let path = "\(Materials.folderName)/\(name)"
        do {
            guard Materials.isName(name) else { throw EnvironmentError("it is no SHA-256") }
            switch try Disk.look("\(books.path)/\(path)") {
            case .link:
                record.report(
                    "file-link", "a symbolic link stands where a material is kept", found: path,
                    hint: "put what it points to in its place")
                return nil
            case .file:
                if let bytes = try Materials(books).sound(name) { return bytes }
            case .folder, .other, nil: break
            }
            record.report(
                "material-changed",
                "what pages were made with, or what travels with them, is missing or was changed",
                found: path,
                hint: "restore it from a backup; without it bijak prove cannot make the page anew")
        } catch {
            record.reportUnread(path, "\(error)")
        }
        return nil
    }
}

import Diagnostics
import Images
import Trade

/// The picture that a company's record names as its logo: it lies beside the record and is kept
/// with the books' own templates.
struct LogoFile {
    private let name: String
    private let bytes: [UInt8]

    /// - Returns: nil where the logo is no picture, or the books have it already and there is none
    ///   beside the record.
    init?(of company: Company, beside file: String, books: String, _ findings: Findings) {
        guard case .picture(let name)? = company.look.logo else { return nil }
        let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
        let path = "\(folder)/\(name)"
        if !Disk.exists(path), Disk.exists("\(books)/templates/\(name)") { return nil }
        let location = company.node.location(of: "look")
        guard Disk.exists(path) else {
            findings.add(
                Diagnostic(
                    code: "unknown-picture", "the logo's file is not there", at: location,
                    found: name, hint: "put the PNG or JPEG file beside the company's record"))
            return nil
        }
        do throws(PictureError) {
            bytes = try PictureFolders.bytes(of: path)
            _ = try Picture(bytes)
        } catch {
            findings.add(
                Diagnostic(
                    code: "bad-picture", "the logo cannot be used: \(error.message)",
                    at: location, found: name, hint: error.hint))
            return nil
        }
        self.name = name
    }

    /// Puts it in place of the one that may be there, which stays whole until this one is; its name
    /// reaches the disk when the caller syncs the file system.
    func keep(in books: String) throws(EnvironmentError) {
        try Disk.makeFolder("\(books)/templates")
        try Disk.put("\(books)/templates/\(name)", bytes, synced: true)
    }
}

import Diagnostics
import Layout

/// Templates as files to write: judged by themselves, and begun from a shipped one.
public struct Templates {
    private let library: TemplateLibrary
    private let world: World

    /// What a template is, once nothing is wrong with it.
    public struct Checked: Sendable {
        public let file: String
        /// Empty where the file has errors.
        public let name: String
        public let isSound: Bool
        public let warnings: Int
    }

    /// - Throws: where fonts or languages are missing.
    public init(world: World) throws {
        library = try TemplateLibrary(world.resources())
        self.world = world
    }

    /// Reads a template as a document would, and reports every finding.
    public func check(_ file: String) throws -> Checked {
        let findings = Findings()
        let bytes = try Disk.read(file, limit: TemplateLibrary.fileLimit)
        let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
        let template = library.read(bytes, name: file, folder: folder, findings)
        findings.diagnostics.forEach(world.reporter.report)
        return Checked(
            file: file, name: template?.name ?? "", isSound: template != nil,
            warnings: findings.diagnostics.count - findings.errorCount)
    }

    /// Copies a template under a new name.
    ///
    /// - Parameter file: where to; nothing that is there is overwritten.
    /// - Throws: `UsageError` for a name that is none, `EnvironmentError` for a file that is there.
    public func begin(_ name: String, from origin: String, to file: String) throws {
        let isName =
            (1...60).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
        guard isName else {
            throw UsageError(
                "\"\(name)\" cannot name a template",
                hint: "small letters a to z, figures and hyphens, at most 60")
        }
        let source = try library.file(of: origin)
        let bytes = try Disk.read(source, limit: TemplateLibrary.fileLimit)
        guard let template = library.read(bytes, name: source, Findings()) else {
            throw EnvironmentError(
                "the template \(origin) has errors itself",
                hint: "bijak template check \(source)")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let old = "<template name=\"\(template.name)\""
        guard let place = text.firstRange(of: old) else {
            throw EnvironmentError(
                "\(source) does not begin with \(old)", hint: "put the attribute name first")
        }
        let renamed = text.replacingCharacters(place, with: "<template name=\"\(name)\"")
        guard !Disk.exists(file) else {
            throw EnvironmentError("\(file) is there already", hint: "choose another with --to")
        }
        try Disk.create(file, Array(renamed.utf8))
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
        "\(self[..<range.lowerBound])\(text)\(self[range.upperBound...])"
    }
}

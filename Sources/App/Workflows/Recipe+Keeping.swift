import Crypto
import Diagnostics
import Images
import Trade

extension Recipe {
    /// Keeps everything that a template's pages are made with now.
    ///
    /// - Returns: the digest of the recipe, itself kept.
    static func keep(
        _ template: String, page: [String]?, of company: Company, _ resources: Resources,
        in materials: Materials
    ) throws -> [UInt8] {
        var files = [
            File(
                name: "company.json",
                digest: try materials.keep(company.node.location.source.bytes))
        ]
        for (name, path) in try paths(template, company, resources) {
            let bytes = try Disk.read(path, limit: Materials.fileLimit)
            files.append(File(name: name, digest: try materials.keep(bytes)))
        }
        let text = Array(Recipe.text(template: template, page: page, files: files).utf8)
        try materials.keep(text)
        return SHA256.digest(of: text)
    }

    /// The files by the name that the recipe gives them, in an order of their own.
    private static func paths(
        _ template: String, _ company: Company, _ resources: Resources
    ) throws -> [(name: String, path: String)] {
        var paths: [(name: String, path: String)] = []
        var page: [UInt8] = []
        let file = "\(safeFileName(template)).xml"
        for (room, folder) in rooms(resources) {
            if page.isEmpty, Disk.exists("\(folder)/\(file)") {
                paths.append(("\(room)/\(file)", "\(folder)/\(file)"))
                page = try Disk.read("\(folder)/\(file)", limit: TemplateLibrary.fileLimit)
            }
            for part in ["languages", "values"] where Disk.isFolder("\(folder)/\(part)") {
                paths += try Disk.files(in: "\(folder)/\(part)", ending: ".txt").map {
                    ("\(room)/\(part)/\(lastName($0))", $0)
                }
            }
        }
        let text = String(decoding: page, as: UTF8.self)
        for (room, folder) in rooms(resources) {
            paths += try pictures(in: folder).filter { picture in
                text.contains(lastName(picture)) || company.look.logo?.file == lastName(picture)
            }.map { ("\(room)/\(lastName($0))", $0) }
        }
        let fonts = try Disk.files(in: resources.fonts, ending: "").filter { font in
            [".otf", ".ttf"].contains(where: font.lowercased().hasSuffix)
        }
        return paths + fonts.map { ("fonts/\(lastName($0))", $0) }
    }

    /// Where templates lie, as recipes call it, in the order in which they are looked at.
    private static func rooms(_ resources: Resources) -> [(room: String, folder: String)] {
        (resources.ownTemplates.map { [("own", $0)] } ?? []) + [("templates", resources.templates)]
    }

    private static func pictures(in folder: String) throws -> [String] {
        try Disk.files(in: folder, ending: "").filter { file in
            PictureFolders.endings.contains(where: file.lowercased().hasSuffix)
        }
    }

    private static func lastName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

extension Company.Logo {
    /// The picture's file, where it is one.
    fileprivate var file: String? {
        if case .picture(let name) = self { return name }
        return nil
    }
}

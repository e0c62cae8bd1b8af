import Images
import Layout
import Synchronization

/// The PNG and JPEG files of folders, by name; the first folder's before the others'.
final class PictureFolders: PictureSource {
    private static let endings = [".png", ".jpg", ".jpeg"]

    private let folders: [String]
    private let known = Mutex<[String: Picture]>([:])

    init(_ folders: [String]) { self.folders = folders }

    var pictureNames: [String] { files.map(PictureFolders.name) }

    func picture(named name: String) throws(PictureError) -> Picture? {
        if let picture = known.withLock({ $0[name] }) { return picture }
        // Only what a folder lists is opened: a name cannot lead anywhere else.
        guard let file = files.first(where: { PictureFolders.name($0) == name }),
            let bytes = try? Disk.read(file, limit: Picture.fileLimit)
        else { return nil }
        let made = try Picture(bytes)
        return known.withLock { known in
            let kept = known[name] ?? made
            known[name] = kept
            return kept
        }
    }

    /// The picture of a company's logo.
    ///
    /// - Throws: `EnvironmentError` where it is missing or none.
    func logo(_ name: String) throws -> Picture {
        do throws(PictureError) {
            if let picture = try picture(named: name) { return picture }
        } catch {
            throw EnvironmentError(
                "the logo \(name) cannot be used: \(error.message)", hint: error.hint)
        }
        throw EnvironmentError(
            "the logo \(name) is not in \(folders.joined(separator: " or "))",
            hint: "put the PNG or JPEG file there")
    }

    private var files: [String] {
        folders.flatMap { folder in
            PictureFolders.endings.flatMap { ending in
                (try? Disk.files(in: folder, ending: ending)) ?? []
            }
        }
    }

    private static func name(_ file: String) -> String {
        String(file.split(separator: "/").last ?? "")
    }
}

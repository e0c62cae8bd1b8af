import Images
import Layout
import Synchronization

/// The PNG and JPEG files of folders, by name; the first folder's before the others'.
final class PictureFolders: PictureSource {
    static let endings = [".png", ".jpg", ".jpeg"]

    private let folders: [String]
    private let known = Mutex<[String: Picture]>([:])

    init(_ folders: [String]) { self.folders = folders }

    var pictureNames: [String] { ((try? files()) ?? []).map(PictureFolders.name) }

    func picture(named name: String) throws(PictureError) -> Picture? {
        if let picture = known.withLock({ $0[name] }) { return picture }
        // Only what a folder lists is opened: a name cannot lead anywhere else.
        guard let file = try files().first(where: { PictureFolders.name($0) == name }) else {
            return nil
        }
        let made = try Picture(PictureFolders.bytes(of: file))
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

    private func files() throws(PictureError) -> [String] {
        try PictureFolders.reading {
            try folders.filter(Disk.isFolder).flatMap { try Disk.files(in: $0, ending: "") }
                .filter { file in
                    PictureFolders.endings.contains(where: file.lowercased().hasSuffix)
                }
        }
    }

    static func bytes(of file: String) throws(PictureError) -> [UInt8] {
        try reading { try Disk.read(file, limit: Picture.fileLimit) }
    }

    /// What the disk refuses is said as it is: a picture out of reach is not a missing one.
    private static func reading<Value>(
        _ body: () throws -> Value
    ) throws(PictureError) -> Value {
        do {
            return try body()
        } catch let error as EnvironmentError {
            throw PictureError(message: error.message, hint: error.hint)
        } catch {
            throw PictureError(message: "\(error)")
        }
    }

    private static func name(_ file: String) -> String {
        String(file.split(separator: "/").last ?? "")
    }
}

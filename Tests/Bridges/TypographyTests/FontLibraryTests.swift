import Glibc
import TestSupport
import Testing
import Typography

@Suite("Font library")
struct FontLibraryTests {
    @Test(
        "a family and weight gives its face or the nearest one",
        arguments: [
            ("Noto Sans", FontWeight.regular, "NotoSans-Regular"),
            ("Noto Sans", .bold, "NotoSans-Bold"),
            ("Noto Sans", .semibold, "NotoSans-Bold"),
            ("Noto Sans Devanagari", .regular, "NotoSansDevanagari-Regular"),
            ("Noto Sans Kannada", .bold, "NotoSansKannada-Bold"),
            ("Inter", .semibold, "Inter-SemiBold"),
            ("Inter", .bold, "Inter-SemiBold"),
            ("Roboto Condensed", .regular, "RobotoCondensed-Regular"),
        ])
    func nearestFace(family: String, weight: FontWeight, name: String) throws {
        let library = try Fonts.library.get()
        let style = try Fonts.style(family, weight)
        #expect(style.primaryFace.name == name)
        #expect(library.faces[style.primaryFace.index] === style.primaryFace)
        #expect(Set(style.faces.map(\.family)) == Set(library.families))
        #expect(
            library.face(family: family, weight: weight)?.name
                == (style.primaryFace.weight == weight ? name : nil))
    }

    @Test("metrics are those of the font files")
    func metrics() throws {
        let face = try Fonts.style("Inter").primaryFace
        #expect(face.unitsPerEm == 2_816 && face.isCFF && face.capHeight == 2_048)
        #expect(face.ascender == 2_728 && face.descender == -680)
        #expect(try Fonts.library.get().style(family: "Comic Sans", weight: .bold) == nil)
    }

    @Test(
        "what is not a folder of fonts is refused, naming the file",
        arguments: [
            (nil, [UInt8](), "cannot read the folder"),
            ("readme.txt", Array("text".utf8), "no usable font"),
            ("empty.ttf", [], "is empty"),
            ("text.otf", Array("not a font at all".utf8), "is not a TrueType or OpenType font"),
            ("cut.ttf", [0, 1, 0, 0, 0, 9, 0, 128, 0, 3, 0, 16], "is not a TrueType"),
        ] as [(String?, [UInt8], String)])
    func refused(name: String?, bytes: [UInt8], complaint: String) throws {
        let folder = try TemporaryFolder()
        if let name { try folder.write(bytes, name) } else { folder.remove() }
        let error = #expect(throws: FontError.self) {
            try FontLibrary(folders: [folder.path])
        }
        #expect(error?.description.contains(complaint) == true)
        #expect(error?.description.contains(folder.path) == true)
    }

    /// Any change to a font file leads to an error or a usable library, never to a crash.
    @Test(
        "damaged font files do no harm",
        arguments: ["Inter-Regular.otf", "NotoSansKannada-Bold.ttf"])
    func damaged(name: String) throws {
        let sound = try TemporaryFolder.read(Fonts.folder + "/" + name)
        var random = SplitMix64(seed: 0x5EED)
        for _ in 0..<rounds / 100 {
            var bytes = sound
            for _ in 0..<40 {
                // Half of the changes hit the table directory and the small tables behind it.
                let end = Bool.random(using: &random) ? 2_000 : bytes.count
                bytes[Int.random(in: 0..<end, using: &random)] = .random(
                    in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(bytes.count / 3) }
            let folder = try TemporaryFolder()
            try folder.write(bytes, name)
            guard let library = try? FontLibrary(folders: [folder.path]) else { continue }
            let style = library.style(family: library.families[0], weight: .regular)
            let shaped = style.map { Shaper().shape("Größe ₹ 1,234.56 ಕರ್ನಾಟಕ", $0) }
            let runs = try #require(shaped).runs
            _ = try? FontSubsetter().program(library.faces[0], runs: runs)
            _ = try? FontSubsetter().tierProgram(library.faces[0], .basic)
        }
    }
}

/// A folder that goes away with its owner.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/fonts-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else {
            throw FontError(message: "cannot make a folder", path: "/tmp")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { remove() }

    func write(_ bytes: [UInt8], _ name: String) throws {
        guard let file = unsafe fopen(path + "/" + name, "wb") else {
            throw FontError(message: "cannot write", path: name)
        }
        defer { unsafe _ = fclose(file) }
        guard unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count else {
            throw FontError(message: "cannot write", path: name)
        }
        names.append(name)
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let file = unsafe fopen(path, "rb") else {
            throw FontError(message: "cannot read", path: path)
        }
        defer { unsafe _ = fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    func remove() {
        for name in names { unsafe _ = unlink(path + "/" + name) }
        names = []
        unsafe _ = rmdir(path)
    }

    private var names: [String] = []
}

import Typography

/// The repository's own fonts, opened once for all tests.
enum Fonts {
    /// Beside `Tests`.
    static let folder: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        let tests = parts.lastIndex(of: "Tests") ?? 0
        return (parts[..<tests] + ["fonts"]).joined(separator: "/")
    }()

    static let library = Result { try FontLibrary(folders: [folder]) }

    static func style(
        _ family: String, _ weight: FontWeight = .regular, tabular: Bool = false,
        kerning: Bool = true
    ) throws -> FontStyle {
        let style = try library.get().style(
            family: family, weight: weight, tabularFigures: tabular, kerning: kerning)
        guard let style else { throw FontError(message: "no such family", path: family) }
        return style
    }
}

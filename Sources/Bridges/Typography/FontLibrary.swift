/// The fonts documents are set in: every usable font file of some folders.
///
/// ```swift
/// let library = try FontLibrary(folders: ["fonts"])
/// let style = library.style(family: "Noto Sans", weight: .bold, tabularFigures: true)
/// ```
///
/// Faces are numbered in the order of the folders, then of the file names' bytes. Slanted faces and
/// weights other than `FontWeight` are passed over.
public final class FontLibrary: Sendable {
    /// Every face, at its `index`.
    public let faces: [FontFace]
    /// Family names in library order, without repetition.
    public let families: [String]
    private let chains: [FontChain]

    /// Opens all `.ttf` and `.otf` files of some folders.
    ///
    /// - Throws: `FontError` if a folder or a file cannot be read, if a file is not a font that
    ///   can be embedded, or if there is no usable face at all.
    public init(folders: [String]) throws(FontError) {
        var faces: [FontFace] = []
        for folder in folders {
            for name in try FontFile.names(in: folder) {
                let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
                if let face = try FontFace(path: path, index: faces.count) { faces.append(face) }
            }
        }
        guard !faces.isEmpty else {
            throw FontError(
                message: "no usable font in \(folders.joined(separator: ", "))", path: "")
        }
        var families: [String] = []
        for face in faces where !families.contains(face.family) { families.append(face.family) }
        self.faces = faces
        self.families = families
        var chains: [FontChain] = []
        for family in families {
            for weight in FontWeight.allCases {
                let order = [family] + families.filter { $0 != family }
                let chain = order.compactMap { Self.nearest(to: weight, of: $0, in: faces) }
                chains.append(FontChain(faces: chain, index: chains.count))
            }
        }
        self.chains = chains
    }

    /// The face of exactly this family and weight.
    public func face(family: String, weight: FontWeight) -> FontFace? {
        faces.first { $0.family == family && $0.weight == weight }
    }

    /// What to shape text with: the family's face of this or the nearest weight, then those of the
    /// other families in library order for characters it does not have.
    ///
    /// - Parameters:
    ///   - tabularFigures: digits of equal width, for columns of amounts.
    ///   - kerning: pairs such as "AV" drawn closer together.
    /// - Returns: nil if no face is of this family.
    public func style(
        family: String, weight: FontWeight, tabularFigures: Bool = false, kerning: Bool = true
    ) -> FontStyle? {
        guard let row = families.firstIndex(of: family),
            let column = FontWeight.allCases.firstIndex(of: weight)
        else { return nil }
        return FontStyle(
            chain: chains[row * FontWeight.allCases.count + column],
            tabularFigures: tabularFigures, kerning: kerning)
    }

    private static func nearest(
        to weight: FontWeight, of family: String, in faces: [FontFace]
    ) -> FontFace? {
        for candidate in weight.nearestFirst {
            let match = faces.first { $0.family == family && $0.weight == candidate }
            if let match { return match }
        }
        return nil
    }
}

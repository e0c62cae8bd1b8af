/// How text is to be shaped: faces in order of preference, and features.
///
/// Made by `FontLibrary.style`. Styles of one library are equal if they shape alike.
public struct FontStyle: Hashable, Sendable {
    let chain: FontChain
    /// Digits of equal width.
    public let tabularFigures: Bool
    /// Kerned pairs.
    public let kerning: Bool

    /// The faces, the preferred one first; never empty.
    public var faces: [FontFace] { chain.faces }
    /// The preferred face, whose metrics set the line.
    public var primaryFace: FontFace { chain.faces[0] }

    /// The same faces with or without digits of equal width.
    public func tabularFigures(_ on: Bool) -> FontStyle {
        FontStyle(chain: chain, tabularFigures: on, kerning: kerning)
    }

    /// A small number that tells the styles of one library apart.
    var key: Int { chain.index << 2 | (tabularFigures ? 2 : 0) | (kerning ? 1 : 0) }
}

/// Faces in order of preference, made once by the library so that styles compare by identity.
final class FontChain: Sendable, Hashable {
    let faces: [FontFace]
    let index: Int

    init(faces: [FontFace], index: Int) {
        precondition(!faces.isEmpty, "a font chain needs a face")
        self.faces = faces
        self.index = index
    }

    static func == (left: FontChain, right: FontChain) -> Bool { left === right }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

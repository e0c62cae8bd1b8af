internal import Images
internal import PDF
internal import Synchronization

/// Pictures as documents embed them, compressed once. May be shared between threads.
///
/// They come from templates and from the company's look, which are few and live long.
final class EmbeddedImages: Sendable {
    private let known = Mutex<[ObjectIdentifier: (picture: Picture, image: PDFImage)]>([:])

    /// - Throws: `PDFError`.
    func image(_ picture: Picture) throws -> PDFImage {
        let key = ObjectIdentifier(picture)
        if let known = known.withLock({ $0[key]?.image }) { return known }
        // Two threads may both come here; they make the same bytes, and one is kept.
        let made = try PDFImage(picture)
        return known.withLock { known in
            let kept = known[key]?.image ?? made
            known[key] = (picture, kept)
            return kept
        }
    }
}

extension PDFImage {
    fileprivate convenience init(_ picture: Picture) throws(PDFError) {
        switch picture.samples {
        case .raw(let samples, let components):
            try self.init(
                width: picture.width, height: picture.height, components: components,
                samples: samples, alpha: picture.alpha)
        case .jpeg(let bytes, let components):
            try self.init(
                jpeg: bytes, width: picture.width, height: picture.height,
                components: components)
        }
    }
}

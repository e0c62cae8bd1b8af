/// A PDF that cannot be read for what is inside it.
public struct PDFReadingError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Kind: Sendable {
        /// It does not begin as a PDF does.
        case notPDF
        /// It is encrypted, be it with no password: a PDF/A never is (ISO 19005-3, 6.1.3).
        case encrypted
        /// Its structure cannot be followed, or what is in it not decoded.
        case damaged
        /// It, or what is in it, is larger than the limits.
        case tooLarge
        /// The machine refused, not the file.
        case machine
    }

    public let kind: Kind
    /// What is wrong, in plain words, without a full stop.
    public let message: String

    public var description: String { message }
}

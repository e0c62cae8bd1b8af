/// A laid out document that could not be written as a PDF.
public struct RenderingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, in plain words.
    public let message: String

    public init(message: String) { self.message = message }

    public var description: String { message }
}

/// A font that could not be read, understood or cut down for embedding.
public struct FontError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, in plain words.
    public let message: String
    /// The file or folder it is about; empty when no file is to blame.
    public let path: String

    public init(message: String, path: String) {
        self.message = message
        self.path = path
    }

    public var description: String { path.isEmpty ? message : "\(path): \(message)" }
}

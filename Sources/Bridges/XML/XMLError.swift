/// Why an XML text was not read or not accepted, and where.
public struct XMLError: Error, Hashable, Sendable {
    /// The name the text was read under: usually a path.
    public let file: String

    /// Where the reader noticed; for an error about a whole element, its opening `<`.
    public let position: XMLPosition

    /// What is wrong, in plain words, without a full stop.
    public let message: String

    /// What the reader reported after this error in the same text: often only its consequences.
    public let further: [XMLError]

    /// The line of ``position``, counted from 1.
    public var line: Int { position.line }

    /// The column of ``position``, counted from 1 in Unicode scalars.
    public var column: Int { position.column }

    public init(file: String, position: XMLPosition, message: String, further: [XMLError] = []) {
        self.file = file
        self.position = position
        self.message = message
        self.further = further
    }
}

extension XMLError: CustomStringConvertible {
    /// `file:line:column: error: message`.
    public var description: String { "\(file):\(line):\(column): error: \(message)" }
}

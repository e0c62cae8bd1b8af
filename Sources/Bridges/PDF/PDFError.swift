/// A PDF that could not be written.
public struct PDFError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, in plain words.
    public let message: String
    /// The library's error number, 0 if the fault was found before it was asked.
    public let code: UInt

    public init(message: String, code: UInt = 0) {
        self.message = message
        self.code = code
    }

    public var description: String {
        code == 0 ? message : "\(message) (libharu 0x\(String(code, radix: 16)))"
    }
}

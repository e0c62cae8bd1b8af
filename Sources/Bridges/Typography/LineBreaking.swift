internal import CUnibreak

/// A place in a text where a line may or must end.
public struct LineBreak: Hashable, Sendable {
    /// UTF-8 offset behind the last character of the line; trailing spaces and newlines included.
    public var offset: Int
    /// Whether the line must end here, because of a newline.
    public var isMandatory: Bool

    public init(offset: Int, isMandatory: Bool) {
        self.offset = offset
        self.isMandatory = isMandatory
    }
}

/// Where lines may end, after Unicode Standard Annex 14.
public enum LineBreaking {
    /// The break opportunities of a text in ascending order, the end of the text not among them.
    ///
    /// - Parameter language: code such as "de" or "fr-FR"; some treat quotation marks differently.
    public static func opportunities(_ text: String, language: String) -> [LineBreak] {
        prepared
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count > 1 else { return [] }
            var marks = [CChar](repeating: 0, count: bytes.count)
            unsafe set_linebreaks_utf8(bytes.baseAddress, bytes.count, language, &marks)
            var breaks: [LineBreak] = []
            for index in 0..<bytes.count - 1 {
                switch Int32(marks[index]) {
                case LINEBREAK_MUSTBREAK:
                    breaks.append(LineBreak(offset: index + 1, isMandatory: true))
                case LINEBREAK_ALLOWBREAK:
                    breaks.append(LineBreak(offset: index + 1, isMandatory: false))
                default: break
                }
            }
            return breaks
        }
    }

    /// The library builds an index of its tables once; a static makes that once per process.
    private static let prepared: Void = init_linebreak()
}

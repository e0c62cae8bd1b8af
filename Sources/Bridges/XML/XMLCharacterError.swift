/// A character that no XML 1.0 text may hold, not even as a reference, was to be written.
public struct XMLCharacterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The element it was for, with those around it: `Invoice/cac:Party/cbc:Name`.
    public let element: String

    /// The attribute it was for; `nil` if it was for the element's text.
    public let attribute: String?

    /// The character.
    public let character: Unicode.Scalar

    public var description: String {
        let digits = String(character.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let place = attribute.map { "the attribute \($0) of \(element)" } ?? element
        return "\(place) holds the character \(code), which XML does not allow; remove it"
    }
}

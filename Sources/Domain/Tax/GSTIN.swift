/// India's GST identification number: 15 characters, `SS PPPPPNNNNP E Z C`.
///
/// State, PAN, entity number of that PAN in the State, a letter for the kind of registration, and a
/// check character.
public struct GSTIN: Hashable, Sendable {
    public let text: String

    /// Why a text is not a GSTIN.
    public enum Fault: Error, Sendable {
        case form
        case state(String)
        /// The check character that the rest asks for.
        case checkDigit(expected: String)
    }

    public init(_ text: String) throws(Fault) {
        guard GSTIN.forms.contains(where: { GSTIN.matches(text, $0) }) else { throw .form }
        let prefix = String(text.prefix(2))
        guard State.coded(prefix) != nil || prefix == "99" else { throw .state(prefix) }
        let check = GSTIN.checkCharacter(of: text.prefix(14))
        guard text.hasSuffix(check) else { throw .checkDigit(expected: check) }
        self.text = text
    }

    public var state: State? { State.coded(String(text.prefix(2))) }

    /// The permanent account number of the person registered.
    public var pan: String { String(GSTIN.pan(of: text)) }

    /// The characters of a GSTIN that name the person, whatever State it is registered in.
    static func pan(of number: String) -> Substring { number.dropFirst(2).prefix(10) }

    /// Base 36 with weights 1 and 2 in turn; digits of each product are added.
    static func checkCharacter(of text: Substring) -> String {
        var sum = 0
        for (index, byte) in text.utf8.enumerated() {
            let value = byte < 58 ? Int(byte) - 48 : Int(byte) - 55
            let product = value * (index % 2 == 0 ? 1 : 2)
            sum += product / 36 + product % 36
        }
        let check = (36 - sum % 36) % 36
        return String(Unicode.Scalar(UInt8(check < 10 ? 48 + check : 55 + check)))
    }

    /// The forms there are; `9` a digit, `A` a letter, `X` either, `N` either but 0, any other
    /// character itself, `?` the letters and digits that stand for the kind of registration.
    private static let forms = [
        "99AAAAA9999AN?X",  // normal, SEZ, composition, casual
        "99AAAA99999A9Z9",  // government department
        "99AAAAX9999AN=X",  // deductor of tax at source: a D in place of =
        "9999AAA99999_~X",  // UIN, non-resident: checked letter by letter below
    ]

    private static func matches(_ text: String, _ form: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 15 else { return false }
        if form.contains("_") {
            let tail = String(decoding: bytes[12..<14], as: UTF8.self)
            if !["UN", "ON", "NR", "OS"].contains(tail) { return false }
        }
        return zip(bytes, form.utf8).allSatisfy { byte, pattern in
            let isDigit = (48...57).contains(byte)
            let isLetter = (65...90).contains(byte)
            switch pattern {
            case UInt8(ascii: "9"): return isDigit
            case UInt8(ascii: "A"), UInt8(ascii: "_"), UInt8(ascii: "~"): return isLetter
            case UInt8(ascii: "X"): return isDigit || isLetter
            case UInt8(ascii: "N"): return (isDigit && byte != 48) || isLetter
            case UInt8(ascii: "="): return byte == UInt8(ascii: "D")
            case UInt8(ascii: "?"):
                return byte == UInt8(ascii: "Z") || (49...57).contains(byte)
                    || (65...74).contains(byte)
            default: return byte == pattern
            }
        }
    }
}

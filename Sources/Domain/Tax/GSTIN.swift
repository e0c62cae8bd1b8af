/// India's GST identification number: 15 characters, `SS PPPPPNNNNP E Z C`.
///
/// State, PAN, entity number of that PAN in the State, a letter for the kind of registration, and a
/// check character. UIN holders and persons from abroad have a country's letters in the PAN's place.
public struct GSTIN: Hashable, Sendable {
    public let text: String
    public let kind: Kind

    /// What the number registers (CGST Act ss. 22 to 25, 51, 52; IGST Act s. 14).
    public enum Kind: String, Sendable, CaseIterable {
        /// Suppliers: regular, composition, casual, SEZ.
        case normal
        case government
        /// A deductor of tax at source (s. 51).
        case deductor
        /// A marketplace, which collects tax at source (s. 52).
        case marketplace
        /// A unique identity number of an embassy or a body of the United Nations (s. 25(9)), whose
        /// holder is no registered person (s. 2(94)).
        case uin
        /// A non-resident taxable person (s. 24(v)).
        case nonResident = "non-resident"
        /// Online services from abroad to unregistered persons (IGST Act s. 14).
        case onlineServices = "online-services"

        /// Whether supplies are made under such a number, so that it issues invoices.
        public var supplies: Bool {
            switch self {
            case .normal, .government, .nonResident, .onlineServices: true
            case .deductor, .marketplace, .uin: false
            }
        }
    }

    /// Why a text is not a GSTIN.
    public enum Fault: Error, Sendable {
        case form
        case state(String)
        /// The check character that the rest asks for.
        case checkDigit(expected: String)
    }

    public init(_ text: String) throws(Fault) {
        guard let kind = GSTIN.kind(of: text) else { throw .form }
        let prefix = String(text.prefix(2))
        guard State.coded(prefix) != nil || prefix == "99" else { throw .state(prefix) }
        let check = GSTIN.checkCharacter(of: text.prefix(14))
        guard text.hasSuffix(check) else { throw .checkDigit(expected: check) }
        self.text = text
        self.kind = kind
    }

    public var state: State? { State.coded(String(text.prefix(2))) }

    /// The permanent account number of the person registered.
    public var pan: String { String(GSTIN.pan(of: text)) }

    /// The characters of a GSTIN that name the person, whatever State it is registered in.
    static func pan(of number: String) -> Substring { number.dropFirst(2).prefix(10) }

    /// The kind whose form a text has; its State and check character may yet be wrong.
    public static func kind(of text: String) -> Kind? {
        let bytes = Array(text.utf8)
        guard bytes.count == 15 else { return nil }
        return forms.first { matches(bytes, $0.form) }?.kind
    }

    /// Whether a text begins with two digits and a PAN and has 15 letters and digits: what numbers of
    /// test portals look like that are otherwise none.
    static func resemblesOne(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 15 && matches(bytes, "99AAAAA9999AXXX")
    }

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

    /// The forms there are; `9` a digit, `A` a letter, `X` either, `N` either but 0, `?` what stands
    /// for normal registrations, `@` a nine, any small letter its capital. The first match counts.
    private static let forms: [(form: String, kind: Kind)] = [
        ("99AAAAA9999ANdX", .deductor), ("99AAAA99999ANdX", .deductor),
        ("99AAAAA9999ANcX", .marketplace),
        ("99AAAAA9999AN?X", .normal),
        ("99AAAA99999A9z9", .government),
        ("9999AAA99999unX", .uin), ("9999AAA99999onX", .uin),
        ("9999AAA99999nrX", .nonResident),
        ("@@99AAA99999osX", .onlineServices),
    ]

    private static func matches(_ bytes: [UInt8], _ form: String) -> Bool {
        zip(bytes, form.utf8).allSatisfy { byte, pattern in
            let isDigit = (48...57).contains(byte)
            let isLetter = (65...90).contains(byte)
            switch pattern {
            case UInt8(ascii: "9"): return isDigit
            case UInt8(ascii: "@"): return byte == UInt8(ascii: "9")
            case UInt8(ascii: "A"): return isLetter
            case UInt8(ascii: "X"): return isDigit || isLetter
            case UInt8(ascii: "N"): return (isDigit && byte != 48) || isLetter
            case UInt8(ascii: "?"):
                return byte == UInt8(ascii: "Z") || (49...57).contains(byte)
                    || (65...74).contains(byte)
            default: return byte == pattern - 32
            }
        }
    }
}

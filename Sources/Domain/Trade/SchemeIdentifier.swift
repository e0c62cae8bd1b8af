/// An identifier of a party in a scheme of ISO 6523 or EAS, as far as Peppol knows what its form must
/// be (PEPPOL-COMMON-R040 to R057).
public struct SchemeIdentifier: Sendable {
    private let scheme: String
    private let text: String
    private let digits: [Int]

    public init(scheme: String, id: String) {
        self.scheme = scheme
        text = id
        digits = id.utf8.map { Int($0) - 48 }
    }

    /// Whether the form, and check digits where the scheme has some, are right; true where nothing is
    /// known of the scheme.
    public var isValid: Bool {
        switch scheme {
        // Sweden's organisation number: Luhn.
        case "0007": isNumber(of: 10) && luhn(digits)
        // GLN: GS1's check digit, modulo 10.
        case "0088": isNumber && digits.count > 1 && gs1
        // Denmark's chamber of commerce.
        case "0096": isNumber(of: 10)
        // The Netherlands' chamber of commerce (KVK), and an establishment's number there.
        case "0106": isNumber(of: 8)
        case "0217": isNumber(of: 12)
        // Australia's business number: modulo 89, the first digit less one.
        case "0151":
            isNumber(of: 11)
                && (weighted([10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0
        // Denmark's CVR number, and its SE number.
        case "0184", "0198":
            text.hasPrefix("DK") && digits.count == 10
                && digits.dropFirst(2).allSatisfy((0...9).contains)
        // The Netherlands' number of public bodies.
        case "0190": isNumber(of: 20)
        // Norway's organisasjonsnummer: modulo 11.
        case "0192": isNumber(of: 9) && weighted([3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
        // Italy's office code.
        case "0201": text.utf8.count == 6 && text.utf8.allSatisfy(isLetterOrDigit)
        // Belgium's enterprise number: modulo 97.
        case "0208": isNumber(of: 10) && 97 - number(digits[..<8]) % 97 == number(digits[8...])
        // Italy's tax code, of a company or of a person.
        case "0210", "9907": isNumber(of: 11) || isItalianTaxCode
        // Italy's VAT number: Luhn.
        case "0211":
            !text.uppercased().hasPrefix("IT")
                || SchemeIdentifier(scheme: "", id: String(text.dropFirst(2))).isItalianVATNumber
        // The Netherlands' VAT identifier.
        case "9944":
            text.hasPrefix("NL") && digits.count == 14 && text.utf8.dropFirst(11).first == 66
                && (digits[2..<11] + digits[12...]).allSatisfy((0...9).contains)
        default: true
        }
    }

    private var isNumber: Bool { digits.allSatisfy((0...9).contains) }
    private var isItalianVATNumber: Bool { isNumber(of: 11) && luhn(digits) }

    private func isNumber(of length: Int) -> Bool { digits.count == length && isNumber }

    private func weighted(_ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private func number(_ digits: ArraySlice<Int>) -> Int { digits.reduce(0) { $0 * 10 + $1 } }

    private var gs1: Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, next in
            sum + next.element * (next.offset.isMultiple(of: 2) ? 1 : 3)
        }
        return sum.isMultiple(of: 10)
    }

    private func luhn(_ digits: [Int]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, next in
            let doubled = next.element * (next.offset.isMultiple(of: 2) ? 1 : 2)
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum.isMultiple(of: 10)
    }

    /// Six letters, two digits, a letter, two digits, a letter or digit and two more, a digit and a
    /// letter, in this order.
    private var isItalianTaxCode: Bool {
        let form = "LLLLLLDDLDDXXXDL"
        return text.utf8.count == 16
            && zip(text.utf8, form.utf8).allSatisfy { byte, kind in
                switch kind {
                case UInt8(ascii: "L"): isLetterOrDigit(byte) && !isDigit(byte)
                case UInt8(ascii: "D"): isDigit(byte)
                default: isLetterOrDigit(byte)
                }
            }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (65...90).contains(byte & 0xDF)
    }
}

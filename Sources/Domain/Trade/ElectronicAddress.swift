import Diagnostics
import Formats

/// Where a party receives or sends electronic documents: BT-34, BT-49.
public struct ElectronicAddress: Hashable, Sendable {
    /// A code of the list EAS, such as 0088 (GLN), 0204 (Leitweg-ID), 9930 (German VAT identifier) or
    /// EM (e-mail).
    public let scheme: String
    public let id: String

    public init(scheme: String, id: String) {
        self.scheme = scheme
        self.id = id
    }

    init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "electronic address", keys: ["scheme", "id"], findings)
        scheme = fields.text("scheme", limit: 4)
        id = fields.text("id", limit: 100)
        if let value = fields.value("scheme"), !scheme.isEmpty,
            !ElectronicAddress.schemes.contains(scheme)
        {
            fields.report(
                "electronic-address", "no scheme of electronic addresses has this code", value,
                found: scheme, expected: "a code of the list EAS such as 0088, 0204, 9930 or EM")
        } else if let value = fields.value("id"), !id.isEmpty, !isValid {
            fields.report(
                "electronic-address", "this is no address of the scheme \(scheme)", value,
                found: id, expected: ElectronicAddress.expected[scheme],
                hint: "two digits may be swapped or mistyped; ask the party for it")
        }
    }

    /// Whether the form, and check digits where the scheme has some that Peppol checks
    /// (PEPPOL-COMMON-R040 to R053), are right.
    private var isValid: Bool {
        let digits = id.utf8.map { Int($0) - 48 }
        let isNumber = digits.allSatisfy((0...9).contains)
        func weighted(_ weights: [Int]) -> Int {
            zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        }
        switch scheme {
        // GLN: GS1's check digit, modulo 10.
        case "0088": return isNumber && digits.count == 13 && isGS1(digits)
        // Norway's organisasjonsnummer: modulo 11.
        case "0192":
            guard isNumber, digits.count == 9 else { return false }
            return weighted([3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
        // Belgium's enterprise number: modulo 97.
        case "0208":
            guard isNumber, digits.count == 10 else { return false }
            let number = digits[..<8].reduce(0) { $0 * 10 + $1 }
            return 97 - number % 97 == digits[8] * 10 + digits[9]
        // Australia's business number: modulo 89, the first digit less one.
        case "0151":
            guard isNumber, digits.count == 11 else { return false }
            return (weighted([10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0
        case "EM":
            return id.utf8.count { $0 == UInt8(ascii: "@") } == 1 && !id.contains(" ")
        default: return !id.contains(" ")
        }
    }

    private func isGS1(_ digits: [Int]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, next in
            sum + next.element * (next.offset.isMultiple(of: 2) ? 1 : 3)
        }
        return sum.isMultiple(of: 10)
    }

    private static let expected = [
        "0088": "13 digits with GS1's check digit", "0192": "9 digits, checked modulo 11",
        "0208": "10 digits, checked modulo 97", "0151": "11 digits, checked modulo 89",
        "EM": "name@domain.example",
    ]

    /// The list EAS of the Connecting Europe Facility (BR-CL-25), as of 2025.
    private static let schemes = Set(
        """
        0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0154 0158 0170 0177 \
        0183 0184 0188 0190 0191 0192 0193 0194 0195 0196 0198 0199 0200 0201 0202 0203 0204 0205 \
        0208 0209 0210 0211 0212 0213 0215 0216 0217 0218 0219 0220 0221 0225 0230 0235 0240 0242 \
        0244 0245 0246 0248 9910 9913 9914 9915 9918 9919 9920 9922 9923 9924 9925 9926 9927 9928 \
        9929 9930 9931 9932 9933 9934 9935 9936 9937 9938 9939 9940 9941 9942 9943 9944 9945 9946 \
        9947 9948 9949 9950 9951 9952 9953 9957 9959 AN AQ AS AU EM
        """.split(separator: " ").map(String.init))
}

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

    /// Whether the form, and check digits where the scheme has some, are right.
    private var isValid: Bool {
        if scheme == "EM" {
            return id.utf8.count { $0 == UInt8(ascii: "@") } == 1 && !id.contains(" ")
        }
        return !id.contains(" ") && SchemeIdentifier(scheme: scheme, id: id).isValid
    }

    private static let expected = [
        "0007": "10 digits, the last checked", "0088": "13 digits with GS1's check digit",
        "0184": "DK and 8 digits", "0192": "9 digits, checked modulo 11",
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

import Crypto
import Diagnostics
import Formats

/// A signed text of the registration portal: a JSON Web Token (RFC 7519) with RS256, whose payload
/// holds under `data` the JSON of what was signed, as a text.
public struct SignedToken: Sendable {
    public let text: String
    /// What was signed, read.
    public let data: DataTree
    private let signed: [UInt8]
    private let signature: [UInt8]

    /// Longer tokens are refused.
    static let byteLimit = 4 << 20

    /// Reads a token; `nil` where it is none of this form.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard text.utf8.count <= SignedToken.byteLimit, parts.count == 3,
            let header = SignedToken.base64URL(parts[0]),
            let payload = SignedToken.base64URL(parts[1]),
            let signature = SignedToken.base64URL(parts[2]), !signature.isEmpty,
            let head = SignedToken.json(header), head.root["alg"]?.string == "RS256",
            let body = SignedToken.json(payload), let inner = body.root["data"]?.string,
            let data = SignedToken.json(Array(inner.utf8)), data.root.isObject
        else { return nil }
        self.text = text
        self.data = data
        self.signature = signature
        signed = Array(parts[0]) + [UInt8(ascii: ".")] + Array(parts[1])
    }

    /// Whether the signature is of the holder of a key.
    public func isSigned(by key: borrowing RSAPublicKey) -> Bool {
        key.verifies(signature, of: signed)
    }

    private static func json(_ bytes: [UInt8]) -> DataTree? {
        do throws(Rejected) {
            return try JSONReader.read(SourceText(name: "signed text", bytes: bytes))
        } catch {
            return nil
        }
    }

    /// RFC 4648, 5: without padding.
    static func base64URL(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (bits, count): (UInt32, Int) = (0, 0)
        for byte in text {
            let value: UInt8
            switch byte {
            case 65...90: value = byte - 65
            case 97...122: value = byte - 71
            case 48...57: value = byte + 4
            case UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "_"): value = 63
            case UInt8(ascii: "="): continue
            default: return nil
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
                bits &= (1 << UInt32(count)) - 1
            }
        }
        return count == 6 ? nil : bytes
    }
}

import Crypto
import Testing

@Suite struct SHA256Tests {
    /// FIPS 180-4 examples of NIST, and the million of them.
    static let vectors: [([UInt8], String)] = [
        ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ]

    @Test("Digests are those of the standard, whole or in pieces", arguments: vectors)
    func digests(bytes: [UInt8], expected: String) {
        #expect(SHA256.hex(of: bytes) == expected)
        for size in [1, 63, 64, 65, 4_096] where bytes.count / size < 20_000 {
            var digest = SHA256()
            var start = 0
            while start < bytes.count {
                let end = min(start + size, bytes.count)
                digest.update(bytes.span.extracting(start..<end))
                start = end
            }
            #expect(SHA256.hex(digest.finish()) == expected)
        }
    }
}

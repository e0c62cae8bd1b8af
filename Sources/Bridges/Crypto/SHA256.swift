internal import CCrypto

/// SHA-256 (FIPS 180-4), all at once or piece by piece.
///
/// ```swift
/// let name = SHA256.hex(of: bytes)
///
/// var digest = SHA256()
/// digest.update(header)
/// digest.update(body.span)
/// let bytes = digest.finish()
/// ```
@safe public struct SHA256: ~Copyable {
    /// How many bytes a digest has.
    public static let byteCount = 32

    private let context: OpaquePointer

    public init() {
        guard let context = unsafe EVP_MD_CTX_new(),
            unsafe EVP_DigestInit_ex2(context, Algorithm.sha256.pointer, nil) == 1
        else { preconditionFailure("there is not enough memory for a digest") }
        unsafe self.context = unsafe context
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    /// Adds bytes without copying them.
    public mutating func update(_ bytes: RawSpan) {
        let outcome = unsafe bytes.withUnsafeBytes { buffer in
            unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
        }
        // A digest in memory has no reason to fail; a wrong one must never be handed out.
        precondition(outcome == 1, "OpenSSL did not take bytes for a digest")
    }

    /// Adds bytes without copying them.
    public mutating func update(_ bytes: Span<UInt8>) {
        update(unsafe bytes.bytes)
    }

    /// Adds bytes without copying them.
    public mutating func update(_ bytes: [UInt8]) {
        update(unsafe bytes.span.bytes)
    }

    /// The 32 bytes of the digest of all that was added.
    public consuming func finish() -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: Self.byteCount) { buffer, count in
            var length: UInt32 = 0
            let outcome = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, &length)
            precondition(
                outcome == 1 && length == Self.byteCount, "OpenSSL did not finish a digest")
            count = Self.byteCount
        }
    }

    /// The 32 bytes of the digest of `bytes`.
    public static func digest(of bytes: [UInt8]) -> [UInt8] {
        var digest = SHA256()
        digest.update(bytes)
        return digest.finish()
    }

    /// The digest of `bytes` as 64 lowercase hexadecimal digits.
    public static func hex(of bytes: [UInt8]) -> String {
        hex(digest(of: bytes))
    }

    /// Bytes, such as a finished digest, as lowercase hexadecimal digits.
    public static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0x0F)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

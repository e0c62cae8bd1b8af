internal import CCrypto

/// A public key that RS256 signatures (RFC 7518, 3.3: RSASSA-PKCS1-v1_5 with SHA-256) are checked
/// with.
@safe public struct RSAPublicKey: ~Copyable {
    /// The text holds no RSA key.
    public struct NotAKey: Error {}

    private let key: OpaquePointer

    /// Reads a PEM file: a public key (`BEGIN PUBLIC KEY`) or a certificate (`BEGIN CERTIFICATE`).
    public init(pem: [UInt8]) throws(NotAKey) {
        guard pem.count <= 1 << 20, let key = unsafe RSAPublicKey.read(pem) else { throw NotAKey() }
        guard unsafe EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA else {
            unsafe EVP_PKEY_free(key)
            throw NotAKey()
        }
        unsafe self.key = unsafe key
    }

    deinit { unsafe EVP_PKEY_free(key) }

    /// Whether `signature` is this key's of `message`.
    public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let context = unsafe EVP_MD_CTX_new() else {
            preconditionFailure("there is not enough memory for a digest")
        }
        defer { unsafe EVP_MD_CTX_free(context) }
        guard unsafe EVP_DigestVerifyInit(context, nil, Algorithm.sha256.pointer, nil, key) == 1
        else { return false }
        let outcome = unsafe signature.withUnsafeBufferPointer { signature in
            unsafe message.withUnsafeBufferPointer { message in
                unsafe EVP_DigestVerify(
                    context, signature.baseAddress, signature.count, message.baseAddress,
                    message.count)
            }
        }
        // What OpenSSL notes about a wrong signature is of no use to a later call.
        ERR_clear_error()
        return outcome == 1
    }

    private static func read(_ pem: [UInt8]) -> OpaquePointer? {
        defer { ERR_clear_error() }
        return unsafe pem.withUnsafeBytes { bytes in
            func source() -> OpaquePointer? {
                unsafe BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count))
            }
            guard let first = unsafe source() else { return nil }
            defer { unsafe BIO_free(first) }
            if let key = unsafe PEM_read_bio_PUBKEY(first, nil, nil, nil) { return unsafe key }
            guard let second = unsafe source() else { return nil }
            defer { unsafe BIO_free(second) }
            guard let certificate = unsafe PEM_read_bio_X509(second, nil, nil, nil) else {
                return nil
            }
            defer { unsafe X509_free(certificate) }
            return unsafe X509_get_pubkey(certificate)
        }
    }
}

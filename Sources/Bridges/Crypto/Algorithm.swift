internal import CCrypto

/// An algorithm of OpenSSL, looked up once.
///
/// It comes from a library context of our own. The common one obeys `openssl.cnf` and the
/// environment, which can take algorithms away; here nothing can fail but memory.
@safe final class Algorithm: @unchecked Sendable {
    // Sendable: an EVP_MD never changes after it was fetched, and OpenSSL counts its users with
    // atomic operations.
    let pointer: OpaquePointer

    static let sha256 = Algorithm("SHA256")

    private init(_ name: StaticString) {
        guard let library = unsafe OSSL_LIB_CTX_new(),
            let pointer = unsafe EVP_MD_fetch(library, name.description, nil)
        else { preconditionFailure("there is not enough memory for OpenSSL's \(name)") }
        unsafe self.pointer = unsafe pointer
    }
}

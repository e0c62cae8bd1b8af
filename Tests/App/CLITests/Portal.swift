import TestSupport
import Testing

/// A registration portal of our own: it signs as the real ones do, with a key made for the test.
struct Portal {
    let scratch: Scratch
    var key: String { "portal.pem" }

    /// Makes the key pair in a folder.
    init(in scratch: Scratch) throws {
        self.scratch = scratch
        try Portal.openssl("genrsa", "-out", "\(scratch.path)/private.pem", "2048")
        try Portal.openssl(
            "rsa", "-in", "\(scratch.path)/private.pem", "-pubout", "-out",
            "\(scratch.path)/portal.pem")
    }

    static let tool = "/usr/bin/openssl"

    static func openssl(_ arguments: String...) throws {
        let process = try Program.Process(
            arguments, in: "/tmp", resources: [], program: tool)
        try #require(process.wait() == 0, "openssl \(arguments)")
    }

    /// A token as the portal signs it.
    func token(_ data: String) throws -> String {
        let escaped = data.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\\\"")
        let head = Portal.base64URL(Array(#"{"alg":"RS256","kid":"TEST","typ":"JWT"}"#.utf8))
        let body = Portal.base64URL(Array("{\"data\":\"\(escaped)\",\"iss\":\"NIC\"}".utf8))
        scratch.write("signed.txt", "\(head).\(body)")
        try Portal.openssl(
            "dgst", "-sha256", "-sign", "\(scratch.path)/private.pem", "-out",
            "\(scratch.path)/signature", "\(scratch.path)/signed.txt")
        return "\(head).\(body).\(Portal.base64URL(scratch.bytes("signature")))"
    }

    /// The text of a QR code about a document of `Shop`.
    func qr(
        _ irn: String, number: String = "TT/26-27/00001", value: String = "1062"
    ) throws -> String {
        try token(
            """
            {"SellerGstin":"29AAECT4417M1ZX","BuyerGstin":"29AAFCS8126P1ZL","DocNo":"\(number)",\
            "DocTyp":"INV","DocDt":"30/04/2026","TotInvVal":\(value),"ItemCnt":1,\
            "MainHsnCode":"820520","Irn":"\(irn)","IrnDt":"2026-04-30 18:05:11"}
            """)
    }

    static func answer(_ irn: String, _ qr: String, ack: String = "162618840917325") -> String {
        """
        {"AckNo":\(ack),"AckDt":"2026-04-30 18:05:11","Irn":"\(irn)","SignedQRCode":"\(qr)",\
        "Status":"ACT"}
        """
    }

    static func base64URL(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let piece = bytes[start..<min(start + 3, bytes.count)]
            var bits = piece.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            bits <<= UInt32(8 * (3 - piece.count))
            for index in 0...piece.count {
                text.append(digits[Int(bits >> UInt32(18 - 6 * index)) & 63])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

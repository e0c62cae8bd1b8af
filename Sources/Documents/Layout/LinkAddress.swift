/// The addresses a document may lead to.
enum LinkAddress {
    /// Others, such as scripts, never get into a document.
    static let schemes = ["https:", "mailto:", "tel:"]

    /// The address with what is no part of ASCII in percent (RFC 3987, 3.1).
    ///
    /// - Returns: nil for one that is too long, has blanks or controls in it or another scheme.
    static func sound(_ text: String) -> String? {
        // A template writes the scheme before a website that may have it already.
        let text = text.hasPrefix("https://https://") ? String(text.dropFirst(8)) : text
        // A field without a value leaves the beginning alone.
        guard schemes.contains(where: text.hasPrefix), !schemes.contains(text), text != "https://",
            text.utf8.count <= 600
        else { return nil }
        var address = ""
        for byte in text.utf8 {
            switch byte {
            case 0...0x20, 0x7F: return nil
            case 0x80...:
                let digits = String(byte, radix: 16, uppercase: true)
                address += "%" + digits
            default: address.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return address
    }
}

extension Invoice {
    /// A document that supports this one and travels with it (BG-24), such as a time sheet or a
    /// proof of delivery.
    public struct Attachment: Sendable {
        /// Its file name, which no other attachment of the document has: no path.
        public internal(set) var name: String
        /// One of EN 16931's: `application/pdf`.
        public let mimeType: String
        /// What it is, for people (BT-123).
        public let description: String?
        /// In bytes.
        public let size: Int
        /// Of the content, in hexadecimal.
        public let sha256: String
        /// The content (BT-125); `nil` until whoever makes files of the document has fetched it. Not
        /// part of the canonical JSON, which has the digest.
        public var bytes: [UInt8]?

        public init(
            name: String, mimeType: String, description: String?, size: Int, sha256: String
        ) {
            self.name = name
            self.mimeType = mimeType
            self.description = description
            self.size = size
            self.sha256 = sha256
        }
    }

    /// The same document with what travels with it.
    ///
    /// A name that comes a second time, of another order that is billed along, gets a number:
    /// `sheet.pdf`, `sheet-2.pdf`.
    public func attaching(_ attachments: [Attachment]) -> Invoice {
        var copy = self
        copy.attachments = []
        var taken: Set<String> = []
        for var attachment in attachments {
            attachment.name = attachment.name.free(of: &taken)
            copy.attachments.append(attachment)
        }
        return copy
    }
}

extension String {
    /// The name, numbered before its ending where it is taken, whatever the case of its letters.
    fileprivate func free(of taken: inout Set<String>) -> String {
        let dot = lastIndex(of: ".") ?? endIndex
        var name = self
        var number = 1
        while !taken.insert(name.lowercased()).inserted {
            number += 1
            name = self[..<dot] + "-\(number)" + self[dot...]
        }
        return name
    }
}

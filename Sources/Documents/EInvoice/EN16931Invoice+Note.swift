extension EN16931Invoice {
    /// BG-1: words that are about the whole document.
    public struct Note: Hashable, Sendable {
        /// BT-21: what it is about, a code of UNTDID 4451 such as `AAK`.
        public var subject: String?
        /// BT-22.
        public var text: String

        public init(_ text: String, subject: String? = nil) {
            self.subject = subject
            self.text = text
        }
    }
}

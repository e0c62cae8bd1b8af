extension EN16931Invoice {
    /// A number that stands for something, and who gives such numbers.
    public struct Identifier: Hashable, Sendable {
        /// The number itself, as it was given.
        public var value: String
        /// The term's `-1`: a code of ISO/IEC 6523, of the list of electronic address schemes, or,
        /// beside BT-18 and BT-128, of UNTDID 1153; `nil` where nothing is said.
        public var scheme: String?

        public init(_ value: String, scheme: String? = nil) {
            self.value = value
            self.scheme = scheme
        }
    }
}

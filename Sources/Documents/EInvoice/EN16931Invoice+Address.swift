import Tax
import Trade

extension EN16931Invoice {
    /// BG-5, BG-8, BG-12, BG-15: where a party is or goods went.
    public struct PostalAddress: Hashable, Sendable {
        /// BT-35, BT-50, BT-64, BT-75.
        public var line1: String?
        /// BT-36, BT-51, BT-65, BT-76.
        public var line2: String?
        /// BT-162, BT-163, BT-164, BT-165.
        public var line3: String?
        /// BT-37, BT-52, BT-66, BT-77.
        public var city: String?
        /// BT-38, BT-53, BT-67, BT-78.
        public var postcode: String?
        /// BT-39, BT-54, BT-68, BT-79: a state or region.
        public var subdivision: String?
        /// BT-40, BT-55, BT-69, BT-80: ISO 3166-1 alpha-2.
        public var country: String

        /// Whether a document said nothing of it: no element is written then.
        var isEmpty: Bool {
            country.isEmpty
                && [line1, line2, line3, city, postcode, subdivision].allSatisfy { $0 == nil }
        }
    }

    /// BG-6, BG-9: whom to ask; at least one of its terms is there.
    public struct Contact: Hashable, Sendable {
        /// BT-41, BT-56: a person or department.
        public var name: String?
        /// BT-42, BT-57.
        public var phone: String?
        /// BT-43, BT-58.
        public var email: String?

        /// `nil` where nothing is known.
        init?(name: String?, phone: String?, email: String?) {
            if name == nil, phone == nil, email == nil { return nil }
            self.name = name
            self.phone = phone
            self.email = email
        }
    }
}

extension EN16931Invoice.PostalAddress {
    init(_ address: Address) {
        let lines = address.lines
        self.init(
            line1: lines.first, line2: lines.dropFirst().first,
            // EN 16931 has three lines, an address up to four.
            line3: lines.count > 2 ? lines[2...].joined(separator: ", ") : nil,
            city: address.city, postcode: address.postcode,
            subdivision: EN16931Invoice.PostalAddress.subdivision(address),
            country: address.country)
    }

    /// India's states are kept by number; their names are what others can read.
    private static func subdivision(_ address: Address) -> String? {
        guard address.country == "IN", let code = address.state else { return address.state }
        return State.coded(code)?.name ?? code
    }
}

/// The line of an address that names the place.
public enum AddressLine {
    /// City, postcode and state in the order in which their country writes them, after the
    /// addressing formats of the Universal Postal Union (S42): `80331 München`,
    /// `Hebden Bridge HX7 9ZZ`, `Durango, CO 81301`, `Mysuru 570016, Karnataka`.
    ///
    /// - Parameters:
    ///   - state: its name or the code that is written there; empty where there is none.
    ///   - country: ISO 3166-1 alpha-2; another one has its postcode before the city.
    public static func locality(
        city: String, postcode: String, state: String, country: String
    ) -> String {
        switch country {
        // Where the state is not told apart, it is part of the city.
        case "US": joined([city, joined([state, postcode], " ")], state.isEmpty ? " " : ", ")
        case "AU", "CA": joined([city, state, postcode], " ")
        case "BR": joined([joined([city, state], " - "), postcode], ", ")
        case "IT": joined([postcode, city, state], " ")
        default:
            joined(
                [
                    joined(isPostcodeLast(country) ? [city, postcode] : [postcode, city], " "),
                    writesNoState(country) ? "" : state,
                ], ", ")
        }
    }

    private static func joined(_ parts: [String], _ separator: String) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: separator)
    }

    private static func isPostcodeLast(_ country: String) -> Bool {
        switch country {
        case "GB", "IE", "IN", "SG", "NZ", "MT", "LV", "UA", "BD", "LK", "NP", "PK", "JP", "KR",
            "CN",
            "TW", "TH", "ID", "VN", "ZA", "NG", "SA", "HK":
            true
        default: false
        }
    }

    /// Where a state or province belongs to no address, even if the books name one.
    private static func writesNoState(_ country: String) -> Bool {
        switch country {
        case "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR",
            "HU",
            "IS", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SG", "SI",
            "SK":
            true
        default: false
        }
    }
}

/// Checks of VAT identification numbers (BT-31, BT-48) of the European Union's member states,
/// Northern Ireland, Great Britain, Switzerland and Norway: their form, and their check digits.
///
/// The rules are those the European Commission gathered from the member states for VIES, and of the
/// tax authorities of Britain (HMRC), Switzerland (UID) and Norway (organisation number). Where a
/// state's older numbers do not satisfy its rule the state's function says so and checks the form.
/// Whether a number is in use only its authority knows.
public enum VATIdentifier {
    /// What is wrong with an identifier.
    public enum Fault: Error, Sendable {
        /// It does not begin with the prefix of its country.
        case prefix(String)
        /// Its length or characters are not those of its country.
        case form(expected: String)
        /// Its digits contradict each other: one is wrong, or two are swapped.
        case checkDigit
    }

    /// The prefix of a country's identifiers: `EL` for Greece, `CHE` for Switzerland, else the
    /// country code (art. 215 of Directive 2006/112/EC).
    public static func prefix(of country: String) -> String {
        switch country {
        case "GR": "EL"
        case "CH": "CHE"
        default: country
        }
    }

    /// The country of an identifier's prefix; `XI` for Northern Ireland.
    public static func country(of identifier: String) -> String {
        let prefix = String(identifier.prefix(2))
        return prefix == "EL" ? "GR" : prefix
    }

    /// Whether the check digits of a country's identifiers are known here, else only their form is
    /// judged: two to thirteen letters or digits behind the country code.
    public static func hasCheckDigits(_ country: String) -> Bool {
        rules[prefix(of: country)] != nil
    }

    /// Checks an identifier against the rule of a country.
    ///
    /// - Parameters:
    ///   - identifier: capitals without blanks, with the prefix: `ATU13585627`. Switzerland's may be
    ///     grouped: `CHE-116.281.710MWST`.
    ///   - country: ISO 3166-1 alpha-2, or `XI`.
    public static func check(_ identifier: String, of country: String) throws(Fault) {
        let prefix = prefix(of: country)
        guard identifier.hasPrefix(prefix) else { throw .prefix(prefix) }
        let body = Array(identifier.utf8.dropFirst(prefix.utf8.count))
        guard let rule = rules[prefix] else {
            guard (2...13).contains(body.count), body.allSatisfy(isForeseen) else {
                throw .form(expected: "\(prefix) and 2 to 13 letters or digits")
            }
            return
        }
        switch rule.verdict(body) {
        case .valid: return
        case .form: throw .form(expected: rule.form)
        case .checkDigit: throw .checkDigit
        }
    }

    /// What a country's function finds.
    enum Verdict {
        case valid, form, checkDigit

        init(_ isValid: Bool) { self = isValid ? .valid : .checkDigit }
    }

    /// The form in words and the function that judges what stands behind the prefix.
    struct Rule: Sendable {
        let form: String
        let verdict: @Sendable ([UInt8]) -> Verdict
    }

    /// Letters, digits, and the `+` and `*` of Ireland's older numbers.
    private static func isForeseen(_ byte: UInt8) -> Bool {
        isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*")
    }

    /// By prefix.
    private static let rules: [String: Rule] = [
        "AT": Rule(form: "ATU and eight digits", verdict: austria),
        "BE": Rule(form: "BE and ten digits, the first 0 or 1", verdict: belgium),
        "BG": Rule(form: "BG and nine or ten digits", verdict: bulgaria),
        "CHE": Rule(form: "CHE, nine digits and MWST, TVA or IVA", verdict: switzerland),
        "CY": Rule(form: "CY, eight digits and a letter", verdict: cyprus),
        "CZ": Rule(form: "CZ and eight to ten digits", verdict: czechia),
        "DE": Rule(form: "DE and nine digits", verdict: germany),
        "DK": Rule(form: "DK and eight digits", verdict: denmark),
        "EE": Rule(form: "EE and nine digits", verdict: estonia),
        "EL": Rule(form: "EL and nine digits", verdict: greece),
        "ES": Rule(form: "ES, seven digits between two letters or digits", verdict: spain),
        "FI": Rule(form: "FI and eight digits", verdict: finland),
        "FR": Rule(form: "FR, two characters and the nine digits of the SIREN", verdict: france),
        "GB": Rule(form: britishForm("GB"), verdict: britain),
        "HR": Rule(form: "HR and eleven digits", verdict: croatia),
        "HU": Rule(form: "HU and eight digits", verdict: hungary),
        "IE": Rule(form: "IE, seven digits and one or two letters", verdict: ireland),
        "IT": Rule(form: "IT and eleven digits", verdict: italy),
        "LT": Rule(form: "LT and nine or twelve digits, the last but one 1", verdict: lithuania),
        "LU": Rule(form: "LU and eight digits", verdict: luxembourg),
        "LV": Rule(form: "LV and eleven digits", verdict: latvia),
        "MT": Rule(form: "MT and eight digits", verdict: malta),
        "NL": Rule(form: "NL, nine digits, B and two digits", verdict: netherlands),
        "NO": Rule(form: "NO, nine digits and MVA", verdict: norway),
        "PL": Rule(form: "PL and ten digits", verdict: poland),
        "PT": Rule(form: "PT and nine digits", verdict: portugal),
        "RO": Rule(form: "RO and two to ten digits", verdict: romania),
        "SE": Rule(form: "SE and twelve digits, the last two 01 to 94", verdict: sweden),
        "SI": Rule(form: "SI and eight digits", verdict: slovenia),
        "SK": Rule(form: "SK and ten digits", verdict: slovakia),
        "XI": Rule(form: britishForm("XI"), verdict: britain),
    ]

    private static func britishForm(_ prefix: String) -> String {
        "\(prefix) and nine or twelve digits, or GD or HA and three digits"
    }
}

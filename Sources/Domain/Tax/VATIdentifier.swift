/// Checks of VAT identification numbers of the European Union (BT-31, BT-48).
///
/// Form and check digits for Germany, France, the Netherlands and Austria; of other member states
/// the prefix and the characters.
public enum VATIdentifier {
    public enum Fault: Error, Sendable {
        case prefix(String)
        case form(expected: String)
        case checkDigit
    }

    /// The member state's prefix of its identifiers: `EL` for Greece, else the country code.
    public static func prefix(of country: String) -> String { country == "GR" ? "EL" : country }

    /// The country of an identifier's prefix.
    public static func country(of identifier: String) -> String {
        let prefix = String(identifier.prefix(2))
        return prefix == "EL" ? "GR" : prefix
    }

    public static func check(_ identifier: String, of country: String) throws(Fault) {
        guard identifier.hasPrefix(prefix(of: country)) else {
            throw .prefix(prefix(of: country))
        }
        let body = Array(identifier.utf8.dropFirst(2))
        switch country {
        case "DE": try germany(body)
        case "FR": try france(body)
        case "NL": try netherlands(body, identifier)
        case "AT": try austria(body)
        default:
            guard (2...13).contains(body.count),
                body.allSatisfy({ isDigit($0) || (65...90).contains($0) || $0 == 43 || $0 == 42 })
            else { throw .form(expected: "\(prefix(of: country)) and 2 to 13 letters or digits") }
        }
    }

    /// ISO 7064 MOD 11,10 over nine digits.
    private static func germany(_ body: [UInt8]) throws(Fault) {
        guard body.count == 9, body.allSatisfy(isDigit), body[0] != 48 else {
            throw .form(expected: "DE and nine digits")
        }
        var product = 10
        for byte in body.dropLast() {
            var sum = (Int(byte - 48) + product) % 10
            if sum == 0 { sum = 10 }
            product = 2 * sum % 11
        }
        guard (11 - product) % 10 == Int(body[8] - 48) else { throw .checkDigit }
    }

    /// Two check digits over the SIREN, whose own ninth digit is Luhn's. Monaco's identifiers, which
    /// begin with 000 in its place, have no such digit.
    private static func france(_ body: [UInt8]) throws(Fault) {
        guard body.count == 11, body[2...].allSatisfy(isDigit) else {
            throw .form(expected: "FR, two characters and the nine digits of the SIREN")
        }
        let isMonaco = body[2...].starts(with: [48, 48, 48])
        guard isMonaco || isLuhn(body[2...]) else { throw .checkDigit }
        // Keys with letters follow another rule that is not published in full: their form is checked.
        guard isDigit(body[0]), isDigit(body[1]) else { return }
        let siren = body[2...].reduce(0) { $0 * 10 + Int($1 - 48) }
        let key = Int(body[0] - 48) * 10 + Int(body[1] - 48)
        guard key == (12 + 3 * (siren % 97)) % 97 else { throw .checkDigit }
    }

    /// The elven-test over nine digits, or MOD 97-10 over the whole (sole traders since 2020).
    private static func netherlands(_ body: [UInt8], _ identifier: String) throws(Fault) {
        guard body.count == 12, body[9] == UInt8(ascii: "B"), body[..<9].allSatisfy(isDigit),
            body[10...].allSatisfy(isDigit)
        else { throw .form(expected: "NL, nine digits, B and two digits") }
        let sum = body[..<8].enumerated().reduce(0) { $0 + Int($1.element - 48) * (9 - $1.offset) }
        if sum % 11 == Int(body[8] - 48) { return }
        var remainder = 0
        for byte in identifier.utf8 {
            remainder =
                isDigit(byte)
                ? (remainder * 10 + Int(byte - 48)) % 97 : (remainder * 100 + Int(byte - 55)) % 97
        }
        guard remainder == 1 else { throw .checkDigit }
    }

    private static func austria(_ body: [UInt8]) throws(Fault) {
        guard body.count == 9, body[0] == UInt8(ascii: "U"), body[1...].allSatisfy(isDigit) else {
            throw .form(expected: "ATU and eight digits")
        }
        var sum = 0
        for (index, byte) in body[1...7].enumerated() {
            let product = Int(byte - 48) * (index % 2 == 0 ? 1 : 2)
            sum += product / 10 + product % 10
        }
        guard (10 - (sum + 4) % 10) % 10 == Int(body[8] - 48) else { throw .checkDigit }
    }

    private static func isLuhn(_ digits: ArraySlice<UInt8>) -> Bool {
        var sum = 0
        for (index, byte) in digits.reversed().enumerated() {
            let product = Int(byte - 48) * (index % 2 == 0 ? 1 : 2)
            sum += product / 10 + product % 10
        }
        return sum % 10 == 0
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

import Tax
import Testing

struct VATIdentifierTests {
    private func outcome(_ identifier: String, _ country: String) -> String {
        do throws(VATIdentifier.Fault) {
            try VATIdentifier.check(identifier, of: country)
            return "valid"
        } catch {
            switch error {
            case .prefix: return "prefix"
            case .form: return "form"
            case .checkDigit: return "check"
            }
        }
    }

    @Test(
        "VAT identifiers are checked by the rule of their member state",
        arguments: [
            // Germany, ISO 7064 MOD 11,10 over 1 2 3 4 5 6 7 8, from product 10: sum = (digit +
            // product) mod 10, 0 as 10; product = 2 × sum mod 11. (1,2) (4,8) (1,2) (6,1) (6,1)
            // (7,3) (10,9) (7,3); 11 − 3 = 8.
            ("DE123456788", "DE", "valid"), ("DE123456789", "DE", "check"),
            ("DE123456878", "DE", "check"), ("DE12345678", "DE", "form"),
            ("DE023456788", "DE", "form"), ("DE12345678A", "DE", "form"),
            ("DE", "DE", "form"), ("123456788", "DE", "prefix"), ("", "DE", "prefix"),
            // France, SIREN 732829320: from the right 0 2·2 3 9·2→9 2 8·2→7 2 3·2 7 = 40, a multiple
            // of ten. Key: 732829320 mod 97 = 43; (12 + 3 · 43) mod 97 = 44.
            ("FR44732829320", "FR", "valid"), ("FR45732829320", "FR", "check"),
            ("FR44732829321", "FR", "check"), ("FR4473282932", "FR", "form"),
            ("FRK7732829320", "FR", "valid"), ("FR44 32829320", "FR", "form"),
            // Monaco: no SIREN, 4605 mod 97 = 46; (12 + 138) mod 97 = 53.
            ("FR53000004605", "FR", "valid"), ("FR54000004605", "FR", "check"),
            // Netherlands, eleven test: 9·1 8·2 7·3 6·4 5·5 4·6 3·7 2·8 = 156; mod 11 = 2.
            ("NL123456782B12", "NL", "valid"), ("NL123456783B12", "NL", "check"),
            // Sole traders: the whole, N = 23, L = 21, B = 11, is 1 modulo 97.
            ("NL000099998B57", "NL", "valid"), ("NL000099998B58", "NL", "check"),
            ("NL123456789B13", "NL", "valid"), ("NL123456789B31", "NL", "check"),
            ("NL123456782A12", "NL", "form"), ("NL123456782B1", "NL", "form"),
            // Austria, U1358562 then 7: 1 3·2 5 8·2→7 5 6·2→3 2 = 29; 10 − (29 + 4) mod 10 = 7.
            ("ATU13585627", "AT", "valid"), ("ATU13585626", "AT", "check"),
            ("ATU13586527", "AT", "check"), ("AT13585627", "AT", "form"),
            ("ATU1358562", "AT", "form"),
            // Others: prefix and characters. Greece writes EL.
            ("EL094259216", "GR", "valid"), ("GR094259216", "GR", "prefix"),
            ("IT00743110157", "IT", "valid"), ("IT0074311015-", "IT", "form"),
            ("ES+1234567*", "ES", "valid"), ("IT1", "IT", "form"),
            ("IT12345678901234", "IT", "form"),
            ("DE123456788", "AT", "prefix"),
        ] as [(String, String, String)])
    func checks(identifier: String, country: String, expected: String) {
        #expect(outcome(identifier, country) == expected)
    }
}

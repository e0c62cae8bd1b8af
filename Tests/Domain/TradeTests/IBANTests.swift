import Testing
import Trade

struct IBANTests {
    @Test(
        "An IBAN is told by its check digits",
        arguments: [
            // Examples of the SWIFT IBAN registry.
            ("DE89370400440532013000", true), ("AT611904300234573201", true),
            ("FR1420041010050500013M02606", true), ("NL91ABNA0417164300", true),
            ("GB29NWBK60161331926819", true), ("CH9300762011623852957", true),
            ("DE89370400440532013001", false), ("DE89370400440532031000", false),
            ("DE98370400440532013000", false), ("de89370400440532013000", false),
            ("DE89 3704 0044 0532 0130 00", false), ("", false), ("DE89", false),
            ("12893704004405320130", false), ("DE8937040044053201300é", false),
            ("DE89" + String(repeating: "3", count: 40), false),
        ] as [(String, Bool)])
    func checksIBAN(iban: String, isValid: Bool) {
        #expect(isValidIBAN(iban) == isValid)
    }
}

import Testing
import Trade

/// Identifiers as their keepers publish them, or have in their examples, and with a digit changed.
@Suite struct SchemeIdentifierTests {
    @Test(
        "An identifier is told by its form and check digits",
        arguments: [
            // Sweden: ten digits, Luhn.
            (
                "0007", ["5560360793", "2021005489"],
                ["5560360794", "556036079", "SE5560360793", ""]
            ),
            // GS1: locations and others, modulo 10.
            (
                "0088", ["7300010000001", "9506000140445"],
                ["7300010000002", "730001000000x", "7", ""]
            ),
            // Australia: modulo 89.
            (
                "0151", ["51824753556", "53004085616"],
                ["51824753557", "5182475355", "x1824753556"]
            ),
            // Denmark: the prefix and eight digits.
            ("0184", ["DK13585628"], ["13585628", "DK1358562", "DK1358562X", "dk13585628"]),
            // Norway: modulo 11.
            ("0192", ["974760673", "991825827"], ["974760674", "97476067", "974760673MVA"]),
            // Italy's offices: six letters or digits.
            ("0201", ["UFE0A1", "abc123"], ["UFE0A", "UFE0A12", "UFE-A1"]),
            // Belgium: modulo 97.
            ("0208", ["0202239951", "0314595348"], ["0202239952", "202239951", "BE0202239951"]),
            // Italy: of a company eleven digits, of a person sixteen letters and digits.
            (
                "0210", ["00743110157", "RSSMRA80A01H501U"],
                ["0074311015", "RSSMRA80A01H501", "RSSMRA80A0XH5011"]
            ),
            ("9907", ["00743110157", "RSSMRA80A01H501U"], ["0074311015", "1SSMRA80A01H501U"]),
            // Italy: the prefix and eleven digits, Luhn; other countries' numbers are not looked at.
            (
                "0211", ["IT00743110157", "FR123"],
                ["IT00743110158", "IT0074311015", "it00743110158"]
            ),
            // Of other schemes nothing is known.
            ("0204", ["04011000-12345-03", ""], []),
        ] as [(String, [String], [String])])
    func checksIdentifiers(scheme: String, valid: [String], invalid: [String]) {
        for id in valid {
            #expect(SchemeIdentifier(scheme: scheme, id: id).isValid, "\(id)")
        }
        for id in invalid {
            #expect(!SchemeIdentifier(scheme: scheme, id: id).isValid, "\(id)")
        }
    }
}

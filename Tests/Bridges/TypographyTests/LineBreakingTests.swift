import Testing
import Typography

@Suite("Line breaking")
struct LineBreakingTests {
    @Test(
        "lines may end where the rules of the language let them",
        arguments: [
            ("", "de", ""), ("a", "de", "a"), ("Wort", "de", "Wort"),
            ("Vielen Dank – für", "de", "Vielen |Dank |– |für"),
            ("1.234,56\u{A0}€ netto", "de", "1.234,56\u{A0}€ |netto"),
            ("a\nb", "de", "a\n!b"), ("a\r\nb\n", "de", "a\r\n!b\n"),
            ("Vor-Ort-Termin", "de", "Vor-|Ort-|Termin"),
            ("2026-04-30", "en", "2026-04-30"), ("(in Worten)", "de", "(in |Worten)"),
            ("« Bonjour »", "fr", "« Bonjour »"),
            ("₹ 84,675.00", "en", "₹ |84,675.00"), ("ತೆರಿಗೆ ಒಟ್ಟು", "kn", "ತೆರಿಗೆ |ಒಟ್ಟು"),
        ])
    func opportunities(text: String, language: String, marked: String) {
        var bytes = Array(text.utf8)
        for place in LineBreaking.opportunities(text, language: language).reversed() {
            bytes.insert(UInt8(ascii: place.isMandatory ? "!" : "|"), at: place.offset)
        }
        #expect(String(decoding: bytes, as: UTF8.self) == marked)
    }
}

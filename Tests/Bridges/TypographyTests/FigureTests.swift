import TestSupport
import Testing

@testable import Typography

@Suite("Numbers put together from their figures")
struct FigureTests {
    @Test(
        "a number has the glyphs that HarfBuzz gives it",
        arguments: ["Inter", "Noto Sans", "Roboto Condensed", "Noto Sans Arabic"])
    func sameAsShaped(family: String) throws {
        var random = SplitMix64(seed: 12)
        let signs = Array("0123456789.,")
        for (tabular, kerning) in [(true, true), (true, false), (false, true), (false, false)] {
            for weight in [FontWeight.regular, .bold] {
                let style = try Fonts.style(family, weight, tabular: tabular, kerning: kerning)
                let (own, other) = (Shaper(), Shaper(composesNumbers: false))
                for _ in 0..<rounds / 8 {
                    let length = Int.random(in: 0...14, using: &random)
                    var text = String(signs[Int.random(in: 0...9, using: &random)])
                    for _ in 0..<length {
                        text.append(signs[Int.random(in: signs.indices, using: &random)])
                    }
                    let (composed, shaped) = (own.shape(text, style), other.shape(text, style))
                    #expect(composed.runs.map(\.text) == shaped.runs.map(\.text))
                    #expect(composed.runs.map(\.glyphs) == shaped.runs.map(\.glyphs), "\(text)")
                    #expect(composed.missing == shaped.missing)
                }
            }
        }
    }

    @Test(
        "a face's figures are pairs unless its tables join them or ask who stands around",
        arguments: [
            ("Inter", "0123456789.,", false, true), ("Noto Sans", "0123456789.,", false, true),
            ("Noto Sans", "0123456789.,", true, true),
            ("Roboto Condensed", "0123456789.,", false, true),
            // Figures of equal width are others; figures in circles; lam and alef.
            ("Inter", "0123456789.,", true, false), ("Inter", "0123456789\u{20DD}", false, false),
            ("Noto Sans Arabic", "\u{644}\u{627}", false, false),
        ])
    func pairs(family: String, signs: String, tabular: Bool, arePairs: Bool) throws {
        let face = try Fonts.style(family).primaryFace
        let glyphs = signs.unicodeScalars.compactMap(face.glyph)
        #expect(glyphs.count == signs.unicodeScalars.count)
        #expect(FigureRules(face, tabularFigures: tabular).arePairs(of: Set(glyphs)) == arePairs)
    }
}

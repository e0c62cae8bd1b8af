import Tax
import Testing

struct VATEXTests {
    @Test("Every code of the list has a category and words in every language")
    func everyCode() throws {
        #expect(Exemption.codes.count == 88)
        #expect(Set(Exemption.codes).count == 88)
        for code in Exemption.codes {
            #expect(code.hasPrefix("VATEX-EU-") || code.hasPrefix("VATEX-FR-"))
            let category = try #require(Exemption.category(ofCode: code), "\(code)")
            for language in ["en", "de", "fr", "it"] {
                let exemption = try #require(Exemption.vatex(code, language: language), "\(code)")
                #expect(exemption.code == code)
                #expect(exemption.reason.count >= 10)
                // The law stands behind the words, but for what is no exemption of its own.
                let names = ["Directive", "directive", "MwStSystRL", "UStG", "CGI", "French"]
                #expect(
                    category == .outsideScope || names.contains { exemption.reason.contains($0) })
            }
        }
        // Of each article: nobody's code was left out or invented (EN 16931 code lists, BR-CL-22).
        let counts = [
            "79": 1, "132": 18, "135": 1, "143": 14, "144": 1, "146": 1, "148": 8, "151": 7,
            "153": 1, "159": 1, "309": 1,
        ]
        for (article, count) in counts {
            let own = Exemption.codes.filter {
                $0.split(separator: "-").count > 2 && $0.split(separator: "-")[2] == article
            }
            #expect(own.count == count, "\(article)")
        }
        #expect(Exemption.codes.filter { $0.hasPrefix("VATEX-FR-") }.count == 26)
    }

    @Test(
        "A code goes with its category; words follow the document's language, else are English",
        arguments: [
            ("VATEX-EU-AE", "de-AT", "AE", "Steuerschuldnerschaft des Leistungsempfängers"),
            ("VATEX-EU-AE", "nl", "AE", "Reverse charge: VAT to be accounted for"),
            ("VATEX-EU-IC", "fr", "K", "Livraison intracommunautaire exonérée"),
            ("VATEX-EU-G", "en-GB", "G", "Export outside the EU, exempt"),
            ("VATEX-EU-O", "en", "O", "Not subject to VAT"),
            ("VATEX-EU-O", "de", "O", "Nicht steuerbar"),
            ("VATEX-EU-132-1C", "de", "E", "Steuerfrei: Heilbehandlung (Art. 132 Abs. 1 Buchst. c"),
            (
                "VATEX-EU-132-1A", "de", "E",
                "Public postal services, exempt from VAT (Art. 132(1)(a)"
            ),
            // Art. 226 points 13 and 14: the words an invoice must bear.
            ("VATEX-EU-D", "en", "E", "Margin scheme - Travel agents"),
            ("VATEX-EU-F", "en", "E", "Margin scheme - Second-hand goods"),
            ("VATEX-EU-F", "de", "E", "Gebrauchtgegenstände/Sonderregelung"),
            ("VATEX-EU-I", "en", "E", "Margin scheme - Works of art"),
            ("VATEX-EU-J", "en", "E", "Margin scheme - Collector's items and antiques"),
            ("VATEX-FR-FRANCHISE", "fr", "E", "TVA non applicable, art. 293 B du CGI"),
            ("VATEX-FR-AE", "fr", "AE", "Autoliquidation"),
            ("VATEX-EU-143-1FA", "en", "E", "Importation exempt from VAT: bodies of the European"),
        ] as [(String, String, String, String)])
    func words(code: String, language: String, category: String, start: String) throws {
        #expect(Exemption.category(ofCode: code)?.rawValue == category)
        let exemption = try #require(Exemption.vatex(code, language: language))
        #expect(exemption.reason.hasPrefix(start))
    }

    @Test(
        "What the list does not have is no code",
        arguments: ["", "VATEX-EU-133", "vatex-eu-ae", "VATEX-EU-AE ", "AE", "VATEX-FR-CGI261-6"])
    func unknown(code: String) {
        #expect(Exemption.vatex(code, language: "en") == nil)
        #expect(Exemption.category(ofCode: code) == nil)
    }
}

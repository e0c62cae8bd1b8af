import Diagnostics
import Money
import Tax
import Testing
import Trade

/// What European VAT makes of a document as a whole, of its days and of its words.
struct EuropeanVATDocumentTests {
    private func regime() throws -> any Regime { try #require(Regimes.named("european-vat")) }

    private func columns(_ row: String, _ count: Int) throws -> [String] {
        let columns = row.split(separator: " ; ").map(String.init)
        return try #require(columns.count == count ? columns : nil)
    }

    @Test(
        "The rate is that of the day of delivery, or of money received before it (arts. 63, 65)",
        arguments: EuropeanShop.rows(
            """
            # Class; delivered; issued; paid; expected. Germany's cut of 2020.
            standard ; 2020-06-30 ; 2020-08-01 ; - ; S 19
            standard ; 2020-07-01 ; 2020-07-01 ; - ; S 16
            standard ; 2020-12-31 ; 2021-01-10 ; - ; S 16
            standard ; 2021-01-01 ; 2020-12-20 ; - ; S 19
            reduced ; 2020-06-30 ; 2020-06-30 ; - ; S 7
            reduced ; 2020-07-01 ; 2020-07-01 ; - ; S 5
            # A deposit invoice before the delivery; the final one follows the delivery.
            standard ; 2021-02-01 ; 2020-12-15 ; 2020-12-15 ; S 16
            standard ; 2021-02-01 ; 2021-02-01 ; 2020-12-15 ; S 19
            standard ; 2020-12-15 ; 2020-12-15 ; 2021-01-15 ; S 16
            # Solar panels (§ 12 Abs. 3 UStG) since 2023.
            zero ; 2022-12-31 ; 2022-12-31 ; - ; ! unknown-tax-rate
            zero ; 2023-01-01 ; 2023-01-01 ; - ; Z 0
            super ; 2026-04-20 ; 2026-04-20 ; - ; ! unknown-tax-rate
            """))
    func days(row: String) throws {
        let words = try columns(row, 5)
        let supply = try EuropeanShop.supply(
            "DE", "consumer DE", items: ["goods \(words[0])"], delivered: words[1],
            issued: words[2], paid: words[3] == "-" ? nil : words[3])
        #expect(try EuropeanShop.outcome(supply).hasPrefix(words[4]))
    }

    @Test("An item that changes its class bears the rate of the day; the user's rates go first")
    func classesAndOwnRates() throws {
        let own = try RateTable(
            parsing: """
                DE books 3 2026-03-01 - Own rule
                DE standard 18 2026-02-01 2026-02-28 Own cut
                """)
        let dated = #"[{"class":"standard"},{"class":"books","from":"2026-03-01"}]"#
        for (day, expected) in [
            ("2026-01-31", "S 19 | § 12 Abs. 1 UStG"), ("2026-02-28", "S 18 | Own cut"),
            ("2026-03-01", "S 3 | Own rule"),
        ] {
            let supply = try EuropeanShop.supply(
                "DE", "consumer DE", items: ["goods \(dated)"], delivered: day, rates: own)
            #expect(try EuropeanShop.outcome(supply) == expected)
        }
    }

    @Test(
        "A document says where it goes and what the law wants said of it",
        arguments: EuropeanShop.rows(
            """
            # Seller; buyer; where; item; language; series, destination, declaration.
            DE ; consumer DE ; - ; goods standard ; de ; domestic - -
            DE ; business FR FR44732829320 ; - ; goods standard ; de ; export - -
            DE ; business CH ; - ; goods standard ; de ; export CH -
            ES ; consumer ES-35001 ; - ; goods standard ; es ; export ES -
            CH ; consumer CH ; - ; goods standard ; de ; domestic - -
            CH ; consumer DE ; - ; goods standard ; de ; export DE -
            GB ; consumer GB-BT1 ; - ; goods standard ; en ; domestic - -
            # DPR 633/1972 art. 17-ter, always in Italian too.
            IT ; public IT +split ; - ; goods standard ; it ; \
            domestic - Scissione dei pagamenti – art. 17-ter DPR 633/1972
            IT ; public IT +split ; - ; goods standard ; de ; \
            domestic - Split Payment: Der Empfänger führt die Steuer an das Finanzamt ab \
            (Scissione dei pagamenti – art. 17-ter DPR 633/1972)
            IT oss ; public IT +split ; to FR ; goods standard ; it ; export - -
            # § 14 Abs. 4 Satz 1 Nr. 9 UStG: work on a property for a consumer.
            DE ; consumer DE ; at DE ; service standard property ; de ; \
            domestic - Diese Rechnung ist zwei Jahre aufzubewahren (§ 14b Abs. 1 Satz 5 UStG)
            DE ; business DE DE931840277 ; at DE ; service standard property ; de ; domestic - -
            """))
    func treatment(row: String) throws {
        let words = try columns(row, 6)
        let supply = try EuropeanShop.supply(
            words[0], words[1], words[2], items: [words[3]], language: words[4])
        let treatment = try #require(try regime().treatment(of: supply, Findings()))
        #expect(treatment.rounding == .perRate)
        #expect(treatment.title == .invoice)
        #expect(treatment.copies.isEmpty)
        let said = treatment.declarations.isEmpty ? ["-"] : treatment.declarations
        let text = [treatment.scope.rawValue, treatment.destination ?? "-"] + said
        #expect(text.joined(separator: " ") == words[5])
    }

    @Test(
        "Outside the scope and split payment have documents to themselves (BR-O-11, BR-B-02)",
        arguments: EuropeanShop.rows(
            """
            DE ; business CH ; - ; service standard, service reduced ; -
            DE ; business CH ; - ; service standard, goods standard ; \
            outside-scope-mixed: outside the scope: I1; others: I2
            DE ; consumer DE ; - ; service exempt VATEX-EU-O, goods zero, goods reduced ; \
            outside-scope-mixed: outside the scope: I1; others: I2, I3
            # Other categories stand beside each other.
            DE ; business AT ATU13585627 ; - ; service standard, goods standard ; -
            DE ; consumer DE ; - ; service exempt VATEX-EU-132-1I, goods standard ; -
            IT oss ; public IT +split ; to FR ; service standard, service reduced ; -
            IT oss ; public IT +split ; to FR ; service standard, goods standard ; \
            split-payment-mixed: split payment: I1; others: I2
            """))
    func standAlone(row: String) throws {
        let words = try columns(row, 5)
        let items = words[3].split(separator: ", ").map(String.init)
        let supply = try EuropeanShop.supply(words[0], words[1], words[2], items: items)
        let findings = Findings()
        let treatment = try regime().treatment(of: supply, findings)
        #expect((treatment == nil) == findings.hasErrors)
        let said = findings.diagnostics.map { "\($0.code): \($0.found ?? "")" }
        #expect((said.isEmpty ? ["-"] : said) == [words[4]])
    }

    @Test(
        "Why no tax is charged is said in the document's language, else in English",
        arguments: EuropeanShop.rows(
            """
            DE ; business CH ; goods standard ; de-DE ; Ausfuhrlieferung
            DE ; business CH ; goods standard ; fr ; Exportation
            # Germany's paragraphs are not Austria's.
            DE ; business AT ATU13585627 ; goods standard ; de-AT ; § 6a UStG
            AT ; business DE DE931840277 ; goods standard ; de-AT ; \
            Steuerfreie innergemeinschaftliche Lieferung (Art. 138 MwStSystRL)
            AT ; business US ; goods standard ; de-AT ; Steuerfreie Ausfuhr (Art. 146 MwStSystRL)
            DE ; business CH ; goods standard ; kn-IN ; Export outside
            DE ; business DE DE931840277 ; service standard reversed ; de ; \
            Steuerschuldnerschaft des Leistungsempfängers (§ 13b Abs. 2 UStG)
            NL ; business NL NL004495445B01 ; service standard reversed ; nl-NL ; \
            Btw verlegd (art. 12 lid 5 Wet OB 1968)
            MT ; business MT MT11679112 ; goods standard reversed ; mt ; \
            Reverse charge (art. 199 Directive 2006/112/EC)
            MT ; business MT MT11679112 ; goods standard reversed ; de-AT ; \
            Steuerschuldnerschaft des Leistungsempfängers (Art. 199 MwStSystRL)
            CH ; business DE ; goods standard ; de ; \
            Steuerfreie Ausfuhr (MWSTG Art. 23 Abs. 2 Ziff. 1)
            ES melilla ; business FR ; service general ; es ; \
            Operación no sujeta por reglas de localización (Ley 8/1991)
            """))
    func saysWhy(row: String) throws {
        let words = try columns(row, 5)
        let supply = try EuropeanShop.supply(
            words[0], words[1], items: [words[2]], language: words[3])
        let regime = try regime()
        let treatment = try #require(regime.treatment(of: supply, Findings()))
        let line = regime.lineTax(
            of: supply.items[0], in: supply, treatment, at: supply.location, Findings())
        #expect(line?.exemption?.reason.contains(words[4]) == true)
    }
}

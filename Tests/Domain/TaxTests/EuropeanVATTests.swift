import Diagnostics
import Money
import Tax
import Testing
import Trade

/// Who supplies what to whom and where: category, rate, exemption code and law of a line.
///
/// Rows read: seller; buyer with its identifier; where it goes `to` and the site it is `at`; item;
/// expected. `Dir.` is Directive 2006/112/EC.
struct EuropeanVATTests {
    private func check(_ row: String) throws {
        let columns = row.split(separator: " ; ").map(String.init)
        try #require(columns.count == 5)
        let supply = try EuropeanShop.supply(
            columns[0], columns[1], columns[2], items: [columns[3]])
        let outcome = try EuropeanShop.outcome(supply)
        #expect(outcome.replacing("Directive 2006/112/EC", with: "Dir.") == columns[4])
    }

    @Test(
        "Goods of a seller in the Union: at home, to another member state, out of the Union",
        arguments: EuropeanShop.rows(
            """
            DE ; business DE DE931840277 ; - ; goods standard ; S 19 | § 12 Abs. 1 UStG
            DE ; consumer DE ; - ; goods reduced ; S 7 | § 12 Abs. 2 UStG
            DE ; consumer DE ; - ; goods zero ; Z 0 | § 12 Abs. 3 UStG
            # Art. 138(1): a business with an identifier of another state, goods leaving for one.
            DE ; business FR FR44732829320 ; - ; goods standard ; K 0 VATEX-EU-IC | Dir. art. 138(1)
            DE oss ; business FR FR44732829320 ; - ; goods standard ; K 0 VATEX-EU-IC | Dir. art. 138(1)
            DE ; public GR EL094259216 ; - ; goods reduced ; K 0 VATEX-EU-IC | Dir. art. 138(1)
            DE ; business DE FR44732829320 ; to FR ; goods standard ; K 0 VATEX-EU-IC | Dir. art. 138(1)
            # The state of arrival need not be the one that gave the identifier.
            DE ; business FR FR44732829320 ; to IT ; goods standard ; K 0 VATEX-EU-IC | Dir. art. 138(1)
            # A buyer from outside the Union that is identified in it.
            DE ; business US NL004495445B01 ; to BE ; goods standard ; K 0 VATEX-EU-IC | Dir. art. 138(1)
            # What stays in Germany is taxed there, whoever buys.
            DE ; business FR FR44732829320 ; to DE ; goods standard ; S 19 | § 12 Abs. 1 UStG
            # Without identifier, or with one of the state of departure, there is no exemption.
            DE ; business FR ; - ; goods standard ; S 19 | § 12 Abs. 1 UStG
            DE oss ; business FR DE931840277 ; - ; goods standard ; S 19 | § 12 Abs. 1 UStG
            # Monaco is France (art. 7).
            DE ; business MC FR44732829320 ; - ; goods standard ; K 0 VATEX-EU-IC | Dir. art. 138(1)
            FR ; consumer MC ; - ; goods standard ; S 20 | CGI art. 278
            # Art. 146(1): goods out of the Union, for whomever.
            DE ; business CH ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            DE oss ; consumer US ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            DE ; business DE DE931840277 ; to CH ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            DE ; business GB GB123456782 ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            # Northern Ireland is in the Union for goods, with an identifier of its own.
            DE ; business GB-BT1 XI123456782 ; - ; goods standard ; K 0 VATEX-EU-IC | Dir. art. 138(1)
            DE ; business GB-bt1 XI123456782 ; to GB-SW1A ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            DE ; business GB-BT1 GB123456782 ; - ; goods standard ; S 19 | § 12 Abs. 1 UStG
            DE oss ; consumer GB-BT1 ; - ; goods standard ; S 20 | VATA 1994 s. 2(1)
            DE ; business IE XI123456782 ; - ; goods standard ; K 0 VATEX-EU-IC | Dir. art. 138(1)
            # Arts. 33(a), 369a, 59c: those who tax no acquisitions, in the one-stop shop and not.
            DE ; consumer FR ; - ; goods standard ; S 19 | § 12 Abs. 1 UStG
            DE oss ; consumer FR ; - ; goods standard ; S 20 | CGI art. 278
            DE oss ; consumer FR ; - ; goods intermediate ; S 10 | CGI art. 279
            DE oss ; public NL ; - ; goods reduced ; S 9 | Wet OB 1968 art. 9 lid 2 a, tabel I
            DE oss ; consumer DE ; to NL ; goods standard ; S 21 | Wet OB 1968 art. 9 lid 1
            DE oss ; consumer DE ; - ; goods standard ; S 19 | § 12 Abs. 1 UStG
            DE oss ; consumer FR ; - ; goods parking ; ! unknown-tax-rate
            # Art. 6: parts of member states where the directive does not apply.
            DE ; business ES-28001 ESA28015865 ; - ; goods standard ; K 0 VATEX-EU-IC | Dir. art. 138(1)
            ES ; business ES-35001 ESA28015865 ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            ES ; consumer ES-38-001 ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            ES ; consumer ES-51001 ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            ES ; consumer ES-52001 ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            ES ; consumer ES-08001 ; - ; goods standard ; S 21 | Ley 37/1992 art. 90
            DE ; consumer DE-27498 ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            DE ; consumer DE-D-78266 ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            FI ; consumer FI-22100 ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            FR ; consumer FR-97400 ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            FR ; consumer FR-98000 ; - ; goods standard ; S 20 | CGI art. 278
            IT ; consumer IT-23041 ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            IT ; consumer IT-22061 ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            GR ; consumer GR-63086 ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            """))
    func goods(row: String) throws { try check(row) }

    @Test(
        "Services of a seller in the Union: to businesses where they are, to others at home",
        arguments: EuropeanShop.rows(
            """
            DE ; business DE DE931840277 ; - ; service standard ; S 19 | § 12 Abs. 1 UStG
            DE ; consumer DE ; - ; service standard ; S 19 | § 12 Abs. 1 UStG
            DE ; business AT ATU13585627 ; - ; service standard ; AE 0 VATEX-EU-AE | Dir. arts. 44, 196
            DE ; public AT ATU13585627 ; - ; service standard ; AE 0 VATEX-EU-AE | Dir. arts. 44, 196
            # Where the goods would go does not matter to services.
            DE ; business DE DE931840277 ; to AT ; service standard ; S 19 | § 12 Abs. 1 UStG
            # Regulation 282/2011 art. 18(2): no identifier, no proof of a business.
            DE ; business AT ; - ; service standard ; S 19 | § 12 Abs. 1 UStG
            DE ; business AT DE931840277 ; - ; service standard ; S 19 | § 12 Abs. 1 UStG
            DE oss ; consumer AT ; - ; service standard ; S 19 | § 12 Abs. 1 UStG
            # Art. 44 outside the Union; art. 45 for consumers there.
            DE ; business CH ; - ; service standard ; O 0 VATEX-EU-O | Dir. art. 44
            DE ; public US ; - ; service standard ; O 0 VATEX-EU-O | Dir. art. 44
            DE ; consumer US ; - ; service standard ; S 19 | § 12 Abs. 1 UStG
            # Northern Ireland is outside the Union for services.
            DE ; business GB-BT1 XI123456782 ; - ; service standard ; O 0 VATEX-EU-O | Dir. art. 44
            ES ; business ES-35001 ESA28015865 ; - ; service standard ; O 0 VATEX-EU-O | Dir. art. 44
            ES ; consumer ES-35001 ; - ; service standard ; S 21 | Ley 37/1992 art. 90
            # Art. 22 of the Regulation: the identifier tells which establishment is served.
            DE ; business US IE6388047V ; - ; service standard ; AE 0 VATEX-EU-AE | Dir. arts. 44, 196
            """))
    func services(row: String) throws { try check(row) }

    @Test(
        "Reverse charge at home: for businesses with an identifier of the seller's country",
        arguments: EuropeanShop.rows(
            """
            DE ; business DE DE931840277 ; - ; service standard reversed ; AE 0 VATEX-EU-AE | Dir. art. 199; § 13b Abs. 2 UStG
            FR ; public FR FR44732829320 ; - ; goods standard reversed ; AE 0 VATEX-EU-AE | Dir. art. 199; CGI art. 283
            MT ; business MT MT11679112 ; - ; goods standard reversed ; AE 0 VATEX-EU-AE | Dir. art. 199
            DE ; consumer DE ; - ; service standard reversed ; S 19 | § 12 Abs. 1 UStG
            DE ; business DE ; - ; service standard reversed ; S 19 | § 12 Abs. 1 UStG
            DE ; business DE FR44732829320 ; - ; service standard reversed ; S 19 | § 12 Abs. 1 UStG
            DE ; business FR FR44732829320 ; - ; goods standard reversed ; K 0 VATEX-EU-IC | Dir. art. 138(1)
            GB ; business GB GB123456782 ; - ; service standard reversed ; AE 0 VATEX-EU-AE | VATA 1994 s. 55A
            NO ; business NO NO923456783MVA ; - ; goods standard reversed ; AE 0 VATEX-EU-AE | merverdiavgiftsloven § 11-1
            ES canary-islands ; business ES-35001 ESA28015865 ; - ; service general reversed ; AE 0 VATEX-EU-AE | Ley 20/1991 art. 19.1.2.º
            ES ceuta ; business ES-51001 ESA28015865 ; - ; service general reversed ; ! no-reverse-charge
            """))
    func reverseChargeAtHome(row: String) throws { try check(row) }

    @Test(
        "Property, events, meals and installation are taxed where their site is",
        arguments: EuropeanShop.rows(
            """
            DE ; business DE DE931840277 ; at DE ; service standard property ; S 19 | § 12 Abs. 1 UStG
            # At home also for those from abroad (arts. 47, 53 to 55, 36, 31).
            DE ; business FR FR44732829320 ; at DE ; service standard property ; S 19 | § 12 Abs. 1 UStG
            DE ; business US ; at DE ; service standard event ; S 19 | § 12 Abs. 1 UStG
            DE ; consumer US ; at DE ; service reduced performance ; S 7 | § 12 Abs. 2 UStG
            DE ; business FR FR44732829320 ; to FR at DE ; goods standard installation ; S 19 | § 12 Abs. 1 UStG
            DE ; business FR FR44732829320 ; to FR ; goods standard no-movement ; S 19 | § 12 Abs. 1 UStG
            # Art. 194: a recipient that is identified where the site is.
            DE ; business FR FR44732829320 ; at FR ; service standard property ; AE 0 VATEX-EU-AE | Dir. art. 194
            DE ; business DE FR44732829320 ; at FR ; goods standard installation ; AE 0 VATEX-EU-AE | Dir. art. 194
            DE ; business FR FR44732829320 ; at FR ; goods standard no-movement ; AE 0 VATEX-EU-AE | Dir. art. 194
            CH ; business FR FR44732829320 ; at FR ; service standard event ; AE 0 VATEX-EU-AE | Dir. art. 194
            # Nobody else owes the tax there.
            DE ; business DE DE931840277 ; at FR ; service standard property ; ! foreign-registration-needed
            DE ; business IT IT00743110157 ; at FR ; goods standard installation ; ! foreign-registration-needed
            DE ; consumer DE ; at FR ; service standard event ; ! foreign-registration-needed
            DE ; business US ; at US ; service standard property ; ! foreign-registration-needed
            CH ; consumer CH ; at DE ; service standard event ; ! foreign-registration-needed
            # Art. 369a: the one-stop shop declares services to consumers, not installed goods.
            DE oss ; consumer DE ; at FR ; service standard event ; S 20 | CGI art. 278
            DE oss ; consumer FR ; at FR ; goods standard installation ; ! foreign-registration-needed
            DE ; consumer DE ; - ; service standard property ; ! missing-site
            # On which side of Spain's tax border a site lies is not left to guesses.
            ES canary-islands ; consumer ES-35001 ; at ES ; service general property ; ! missing-site
            ES canary-islands ; consumer ES-35001 ; at ES-GC ; service general property ; L 7 | Ley 4/2012 (Canarias) art. 51, Ley 19/2019
            ES ; consumer ES-28001 ; at ES-TF ; service standard property ; ! foreign-registration-needed
            ES melilla ; consumer ES-28001 ; at ES-ML ; service general property ; M 10 | Ley 8/1991 (IPSI): 0,5 a 10 % según las ordenanzas
            ES melilla ; consumer ES-28001 ; at ES-CE ; service general property ; ! foreign-registration-needed
            ES ; consumer ES-28001 ; at ES ; service standard property ; S 21 | Ley 37/1992 art. 90
            """))
    func sites(row: String) throws { try check(row) }

    @Test(
        "Sellers outside the Union's VAT: their own rates at home, their own law for the rest",
        arguments: EuropeanShop.rows(
            """
            GB ; business GB GB123456782 ; - ; goods standard ; S 20 | VATA 1994 s. 2(1)
            GB ; consumer IM ; - ; goods standard ; S 20 | VATA 1994 s. 2(1)
            GB ; consumer GB-BT1 ; - ; goods standard ; S 20 | VATA 1994 s. 2(1)
            GB ; business FR FR44732829320 ; - ; goods standard ; G 0 VATEX-EU-G | VATA 1994 s. 30(6)
            GB ; business FR FR44732829320 ; - ; service standard ; O 0 VATEX-EU-O | VATA 1994 s. 7A(2)(a)
            GB ; consumer FR ; - ; service standard ; S 20 | VATA 1994 s. 2(1)
            # Northern Ireland: goods as in a member state, services as in Great Britain.
            GB-BT1 ; business FR FR44732829320 ; - ; goods standard ; K 0 VATEX-EU-IC | Dir. art. 138(1)
            GB-BT1 oss ; consumer FR ; - ; goods standard ; S 20 | CGI art. 278
            GB-BT1 ; consumer GB-SW1A ; - ; goods standard ; S 20 | VATA 1994 s. 2(1)
            GB-BT1 ; consumer US ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            GB-BT1 ; business FR FR44732829320 ; - ; service standard ; O 0 VATEX-EU-O | VATA 1994 s. 7A(2)(a)
            CH ; business DE DE931840277 ; - ; goods standard ; G 0 VATEX-EU-G | MWSTG Art. 23 Abs. 2 Ziff. 1
            CH ; consumer LI ; - ; goods standard ; S 8.1 | Art. 25 Abs. 1 MWSTG
            CH ; consumer DE-78266 ; - ; goods standard ; S 8.1 | Art. 25 Abs. 1 MWSTG
            CH ; business DE DE931840277 ; - ; service standard ; O 0 VATEX-EU-O | MWSTG Art. 8 Abs. 1
            CH ; consumer DE ; - ; service standard ; O 0 VATEX-EU-O | MWSTG Art. 8 Abs. 1
            NO ; consumer NO ; - ; goods standard ; S 25 | merverdiavgiftsloven § 5-1
            NO ; business SE SE556703748501 ; - ; goods standard ; G 0 VATEX-EU-G | merverdiavgiftsloven § 6-21
            NO ; business SE SE556703748501 ; - ; service standard ; G 0 VATEX-EU-G | merverdiavgiftsloven § 6-22
            NO ; consumer SE ; - ; service standard ; S 25 | merverdiavgiftsloven § 5-1
            # IGIC and IPSI; the mainland is abroad, and so is the other city.
            ES canary-islands ; consumer ES-35001 ; - ; goods general ; L 7 | Ley 4/2012 (Canarias) art. 51, Ley 19/2019
            ES-38001 ; consumer ES-35001 ; - ; goods zero ; L 0 | Ley 4/2012 (Canarias) art. 52
            ES canary-islands ; consumer ES-35001 ; - ; goods standard ; ! unknown-tax-rate
            ES canary-islands ; business ES-28001 ESA28015865 ; - ; goods general ; G 0 VATEX-EU-G | Ley 20/1991 art. 11
            ES canary-islands ; business FR FR44732829320 ; - ; goods general ; G 0 VATEX-EU-G | Ley 20/1991 art. 11
            ES canary-islands ; business ES-28001 ESA28015865 ; - ; service general ; O 0 VATEX-EU-O | Ley 20/1991 art. 17
            ES canary-islands ; consumer ES-28001 ; - ; service general ; L 7 | Ley 4/2012 (Canarias) art. 51, Ley 19/2019
            ES ceuta ; consumer ES-51001 ; - ; goods general ; M 10 | Ley 8/1991 (IPSI): 0,5 a 10 % según las ordenanzas
            ES ceuta ; consumer ES-52001 ; - ; goods general ; G 0 VATEX-EU-G | Ley 8/1991
            """))
    func sellersElsewhere(row: String) throws { try check(row) }

    @Test(
        "Exempt for what it is: E with its reason across borders, O where it is no supply",
        arguments: EuropeanShop.rows(
            """
            DE ; consumer DE ; - ; service exempt VATEX-EU-132-1I ; E 0 VATEX-EU-132-1I | Art. 132(1)(i) Dir.
            DE ; business FR FR44732829320 ; - ; goods exempt VATEX-EU-132-1I ; E 0 VATEX-EU-132-1I | Art. 132(1)(i) Dir.
            DE ; business US ; - ; service exempt VATEX-EU-132-1I ; O 0 VATEX-EU-O | Dir. art. 44
            DE ; consumer DE ; - ; service exempt VATEX-EU-O ; O 0 VATEX-EU-O | Dir. art. 2(1)
            FR ; consumer FR ; - ; service exempt VATEX-FR-FRANCHISE ; E 0 VATEX-FR-FRANCHISE | VAT not applicable, Art. 293 B of the French general tax code (small business)
            DE ; consumer DE ; - ; service exempt ; ! missing-exemption-reason
            DE ; consumer DE ; - ; service exempt VATEX-EU-132-1Y ; ! unknown-exemption-code
            DE ; consumer DE ; - ; service exempt VATEX-EU-G ; ! unknown-exemption-code
            # Art. 151: the buyer is exempt; where its state alone taxes there is nothing to exempt.
            DE ; public DE +embassy ; - ; goods standard ; E 0 VATEX-EU-151 | Art. 151 Dir.
            DE oss ; public FR +embassy ; - ; goods standard ; E 0 VATEX-EU-151 | Art. 151 Dir.
            DE ; public US +embassy ; - ; goods standard ; G 0 VATEX-EU-G | Dir. art. 146(1)
            """))
    func exempt(row: String) throws { try check(row) }

    @Test(
        "Split payment of Italy's public bodies takes the place of S, at home alone",
        arguments: EuropeanShop.rows(
            """
            IT ; public IT IT00743110157 +split ; - ; goods standard ; B 22 | DPR 633/1972 art. 16
            IT oss ; public IT +split ; to FR ; goods standard ; S 20 | CGI art. 278
            IT ; public IT IT00743110157 +split ; - ; goods standard reversed ; AE 0 VATEX-EU-AE | Dir. art. 199; art. 17 DPR 633/1972
            DE ; public DE DE931840277 +split ; - ; goods standard ; S 19 | § 12 Abs. 1 UStG
            """))
    func splitPayment(row: String) throws { try check(row) }
}

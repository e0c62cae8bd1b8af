/// Codes of the VATEX list (BT-121): why no VAT is charged, and the words for the document.
extension Exemption {
    /// Every code of the list, as EN 16931 accepts them (rule BR-CL-22), in its order.
    public static let codes: [String] = entries.map(\.code)

    /// The category a code goes with: `AE`, `G`, `K` and `O` have their own, all others are exempt
    /// (`E`); `nil` for a code that the list does not have.
    public static func category(ofCode code: String) -> TaxCategory? {
        entry(code).flatMap { TaxCategory(rawValue: $0.category) }
    }

    /// A code of the list with its words in a language (BCP 47; German, French or English, and
    /// English where a code has no others), with the article of Directive 2006/112/EC or of the
    /// national law behind it; `nil` for a code that the list does not have.
    public static func vatex(_ code: String, language: String) -> Exemption? {
        guard let entry = entry(code) else { return nil }
        let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        guard let words = entry.words[primary] ?? entry.words["en"] else { return nil }
        return Exemption(code: entry.code, reason: words)
    }

    /// The code and words that follow from a category alone; `nil` where the category needs none, or
    /// as exempt (`E`) has many.
    static func european(_ category: TaxCategory, language: String) -> Exemption? {
        switch category {
        case .reverseCharge: vatex("VATEX-EU-AE", language: language)
        case .export: vatex("VATEX-EU-G", language: language)
        case .intraCommunity: vatex("VATEX-EU-IC", language: language)
        case .outsideScope: vatex("VATEX-EU-O", language: language)
        default: nil
        }
    }

    /// A code with what is known of it.
    private struct Entry: Sendable {
        let code: String
        /// UNCL 5305.
        let category: String
        /// By primary language.
        var words: [String: String]
    }

    private static func entry(_ code: String) -> Entry? { byCode[code].map { entries[$0] } }

    private static let byCode = Dictionary(
        uniqueKeysWithValues: entries.enumerated().map { ($0.element.code, $0.offset) })

    /// Read from the table, whose rows of one code stand together.
    private static let entries: [Entry] = table.split(separator: "\n").reduce(into: []) {
        entries, line in
        let parts = line.split(separator: " ", maxSplits: 3).map(String.init)
        if entries.last?.code != parts[0] {
            entries.append(Entry(code: parts[0], category: parts[1], words: [:]))
        }
        entries[entries.count - 1].words[parts[2]] = parts[3]
    }

    /// Rows of `code category language words`. The list is that of the EN 16931 code lists of
    /// 2026; its names of VATEX-EU-D and VATEX-EU-F are known to be wrong there, and the words here
    /// are those which art. 226 points 13 and 14 of the directive wants on the invoice. Categories
    /// beside AE, D, F, G, I, IC, J and O follow from the list's silence: exempt.
    private static let table = """
        VATEX-EU-79-C E en Repayment of expenditure in the customer's name (Art. 79(c) Directive 2006/112/EC)
        VATEX-EU-79-C E de Durchlaufender Posten (Art. 79 Buchst. c MwStSystRL)
        VATEX-EU-79-C E fr Remboursement de débours (art. 79 c) de la directive 2006/112/CE)
        VATEX-EU-132 E en Activity in the public interest, exempt from VAT (Art. 132 Directive 2006/112/EC)
        VATEX-EU-132 E de Steuerfrei: dem Gemeinwohl dienende Tätigkeit (Art. 132 MwStSystRL)
        VATEX-EU-132 E fr Activité d'intérêt général, exonérée de TVA (art. 132 de la directive 2006/112/CE)
        VATEX-EU-132-1A E en Public postal services, exempt from VAT (Art. 132(1)(a) Directive 2006/112/EC)
        VATEX-EU-132-1B E en Hospital and medical care, exempt from VAT (Art. 132(1)(b) Directive 2006/112/EC)
        VATEX-EU-132-1B E de Steuerfrei: Krankenhausbehandlung (Art. 132 Abs. 1 Buchst. b MwStSystRL)
        VATEX-EU-132-1B E fr Hospitalisation et soins médicaux, exonéré de TVA (art. 132, 1, b) de la directive 2006/112/CE)
        VATEX-EU-132-1C E en Medical care by medical or paramedical professions, exempt from VAT (Art. 132(1)(c) Directive 2006/112/EC)
        VATEX-EU-132-1C E de Steuerfrei: Heilbehandlung (Art. 132 Abs. 1 Buchst. c MwStSystRL)
        VATEX-EU-132-1C E fr Prestations de soins à la personne, exonéré de TVA (art. 132, 1, c) de la directive 2006/112/CE)
        VATEX-EU-132-1D E en Human organs, blood and milk, exempt from VAT (Art. 132(1)(d) Directive 2006/112/EC)
        VATEX-EU-132-1E E en Dental technicians' services and dental prostheses, exempt from VAT (Art. 132(1)(e) Directive 2006/112/EC)
        VATEX-EU-132-1E E de Steuerfrei: Zahntechnikerleistung (Art. 132 Abs. 1 Buchst. e MwStSystRL)
        VATEX-EU-132-1E E fr Prestations des prothésistes dentaires, exonéré de TVA (art. 132, 1, e) de la directive 2006/112/CE)
        VATEX-EU-132-1F E en Services of an independent group to its members, exempt from VAT (Art. 132(1)(f) Directive 2006/112/EC)
        VATEX-EU-132-1G E en Welfare and social security work, exempt from VAT (Art. 132(1)(g) Directive 2006/112/EC)
        VATEX-EU-132-1G E de Steuerfrei: Sozialleistung (Art. 132 Abs. 1 Buchst. g MwStSystRL)
        VATEX-EU-132-1G E fr Aide et sécurité sociales, exonéré de TVA (art. 132, 1, g) de la directive 2006/112/CE)
        VATEX-EU-132-1H E en Protection of children and young persons, exempt from VAT (Art. 132(1)(h) Directive 2006/112/EC)
        VATEX-EU-132-1H E de Steuerfrei: Kinder- und Jugendbetreuung (Art. 132 Abs. 1 Buchst. h MwStSystRL)
        VATEX-EU-132-1H E fr Protection de l'enfance et de la jeunesse, exonéré de TVA (art. 132, 1, h) de la directive 2006/112/CE)
        VATEX-EU-132-1I E en Education and vocational training, exempt from VAT (Art. 132(1)(i) Directive 2006/112/EC)
        VATEX-EU-132-1I E de Steuerfrei: Bildungsleistung (Art. 132 Abs. 1 Buchst. i MwStSystRL)
        VATEX-EU-132-1I E fr Enseignement et formation professionnelle, exonéré de TVA (art. 132, 1, i) de la directive 2006/112/CE)
        VATEX-EU-132-1J E en Tuition given privately by teachers, exempt from VAT (Art. 132(1)(j) Directive 2006/112/EC)
        VATEX-EU-132-1J E de Steuerfrei: Privatunterricht (Art. 132 Abs. 1 Buchst. j MwStSystRL)
        VATEX-EU-132-1J E fr Leçons données à titre personnel par des enseignants, exonéré de TVA (art. 132, 1, j) de la directive 2006/112/CE)
        VATEX-EU-132-1K E en Staff supplied by a religious or philosophical institution, exempt from VAT (Art. 132(1)(k) Directive 2006/112/EC)
        VATEX-EU-132-1L E en Services of a non-profit body to its members, exempt from VAT (Art. 132(1)(l) Directive 2006/112/EC)
        VATEX-EU-132-1M E en Sport or physical education by a non-profit body, exempt from VAT (Art. 132(1)(m) Directive 2006/112/EC)
        VATEX-EU-132-1M E de Steuerfrei: Sportleistung (Art. 132 Abs. 1 Buchst. m MwStSystRL)
        VATEX-EU-132-1M E fr Pratique du sport, exonéré de TVA (art. 132, 1, m) de la directive 2006/112/CE)
        VATEX-EU-132-1N E en Cultural services, exempt from VAT (Art. 132(1)(n) Directive 2006/112/EC)
        VATEX-EU-132-1N E de Steuerfrei: Kulturelle Leistung (Art. 132 Abs. 1 Buchst. n MwStSystRL)
        VATEX-EU-132-1N E fr Prestations culturelles, exonéré de TVA (art. 132, 1, n) de la directive 2006/112/CE)
        VATEX-EU-132-1O E en Fund-raising event of an exempt body, exempt from VAT (Art. 132(1)(o) Directive 2006/112/EC)
        VATEX-EU-132-1P E en Transport of sick or injured persons, exempt from VAT (Art. 132(1)(p) Directive 2006/112/EC)
        VATEX-EU-132-1P E de Steuerfrei: Krankentransport (Art. 132 Abs. 1 Buchst. p MwStSystRL)
        VATEX-EU-132-1P E fr Transport de malades ou de blessés, exonéré de TVA (art. 132, 1, p) de la directive 2006/112/CE)
        VATEX-EU-132-1Q E en Non-commercial activity of public radio and television, exempt from VAT (Art. 132(1)(q) Directive 2006/112/EC)
        VATEX-EU-135-1 E en Insurance, finance, letting or another transaction exempt from VAT (Art. 135(1) Directive 2006/112/EC)
        VATEX-EU-135-1 E de Steuerfreier Umsatz (Art. 135 Abs. 1 MwStSystRL)
        VATEX-EU-135-1 E fr Opération exonérée de TVA (art. 135, 1 de la directive 2006/112/CE)
        VATEX-EU-143 E en Importation exempt from VAT (Art. 143 Directive 2006/112/EC)
        VATEX-EU-143-1A E en Importation exempt from VAT: goods whose supply is exempt everywhere (Art. 143(1)(a) Directive 2006/112/EC)
        VATEX-EU-143-1B E en Importation exempt from VAT: small consignments and personal property (Art. 143(1)(b) Directive 2006/112/EC)
        VATEX-EU-143-1C E en Importation exempt from VAT: goods from a third territory of the customs union (Art. 143(1)(c) Directive 2006/112/EC)
        VATEX-EU-143-1D E en Importation exempt from VAT: goods for an intra-Community supply (Art. 143(1)(d) Directive 2006/112/EC)
        VATEX-EU-143-1E E en Importation exempt from VAT: goods that return to their exporter (Art. 143(1)(e) Directive 2006/112/EC)
        VATEX-EU-143-1F E en Importation exempt from VAT: diplomatic and consular arrangements (Art. 143(1)(f) Directive 2006/112/EC)
        VATEX-EU-143-1FA E en Importation exempt from VAT: bodies of the European Union (Art. 143(1)(fa) Directive 2006/112/EC)
        VATEX-EU-143-1G E en Importation exempt from VAT: international bodies (Art. 143(1)(g) Directive 2006/112/EC)
        VATEX-EU-143-1H E en Importation exempt from VAT: NATO forces (Art. 143(1)(h) Directive 2006/112/EC)
        VATEX-EU-143-1I E en Importation exempt from VAT: United Kingdom forces in Cyprus (Art. 143(1)(i) Directive 2006/112/EC)
        VATEX-EU-143-1J E en Importation exempt from VAT: catches of sea fishing (Art. 143(1)(j) Directive 2006/112/EC)
        VATEX-EU-143-1K E en Importation exempt from VAT: gold for central banks (Art. 143(1)(k) Directive 2006/112/EC)
        VATEX-EU-143-1L E en Importation exempt from VAT: gas, electricity, heat or cooling energy (Art. 143(1)(l) Directive 2006/112/EC)
        VATEX-EU-144 E en Services in the taxable amount of an import, exempt from VAT (Art. 144 Directive 2006/112/EC)
        VATEX-EU-146-1E E en Services directly connected with an export, exempt from VAT (Art. 146(1)(e) Directive 2006/112/EC)
        VATEX-EU-146-1E E de Steuerfrei: Leistung in unmittelbarem Zusammenhang mit einer Ausfuhr (Art. 146 Abs. 1 Buchst. e MwStSystRL)
        VATEX-EU-146-1E E fr Prestation directement liée à une exportation, exonérée de TVA (art. 146, 1, e) de la directive 2006/112/CE)
        VATEX-EU-148 E en International transport, exempt from VAT (Art. 148 Directive 2006/112/EC)
        VATEX-EU-148 E de Steuerfrei: Umsatz für Seeschifffahrt oder Luftfahrt (Art. 148 MwStSystRL)
        VATEX-EU-148 E fr Transport international, exonéré de TVA (art. 148 de la directive 2006/112/CE)
        VATEX-EU-148-A E en Exempt from VAT: fuel and provisions for seagoing vessels (Art. 148(a) Directive 2006/112/EC)
        VATEX-EU-148-B E en Exempt from VAT: fuel and provisions for warships (Art. 148(b) Directive 2006/112/EC)
        VATEX-EU-148-C E en Exempt from VAT: supply, repair and hire of seagoing vessels (Art. 148(c) Directive 2006/112/EC)
        VATEX-EU-148-D E en Exempt from VAT: services for the needs of seagoing vessels (Art. 148(d) Directive 2006/112/EC)
        VATEX-EU-148-E E en Exempt from VAT: fuel and provisions for aircraft (Art. 148(e) Directive 2006/112/EC)
        VATEX-EU-148-F E en Exempt from VAT: supply, repair and hire of aircraft (Art. 148(f) Directive 2006/112/EC)
        VATEX-EU-148-G E en Exempt from VAT: services for the needs of aircraft (Art. 148(g) Directive 2006/112/EC)
        VATEX-EU-151 E en Diplomatic and similar supply, exempt from VAT (Art. 151 Directive 2006/112/EC)
        VATEX-EU-151 E de Steuerfrei: Umsatz an diplomatische oder internationale Einrichtungen (Art. 151 MwStSystRL)
        VATEX-EU-151 E fr Livraison ou prestation diplomatique ou assimilée, exonérée de TVA (art. 151 de la directive 2006/112/CE)
        VATEX-EU-151-1A E en Exempt from VAT: diplomatic and consular arrangements (Art. 151(1)(a) Directive 2006/112/EC)
        VATEX-EU-151-1AA E en Exempt from VAT: bodies of the European Union (Art. 151(1)(aa) Directive 2006/112/EC)
        VATEX-EU-151-1B E en Exempt from VAT: international bodies (Art. 151(1)(b) Directive 2006/112/EC)
        VATEX-EU-151-1C E en Exempt from VAT: NATO forces in a member state (Art. 151(1)(c) Directive 2006/112/EC)
        VATEX-EU-151-1D E en Exempt from VAT: NATO forces in another member state (Art. 151(1)(d) Directive 2006/112/EC)
        VATEX-EU-151-1E E en Exempt from VAT: United Kingdom forces in Cyprus (Art. 151(1)(e) Directive 2006/112/EC)
        VATEX-EU-153 E en Intermediary in exempt international transactions, exempt from VAT (Art. 153 Directive 2006/112/EC)
        VATEX-EU-159 E en Services for goods in customs or other warehouses, exempt from VAT (Art. 159 Directive 2006/112/EC)
        VATEX-EU-309 E en Travel outside the European Union, exempt from VAT (Art. 309 Directive 2006/112/EC)
        VATEX-EU-309 E de Steuerfrei: Reiseleistung außerhalb der Union (Art. 309 MwStSystRL)
        VATEX-EU-309 E fr Voyage hors de l'Union, exonéré de TVA (art. 309 de la directive 2006/112/CE)
        VATEX-EU-AE AE de Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge, Art. 196 MwStSystRL)
        VATEX-EU-AE AE en Reverse charge: VAT to be accounted for by the recipient (Art. 196 Directive 2006/112/EC)
        VATEX-EU-AE AE fr Autoliquidation par le preneur (art. 196 de la directive 2006/112/CE)
        VATEX-EU-D E en Margin scheme - Travel agents (Art. 306 Directive 2006/112/EC)
        VATEX-EU-D E de Sonderregelung für Reisebüros (Art. 306 MwStSystRL)
        VATEX-EU-D E fr Régime particulier - agences de voyages (art. 306 de la directive 2006/112/CE)
        VATEX-EU-F E en Margin scheme - Second-hand goods (Art. 313 Directive 2006/112/EC)
        VATEX-EU-F E de Gebrauchtgegenstände/Sonderregelung (Art. 313 MwStSystRL)
        VATEX-EU-F E fr Régime particulier - biens d'occasion (art. 313 de la directive 2006/112/CE)
        VATEX-EU-I E en Margin scheme - Works of art (Art. 313 Directive 2006/112/EC)
        VATEX-EU-I E de Kunstgegenstände/Sonderregelung (Art. 313 MwStSystRL)
        VATEX-EU-I E fr Régime particulier - objets d'art (art. 313 de la directive 2006/112/CE)
        VATEX-EU-J E en Margin scheme - Collector's items and antiques (Art. 313 Directive 2006/112/EC)
        VATEX-EU-J E de Sammlungsstücke und Antiquitäten/Sonderregelung (Art. 313 MwStSystRL)
        VATEX-EU-J E fr Régime particulier - objets de collection et d'antiquité (art. 313 de la directive 2006/112/CE)
        VATEX-EU-G G de Steuerfreie Ausfuhrlieferung (§ 4 Nr. 1 Buchst. a, § 6 UStG)
        VATEX-EU-G G en Export outside the EU, exempt from VAT (Art. 146 Directive 2006/112/EC)
        VATEX-EU-G G fr Exportation hors UE, exonérée de TVA (art. 146 de la directive 2006/112/CE)
        VATEX-EU-IC K de Steuerfreie innergemeinschaftliche Lieferung (§ 4 Nr. 1 Buchst. b, § 6a UStG)
        VATEX-EU-IC K en Intra-Community supply, exempt from VAT (Art. 138 Directive 2006/112/EC)
        VATEX-EU-IC K fr Livraison intracommunautaire exonérée de TVA (art. 138 de la directive 2006/112/CE)
        VATEX-EU-O O de Nicht steuerbar
        VATEX-EU-O O en Not subject to VAT
        VATEX-EU-O O fr Non soumis à la TVA
        VATEX-FR-FRANCHISE E en VAT not applicable, Art. 293 B of the French general tax code (small business)
        VATEX-FR-FRANCHISE E fr TVA non applicable, art. 293 B du CGI
        VATEX-FR-CNWVAT E en Credit note without VAT: the seller waives the VAT of the discount (Art. 272 CGI)
        VATEX-FR-CNWVAT E fr Avoir net de taxe (art. 272 du CGI)
        VATEX-FR-CGI261-1 E en Exempt from VAT, Art. 261, 1 of the French general tax code
        VATEX-FR-CGI261-1 E fr Exonération de TVA, art. 261, 1 du CGI
        VATEX-FR-CGI261-2 E en Exempt from VAT, Art. 261, 2 of the French general tax code
        VATEX-FR-CGI261-2 E fr Exonération de TVA, art. 261, 2 du CGI
        VATEX-FR-CGI261-3 E en Exempt from VAT, Art. 261, 3 of the French general tax code
        VATEX-FR-CGI261-3 E fr Exonération de TVA, art. 261, 3 du CGI
        VATEX-FR-CGI261-4 E en Exempt from VAT, Art. 261, 4 of the French general tax code
        VATEX-FR-CGI261-4 E fr Exonération de TVA, art. 261, 4 du CGI
        VATEX-FR-CGI261-5 E en Exempt from VAT, Art. 261, 5 of the French general tax code
        VATEX-FR-CGI261-5 E fr Exonération de TVA, art. 261, 5 du CGI
        VATEX-FR-CGI261-7 E en Exempt from VAT, Art. 261, 7 of the French general tax code
        VATEX-FR-CGI261-7 E fr Exonération de TVA, art. 261, 7 du CGI
        VATEX-FR-CGI261-8 E en Exempt from VAT, Art. 261, 8 of the French general tax code
        VATEX-FR-CGI261-8 E fr Exonération de TVA, art. 261, 8 du CGI
        VATEX-FR-CGI261A E en Exempt from VAT, Art. 261 A of the French general tax code
        VATEX-FR-CGI261A E fr Exonération de TVA, art. 261 A du CGI
        VATEX-FR-CGI261B E en Exempt from VAT, Art. 261 B of the French general tax code
        VATEX-FR-CGI261B E fr Exonération de TVA, art. 261 B du CGI
        VATEX-FR-CGI261C-1 E en Exempt from VAT, Art. 261 C, 1° of the French general tax code
        VATEX-FR-CGI261C-1 E fr Exonération de TVA, art. 261 C, 1° du CGI
        VATEX-FR-CGI261C-2 E en Exempt from VAT, Art. 261 C, 2° of the French general tax code
        VATEX-FR-CGI261C-2 E fr Exonération de TVA, art. 261 C, 2° du CGI
        VATEX-FR-CGI261C-3 E en Exempt from VAT, Art. 261 C, 3° of the French general tax code
        VATEX-FR-CGI261C-3 E fr Exonération de TVA, art. 261 C, 3° du CGI
        VATEX-FR-CGI261D-1 E en Exempt from VAT, Art. 261 D, 1° of the French general tax code
        VATEX-FR-CGI261D-1 E fr Exonération de TVA, art. 261 D, 1° du CGI
        VATEX-FR-CGI261D-1BIS E en Exempt from VAT, Art. 261 D, 1° bis of the French general tax code
        VATEX-FR-CGI261D-1BIS E fr Exonération de TVA, art. 261 D, 1° bis du CGI
        VATEX-FR-CGI261D-2 E en Exempt from VAT, Art. 261 D, 2° of the French general tax code
        VATEX-FR-CGI261D-2 E fr Exonération de TVA, art. 261 D, 2° du CGI
        VATEX-FR-CGI261D-3 E en Exempt from VAT, Art. 261 D, 3° of the French general tax code
        VATEX-FR-CGI261D-3 E fr Exonération de TVA, art. 261 D, 3° du CGI
        VATEX-FR-CGI261D-4 E en Exempt from VAT, Art. 261 D, 4° of the French general tax code
        VATEX-FR-CGI261D-4 E fr Exonération de TVA, art. 261 D, 4° du CGI
        VATEX-FR-CGI261E-1 E en Exempt from VAT, Art. 261 E, 1° of the French general tax code
        VATEX-FR-CGI261E-1 E fr Exonération de TVA, art. 261 E, 1° du CGI
        VATEX-FR-CGI261E-2 E en Exempt from VAT, Art. 261 E, 2° of the French general tax code
        VATEX-FR-CGI261E-2 E fr Exonération de TVA, art. 261 E, 2° du CGI
        VATEX-FR-CGI277A E en VAT suspended, Art. 277 A of the French general tax code
        VATEX-FR-CGI277A E fr Suspension de TVA, art. 277 A du CGI
        VATEX-FR-CGI275 E en Purchase without VAT for export, Art. 275 of the French general tax code
        VATEX-FR-CGI275 E fr Achat en franchise de TVA, art. 275 du CGI
        VATEX-FR-298SEXDECIESA E en Exempt from VAT, Art. 298 sexdecies A of the French general tax code
        VATEX-FR-298SEXDECIESA E fr Exonération de TVA, art. 298 sexdecies A du CGI
        VATEX-FR-CGI295 E en Exempt from VAT, Art. 295 of the French general tax code
        VATEX-FR-CGI295 E fr Exonération de TVA, art. 295 du CGI
        VATEX-FR-AE AE en Reverse charge, Art. 283, 2 of the French general tax code
        VATEX-FR-AE AE fr Autoliquidation, art. 283, 2 du CGI
        """
}

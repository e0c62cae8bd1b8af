import Trade

extension EuropeanVAT {
    /// What a country's own law is cited for.
    struct NationalLaw: Sendable {
        /// Reverse charge at home.
        let reverseCharge: String?
        /// Exempt exports; member states cite the directive.
        let export: String?
        /// Services supplied abroad; member states cite the directive.
        let abroad: String?
    }

    /// An article of the directive as a document in some language cites it.
    static func cited(_ article: String, _ language: String) -> String {
        switch language.prefix(2) {
        case "de": "Art. \(article) MwStSystRL"
        case "fr": "art. \(article) de la directive 2006/112/CE"
        default: "art. \(article) Directive 2006/112/EC"
        }
    }

    /// Country | domestic reverse charge | export of goods | services abroad. A member state that is
    /// not listed has no such rule, or one whose place in its law is not kept here.
    static let nationalLaws: [String: NationalLaw] = table(
        """
        AT|§ 19 Abs. 1a bis 1e UStG 1994||
        BE|AR n° 1 art. 20||
        BG|чл. 163а ЗДДС||
        CZ|§ 92a zákona č. 235/2004 Sb.||
        DE|§ 13b Abs. 2 UStG||
        DK|momsloven § 46||
        EE|KMS § 41¹||
        ES|art. 84.Uno.2.º LIVA||
        FI|AVL 8 a–8 d §||
        FR|CGI art. 283||
        HR|čl. 75. Zakona o PDV-u||
        HU|Áfa tv. 142. §||
        IE|VATCA 2010 s. 16||
        IT|art. 17 DPR 633/1972||
        LT|PVMĮ 96 str.||
        LV|PVN likums 141.–143. pants||
        NL|art. 12 lid 5 Wet OB 1968||
        PT|CIVA art. 2.º n.º 1||
        RO|art. 331 Cod fiscal||
        SE|ML 16 kap.||
        SI|76.a člen ZDDV-1||
        SK|§ 69 zákona č. 222/2004 Z. z.||
        GB|VATA 1994 s. 55A|VATA 1994 s. 30(6)|VATA 1994 s. 7A(2)(a)
        CH|MWSTG Art. 45|MWSTG Art. 23 Abs. 2 Ziff. 1|MWSTG Art. 8 Abs. 1
        NO|merverdiavgiftsloven § 11-1|merverdiavgiftsloven § 6-21|merverdiavgiftsloven § 6-22
        IC|Ley 20/1991 art. 19.1.2.º|Ley 20/1991 art. 11|Ley 20/1991 art. 17
        EA-CE||Ley 8/1991|Ley 8/1991
        EA-ML||Ley 8/1991|Ley 8/1991
        """
    ) { columns in
        func column(_ index: Int) -> String? {
            columns[index].isEmpty ? nil : String(columns[index])
        }
        return NationalLaw(reverseCharge: column(0), export: column(1), abroad: column(2))
    }

    // MARK: Words

    /// What documents say, by topic and language.
    enum Topic: String {
        case reverseCharge, intraCommunity, export, outsideScope, splitPayment, keepInvoice
    }

    /// The words of a topic in the language of a document; English where it has none.
    static func words(_ topic: Topic, _ language: String) -> String {
        let wanted = String(language.prefix(2)).lowercased()
        return words["\(topic.rawValue) \(wanted)"] ?? words["\(topic.rawValue) en"] ?? ""
    }

    /// Topic and language | words. Those of the reverse charge are what art. 226(11a) has each
    /// language say.
    private static let words: [String: String] = table(
        """
        reverseCharge bg|Обратно начисляване
        reverseCharge cs|Daň odvede zákazník
        reverseCharge da|Omvendt betalingspligt
        reverseCharge de|Steuerschuldnerschaft des Leistungsempfängers
        reverseCharge el|Αντίστροφη επιβάρυνση
        reverseCharge en|Reverse charge
        reverseCharge es|Inversión del sujeto pasivo
        reverseCharge et|Pöördmaksustamine
        reverseCharge fi|Käännetty verovelvollisuus
        reverseCharge fr|Autoliquidation
        reverseCharge hr|Prijenos porezne obveze
        reverseCharge hu|Fordított adózás
        reverseCharge it|Inversione contabile
        reverseCharge lt|Atvirkštinis apmokestinimas
        reverseCharge lv|Nodokļa apgrieztā maksāšana
        reverseCharge nl|Btw verlegd
        reverseCharge pl|Odwrotne obciążenie
        reverseCharge pt|Autoliquidação
        reverseCharge ro|Taxare inversă
        reverseCharge sk|Prenesenie daňovej povinnosti
        reverseCharge sl|Obrnjena davčna obveznost
        reverseCharge sv|Omvänd betalningsskyldighet
        intraCommunity de|Steuerfreie innergemeinschaftliche Lieferung
        intraCommunity en|Intra-Community supply, exempt from VAT
        export de|Steuerfreie Ausfuhr
        export en|Export, exempt from tax
        export es|Exportación exenta
        export fr|Exportation exonérée
        outsideScope de|Leistungsort im Ausland, nicht steuerbar
        outsideScope en|Supplied abroad, outside the scope of tax
        outsideScope es|Operación no sujeta por reglas de localización
        outsideScope fr|Prestation située à l'étranger, hors du champ de la taxe
        splitPayment de|Split Payment: Der Empfänger führt die Steuer an das Finanzamt ab (Scissione dei pagamenti – art. 17-ter DPR 633/1972)
        splitPayment en|Split payment: the recipient pays the VAT to the treasury (Scissione dei pagamenti – art. 17-ter DPR 633/1972)
        splitPayment fr|Paiement scindé : le destinataire verse la TVA au Trésor (Scissione dei pagamenti – art. 17-ter DPR 633/1972)
        splitPayment it|Scissione dei pagamenti – art. 17-ter DPR 633/1972
        keepInvoice de|Diese Rechnung ist zwei Jahre aufzubewahren (§ 14b Abs. 1 Satz 5 UStG)
        keepInvoice en|This invoice has to be kept for two years (§ 14b Abs. 1 Satz 5 UStG)
        keepInvoice fr|Cette facture doit être conservée pendant deux ans (§ 14b Abs. 1 Satz 5 UStG)
        """
    ) { String($0[0]) }

    /// Reads lines of `key|column|…`.
    private static func table<Row>(
        _ text: String, _ row: ([Substring]) -> Row
    ) -> [String: Row] {
        var rows: [String: Row] = [:]
        for line in text.split(separator: "\n") {
            let columns = line.split(separator: "|", omittingEmptySubsequences: false)
            rows[String(columns[0])] = row(Array(columns.dropFirst()))
        }
        return rows
    }
}

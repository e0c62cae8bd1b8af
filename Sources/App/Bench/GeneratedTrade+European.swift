extension GeneratedTrade {
    /// A dealer in fittings at Munich with customers in Germany and Austria.
    static let european = GeneratedTrade(
        regime: "european-vat",
        currency: "EUR",
        company: #"""
            {
              "name": "Überlinger Armaturen & Befestigung GmbH",
              "regime": "european-vat",
              "currency": "EUR",
              "language": "de-DE",
              "timeZone": "Europe/Berlin",
              "fiscalYearStart": 1,
              "address": {
                "name": "Überlinger Armaturen & Befestigung GmbH",
                "lines": ["Prüfstraße 9"],
                "city": "München",
                "postcode": "81249",
                "country": "DE"
              },
              "taxNumber": "DE931840277",
              "localTaxNumber": "143/617/30519",
              "legalRegistration": {"number": "HRB 991417", "authority": "Amtsgericht München"},
              "seat": "München",
              "directors": ["Käthe Sträßer"],
              "contact": {
                "name": "Jörg Hänßler",
                "phone": "+49 89 99998-210",
                "email": "rechnung@ueberlinger.example",
                "website": "ueberlinger.example"
              },
              "bankAccounts": [
                {
                  "currency": "EUR",
                  "bank": "Isarwinkler Handelsbank AG",
                  "iban": "DE77900414800027318406",
                  "bic": "XIWHDEM1XXX"
                }
              ],
              "paymentTerms": {"netDays": 30},
              "series": [{"id": "rechnung", "scope": "any", "pattern": "RE-{yyyy}-{n:7}"}],
              "terms": ["Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum."],
              "look": {"template": "{template}", "accent": "#0e5a4b", "tint": "#e8f1ee"}
            }

            """#,
        articles: [
            "Sechskantschraube", "Zylinderkopfschraube", "Edelstahlrohr", "Kugelhahn",
            "Druckminderer", "Rückschlagventil", "Schlauchtülle", "Flanschdichtung",
            "Gewindestange",
            "Rohrschelle", "Spannhülse", "Kabelverschraubung", "Schmiernippel", "Muffe",
            "Winkelstück",
            "Übergangsstück", "Schwenkantrieb", "Stellfuß", "Klemmhülse", "Gummipuffer",
            "Federring",
            "Scheibe", "Prüfmanometer", "Füllstandsfühler",
        ],
        features: [
            "Edelstahl 1.4571", "verzinkt, blau passiviert", "M8×40, Festigkeit 8.8",
            "DN 25, PN 40",
            "G ½ außen / G ½ innen", "für Trinkwasser geprüft", "−40 bis +120 °C",
            "Messing vernickelt",
            "mit Kegel 60°, drehbar", "Größe 3, für Öl und Luft", "EPDM, ölbeständig",
            "Länge 1.250 mm", "Ø 12 mm, gehärtet", "PTFE, weiß", "explosionsgeschützt, Zone 2",
            "kurze Ausführung", "lösbar, wiederverwendbar", "für Rüttler und Förderbänder",
        ],
        packs: ["", "", "", "Beutel zu 100 Stück", "einzeln verpackt", "Karton zu 25", "lose"],
        services: [
            "Montage und Inbetriebnahme vor Ort", "Kalibrierung mit Prüfzeugnis",
            "Zuschnitt nach Zeichnung, entgratet", "Rüstpauschale für Sonderlängen",
            "Schulung Wartung, halber Tag", "Übernahme der Prüfung nach Norm",
        ],
        units: ["H87", "H87", "H87", "MTR", "KGM", "XPK"], serviceUnit: "HUR",
        codes: ["73181595", "73072980", "84818081", "40169300", "90262020"], serviceCode: "",
        taxes: ["standard", "standard", "standard", "standard", "reduced"],
        firstNames: [
            "Bäumler", "Gößwein", "Hölzl", "Jäger", "Krüger", "Möller", "Nörr", "Schäfer",
            "Söldner", "Thürmer", "Weiß", "Zöllner", "Färber", "Lüdtke", "Oßwald", "Rößler",
        ],
        trades: [
            "Anlagenbau", "Behältertechnik", "Brauereimaschinen", "Fördertechnik",
            "Gebäudetechnik", "Hydraulik", "Kälte- und Klimatechnik", "Maschinenbau", "Mühlenbau",
            "Rohrleitungsbau", "Sanitärgroßhandel", "Vorrichtungsbau",
        ],
        forms: ["GmbH", "GmbH & Co. KG", "AG", "e. K.", "KG"],
        streets: [
            "Am Güterbahnhof", "Bürgermeister-Häußler-Straße", "Gewerbepark Süd", "Hölderlinweg",
            "Industriestraße", "Königsallee", "Mühlgasse", "Röntgenring", "Schloßstraße",
            "Zum Weiher",
        ],
        places: [
            Place("Augsburg", "86153", nil, "DE"), Place("Düsseldorf", "40210", nil, "DE"),
            Place("Göttingen", "37073", nil, "DE"), Place("Köln", "50667", nil, "DE"),
            Place("Lübeck", "23552", nil, "DE"), Place("Münster", "48143", nil, "DE"),
            Place("Nürnberg", "90402", nil, "DE"), Place("Saarbrücken", "66111", nil, "DE"),
            Place("Tübingen", "72070", nil, "DE"), Place("Würzburg", "97070", nil, "DE"),
            Place("Zwickau", "08056", nil, "DE"), Place("Sankt Pölten", "3100", nil, "AT"),
        ],
        carriers: ["Alpenfracht Spedition GmbH", "Paketdienst Steinadler", "Kurier Isarbote"],
        discountReason: "Rahmenvereinbarung 2026", freightText: "Versand und Verpackung",
        note: "Anlieferung Mo–Do 7:00–15:00 Uhr, bitte eine Stunde vorher anrufen.")
}

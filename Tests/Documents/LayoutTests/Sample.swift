import Formats
import Money

/// An invoice's values and what must be seen of them.
struct Sample: Sendable, CustomStringConvertible {
    let description: String
    let template: String
    let language: String
    let value: Value
    /// Texts that some baseline of the page has.
    var mandatory: [String] = []
    /// Texts that none has.
    var absent: [String] = []
    /// A text, its left edge in millimetres and its baseline in points.
    var frames: [(String, Double, Double)] = []

    /// The same with every amount replaced.
    func withAmounts(of minorUnits: Int64) -> Sample {
        func replaced(_ value: Value) -> Value {
            switch value {
            case .money(let amount): .money(Money(minorUnits: minorUnits, amount.currency))
            case .list(let items): .list(items.map(replaced))
            case .record(let record):
                .record { copy in
                    for field in record.fields { copy.add(field.name, replaced(field.value)) }
                }
            default: value
            }
        }
        return Sample(
            description: description, template: template, language: language,
            value: replaced(value))
    }

    /// Builds a record from pairs, in order.
    static func record(_ fields: KeyValuePairs<String, Value>) -> Value {
        .record { record in for (name, value) in fields { record.add(name, value) } }
    }

    static func inr(_ paise: Int64) -> Value { .money(Money(minorUnits: paise, .inr)) }
    static func eur(_ cents: Int64) -> Value { .money(Money(minorUnits: cents, .eur)) }
    private static func usd(_ cents: Int64) -> Value { .money(Money(minorUnits: cents, .usd)) }
    static func decimal(_ text: String) -> Value { .decimal(Decimal(text) ?? .zero) }
    static func date(_ text: String) -> Value {
        .date(CalendarDate(text) ?? CalendarDate(dayNumber: 0))
    }

    private static func address(
        _ line: String, _ city: String, _ postcode: String, state: Value? = nil, _ country: String
    ) -> Value {
        .record {
            $0.add("lines", .list([.text(line)]))
            $0.add("city", city)
            $0.add("postcode", postcode)
            $0.add("state", state)
            $0.add("country", country)
        }
    }

    private static let karnataka = record(["code": .text("29"), "name": .text("Karnataka")])

    private static func indian(_ own: (inout Value.Record) -> Void) -> Value {
        .record { root in
            root.add("number", "KI/26-27/00418")
            root.add("issueDate", date("2026-11-16"))
            root.add("kind", "invoice")
            root.add("dueDate", date("2026-12-16"))
            root.add(
                "seller",
                record([
                    "name": .text("Kaigara Instruments Private Limited"),
                    "address": address(
                        "Plot 41-B, Peenya", "Bengaluru", "560058", state: karnataka, "IN"),
                    "taxNumber": .text("29AAJCK4827M1ZV"),
                    "otherTaxNumbers": .list([
                        record(["scheme": .text("PAN"), "number": .text("AAJCK4827M")])
                    ]),
                    "legalRegistration": record(["number": .text("U26513KA2016PTC093427")]),
                    "registeredOffice": .text("18 Hennur Bande Road, Bengaluru 560043"),
                    "contact": record([
                        "phone": .text("+91 80 5550 0142"),
                        "email": .text("accounts@kaigara.example"),
                    ]),
                ]))
            root.add(
                "order",
                record([
                    "id": .text("SO-7"), "purchaseOrder": .text("TCC-PO-2291"),
                    "purchaseOrderDate": date("2026-10-02"),
                ]))
            root.add(
                "delivery",
                record([
                    "id": .text("DC/26-27/0377"), "date": date("2026-11-11"),
                    "vehicle": .text("KA-04-AB-7316"), "ewayBill": .text("151200478836"),
                ]))
            root.add("reverseCharge", .flag(false))
            root.add(
                "payment",
                record([
                    "netDays": .integer(30),
                    "account": record([
                        "bank": .text("Deccan Harbour Bank"), "branch": .text("Peenya"),
                        "account": .text("004410200318"), "ifsc": .text("DHBX0000441"),
                    ]), "reference": .text("KI/26-27/00418"),
                ]))
            root.add("terms", .list([.text("Goods remain ours until paid in full.")]))
            root.add("signatory", "R. Shanthala")
            own(&root)
        }
    }

    static let india = Sample(
        description: "India, two taxes", template: "classic", language: "en-IN",
        value: indian { root in
            root.add("title", "tax-invoice")
            root.add("currency", "INR")
            let buyer = address(
                "112/4 Hebbal Industrial Estate", "Mysuru", "570016", state: karnataka, "IN")
            root.add(
                "buyer",
                record([
                    "name": .text("Tarangini Cold Chain Private Limited"), "address": buyer,
                    "taxNumber": .text("29AAHCT6093P1ZC"),
                ]))
            root.add(
                "shipTo",
                record(["name": .text("Hubballi Warehouse"), "address": buyer]))
            root.add("placeOfSupply", karnataka)
            root.add(
                "lines",
                .list([
                    record([
                        "number": .integer(1), "name": .text("Temperature logger KL-200"),
                        "note": .text("Serial nos. KL2-61804 to KL2-61827"),
                        "hsn": .text("902519"), "quantity": decimal("24"), "unit": .text("NOS"),
                        "unitPrice": decimal("3450"), "discountPercent": decimal("8"),
                        "discount": inr(662_400), "taxable": inr(7_617_600),
                        "rate": decimal("18"), "halfRate": decimal("9"), "cgst": inr(685_584),
                        "sgst": inr(685_584),
                    ])
                ]))
            root.add(
                "taxSummary",
                .list([
                    record([
                        "hsn": .text("902519"), "rate": decimal("18"), "halfRate": decimal("9"),
                        "taxable": inr(7_617_600), "cgst": inr(685_584), "sgst": inr(685_584),
                    ])
                ]))
            root.add(
                "totals",
                record([
                    "lines": inr(7_617_600), "taxable": inr(7_617_600), "cgst": inr(685_584),
                    "sgst": inr(685_584), "roundOff": inr(32), "total": inr(8_988_768),
                    "payable": inr(8_988_800),
                ]))
            root.add("words", "Rupees Eighty-Nine Thousand Eight Hundred Eighty-Eight Only")
        },
        // Rule 46 of the CGST Rules, and the Companies Act for the last line.
        mandatory: [
            "TAX INVOICE", "Kaigara Instruments Private Limited", "Plot 41-B, Peenya",
            "GSTIN 29AAJCK4827M1ZV · PAN AAJCK4827M", "KI/26-27/00418", "16-Nov-2026",
            "Tarangini Cold Chain Private Limited", "Mysuru 570016, Karnataka (29)",
            "GSTIN 29AAHCT6093P1ZC", "Hubballi Warehouse", "Place of supply Karnataka (29)",
            "Reverse charge No", "Purchase order TCC-PO-2291, 02-Oct-2026",
            "Delivery challan DC/26-27/0377, 11-Nov-2026", "E-way bill 151200478836",
            "Payment terms 30 days from invoice date", "902519 24 NOS", "3,450.00 8% 76,176.00 18",
            "6,855.84 6,855.84", "Serial nos. KL2-61804 to KL2-61827", "Taxable value 76,176.00",
            "CGST 6,855.84", "SGST 6,855.84", "Round-off 0.32", "Invoice total ₹ 89,888.00",
            "Rupees Eighty-Nine Thousand Eight Hundred Eighty-Eight Only", "IFSC DHBX0000441",
            "R. Shanthala", "Authorised signatory", "CIN U26513KA2016PTC093427", "Page 1 of 1",
        ],
        // From the picture with its grid: baselines are tops + 0.75 × leading.
        frames: [
            ("Invoice no.", 15, 116.25), ("KI/26-27/00418", 15, 135), ("16-Nov-2026", 50, 135),
            ("₹\u{A0}89,888.00", 80, 135), ("Bill to", 15, 167.5), ("Ship to", 80, 167.5),
            ("Place of supply", 15, 242.5), ("Reverse charge", 80, 242.5),
            ("Description", 20.75, 307.5), ("Temperature logger KL-200", 20.75, 325),
            ("Serial nos. KL2-61804 to KL2-61827", 20.75, 335), ("902519", 71.75, 325),
            ("Authorised signatory", 145, 772.5),
        ])

    static let export = Sample(
        description: "India, export under a letter of undertaking", template: "classic",
        language: "en-IN",
        value: indian { root in
            root.add("title", "export-invoice")
            root.add("currency", "USD")
            let buyer = address("2280 Mill Race Drive", "Dayton", "OH 45402", "US")
            root.add(
                "buyer", record(["name": .text("Lakehead Hydronics LLC"), "address": buyer]))
            root.add("shipTo", record(["name": .text("Lakehead Savannah"), "address": buyer]))
            root.add(
                "placeOfSupply", record(["code": .text("96"), "name": .text("Other country")]))
            root.add("endorsement", "Supply meant for export under letter of undertaking")
            root.add("destination", "US")
            root.add(
                "export",
                record([
                    "lut": .text("AD290326004118Z"), "iec": .text("AAJCK4827M"),
                    "adCode": .text("0510384"),
                ]))
            root.add(
                "lines",
                .list([
                    record([
                        "number": .integer(1), "name": .text("Ball valve"),
                        "hsn": .text("84818030"), "quantity": decimal("240"),
                        "unit": .text("NOS"), "unitPrice": decimal("11.35"),
                        "taxable": usd(272_400), "rate": decimal("18"), "igst": usd(0),
                    ])
                ]))
            root.add(
                "taxSummary",
                .list([
                    record([
                        "hsn": .text("84818030"), "rate": decimal("18"),
                        "taxable": usd(272_400), "igst": usd(0),
                    ])
                ]))
            root.add(
                "totals",
                record([
                    "taxable": usd(272_400), "igst": usd(0), "total": usd(272_400),
                    "payable": usd(272_400),
                ]))
            root.add(
                "exchange",
                record([
                    "rate": decimal("88.425"), "currency": .text("INR"), "total": inr(24_086_970),
                ]))
        },
        mandatory: [
            "EXPORT TAX INVOICE", "SUPPLY MEANT FOR EXPORT UNDER LETTER OF UNDERTAKING",
            "Destination United States of America", "Place of supply Other country (96)",
            "AD290326004118Z", "IEC AAJCK4827M", "AD code 0510384", "US$ 2,724.00", "₹ 2,40,869.70",
            "88.425", "0.00",
        ])

    static let germany = Sample(
        description: "Germany, two rates", template: "modern", language: "de-DE",
        value: .record { root in
            root.add("title", "invoice")
            root.add("number", "RE-2026-1047")
            root.add("issueDate", date("2026-11-05"))
            root.add("kind", "invoice")
            root.add("dueDate", date("2026-12-05"))
            root.add("taxPoint", date("2026-10-28"))
            root.add("currency", "EUR")
            root.add(
                "seller",
                record([
                    "name": .text("Isarkranich Kaffeerösterei GmbH"),
                    "tradeName": .text("Isarkranich"), "tagline": .text("Kaffeerösterei"),
                    "address": address("Lindenwehrstraße 14", "München", "80469", "DE"),
                    "taxNumber": .text("DE319482078"), "localTaxNumber": .text("143/204/71836"),
                    "legalRegistration": record([
                        "number": .text("HRB 274118"), "authority": .text("Amtsgericht München"),
                    ]), "seat": .text("München"), "directors": .list([.text("Theresa Vollmann")]),
                    "contact": record(["name": .text("Lena Hofstetter")]),
                ]))
            root.add(
                "buyer",
                record([
                    "id": .text("20418"), "name": .text("Hotel Achtermai Betriebs GmbH"),
                    "address": address("Neckarhalde 127", "Stuttgart", "70190", "DE"),
                    "taxNumber": .text("DE276130545"),
                ]))
            root.add(
                "order",
                record([
                    "purchaseOrder": .text("B-77120"), "purchaseOrderDate": date("2026-10-06"),
                ]))
            root.add(
                "lines",
                .list([
                    record([
                        "number": .integer(1), "name": .text("Espresso „Nordwand“"),
                        "quantity": decimal("60"), "unit": .text("KGM"),
                        "unitPrice": decimal("19.8"), "net": eur(118_800), "rate": decimal("7"),
                    ]),
                    record([
                        "number": .integer(2), "name": .text("Barista-Schulung"),
                        "quantity": decimal("6"), "unit": .text("HUR"),
                        "unitPrice": decimal("95"), "net": eur(57_000), "rate": decimal("19"),
                    ]),
                ]))
            root.add(
                "documentDiscount",
                record([
                    "reason": .text("Rahmenrabatt"), "percent": decimal("5"),
                    "amount": eur(8_790),
                ]))
            root.add(
                "taxSummary",
                .list([
                    record([
                        "rate": decimal("7"), "taxable": eur(112_860), "tax": eur(7_900),
                    ]),
                    record([
                        "rate": decimal("19"), "taxable": eur(54_150), "tax": eur(10_289),
                    ]),
                ]))
            root.add(
                "totals",
                record([
                    "lines": eur(175_800), "discount": eur(8_790), "taxable": eur(167_010),
                    "tax": eur(18_189), "total": eur(185_199), "payable": eur(185_199),
                ]))
            root.add(
                "payment",
                record([
                    "netDays": .integer(30),
                    "account": record([
                        "bank": .text("Isartor Handelsbank"),
                        "iban": .text("DE86 9009 9970 0041 8873 05"),
                    ]), "reference": .text("RE-2026-1047"),
                ]))
            root.add("notes", .list([.text("Steuerfreie innergemeinschaftliche Lieferung")]))
        },
        // § 14 (4) UStG, § 35a GmbHG.
        mandatory: [
            "Rechnung", "Isarkranich Kaffeerösterei GmbH", "Lindenwehrstraße 14", "80469 München",
            "Hotel Achtermai Betriebs GmbH", "Neckarhalde 127", "70190 Stuttgart",
            "Rechnungsnummer RE-2026-1047", "Rechnungsdatum 05.11.2026",
            "Leistungsdatum 28.10.2026",
            "Kundennummer 20418", "Ihre Bestellung B-77120 vom 06.10.2026",
            "Ihre USt-IdNr. DE276130545", "Zu zahlen bis 05.12.2026", "Espresso „Nordwand“ 60 kg",
            "19,80 7 % 1.188,00", "6 Std.", "Zwischensumme 1.758,00", "Rahmenrabatt 5 % −87,90",
            "Nettobetrag 1.670,10", "USt 7 % auf 1.128,60 79,00", "USt 19 % auf 541,50 102,89",
            "Rechnungsbetrag 1.851,99 €", "Steuerfreie innergemeinschaftliche Lieferung",
            "Amtsgericht München, HRB 274118", "Geschäftsführung: Theresa Vollmann",
            "USt-IdNr. DE319482078", "Steuernummer 143/204/71836", "Sitz München", "Seite 1 von 1",
        ],
        // DIN 5008 B: the return line 57.7 mm, the address 62.7 mm from the top.
        frames: [
            ("Hotel Achtermai Betriebs GmbH", 25, 177.7 + 9), ("Rechnungsnummer", 125, 141.7 + 9),
            ("RE-2026-1047", 152, 141.7 + 9), ("Rechnung", 25, 297), ("1.851,99\u{A0}€", 125, 297),
            ("Leistung", 34, 354), ("Espresso „Nordwand“", 34, 378),
            ("Lena Hofstetter", 152, 141.7 + 6 * 12 + 9),
        ])
}

import Formats
import Money

/// Invoices of contracts: several orders on one, stages of a work, payment in parts.
extension Sample {
    /// The same with other values, in the place of those of the same name or at the end.
    func with(
        _ changes: KeyValuePairs<String, Value>, without left: Set<String> = [],
        _ description: String? = nil, language: String? = nil, mandatory: [String] = [],
        absent: [String] = []
    ) -> Sample {
        guard case .record(let record) = value else { return self }
        let value = Value.record { copy in
            for field in record.fields where !left.contains(field.name) {
                if changes.contains(where: { $0.key == field.name }) { continue }
                copy.add(field.name, field.value)
            }
            for (name, value) in changes { copy.add(name, value) }
        }
        return Sample(
            description: description ?? self.description, template: template,
            language: language ?? self.language, value: value, mandatory: mandatory, absent: absent)
    }

    private static func line(_ number: Int, _ order: String, _ delivery: String, _ day: String)
        -> Value
    {
        record([
            "number": .integer(number), "order": .text(order), "delivery": .text(delivery),
            "deliveryDate": date(day), "name": .text("Espresso"), "hsn": .text("0901"),
            "quantity": decimal("60"), "unit": .text("KGM"), "unitPrice": decimal("19.8"),
            "net": eur(118_800), "taxable": eur(118_800), "rate": decimal("7"),
        ])
    }

    private static let several: KeyValuePairs<String, Value> = [
        "contract": record(["id": .text("C-9"), "reference": .text("RV-2025-31")]),
        "period": record(["from": date("2026-10-12"), "to": date("2026-10-28")]),
        "orders": .list([
            record([
                "id": .text("AU-7"), "date": date("2026-10-01"),
                "purchaseOrder": .text("B-77120"), "purchaseOrderDate": date("2026-09-30"),
                "note": .text("Tor 3"),
            ]),
            record(["id": .text("AU-8"), "date": date("2026-10-02")]),
        ]),
        "deliveries": .list([
            record([
                "id": .text("LS-1"), "date": date("2026-10-12"),
                "carrier": .text("Steinadler"), "tracking": .text("SA 44"),
            ]),
            record([
                "id": .text("LS-2"), "date": date("2026-10-28"),
                "vehicle": .text("KA-04-AB-7316"), "ewayBill": .text("151200478836"),
            ]),
        ]),
        "lines": .list([
            line(1, "AU-7", "LS-1", "2026-10-12"), line(2, "AU-8", "LS-2", "2026-10-28"),
        ]),
        // 2 % of 1851.99 is 37.04.
        "payment": record([
            "netDays": .integer(30),
            "earlyPayment": .list([
                record([
                    "until": date("2026-11-15"), "percent": decimal("2"), "amount": eur(3_704),
                    "payable": eur(181_495),
                ])
            ]), "reference": .text("RE-2026-1047"),
        ]),
    ]

    static let consolidated = germany.with(
        several, without: ["order", "delivery"], "Germany, two orders and deliveries on one",
        mandatory: [
            "Leistungszeitraum 12.10.2026–28.10.2026", "Vertrag RV-2025-31",
            "Auftrag AU-7", "Lieferschein LS-1, 12.10.2026",
            "Auftrag AU-8", "Lieferschein LS-2, 28.10.2026",
            "bis 15.11.2026 mit 2 % Skonto 1.814,95 €", "bis 05.12.2026 ohne Abzug 1.851,99 €",
            "AU-7 01.10.2026 B-77120 vom 30.09.2026", "Tor 3", "AU-8 02.10.2026",
            "LS-1 12.10.2026 Steinadler, SA 44", "LS-2 28.10.2026 KA-04-AB-7316",
        ], absent: ["Leistungsdatum", "Meilenstein"])

    static let indianConsolidated = india.with(
        several, without: ["order", "delivery"], "India, two orders and deliveries on one",
        mandatory: [
            "Period of supply 12-Oct-2026 to 28-Oct-2026", "Contract RV-2025-31",
            "Sales order AU-7", "Delivery challan LS-2",
            "by 15-Nov-2026 with 2% discount €1,814.95",
            "by 16-Dec-2026 without deduction ₹ 89,888.00",
            "AU-7 01-Oct-2026 B-77120, 30-Sep-2026",
            "LS-2 28-Oct-2026 E-way bill 151200478836, KA-04-AB-7316",
        ])

    private static let stage = record([
        "id": .text("M1"), "description": .text("Lastenheft"), "percent": decimal("30"),
    ])

    static let milestone = india.with(
        [
            "contract": record(["id": .text("C-9"), "title": .text("Cold room")]),
            "delivery": record(["id": .text("MS-1"), "date": date("2026-11-11")]),
            "milestone": stage,
            "payment": record([
                "instalments": .list([
                    record([
                        "percent": decimal("30"), "date": date("2026-11-16"),
                        "amount": inr(2_696_640),
                    ]),
                    record([
                        "percent": decimal("70"), "date": date("2027-01-15"),
                        "amount": inr(6_292_160),
                    ]),
                ])
            ]),
        ], "India, a milestone in instalments",
        mandatory: [
            "Contract C-9", "Milestone M1: Lastenheft, 30%", "Payment terms in instalments",
            "30% by 16-Nov-2026 ₹ 26,966.40", "70% by 15-Jan-2027 ₹ 62,921.60",
        ], absent: ["MS-1", "without deduction", "Period of supply"])

    static let frenchInstalments = germany.with(
        [
            "milestone": stage,
            "payment": record([
                "instalments": .list([
                    record([
                        "percent": decimal("30"), "date": date("2026-11-05"),
                        "amount": eur(55_560),
                    ]),
                    record([
                        "percent": decimal("70"), "date": date("2027-01-04"),
                        "amount": eur(129_639),
                    ]),
                ]),
                "earlyPayment": .list([
                    record([
                        "until": date("2026-11-10"), "percent": decimal("2.5"),
                        "amount": eur(4_630), "payable": eur(180_569),
                    ])
                ]),
            ]),
        ], "France, a milestone in instalments, some of it deductible", language: "fr-FR",
        mandatory: [
            "Jalon M1: Lastenheft, 30 %", "30 % jusqu’au 05/11/2026 555,60 €",
            "jusqu’au 10/11/2026 avec 2,5 % 1\u{202F}805,69 €", "d’escompte",
        ], absent: ["sans escompte"])
}

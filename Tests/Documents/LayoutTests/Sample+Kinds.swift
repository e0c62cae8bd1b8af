import Formats
import Money

/// Documents that are no plain invoice: notes, vouchers, what advances leave, prices with tax.
extension Sample {
    static let kinds: [Sample] = [
        indianCreditNote, receiptVoucher, proforma, lessAdvance, reverseCharge, cancelled,
        germanCreditNote, depositInvoice, finalInvoice, inclusive, outsideScope, singapore,
    ]

    private static func reference(_ kind: String, _ number: String, _ day: String) -> Value {
        .list([record(["kind": .text(kind), "number": .text(number), "date": date(day)])])
    }

    /// Rule 53: the document it is about, and why; nothing is asked for.
    private static let indianCreditNote = india.with(
        [
            "kind": .text("credit-note"), "title": .text("credit-note"),
            "number": .text("CN/26-27/0007"),
            "references": reference("invoice", "KI/26-27/00418", "2026-11-16"),
            "reason": .text("Seals broken"),
        ], without: ["dueDate", "payment"], "India, credit note",
        mandatory: [
            "CREDIT NOTE", "Credit note no.", "CN/26-27/0007",
            "Original document KI/26-27/00418, 16-Nov-2026", "Reason Seals broken",
            "Amount credited", "Credit total ₹ 89,888.00", "Reverse charge No",
        ],
        absent: ["ORIGINAL FOR RECIPIENT", "Amount due", "Invoice", "IFSC", "Payment terms"])

    /// Rule 50: the amount, the rate and tax of each head, place of supply, reverse charge.
    private static let receiptVoucher = india.with(
        [
            "kind": .text("advance"), "title": .text("receipt-voucher"),
            "taxPoint": date("2026-11-14"),
        ], without: ["dueDate", "payment", "shipTo", "delivery"], "India, receipt voucher",
        mandatory: [
            "RECEIPT VOUCHER", "Received on 14-Nov-2026", "Amount received", "Reverse charge No",
            "Place of supply Karnataka (29)", "Total received ₹ 89,888.00", "6,855.84 6,855.84",
        ], absent: ["Ship to", "ORIGINAL FOR RECIPIENT", "Amount due"])

    private static let proforma = india.with(
        ["kind": .text("proforma"), "title": .text("proforma")], without: ["delivery"],
        "India, proforma",
        mandatory: ["PROFORMA INVOICE", "NOT A TAX INVOICE", "Proforma total ₹ 89,888.00"],
        absent: ["ORIGINAL FOR RECIPIENT"])

    private static let lessAdvance = india.with(
        [
            "totals": record([
                "lines": inr(7_617_600), "taxable": inr(7_617_600), "cgst": inr(685_584),
                "sgst": inr(685_584), "outside": inr(50_000), "roundOff": inr(32),
                "total": inr(9_038_768), "invoiced": inr(9_038_800),
                "prepaid": inr(1_180_000), "payable": inr(7_858_800),
            ]),
            "prepayments": .list([
                record([
                    "number": .text("RV/26-27/0003"), "date": date("2026-11-14"),
                    "taxable": inr(1_000_000), "cgst": inr(90_000), "sgst": inr(90_000),
                    "tax": inr(180_000), "total": inr(1_180_000),
                ])
            ]),
            "placeOfSupply": record([
                "code": .text("29"), "name": .text("Karnataka"), "proposed": .text("27"),
                "stated": .text("Installed at Hubballi"),
            ]),
        ], "India, less an advance",
        mandatory: [
            "Invoice total 90,388.00", "Paid as your pure agent 500.00", "Balance due ₹ 78,588.00",
            "RV/26-27/0003 14-Nov-2026 10,000.00 900.00 900.00 11,800.00",
            "Stated because Installed at Hubballi",
        ], absent: ["Invoice total ₹"])

    private static let reverseCharge = india.with(
        [
            "reverseCharge": .flag(true),
            "notes": .list([.text("Tax is payable on reverse charge by the recipient")]),
            "totals": record([
                "lines": inr(7_617_600), "taxable": inr(7_617_600), "cgst": inr(0),
                "sgst": inr(0), "reverseTax": inr(1_371_168), "total": inr(7_617_600),
                "payable": inr(7_617_600),
            ]),
        ], "India, reverse charge",
        mandatory: [
            "Reverse charge Yes", "Tax payable by recipient 13,711.68",
            "Tax is payable on reverse charge by the recipient", "Invoice total ₹ 76,176.00",
        ])

    private static let cancelled = india.with(
        ["isCancelled": .flag(true)], "India, cancelled", mandatory: ["CANCELLED"],
        absent: ["ORIGINAL FOR RECIPIENT"])

    private static let germanCreditNote = germany.with(
        [
            "kind": .text("credit-note"), "title": .text("credit-note"),
            "references": reference("invoice", "RE-7", "2026-11-02"),
            "reason": .text("Bruch"),
        ], without: ["dueDate", "payment"], "Germany, credit note",
        mandatory: [
            "Rechnungskorrektur", "Zu Rechnung RE-7, 02.11.2026", "Grund: Bruch",
            "Zu Ihren Gunsten", "Mindert Rechnung RE-7 vom",
            "Wir korrigieren unsere Rechnung:", "Korrekturbetrag",
        ], absent: ["Zu zahlen bis", "Zahlung", "Rechnungsbetrag", "IBAN"])

    private static let depositInvoice = germany.with(
        [
            "kind": .text("advance"), "title": .text("deposit-invoice"),
            "taxPoint": date("2026-11-03"),
        ], without: ["dueDate", "payment", "delivery", "period"], "Germany, deposit invoice",
        mandatory: ["Anzahlungsrechnung", "Erhalten am 03.11.2026", "Erhaltener Betrag"],
        absent: ["Leistungsdatum", "Zu zahlen bis"])

    private static let finalInvoice = germany.with(
        [
            "title": .text("final-invoice"),
            "totals": record([
                "lines": eur(192_000), "taxable": eur(192_000), "vat": eur(36_480),
                "tax": eur(36_480), "total": eur(228_480), "invoiced": eur(228_480),
                "prepaid": eur(119_000),
                "payable": eur(109_480),
            ]),
            "prepayments": .list([
                record([
                    "number": .text("AR-3"), "date": date("2026-06-05"), "taxable": eur(100_000),
                    "vat": eur(19_000), "tax": eur(19_000), "total": eur(119_000),
                ])
            ]),
        ], "Germany, final invoice",
        mandatory: [
            "Schlussrechnung", "Rechnungsbetrag 2.284,80", "Abzüglich Anzahlung AR-3",
            "−1.190,00", "darin Steuer 190,00", "Noch zu zahlen 1.094,80 €",
        ], absent: ["Gesamtbetrag"])

    private static let inclusive = germany.with(
        [
            "documentDiscount": record(["amount": eur(1_000)]),
            "taxSummary": .list([
                record([
                    "category": .text("S"), "rate": decimal("19"), "taxable": eur(7_566),
                    "vat": eur(1_438), "tax": eur(1_438),
                ])
            ]),
            "totals": record([
                "lines": eur(10_003), "discount": eur(1_000), "inclusive": eur(9_003),
                "taxable": eur(7_566), "vat": eur(1_438), "tax": eur(1_438),
                "roundOff": eur(-1), "total": eur(9_004), "payable": eur(9_003),
            ]),
        ], "Germany, prices with tax",
        mandatory: [
            "Preise, Rabatte und Fracht enthalten die Steuer.", "Rabatt −10,00",
            "Bruttobetrag 90,03", "darin Nettobetrag 75,66", "USt 19 % auf 75,66 14,38",
            "Rundung −0,01", "Rechnungsbetrag 90,03 €",
        ])

    private static let outsideScope = germany.with(
        [
            "taxSummary": .list([
                record([
                    "category": .text("O"), "rate": decimal("0"), "taxable": eur(10_000),
                    "vat": eur(0), "tax": eur(0),
                ])
            ]), "notes": .list([.text("Nicht steuerbar")]),
        ], "Germany, not subject to VAT", mandatory: ["Nicht steuerbar"],
        absent: ["USt 0 % auf", "USt 0 %auf"])

    /// The plain regime: the tax by the name that the rates give it.
    private static let singapore = germany.with(
        [
            "regime": .text("plain"),
            "taxSummary": .list([
                record([
                    "category": .text("S"), "rate": decimal("9"), "taxable": eur(10_000),
                    "salesTax": eur(900), "tax": eur(900), "name": .text("GST"),
                ])
            ]),
        ], "a tax of another country", language: "en-SG",
        mandatory: ["Tax invoice", "GST 9% on 100.00 9.00", "GST reg. no."], absent: ["VAT"])
}

import Money

@testable import EInvoice

extension EveryTerm {
    static let lines = [
        EN16931Invoice.Line(
            identifier: "1", note: "As agreed", object: .init("METER-128", scheme: "ABT"),
            quantity: Decimal(120), unit: "C62", net: euro(248_40), orderLine: "PO-L-132",
            accountingReference: "KST-133",
            period: .init(from: date("2026-06-01"), to: date("2026-06-15")),
            allowances: [
                .init(
                    reason: "Volume", reasonCode: "100", percent: Decimal(10), base: euro(270_00),
                    amount: euro(27_00))
            ],
            charges: [
                .init(
                    reason: "Packing", reasonCode: "PC", percent: Decimal(2), base: euro(270_00),
                    amount: euro(5_40))
            ],
            price: .init(
                net: decimal("22.50"), discount: decimal("2.50"), gross: Decimal(25),
                baseQuantity: Decimal(10), baseUnit: "C62"), vat: standard, item: item),
        EN16931Invoice.Line(
            identifier: "2", quantity: Decimal(1), unit: "DAY", net: euro(100_00), allowances: [],
            charges: [], price: .init(net: Decimal(100)), vat: exempt,
            item: .init(name: "Course")),
    ]

    private static let item = EN16931Invoice.Item(
        name: "Logger <7>", description: "IP 67", sellerIdentifier: "DL-155",
        buyerIdentifier: "B-156", standardIdentifier: .init("04012345678901", scheme: "0160"),
        classifications: [
            .init(code: "90251900", list: "HS", version: "2022"),
            .init(code: "41112200", list: "TST"),
        ], countryOfOrigin: "IT",
        attributes: [.init(name: "Colour", value: "Grey"), .init(name: "Range", value: "-40 °C")])

    private static func decimal(_ text: String) -> Decimal { Decimal(text) ?? .zero }
}

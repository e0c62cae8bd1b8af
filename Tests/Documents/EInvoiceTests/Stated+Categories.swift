/// A document of each VAT category that is not among `SmallTrade`: S, AE and K stand there.
extension Stated {
    /// Solar panels at 0 % (§ 12 Abs. 3 UStG) beside a course that is exempt (§ 4 Nr. 21 UStG).
    static let zeroAndExempt: Stated = {
        let (zero, exempt) = (#""category":"Z","rate":"0""#, #""category":"E","rate":"0""#)
        return invoice.setting([
            "lines": """
            [\(line(1, "Solarmodul", "2", "150.00", "300.00", tax: zero)),
            \(line(2, "Lehrgang", "2", "100.00", "200.00", tax: exempt))]
            """,
            "taxSummary": #"""
            [{\#(zero),"taxable":"300.00","vat":"0.00","tax":"0.00"},
            {\#(exempt),"taxable":"200.00","vat":"0.00","tax":"0.00",
            "exemptionReason":"Steuerfrei nach § 4 Nr. 21 UStG","exemptionCode":"VATEX-EU-132-1I"}]
            """#,
            "totals": #"""
            {"lines":"500.00","taxable":"500.00","vat":"0.00","tax":"0.00","total":"500.00",
            "payable":"500.00"}
            """#,
        ])
    }()

    /// A service to a business in New York: art. 44.
    static let outsideScope = category(
        "O", rate: "0", tax: "0.00", payable: "500.00",
        reason: #","exemptionReason":"Not subject to VAT","exemptionCode":"VATEX-EU-O""#
    ).setting([
        "language": #""en-US""#, "destination": #""US""#,
        "buyer": #"""
        {"id":"K-3","name":"Blue Mesa Inc.","category":"business","taxNumber":"GB123456789",
        "address":{"lines":["1 Pine Street"],"city":"New York","postcode":"10005","state":"NY",
        "country":"US"}}
        """#,
    ])

    /// Goods that left the Union.
    static let export = category(
        "G", rate: "0", tax: "0.00", payable: "500.00",
        reason: #","exemptionReason":"Export outside the EU","exemptionCode":"VATEX-EU-G""#)

    /// 7 % IGIC in the Canary Islands.
    static let canaryIslands = category("L", rate: "7", tax: "35.00", payable: "535.00").setting([
        "language": #""es-ES""#, "seller": seller("Las Palmas", "35001"),
        "buyer": buyer("Arucas", "35400"),
    ])

    /// 4 % IPSI in Melilla.
    static let melilla = category("M", rate: "4", tax: "20.00", payable: "520.00").setting([
        "language": #""es-ES""#, "seller": seller("Melilla", "52001"),
        "buyer": buyer("Melilla", "52005"),
    ])

    /// To an Italian town, which pays the 22 % of VAT to the treasury itself.
    static let splitPayment: Stated = {
        let tax = #""category":"B","rate":"22""#
        let line = Stated.line(
            1, "Sensore", "5", "100.00", "500.00", tax: tax, #","countryOfOrigin":"DE""#)
        return category("B", rate: "22", tax: "110.00", payable: "610.00").setting([
            "lines": "[\(line)]", "language": #""it-IT""#,
            "notes": #"["Scissione dei pagamenti – art. 17-ter DPR 633/1972"]"#,
            "seller": #"""
            {"name":"Filo S.r.l.","taxNumber":"IT12345670017","address":{"lines":["Via Po 3"],
            "city":"Torino","postcode":"10123","country":"IT"}}
            """#,
            "buyer": #"""
            {"id":"K-9","name":"Comune di Asti","category":"public","address":{
            "lines":["Piazza San Secondo 1"],"city":"Asti","postcode":"14100","country":"IT"}}
            """#,
        ])
    }()

    private static func seller(_ city: String, _ postcode: String) -> String {
        #"{"name":"Faro S.L.","taxNumber":"ESB76365789","address":{"lines":["Calle Mayor 1"],"#
            + #""city":"\#(city)","postcode":"\#(postcode)","country":"ES"}}"#
    }

    private static func buyer(_ city: String, _ postcode: String) -> String {
        #"{"id":"K-7","name":"Mareas S.L.","category":"business","address":{"#
            + #""lines":["Calle Real 9"],"city":"\#(city)","postcode":"\#(postcode)","#
            + #""country":"ES"}}"#
    }
}

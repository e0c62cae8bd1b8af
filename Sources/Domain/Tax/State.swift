/// A State or Union territory of India as GST codes it.
public struct State: Hashable, Sendable {
    /// Two digits: `29`.
    public let code: String
    public let name: String
    /// A Union territory without legislature, where UTGST stands in for SGST (UTGST Act s. 2(8)).
    public let isUnionTerritory: Bool

    /// Outside India: the place of supply of exports.
    public static let otherCountry = State(
        code: "96", name: "Other country", isUnionTerritory: false)

    public static func coded(_ code: String) -> State? { byCode[code] }

    /// GST state codes; `*` marks Union territories without legislature. 25 and 28 were merged into
    /// 26 and 37 and are kept for old registrations; Delhi, Puducherry and Jammu and Kashmir have
    /// legislatures and bear SGST.
    public static let all: [State] = """
        01 Jammu and Kashmir
        02 Himachal Pradesh
        03 Punjab
        04 Chandigarh*
        05 Uttarakhand
        06 Haryana
        07 Delhi
        08 Rajasthan
        09 Uttar Pradesh
        10 Bihar
        11 Sikkim
        12 Arunachal Pradesh
        13 Nagaland
        14 Manipur
        15 Mizoram
        16 Tripura
        17 Meghalaya
        18 Assam
        19 West Bengal
        20 Jharkhand
        21 Odisha
        22 Chhattisgarh
        23 Madhya Pradesh
        24 Gujarat
        25 Daman and Diu*
        26 Dadra and Nagar Haveli and Daman and Diu*
        27 Maharashtra
        28 Andhra Pradesh (before 2014)
        29 Karnataka
        30 Goa
        31 Lakshadweep*
        32 Kerala
        33 Tamil Nadu
        34 Puducherry
        35 Andaman and Nicobar Islands*
        36 Telangana
        37 Andhra Pradesh
        38 Ladakh*
        97 Other territory*
        """.split(separator: "\n").map { line in
            let name = line.dropFirst(3)
            let isTerritory = name.hasSuffix("*")
            return State(
                code: String(line.prefix(2)), name: String(isTerritory ? name.dropLast() : name),
                isUnionTerritory: isTerritory)
        }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
}

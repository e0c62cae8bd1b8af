/// Units as EN 16931 wants them: codes of UN/ECE Recommendations 20 and 21 (BR-CL-23).
enum UnitOfMeasure {
    /// The code of a unit that an invoice under India's GST states as a unit quantity code (UQC).
    ///
    /// What has no counterpart, such as `OTH`, and services, which have no unit there, count as ones.
    static func code(ofUQC unit: String) -> String { codes[unit] ?? "C62" }

    private static let codes: [String: String] = [
        "BAG": "XBG", "BAL": "XBL", "BDL": "XBE", "BOX": "XBX", "BTL": "XBO", "BUN": "XBH",
        "CAN": "XCA", "CBM": "MTQ", "CCM": "CMQ", "CMS": "CMT", "CTN": "XCT", "DOZ": "DZN",
        "DRM": "XDR", "GMS": "GRM", "GRS": "GRO", "KGS": "KGM", "KLR": "K6", "KME": "KMT",
        "LTR": "LTR", "MLT": "MLT", "MTR": "MTR", "MTS": "TNE", "PAC": "XPK", "PCS": "H87",
        "PRS": "PR", "QTL": "DTN", "ROL": "XRO", "SET": "SET", "SQF": "FTK", "SQM": "MTK",
        "SQY": "YDK", "TBS": "U2", "THD": "MIL", "TON": "TNE", "TUB": "XTU", "UGS": "GLL",
        "YDS": "YRD",
    ]
}

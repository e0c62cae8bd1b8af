/// The words and codes that one regime's orders are made of.
struct GeneratedTrade: Sendable {
    /// A town with its post code, in India its State.
    struct Place: Sendable {
        let city: String
        let postcode: String
        let state: String?
        let country: String

        init(_ city: String, _ postcode: String, _ state: String?, _ country: String) {
            self.city = city
            self.postcode = postcode
            self.state = state
            self.country = country
        }
    }

    let regime: String
    let currency: String
    /// The company's record, JSON, with `{template}` where its template is named.
    let company: String
    let articles: [String]
    let features: [String]
    let packs: [String]
    let services: [String]
    let units: [String]
    let serviceUnit: String
    let codes: [String]
    let serviceCode: String
    let taxes: [String]
    let firstNames: [String]
    let trades: [String]
    let forms: [String]
    let streets: [String]
    let places: [Place]
    let carriers: [String]
    let discountReason: String
    let freightText: String
    let note: String

    static let all = [european, indian]

    /// The company's record with the template its documents are printed by.
    func company(template: String) -> String {
        let parts = company.split(separator: "{template}", maxSplits: 1)
        return parts.map(String.init).joined(separator: template)
    }

    var isIndian: Bool { regime == "india-gst" }
}

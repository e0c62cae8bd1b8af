@testable import EInvoice

extension EveryTerm {
    static let seller = EN16931Invoice.Seller(
        name: "Lotwerk GmbH", tradingName: "Lotwerk",
        identifiers: [.init("L-29"), .init("4077788800022", scheme: "0088")],
        legalRegistration: .init("HRB 731904", scheme: "0204"), vatIdentifier: "DE931840277",
        taxRegistration: "143/617/30519", legalInformation: "Seat: Ulm",
        address: address("35", "DE"),
        contact: .init(name: "Ina Öz", phone: "+49 731 555 01", email: "bill@lotwerk.example"),
        electronicAddress: .init("DE931840277", scheme: "9930"))

    static let buyer = EN16931Invoice.Buyer(
        name: "Böhm & Töchter AB", tradingName: "Böhm",
        identifier: .init("4077788800046", scheme: "0088"),
        legalRegistration: .init("556000-4747", scheme: "0007"), vatIdentifier: "SE927406181101",
        address: address("50", "SE"),
        contact: .init(name: "Åke Ek", phone: "+46 8 555 02", email: "ap@boehm.example"),
        electronicAddress: .init("4077788800046", scheme: "0088"))

    /// - Parameter term: the number of the first one's term, by which addresses are told apart.
    static func address(_ term: String, _ country: String) -> EN16931Invoice.PostalAddress {
        .init(
            line1: "Street \(term)", line2: "House \(term)", line3: "Floor \(term)",
            city: "Town \(term)", postcode: "P-\(term)", subdivision: "Region \(term)",
            country: country)
    }
}

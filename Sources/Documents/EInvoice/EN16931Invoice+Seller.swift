import Invoicing
import Trade

extension EN16931Invoice {
    /// BG-4: who sells.
    public struct Seller: Hashable, Sendable {
        /// BT-27: the legal name.
        public var name: String
        /// BT-28: the name it is known by, where that differs.
        public var tradingName: String?
        /// BT-29: numbers to tell the seller by, where neither BT-30 nor BT-31 does.
        public var identifiers: [Identifier]
        /// BT-30: the number in a register of companies.
        public var legalRegistration: Identifier?
        /// BT-31: with the country's prefix.
        public var vatIdentifier: String?
        /// BT-32: the number at the local tax office.
        public var taxRegistration: String?
        /// BT-33: what the law wants said about the company, such as its seat and directors.
        public var legalInformation: String?
        /// BG-5.
        public var address: PostalAddress
        /// BG-6.
        public var contact: Contact?
        /// BT-34.
        public var electronicAddress: Identifier?
    }
}

extension EN16931Invoice.Seller {
    /// - Parameter isOutsideScope: the document is not subject to VAT and names nobody's VAT
    ///   identifier (BR-O-02); a seller in no register is then told by the local tax number, as
    ///   BR-CO-26 wants one of BT-29, BT-30 and BT-31.
    init(_ company: Invoice.Seller, _ words: InvoiceWords, isOutsideScope: Bool) {
        let registration = company.legalRegistration?.number
        let needsIdentifier = isOutsideScope && registration == nil
        let identifier = needsIdentifier ? company.localTaxNumber ?? company.taxNumber : nil
        self.init(
            name: company.name, tradingName: company.tradeName,
            identifiers: identifier.map { [.init($0)] } ?? [],
            legalRegistration: registration.map { .init($0) },
            vatIdentifier: isOutsideScope ? nil : EInvoice.vatIdentifier(company.taxNumber),
            taxRegistration: company.localTaxNumber,
            legalInformation: EN16931Invoice.Seller.legalInformation(company, words),
            address: EN16931Invoice.PostalAddress(company.address),
            contact: company.contact.flatMap {
                EN16931Invoice.Contact(name: $0.name, phone: $0.phone, email: $0.email)
            }, electronicAddress: company.electronicAddress.map { .init($0.id, scheme: $0.scheme) })
    }

    /// Register court, seat and directors on business letters: § 35a GmbHG, § 80 AktG, § 125 HGB.
    private static func legalInformation(
        _ company: Invoice.Seller, _ words: InvoiceWords
    ) -> String? {
        var parts: [String] = []
        if let authority = company.legalRegistration?.authority { parts.append(authority) }
        if let seat = company.seat { parts.append(words.seat + seat) }
        if let office = company.registeredOffice { parts.append(words.registeredOffice + office) }
        if !company.directors.isEmpty {
            parts.append(words.directors + company.directors.joined(separator: ", "))
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}

/// A tax number as a VAT identifier: `nil` if it does not begin with a country's letters (BR-CO-09).
///
/// Numbers of other taxes, such as an employer's number of the United States, have no term in
/// EN 16931 and stay out of it.
func vatIdentifier(_ taxNumber: String?) -> String? {
    guard let taxNumber else { return nil }
    let prefix = String(taxNumber.prefix(2))
    // Greece writes EL, Northern Ireland XI; neither is a country of ISO 3166-1.
    guard prefix == "EL" || prefix == "XI" || Country(code: prefix) != nil else { return nil }
    return taxNumber
}

import Money
import Tax
import Trade

extension Invoice {
    /// Who sells (BG-4), as it stands on the document.
    public struct Seller: Sendable {
        public let name: String
        public let tradeName: String?
        public let tagline: String?
        /// At the foot of each page.
        public let footer: String?
        public let address: Address
        /// GSTIN or VAT identifier.
        public let taxNumber: String
        public let localTaxNumber: String?
        public let otherTaxNumbers: [(scheme: String, number: String)]
        public let legalRegistration: LegalRegistration?
        public let registeredOffice: String?
        public let seat: String?
        public let directors: [String]
        public let contact: Contact?
        /// Where it sends electronic documents from (BT-34).
        public let electronicAddress: ElectronicAddress?
    }

    /// Who buys (BG-7).
    public struct Buyer: Sendable {
        /// The seller's number for the buyer.
        public let id: String
        public let name: String
        public let address: Address
        public let category: Customer.Category
        public let taxNumber: String?
        public let legalRegistration: LegalRegistration?
        public let contact: Contact?
        /// Asked for by the buyer (BT-10).
        public let reference: String?
        /// Where it receives electronic documents (BT-49).
        public let electronicAddress: ElectronicAddress?
        /// The forms of e-invoice that were asked for; empty where none was.
        public let eInvoice: [EInvoiceForm]
    }

    /// Where goods went (BG-13).
    public struct Place: Sendable {
        /// The place's id among the customer's; `nil` of the customer's own address.
        public let id: String?
        public let name: String
        public let address: Address
        public let taxNumber: String?
    }

    /// The account to pay into (BG-17).
    public struct Account: Sendable {
        public let holder: String
        public let bank: String?
        public let branch: String?
        public let account: String?
        public let ifsc: String?
        public let iban: String?
        public let bic: String?
        public let upi: String?
    }

    /// What lets an Indian export or SEZ supply go, and what banks ask for.
    public struct Export: Sendable {
        public let lut: String?
        public let lutDate: CalendarDate?
        public let iec: String?
        public let adCode: String?
    }
}

extension Invoice.Seller {
    init(_ company: Company) {
        self.init(
            name: company.name, tradeName: company.tradeName, tagline: company.look.tagline,
            footer: company.look.footer,
            address: company.address, taxNumber: company.taxNumber,
            localTaxNumber: company.localTaxNumber, otherTaxNumbers: company.otherTaxNumbers,
            legalRegistration: company.legalRegistration,
            registeredOffice: company.registeredOffice, seat: company.seat,
            directors: company.directors, contact: company.contact,
            electronicAddress: company.electronicAddress)
    }
}

extension Invoice.Buyer {
    init(_ customer: Customer, of company: Company) {
        self.init(
            id: customer.id, name: customer.name, address: customer.address,
            category: customer.category, taxNumber: customer.taxNumber,
            legalRegistration: customer.legalRegistration, contact: customer.contact,
            reference: customer.buyerReference, electronicAddress: customer.electronicAddress,
            eInvoice: customer.eInvoice.isEmpty ? company.eInvoice : customer.eInvoice)
    }
}

extension Invoice.Place {
    /// The ship-to address of an order; where it has none, the customer's own if it is to be said.
    init?(_ order: ReviewedOrder, always: Bool) {
        if let place = order.shipTo {
            self.init(
                id: place.id, name: place.address.name ?? order.customer.name,
                address: place.address, taxNumber: place.taxNumber)
        } else if always {
            let customer = order.customer
            self.init(
                id: nil, name: customer.name, address: customer.address,
                taxNumber: customer.taxNumber)
        } else {
            return nil
        }
    }
}

extension Invoice.Account {
    init?(_ company: Company, _ currency: Currency) {
        guard let account = company.bankAccount(for: currency) else { return nil }
        self.init(
            holder: account.holder ?? company.name, bank: account.bank, branch: account.branch,
            account: account.account, ifsc: account.ifsc, iban: account.iban, bic: account.bic,
            upi: account.upi)
    }
}

extension Invoice.Export {
    /// Letter of undertaking where no tax is charged under it.
    init(_ company: Company, _ treatment: Treatment) {
        self.init(
            lut: treatment.isCharged ? nil : company.export.lut,
            lutDate: treatment.isCharged ? nil : company.export.lutDate,
            iec: company.export.iec, adCode: company.export.adCode)
    }
}

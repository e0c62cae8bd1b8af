import Money
import Tax
import Trade

/// One line of an invoice.
public struct InvoiceLine: Sendable {
    public let number: Int
    /// Which of the invoice's parts it belongs to, from 0.
    public let part: Int
    /// The line of the order, or of the document that a note is about.
    public let orderLine: Int
    public let item: String
    public let kind: Item.Kind
    public let name: String
    public let note: String?
    public let hsn: String?
    public let commodityCode: String?
    public let countryOfOrigin: String?
    /// The item's unit, or the regime's for a milestone's share.
    public let unit: String
    public let quantity: Decimal
    public let unitPrice: Decimal
    /// The quantity the price is for.
    public let per: Decimal
    /// round(quantity × unit price ÷ per).
    public let gross: Money
    public let discountPercent: Decimal?
    public let discountReason: String?
    public let discount: Money
    public let freightDescription: String?
    public let freight: Money
    /// gross − discount + freight (BT-131).
    public let net: Money
    /// This line's share of the document's discount and freight.
    public let documentDiscount: Money
    public let documentFreight: Money
    /// What tax is on: net − share of the discount + share of the freight; where these contain the
    /// tax, without it; zero of what is paid as pure agent.
    public let taxable: Money
    public let tax: LineTax
    /// Tax of this line, where the regime rounds per line.
    public let taxes: TaxAmounts
    /// taxable + taxes that are asked for; of what is paid as pure agent, that.
    public let total: Money
}

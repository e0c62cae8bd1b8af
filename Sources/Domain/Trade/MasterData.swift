/// What orders refer to, as it stands in the books: a snapshot that does not change while one
/// command runs.
public struct MasterData: Sendable {
    public let company: Company
    public var customers = CustomerBook()
    public var items: [String: Item] = [:]
    public var prices = PriceBook()
    /// The user's own rates of tax, which go before the built-in ones.
    public var rates = RateTable.empty
    public var contracts = ContractBook()

    public init(company: Company) { self.company = company }
}

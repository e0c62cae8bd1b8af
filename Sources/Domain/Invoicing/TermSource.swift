import Diagnostics
import Money
import Trade

/// Who says so: the record, clause or row behind a term of an order.
///
/// Indirect: one is copied with every term and fact, the record behind it is not.
public indirect enum TermSource: Sendable {
    case order(String, SourceLocation)
    case contract(ClauseSource)
    case priceList(Price)
    case customer(Customer)
    case company(Company)
    case delivery(Delivery)
    /// A tax law's table of rates, by its regime's name.
    case regime(String)
    /// A document issued before, by its number.
    case document(DocumentKind, String)
    /// A notification, section or article.
    case law(String)

    /// As findings and explanations name it: `contract C-1, clause A.2`.
    public var citation: String {
        switch self {
        case .order(let id, _): "order \(id)"
        case .contract(let source): source.citation
        case .priceList(let price): "price list \(price.list), \(price.item) from \(price.from)"
        case .customer(let customer): "customer \(customer.id)"
        case .company: "the company's own terms"
        case .delivery(let delivery): "delivery \(delivery.id)"
        case .regime(let name): "rates of \(name)"
        case .document(let kind, let number): "\(kind.rawValue) \(number)"
        case .law(let law): law
        }
    }

    /// Where it stands in the user's files; `nil` for law and documents.
    public var location: SourceLocation? {
        switch self {
        case .order(_, let location): location
        case .contract(let source): source.location
        case .priceList(let price): price.node.location
        case .customer(let customer): customer.node.location
        case .company(let company): company.node.location
        case .delivery(let delivery): delivery.node?.location
        case .regime, .document, .law: nil
        }
    }

    /// `prices.csv:14`: the file's own name, without the folders of the machine it was read on.
    public func place(_ lines: inout LineFinder) -> String? {
        guard let location else { return nil }
        let path = location.source.name
        let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
        return "\(name):\(lines.line(of: location))"
    }
}

/// A term that holds for an order, and who says so.
public struct Agreed<Terms: Sendable>: Sendable {
    public let terms: Terms
    public let source: TermSource

    init(_ terms: Terms, _ source: TermSource) {
        self.terms = terms
        self.source = source
    }
}

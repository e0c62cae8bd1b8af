import Diagnostics
import Formats

/// Terms together with the place of the contract that states them.
public struct Clause<Terms: Sendable>: Sendable {
    public let terms: Terms
    public let source: ClauseSource

    /// Other terms that the same place states.
    func map(_ transform: (Terms) -> Terms) -> Clause {
        Clause(terms: transform(terms), source: source)
    }
}

/// Which contract or amendment says something, and where.
public struct ClauseSource: Sendable {
    /// Id of the contract or amendment.
    public let contract: String
    /// The clause's number as people quote it, such as `A.2`.
    public let clause: String?
    public let location: SourceLocation
    let isAmendment: Bool

    /// How findings and explanations quote it: `contract C-1, clause A.2`, `amendment C-1-A1`.
    public var citation: String {
        "\(isAmendment ? "amendment" : "contract") \(contract)"
            + (clause.map { ", clause \($0)" } ?? "")
    }

    /// Reads the `clause` of opened fields.
    init(_ fields: Fields, of document: ContractReader, at node: DataNode) {
        contract = document.id
        isAmendment = document.isAmendment
        clause = fields.optionalText("clause", limit: 40)
        location = node.location
    }
}

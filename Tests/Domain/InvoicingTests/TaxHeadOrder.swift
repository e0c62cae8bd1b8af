import Invoicing
import Tax

/// Prints amounts of tax in the order of their heads.
enum TaxHeadOrder {
    static func texts(_ amounts: TaxAmounts) -> [String] {
        TaxHead.allCases.compactMap { head in amounts[head].map { "\(head.rawValue) \($0.plain)" } }
    }
}

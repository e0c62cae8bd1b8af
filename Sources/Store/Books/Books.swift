import Database
import Diagnostics
import Formats
import Money
import Trade

/// The books: parties, items, prices, orders, deliveries and the documents issued for them.
///
/// Every operation works inside a transaction that its caller opened and will commit.
public enum Books {}

/// Thousandths, the unit in which quantities are stored.
extension Decimal {
    var thousandths: Int64 { Int64(clamping: billionths / 1_000_000) }

    init(thousandths: Int64) { self.init(billionths: Int128(thousandths) * 1_000_000) }
}

import Diagnostics

/// What the columns of a kind of CSV file stand for.
///
/// Each column names the path of the JSON form it fills: `customer`, `paymentTerms.netDays`,
/// `lines[].item`. So CSV and JSON records are read by the same code afterwards.
public struct CSVTable: Sendable {
    public struct Column: Sendable {
        public let name: String
        /// The steps to the value: a key, `[]` for the element of a list that a row makes, `[+]` for
        /// one more element of a list that several columns fill.
        let path: [String]
        public let meaning: String

        /// - Parameter path: such as `lines[].discount.percent`; the name itself where `nil`.
        public init(_ name: String, _ path: String? = nil, _ meaning: String = "") {
            self.name = name
            self.path = (path ?? name).split(separator: ".").flatMap { step in
                guard let bracket = step.firstIndex(of: "[") else { return [String(step)] }
                return [String(step[..<bracket]), String(step[bracket...])]
            }
            self.meaning = meaning
        }
    }

    public let columns: [Column]
    /// The column that tells which rows make one record; `nil` where each row is a record.
    public let groupedBy: String?

    public init(_ columns: [Column], groupedBy: String? = nil) {
        self.columns = columns
        self.groupedBy = groupedBy
    }
}

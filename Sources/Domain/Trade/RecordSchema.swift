import Formats

/// What each kind of file may hold, for people and machines: JSON Schema and CSV columns.
///
/// Describes the shape only. What depends on other records, on check digits or on tax law is found
/// by import. What fits a schema has the right shape for import; import also takes a number where
/// a text is wanted and `null` for a key that is left out.
public enum RecordSchema {
    /// The names there are: every kind of input record, then what the program writes.
    public static var names: [String] { all.map(\.name) }

    /// The JSON Schema (draft 2020-12) of one record; `nil` for an unknown name.
    ///
    /// An object with its properties in the order of the documentation; parts that records share
    /// stand under `$defs`, in the order in which they are first needed.
    public static func jsonSchema(named name: String) -> Value? {
        for table in tables {
            if let part = table[name], part.isRecord {
                return SchemaWriter(table: table).schema(of: part)
            }
        }
        return nil
    }

    /// The CSV columns of a kind of record in their order; `nil` where it has no CSV form.
    public static func csvColumns(named name: String) -> [(name: String, meaning: String)]? {
        RecordKind(rawValue: name)?.table?.columns.map { ($0.name, $0.meaning) }
    }

    /// What a name stands for, in one sentence.
    public static func title(named name: String) -> String? {
        all.first { $0.name == name }?.title
    }

    static let tables = [
        SchemaTable.records, SchemaTable.rates, SchemaTable.contracts, SchemaTable.invoice,
    ]

    private static var all: [SchemaTable.Part] { tables.flatMap(\.records) }
}

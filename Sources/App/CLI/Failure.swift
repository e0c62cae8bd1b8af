import Database
import Formats
import Money
import Workflows

/// Why a command as a whole did not work, or stopped.
struct Failure {
    /// `usage` or `environment`.
    let kind: String
    let message: String
    let hint: String?

    var status: Int32 { kind == "usage" ? 2 : 3 }

    init(_ error: any Error) {
        switch error {
        case let error as UsageError:
            (kind, message, hint) = ("usage", error.message, error.hint)
        case let error as EnvironmentError:
            (kind, message, hint) = ("environment", error.message, error.hint)
        case let error as DatabaseError:
            (kind, message, hint) = ("environment", error.message, error.advice)
        case is AmountOverflow:
            (kind, message, hint) = (
                "environment", "a sum of amounts in the books is larger than any amount can be",
                "bijak verify tells what was changed"
            )
        default:
            (kind, message, hint) = ("environment", "\(error)", nil)
        }
    }

    /// Adds it to an answer for machines.
    func add(to record: inout Value.Record) {
        record.add("failure", kind)
        record.add("message", message)
        record.add("hint", hint)
    }
}

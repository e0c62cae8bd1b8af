/// How bad a finding is.
public enum Severity: String, Sendable {
    /// Blocks: nothing is issued while it stands.
    case error
    /// Told and counted, blocks nothing.
    case warning
}

/// One finding about a user's input: where, what was found, what was expected, how to mend it.
///
/// Codes are short words in kebab case (`unknown-customer`). Each has an example of its own under
/// `examples/errors/CODE/`.
public struct Diagnostic: Sendable {
    public let severity: Severity
    public let code: String
    /// One sentence in plain words, without a full stop.
    public let message: String
    public var location: SourceLocation?
    public let found: String?
    public let expected: String?
    /// What to do about it.
    public let hint: String?
    /// The record concerned, such as `order SO-26-0001`; set by whoever reads records.
    public var subject: String?

    public init(
        _ severity: Severity = .error, code: String, _ message: String,
        at location: SourceLocation? = nil, found: String? = nil, expected: String? = nil,
        hint: String? = nil, subject: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.location = location
        self.found = found
        self.expected = expected
        self.hint = hint
        self.subject = subject
    }
}

/// Collects the findings of one piece of work; all of them, up to a limit that is said.
public final class Findings {
    /// Findings kept of one record; past it they are counted and said in one closing line.
    public static let limit = 200

    public private(set) var diagnostics: [Diagnostic] = []
    public private(set) var errorCount = 0
    public private(set) var warningCount = 0
    /// Given to each finding that names no subject.
    public var subject: String?
    /// Given to each finding that has no place of its own.
    public var location: SourceLocation?

    public init(subject: String? = nil) { self.subject = subject }

    public var hasErrors: Bool { errorCount > 0 }
    /// No more findings are kept, so that none needs a costly hint.
    public var isFull: Bool { diagnostics.count > Findings.limit }

    public func add(_ diagnostic: Diagnostic) {
        switch diagnostic.severity {
        case .error: errorCount += 1
        case .warning: warningCount += 1
        }
        if diagnostics.count < Findings.limit {
            var kept = diagnostic
            if kept.subject == nil { kept.subject = subject }
            if kept.location == nil { kept.location = location }
            diagnostics.append(kept)
        } else if diagnostics.count == Findings.limit {
            diagnostics.append(
                Diagnostic(
                    diagnostic.severity, code: "too-many-findings",
                    "more than \(Findings.limit) findings in one record; the rest is not listed",
                    hint: "mend those above and check again", subject: subject))
        }
    }
}

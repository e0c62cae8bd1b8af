import Diagnostics

extension Diagnostic {
    /// The finding for machines: severity, code, message, subject, file, line, column, found, expected,
    /// hint; what does not apply is absent.
    public var value: Value {
        .record {
            $0.add("severity", severity.rawValue)
            $0.add("code", code)
            $0.add("message", message)
            $0.add("subject", subject)
            if let location {
                $0.add("file", location.source.name)
                $0.add("line", .integer(location.line))
                $0.add("column", .integer(location.column))
            }
            $0.add("found", found)
            $0.add("expected", expected)
            $0.add("hint", hint)
        }
    }
}

public import Diagnostics

/// The paths that a kind of value tree has, so that a template's mistakes are found before any
/// document is printed.
///
/// Read from `templates/values/KIND.txt`: one path a line, names divided by dots; lists are
/// marked `lines[].net`. Lines that begin with `#` say nothing.
public struct PathCatalog: Sendable {
    private var paths: Set<String> = []
    private var ordered: [String] = []
    private var lists: Set<String> = []
    /// What has further names behind it.
    private var records: Set<String> = []

    public init(_ source: SourceText) {
        for line in source.bytes.split(separator: 0x0A) {
            let text = String(decoding: line.filter { $0 > 0x20 }, as: UTF8.self)
            if text.isEmpty || text.hasPrefix("#") { continue }
            var known = ""
            for step in text.split(separator: ".") {
                var name = step
                let isList = name.hasSuffix("[]")
                if isList { name = name.dropLast(2) }
                if !known.isEmpty { records.insert(known) }
                known += known.isEmpty ? "\(name)" : ".\(name)"
                if isList { lists.insert(known) }
                if paths.insert(known).inserted { ordered.append(known) }
            }
        }
    }

    /// Whether there is such a path, both without `[]`; `scope` is empty at the root.
    func contains(_ path: String, in scope: String) -> Bool {
        paths.contains(scope.isEmpty ? path : "\(scope).\(path)")
    }

    func isList(_ path: String, in scope: String) -> Bool {
        lists.contains(scope.isEmpty ? path : "\(scope).\(path)")
    }

    /// Whether it is a single value, no list and no record of further ones.
    func isSingle(_ path: String, in scope: String) -> Bool {
        let full = scope.isEmpty ? path : "\(scope).\(path)"
        return !lists.contains(full) && !records.contains(full)
    }

    /// A hint for a path that is not there.
    func suggestion(for path: String, in scope: String) -> String? {
        let prefix = scope.isEmpty ? "" : "\(scope)."
        let candidates = ordered.filter { $0.hasPrefix(prefix) }
            .map { String($0.dropFirst(prefix.count)) }
        if let close = nearest(to: path, among: candidates) { return "did you mean \"\(close)\"?" }
        let depth = path.split(separator: ".").dropLast().joined(separator: ".")
        let siblings = candidates.filter {
            $0.split(separator: ".").dropLast().joined(separator: ".") == depth
        }
        return Diagnostics.suggestion(for: path, among: siblings)
    }
}

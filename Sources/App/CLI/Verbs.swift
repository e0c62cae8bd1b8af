import Diagnostics
import Workflows

/// A command's second word, such as `show` of `customer show`, with what may follow it.
struct Verb {
    let name: String
    /// What follows it, for messages: `ID KEY=VALUE…`.
    let arguments: String
    /// Options of the command that belong to it.
    let options: Set<String>
}

extension Invocation {
    /// The verb that the first argument names, and the arguments behind it.
    func verb(of command: String, among verbs: [Verb]) throws -> (Verb, rest: [String]) {
        let names = verbs.map(\.name)
        guard let name = arguments.first else {
            throw UsageError(
                "\(command) needs a verb", hint: "there are \(names.joined(separator: ", "))")
        }
        guard let verb = verbs.first(where: { $0.name == name }) else {
            throw UsageError(
                "\(command) has no verb \"\(name)\"",
                hint: nearest(to: name, among: names).map { "did you mean \"\($0)\"?" }
                    ?? "there are \(names.joined(separator: ", "))")
        }
        let own = verbs.reduce(into: Set<String>()) { $0.formUnion($1.options) }
        for option in (Set(options.keys).union(switches)).intersection(own).sorted()
        where !verb.options.contains(option) {
            let owners = verbs.filter { $0.options.contains(option) }.map {
                "\(command) \($0.name)"
            }
            throw UsageError(
                "\(command) \(name) has no option --\(option)",
                hint: "it belongs to \(owners.joined(separator: ", "))")
        }
        let rest = Array(arguments.dropFirst())
        if verb.arguments.isEmpty, let extra = rest.first {
            throw UsageError("\(command) \(name) takes options only, not \"\(extra)\"")
        }
        return (verb, rest)
    }

    /// The one argument that a command needs.
    func single(_ arguments: [String], _ question: String, _ usage: String) throws -> String {
        guard let argument = arguments.first else { throw UsageError(question, hint: usage) }
        if arguments.count > 1 {
            throw UsageError("one at a time, not also \"\(arguments[1])\"", hint: usage)
        }
        return argument
    }

    /// An option that a command cannot do without.
    func required(_ option: String, _ usage: String) throws -> String {
        guard let value = options[option] else {
            throw UsageError("--\(option) is missing", hint: usage)
        }
        return value
    }
}

internal import CLinux
import Diagnostics
internal import Glibc
import Workflows

/// Reads an argument list with glibc's `getopt_long`, by the table of commands.
struct ArgumentParser {
    let command: Command
    private(set) var arguments: [String] = []
    private(set) var options: [String: String] = [:]
    private(set) var repeated: [String: [String]] = [:]
    private(set) var switches: Set<String> = []
    /// No command was named, only `--help`.
    private(set) var asksOverview = false

    /// Takes the options before the command, the command, and what follows it.
    ///
    /// - Throws: `UsageError` that names what is not known and what is.
    init(_ list: [String], commands: [Command]) throws {
        var before = ArgumentParser(none: commands)
        try before.scan(list, Command.global, stopsAtFirstArgument: true)
        guard let name = before.arguments.first else {
            guard before.switches.contains("help") else {
                throw UsageError("no command given", hint: "bijak --help lists the commands")
            }
            self = before
            asksOverview = true
            return
        }
        guard let command = commands.first(where: { $0.name == name }) else {
            let names = commands.map(\.name)
            throw UsageError(
                "there is no command \"\(name)\"",
                hint: nearest(to: name, among: names).map { "did you mean \"\($0)\"?" }
                    ?? "there are \(names.joined(separator: ", "))")
        }
        self.command = command
        options = before.options
        repeated = before.repeated
        switches = before.switches
        try scan(
            [list[0]] + before.arguments.dropFirst(), command.options + Command.global,
            stopsAtFirstArgument: false)
        if command.arguments.isEmpty, let extra = arguments.first {
            throw UsageError(
                "\(name) takes options only, not \"\(extra)\"",
                hint: "bijak \(name) --help lists them")
        }
    }

    private init(none commands: [Command]) { command = commands[0] }

    /// Runs `getopt_long` over `list`, whose first element is the program's name.
    private mutating func scan(
        _ list: [String], _ known: [Command.Option], stopsAtFirstArgument: Bool
    ) throws {
        var pointers = unsafe list.map { unsafe strdup($0) } + [nil]
        let names = unsafe known.map { unsafe strdup($0.name) }
        defer {
            for index in unsafe pointers.indices { unsafe free(pointers[index]) }
            for index in unsafe names.indices { unsafe free(names[index]) }
        }
        var table: [option] = unsafe zip(known, names).map { option, name in
            unsafe CLinux.option(
                name: name, has_arg: option.value == nil ? no_argument : required_argument,
                flag: nil, val: 0)
        }
        unsafe table.append(CLinux.option())
        bijak_getopt_reset()
        while true {
            var index: Int32 = 0
            let result = unsafe getopt_long(
                Int32(list.count), &pointers, stopsAtFirstArgument ? "+:" : ":", table, &index)
            if result == -1 { break }
            if result != 0 {
                // What it stopped at, in its own copy; of several letters behind one dash it stays there.
                let end = Int(bijak_getopt_index())
                let words = unsafe pointers[max(1, end - 1)..<min(end + 1, list.count)].compactMap {
                    unsafe $0.map { unsafe String(cString: $0) }
                }
                throw problem(result, words.first { $0.hasPrefix("-") } ?? "", known)
            }
            let option = known[Int(index)]
            if option.value == nil {
                switches.insert(option.name)
            } else {
                let value = unsafe String(cString: bijak_getopt_value())
                if !option.repeats, let other = options[option.name], other != value {
                    throw UsageError(
                        "--\(option.name) is given twice: \"\(other)\" and \"\(value)\"",
                        hint: "which of them?")
                }
                options[option.name] = value
                repeated[option.name, default: []].append(value)
            }
        }
        // getopt_long moves the arguments that are no options to the end of its own copy.
        arguments = unsafe pointers[Int(bijak_getopt_index())..<list.count].compactMap { pointer in
            unsafe pointer.map { unsafe String(cString: $0) }
        }
    }

    private func problem(
        _ result: Int32, _ word: String, _ known: [Command.Option]
    ) -> UsageError {
        let names = known.map { "--\($0.name)" }.joined(separator: " ")
        if result == Int32(UInt8(ascii: ":")) {
            return UsageError("the option \(word) needs a value")
        }
        return UsageError(
            "the option \(word) is not known or not unique here", hint: "there are \(names)")
    }
}

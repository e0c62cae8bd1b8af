import Workflows

/// The help texts, made from the table of commands.
enum Help {
    static let version = Recipe.programVersion

    static func overview(_ commands: [Command]) -> String {
        var text = """
            Bijak turns validated orders into issued documents and files them.

            usage: bijak [--books DIR] COMMAND …


            """
        text += rows(commands.map { ($0.name, $0.summary) })
        text += "\nOptions of every command:\n"
        text += rows(Command.global.map { (label($0), $0.help) })
        text += """

            bijak COMMAND --help tells more. Exit status: 0 done, 1 findings, 2 wrong use, 3 machine.

            """
        return text
    }

    static func text(of command: Command) -> String {
        var text = "\(command.summary)\n\nusage: bijak \(command.name)"
        if !command.options.isEmpty { text += " [options]" }
        if !command.arguments.isEmpty { text += " \(command.arguments)" }
        text += "\n"
        if !command.options.isEmpty {
            text += "\nOptions:\n" + rows(command.options.map { (label($0), $0.help) })
        }
        text += "\nOptions of every command:\n"
        text += rows(Command.global.map { (label($0), $0.help) })
        if !command.details.isEmpty { text += "\n\(command.details)\n" }
        return text
    }

    private static func label(_ option: Command.Option) -> String {
        option.value.map { "--\(option.name) \($0)" } ?? "--\(option.name)"
    }

    private static func rows(_ rows: [(String, String)]) -> String {
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, help in
            "  \(name)\(String(repeating: " ", count: width - name.count))  \(help)\n"
        }.joined()
    }
}

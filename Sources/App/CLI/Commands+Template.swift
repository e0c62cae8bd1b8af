import Diagnostics
import Formats
import Workflows

extension Command {
    static let template = Command(
        name: "template", summary: "check a template, or begin one of your own",
        arguments: "check FILE… | new NAME",
        options: [
            Option("from", "TEMPLATE", "new: the template to copy (default classic)"),
            Option("to", "FILE", "new: where to (default NAME.xml)"),
        ],
        details: """
            check reads templates as documents do and tells every mistake with its place. It needs
            no books.

            new copies a template to edit. Put the file into the folder templates of the books and
            name it in the company's record as look.template, or with --template where a command
            has that option. Colours and logo are the company's settings; they need no template.

            examples:
              bijak template new ours --from modern
              bijak template check ours.xml
              bijak rerender --customer C-1001 --template ours
            """
    ) { invocation in
        let verbs = [
            Verb(name: "check", arguments: "FILE…", options: []),
            Verb(name: "new", arguments: "NAME", options: ["from", "to"]),
        ]
        let (verb, rest) = try invocation.verb(of: "template", among: verbs)
        if verb.name == "check" { return try checked(rest, invocation) }
        let name = try invocation.single(rest, "which name?", "bijak template new NAME")
        let file = try OutputPlace.file(
            invocation.options["to"] ?? "\(name).xml", "--to", inTemplates: true)
        let origin = invocation.options["from"] ?? "classic"
        try Templates(world: invocation.world()).begin(name, from: origin, to: file)
        return Answer(
            value: .record {
                $0.add("template", name)
                $0.add("file", file)
            },
            text: """
                \(file) is a copy of \(origin). Edit it, then: bijak template check \(file)
                """)
    }

    private static func checked(_ files: [String], _ invocation: Invocation) throws -> Answer {
        guard !files.isEmpty else {
            throw UsageError("which files?", hint: "bijak template check FILE…")
        }
        let templates = try Templates(world: invocation.world())
        let results = try files.map { try templates.check($0) }
        let lines = results.map { result in
            let warned =
                result.warnings == 0 ? "" : ", with \(counted(result.warnings, "warning"))"
            return result.isSound
                ? "\(result.file): sound\(warned)" : "\(result.file): cannot be used"
        }
        return Answer(
            value: .list(
                results.map { result in
                    .record {
                        $0.add("file", result.file)
                        $0.add("name", result.name)
                        $0.add("sound", .flag(result.isSound))
                    }
                }),
            text: lines.joined(separator: "\n"), hasErrors: results.contains { !$0.isSound })
    }
}

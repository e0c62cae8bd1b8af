import Formats
internal import Glibc
import Money
import Workflows

/// One command of the program, as data: the parser, the help and later the manual page and shell
/// completion are made from it.
struct Command: Sendable {
    let name: String
    /// One line.
    let summary: String
    /// What follows the name, such as `FILE…`.
    let arguments: String
    let options: [Option]
    /// Paragraphs and examples of the command's help.
    let details: String
    let run: @Sendable (Invocation) throws -> Answer

    struct Option: Sendable {
        let name: String
        /// What its value is called; `nil` for a switch.
        let value: String?
        let help: String
        /// Whether it may be given several times.
        let repeats: Bool

        init(_ name: String, _ value: String? = nil, _ help: String, repeats: Bool = false) {
            self.name = name
            self.value = value
            self.help = help
            self.repeats = repeats
        }
    }

    /// Options that every command has.
    static let global = [
        Option("books", "DIR", "where the books are (default ./books)"),
        Option("templates", "DIR", "where templates are"),
        Option("fonts", "DIR", "where fonts are"),
        Option("processors", "N", "how many documents are made at once (default: all processors)"),
        Option("json", nil, "print results for machines on standard output"),
        Option("quiet", nil, "no progress and no summary"),
        Option("help", nil, "this help"),
    ]
}

/// What a command has to say at its end.
struct Answer {
    /// For machines, with `--json`.
    var value: Value
    /// For people: lines of plain text.
    var text: String
    /// Whether there were errors in what was looked at: exit status 1.
    var hasErrors = false
    /// It went out piece by piece already.
    var isPrinted = false
    /// What ended the command before it was through, told after what it had done by then.
    var stop: (any Error)?
}

/// A command as it was called.
struct Invocation {
    let arguments: [String]
    let options: [String: String]
    /// Every value of each option, in order; `options` has the last.
    let repeated: [String: [String]]
    let switches: Set<String>
    let terminal: Terminal
    let executable: String

    var booksPath: String { options["books"] ?? "books" }

    func world() throws -> World {
        let processors = try options["processors"].map { text in
            guard let number = Int(text), (1...64).contains(number) else {
                throw UsageError("--processors is a number from 1 to 64")
            }
            return number
        }
        return World(
            today: Invocation.today, now: Invocation.now, person: try Invocation.person(),
            processors: processors,
            resources: {
                try Resources.find(
                    templates: options["templates"], fonts: options["fonts"], books: booksPath,
                    executable: executable)
            }, reporter: terminal)
    }

    /// The machine's time; the day alone where `BIJAK_TODAY` names it.
    private static var now: ((String) throws -> String)? {
        if unsafe getenv("BIJAK_TODAY") != nil { return nil }
        return { try World.systemNow($0) }
    }

    /// Who works with the books: `BIJAK_PERSON`, for what commands do not ask a name for.
    private static func person() throws -> String {
        guard let name = unsafe getenv("BIJAK_PERSON") else { return World.nobody }
        let text = unsafe String(cString: name)
        return try OrderStates.Decision(reason: nil, by: text, named: "BIJAK_PERSON").person
    }

    /// The machine's day, or the one that `BIJAK_TODAY` names: for runs that must come out the same
    /// whenever they are made, such as tests and examples.
    private static func today(_ timeZone: String) throws -> CalendarDate {
        guard let day = unsafe getenv("BIJAK_TODAY") else {
            return try World.systemToday(timeZone)
        }
        let text = unsafe String(cString: day)
        guard let date = CalendarDate(text) else {
            throw UsageError("BIJAK_TODAY is no date: \(text)", hint: "such as 2026-04-30")
        }
        return date
    }
}

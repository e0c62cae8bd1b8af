internal import Glibc
import Workflows

/// The program: reads the command line, runs one command, ends with its status.
@main
struct Bijak {
    static let commands: [Command] = [
        .initialise, .importing, .customer, .contract, .check, .approve, .hold, .release, .cancel,
        .preview, .attach, .proforma, .deliveryNote, .advance, .issue, .credit, .debit, .status,
        .explain,
        .find, .fetch,
        .rerender, .dispute, .retain, .verify, .audit, .prove, .backup, .restore, .eInvoice, .read,
        .convert, .validate, .template, .schema,
    ]

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        // A file that is opened must not become standard output, nor get what is printed.
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
        exit(run(CommandLine.arguments))
    }

    static func run(_ list: [String]) -> Int32 {
        var terminal = Terminal(isJSON: list.contains("--json"), isQuiet: false)
        var status = run(list, &terminal)
        if let loss = terminal.loss {
            let failure = Failure(loss)
            terminal.fail(failure)
            status = failure.status
        }
        return status
    }

    private static func run(_ list: [String], _ terminal: inout Terminal) -> Int32 {
        do {
            if list.dropFirst().first == "--version" {
                terminal.print("bijak \(Help.version)\n")
                return 0
            }
            if list.count > 1, list.dropFirst().allSatisfy({ $0 == "--help" || $0 == "help" }) {
                terminal.print(Help.overview(commands))
                return 0
            }
            let parsed = try ArgumentParser(list, commands: commands)
            if parsed.switches.contains("help") {
                terminal.print(
                    parsed.asksOverview ? Help.overview(commands) : Help.text(of: parsed.command))
                return 0
            }
            let isJSON = parsed.switches.contains("json")
            terminal = Terminal(isJSON: isJSON, isQuiet: parsed.switches.contains("quiet"))
            if isJSON, parsed.switches.contains("csv") {
                throw UsageError("--csv or --json, not both")
            }
            let answer = try parsed.command.run(
                Invocation(
                    arguments: parsed.arguments, options: parsed.options,
                    repeated: parsed.repeated, switches: parsed.switches, terminal: terminal,
                    executable: executablePath(list[0])))
            let stop = answer.stop.map { Failure($0) }
            terminal.finish(answer, command: parsed.command.name, stop: stop)
            if let stop {
                terminal.fail(stop)
                return stop.status
            }
            return answer.hasErrors ? 1 : 0
        } catch {
            let failure = Failure(error)
            terminal.fail(failure)
            return failure.status
        }
    }

    /// Where this program lies, to find templates and fonts beside it.
    private static func executablePath(_ name: String) -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let length = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
        guard length > 0 else { return name }
        return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

import Database
internal import Glibc
import Money
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
        exit(run(CommandLine.arguments))
    }

    static func run(_ list: [String]) -> Int32 {
        let asksJSON = list.contains("--json")
        var terminal = Terminal(isJSON: asksJSON, isQuiet: false)
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
            terminal = Terminal(
                isJSON: parsed.switches.contains("json"), isQuiet: parsed.switches.contains("quiet")
            )
            let answer = try parsed.command.run(
                Invocation(
                    arguments: parsed.arguments, options: parsed.options,
                    repeated: parsed.repeated, switches: parsed.switches, terminal: terminal,
                    executable: executablePath(list[0])))
            terminal.finish(answer, command: parsed.command.name)
            if let stop = answer.stop { throw stop }
            return answer.hasErrors ? 1 : 0
        } catch let error as UsageError {
            terminal.fail("usage", error.message, hint: error.hint)
            return 2
        } catch let error as EnvironmentError {
            terminal.fail("environment", error.message, hint: error.hint)
            return 3
        } catch let error as DatabaseError {
            terminal.fail("environment", error.message, hint: error.advice)
            return 3
        } catch is AmountOverflow {
            terminal.fail(
                "environment", "a sum of amounts in the books is larger than any amount can be",
                hint: "bijak verify tells what was changed")
            return 3
        } catch {
            terminal.fail("environment", "\(error)", hint: nil)
            return 3
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

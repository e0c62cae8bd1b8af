import Formats
internal import Glibc
import Workflows

/// The command `run`: all benchmarks, their tables for people or their figures for machines.
struct Measuring {
    let options: Options
    let setting: Setting
    private let parts: [String]

    private static let allParts = [
        "issue", "check", "stages", "price", "pages", "floor", "einvoices", "find", "fetch",
    ]

    init(_ options: Options) throws {
        self.options = options
        parts = options["only"]?.split(separator: ",").map(String.init) ?? Self.allParts
        if parts.contains(where: { !Self.allParts.contains($0) }) {
            throw UsageError(
                "--only is one or several of \(Self.allParts.joined(separator: ", ")), with commas")
        }
        setting = Setting(
            folder: try Setting.temporaryFolder(),
            program: try options["bijak"] ?? Self.besideThis(),
            templates: options["templates"] ?? "templates", fonts: options["fonts"] ?? "fonts",
            trade: try options.trade(), template: try options.template(),
            seed: UInt64(try options.number("seed", in: 0...Int.max, default: 1)))
    }

    func run() throws {
        var figures = Value.Record()
        // Others at work slow everything down, and leave fewer processors than there are.
        let load = String(decoding: try read("/proc/loadavg").prefix { $0 != 0x20 }, as: UTF8.self)
        let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        say("Load of the machine before: \(load) on \(processors) processors\n")
        figures.add("loadBefore", load)
        figures.add("machineProcessors", .integer(processors))
        // Children are measured first, while this process is small (`ChildProcess.peakKiB`).
        do {
            if parts.contains("issue") { try issue(&figures) }
            if parts.contains("fetch") { try fetch(&figures) }
            if parts.contains("check") { try check(&figures) }
            if parts.contains("stages") { try stages(&figures) }
            if parts.contains("price") { try price(&figures) }
            if parts.contains("pages") { try pages(&figures) }
            if parts.contains("floor") { try floor(&figures) }
            if parts.contains("einvoices") { try eInvoices(&figures) }
            if parts.contains("find") { try find(&figures) }
        } catch {
            if !options.has("keep") { try setting.removeFolder() }
            throw error
        }
        if options.has("json") { print(JSONWriter.text(.record(figures)), terminator: "") }
        if !options.has("keep") { try setting.removeFolder() }
    }

    private static func besideThis() throws -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let length = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
        if length < 0 { throw failure("read the link", "/proc/self/exe") }
        let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { "\(path[..<$0])/bijak" } ?? "bijak"
    }

    /// For people only; machines read all figures at the end.
    func say(_ text: String) {
        if !options.has("json") { print(text, terminator: "") }
        fflush(nil)
    }
}

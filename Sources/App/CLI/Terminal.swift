import Diagnostics
import Formats
internal import Glibc
import Workflows

/// Where people and machines read what happens: findings and progress on standard error, results on
/// standard output.
final class Terminal: Reporter {
    /// Findings kept for `--json`; past it they are only counted.
    static let findingsLimit = 10_000

    private let isJSON: Bool
    private let isQuiet: Bool
    private let showsProgress: Bool
    private var barIsDrawn = false
    private var lastPercent = -1
    private var hasAnswered = false
    /// The answer for machines that goes out piece by piece.
    private var list: ListStream?
    /// Why what was printed has not arrived; `nil` where it has, or nobody reads it any more.
    private(set) var loss: EnvironmentError?
    /// Where nobody reads any more, or nothing can be written.
    private var closed: Set<Int32> = []
    private(set) var findings: [Value] = []
    private(set) var errorCount = 0
    private(set) var warningCount = 0

    init(isJSON: Bool, isQuiet: Bool) {
        self.isJSON = isJSON
        self.isQuiet = isQuiet
        showsProgress = !isQuiet && isatty(STDERR_FILENO) == 1
    }

    func report(_ diagnostic: Diagnostic) {
        switch diagnostic.severity {
        case .error: errorCount += 1
        case .warning: warningCount += 1
        }
        if isJSON {
            if findings.count < Terminal.findingsLimit { findings.append(diagnostic.value) }
        } else {
            endProgress()
            write(diagnostic.text + "\n", to: STDERR_FILENO)
        }
    }

    func progress(_ what: String, done: Int, total: Int) {
        guard showsProgress, done > 0 else { return }
        let name = printable(what)
        if total == 0 {
            barIsDrawn = true
            write("\r\u{1B}[K\(name)  \(done)", to: STDERR_FILENO)
            return
        }
        let percent = done * 100 / total
        if percent == lastPercent { return }
        lastPercent = percent
        let full = percent * 30 / 100
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 30 - full)
        barIsDrawn = true
        write("\r\u{1B}[K\(name)  \(bar) \(percent) %  \(done) of \(total)", to: STDERR_FILENO)
    }

    func endProgress() {
        if barIsDrawn { write("\r\u{1B}[K", to: STDERR_FILENO) }
        barIsDrawn = false
        lastPercent = -1
    }

    /// The end of a command: its answer in the form that was asked for.
    ///
    /// - Parameter stop: what ended it before it was through.
    func finish(_ answer: Answer, command: String, stop: Failure?) {
        endProgress()
        hasAnswered = true
        if answer.isPrinted { return }
        if isJSON {
            let result = Value.record {
                $0.add("command", command)
                $0.add("result", answer.value)
                stop?.add(to: &$0)
                addFindings(to: &$0)
            }
            write(JSONWriter.text(result), to: STDOUT_FILENO)
        } else if !isQuiet {
            write(answer.text, to: STDOUT_FILENO)
        }
    }

    /// An answer for machines goes out piece by piece from here on.
    func begin(_ list: ListStream) { self.list = list }

    func end(_ list: ListStream) {
        self.list = nil
        hasAnswered = true
    }

    /// The end of every answer for machines.
    func addFindings(to record: inout Value.Record) {
        record.add("errors", .integer(errorCount))
        record.add("warnings", .integer(warningCount))
        record.add("findings", .list(findings))
    }

    /// A failure of the whole command.
    func fail(_ failure: Failure) {
        endProgress()
        // One answer for machines: where there is one already, the reason goes to people alone.
        if isJSON, !hasAnswered {
            if let list, !list.isEmpty {
                list.finish { failure.add(to: &$0) }
            } else {
                let result = Value.record {
                    failure.add(to: &$0)
                    addFindings(to: &$0)
                }
                write(JSONWriter.text(result), to: STDOUT_FILENO)
            }
        }
        let lines = failure.message.split(separator: "\n").map { printable(String($0)) }
        write("bijak: \(lines.joined(separator: "\n"))\n", to: STDERR_FILENO)
        if let hint = failure.hint {
            write("  hint: \(printable(hint))\n", to: STDERR_FILENO)
        }
    }

    /// A part of the result that goes out before the command ends.
    func print(_ text: String) { write(text, to: STDOUT_FILENO) }

    func print(_ bytes: [UInt8]) { write(bytes[...], to: STDOUT_FILENO) }

    /// A part of a text for people that goes out before the command ends.
    func show(_ text: String) { if !isQuiet, !isJSON { print(text) } }

    /// Something for people beside a result that machines may read.
    func tell(_ text: String) {
        if !isQuiet, !isJSON { write(text, to: STDERR_FILENO) }
    }

    private func write(_ text: String, to descriptor: Int32) {
        write(Array(text.utf8)[...], to: descriptor)
    }

    private func write(_ rest: ArraySlice<UInt8>, to descriptor: Int32) {
        var bytes = rest
        while !bytes.isEmpty, !closed.contains(descriptor) {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
            }
            if written >= 0 {
                bytes = bytes.dropFirst(written)
            } else if errno == EAGAIN {
                // Whoever reads has said not to wait for them; this waits all the same.
                var reader = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&reader, 1, -1)
            } else if errno != EINTR {
                lose(descriptor)
            }
        }
    }

    /// Nothing more is written there. A reader that has gone away (a closed pipe) wants no more;
    /// everything else is told at the end.
    private func lose(_ descriptor: Int32) {
        closed.insert(descriptor)
        if errno == EPIPE { return }
        let name = descriptor == STDOUT_FILENO ? "output" : "error"
        let reason = unsafe String(cString: strerror(errno))
        loss = EnvironmentError(
            "cannot write to standard \(name): \(reason)",
            hint: "what was printed is not whole; what the command was to do, it has done")
    }
}

import Glibc
import TestSupport
import Testing

/// The program itself, run as a user runs it.
enum Program {
    struct Outcome {
        let status: Int32
        let out: String
        let err: String
    }

    /// The binary that was built beside this test.
    static let path = folder + "/bijak"

    /// Where this test and what is built with it lie.
    static let folder: String = {
        // Tests issue on days of their own, whatever day it is.
        _ = unsafe setenv("BIJAK_TODAY", "2027-12-31", 1)
        var buffer = [CChar](repeating: 0, count: 4096)
        let length = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
        let test = String(
            decoding: buffer[..<max(0, length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return test.lastIndex(of: "/").map { String(test[..<$0]) } ?? "."
    }()

    /// The top folder of the sources.
    static let home: String = #filePath.split(separator: "/").dropLast(4)
        .reduce(into: "") { $0 += "/" + $1 }

    /// Where this source's templates and fonts are, for a program that is not installed.
    static let resources = ["--templates", home + "/templates", "--fonts", home + "/fonts"]

    /// Runs the program in a folder and waits for its end.
    static func run(_ arguments: String..., in folder: Scratch) throws -> Outcome {
        try run(arguments, in: folder.path)
    }

    static func run(_ arguments: [String], in folder: String) throws -> Outcome {
        let scratch = Scratch()
        let process = try Process(
            arguments, in: folder, out: scratch.path + "/out", err: scratch.path + "/err")
        let status = process.wait()
        return Outcome(
            status: status, out: String(decoding: scratch.bytes("out"), as: UTF8.self),
            err: String(decoding: scratch.bytes("err"), as: UTF8.self))
    }

    /// Runs the program and expects that it ends well; what it says goes into the failure.
    @discardableResult
    static func done(
        _ arguments: String..., in folder: Scratch,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        try done(arguments, in: folder, sourceLocation: sourceLocation)
    }

    @discardableResult
    static func done(
        _ arguments: [String], in folder: Scratch,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let outcome = try run(arguments, in: folder.path)
        try #require(
            outcome.status == 0, "\(arguments): \(outcome.err)", sourceLocation: sourceLocation)
        return outcome.out
    }

    /// Runs another program on a file and returns what it says.
    static func read(_ file: String, with tool: String, _ arguments: String...) throws -> String {
        String(decoding: try bytes(of: file, with: tool, arguments), as: UTF8.self)
    }

    /// The bytes that another program makes of a file.
    static func bytes(
        of file: String, with tool: String, _ arguments: [String]
    ) throws -> [UInt8] {
        let scratch = Scratch()
        let process = try Process(
            arguments + [file, "-"], in: scratch.path, out: scratch.path + "/out", resources: [],
            program: tool)
        try #require(process.wait() == 0, "\(tool) \(file)")
        return scratch.bytes("out")
    }

    static func has(_ tool: String) -> Bool { unsafe access(tool, X_OK) == 0 }

    /// A run of the program that goes on while the test does.
    final class Process {
        let id: pid_t
        private var status: Int32?

        struct NotStarted: Error { let code: Int32 }

        init(
            _ arguments: [String], in folder: String, out: String = "/dev/null",
            err: String = "/dev/null", resources: [String] = Program.resources,
            program: String = Program.path, environment: [String] = []
        ) throws {
            var actions = unsafe posix_spawn_file_actions_t()
            unsafe posix_spawn_file_actions_init(&actions)
            defer { unsafe posix_spawn_file_actions_destroy(&actions) }
            let write = O_WRONLY | O_CREAT | O_TRUNC
            unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            unsafe posix_spawn_file_actions_addopen(&actions, 1, out, write, 0o644)
            unsafe posix_spawn_file_actions_addopen(&actions, 2, err, write, 0o644)
            // The shell changes the folder and becomes the program.
            let shell =
                ["sh", "-c", "cd \"$0\" && exec env \"$@\"", folder] + environment + [program]
            var list = unsafe (shell + resources + arguments).map { unsafe strdup($0) } + [nil]
            defer { for index in unsafe list.indices { unsafe free(list[index]) } }
            var id: pid_t = 0
            let code = unsafe posix_spawn(&id, "/bin/sh", &actions, nil, &list, environ)
            if code != 0 { throw NotStarted(code: code) }
            self.id = id
        }

        deinit {
            kill()
            _ = wait()
        }

        /// The exit status; minus the signal that ended it.
        func wait() -> Int32 {
            if let status { return status }
            var raw: Int32 = 0
            while unsafe waitpid(id, &raw, 0) < 0, errno == EINTR {}
            let status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : -(raw & 0x7F)
            self.status = status
            return status
        }

        func kill() {
            if status == nil { _ = Glibc.kill(id, SIGKILL) }
        }
    }
}

/// Seconds of a clock that only goes forward.
func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

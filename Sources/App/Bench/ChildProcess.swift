internal import Glibc
import Workflows

/// A program that was run to its end, with what it used.
struct ChildProcess: Sendable {
    let status: Int32
    let wallNanoseconds: Int
    /// User and system time of all its threads.
    let cpuNanoseconds: Int
    /// The largest resident set, KiB.
    ///
    /// Linux counts the parent's own pages between fork and exec, so a parent that wants to measure
    /// a small child must itself be small.
    let peakKiB: Int

    /// Runs a program; what it prints goes to the file `log`.
    ///
    /// - Parameter expected: the status it should end with.
    /// - Throws: where it cannot be started, or ends with another status.
    @discardableResult
    static func run(
        _ program: String, _ arguments: [String], log: String, expected: Int32 = 0
    ) throws -> ChildProcess {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(
            &actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        unsafe posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var list = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        var environment = unsafe inherited().map { unsafe strdup($0) } + [nil]
        defer {
            let copies = unsafe list + environment
            for index in unsafe copies.indices { unsafe free(copies[index]) }
        }

        let start = Clock.now()
        var process: pid_t = 0
        let error = unsafe posix_spawnp(&process, program, &actions, nil, &list, &environment)
        if error != 0 {
            throw EnvironmentError(
                "cannot run \(program): \(unsafe String(cString: strerror(error)))")
        }
        var status: Int32 = 0
        var usage = rusage()
        while unsafe wait4(process, &status, 0, &usage) < 0 {
            if errno != EINTR { throw failure("wait for", program) }
        }
        let wall = Clock.now() - start
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        if code != expected {
            throw EnvironmentError(
                "\(program) \(arguments.joined(separator: " ")) ended with \(code):\n\(tail(of: log))"
            )
        }
        let cpu = [usage.ru_utime, usage.ru_stime].reduce(0) {
            $0 + Int($1.tv_sec) * 1_000_000_000 + Int($1.tv_usec) * 1000
        }
        return ChildProcess(
            status: code, wallNanoseconds: wall, cpuNanoseconds: cpu, peakKiB: usage.ru_maxrss)
    }

    /// Only what finding programs and libraries needs: no setting of the caller bends a figure.
    private static func inherited() -> [String] {
        let names: [String] = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"]
        let kept = names.compactMap { (name: String) -> String? in
            guard let value = unsafe getenv(name) else { return nil }
            return "\(name)=\(unsafe String(cString: value))"
        }
        // The generated orders are issued on a day of their own, whatever day it is.
        return kept + ["LANG=C.UTF-8", "BIJAK_TODAY=\(OrderGenerator.issueDate)"]
    }

    private static func tail(of log: String) -> String {
        guard let file = unsafe fopen(log, "r") else { return "" }
        defer { unsafe fclose(file) }
        var text = [UInt8](repeating: 0, count: 2000)
        let count = unsafe fread(&text, 1, text.count, file)
        return String(decoding: text[..<count], as: UTF8.self)
    }
}

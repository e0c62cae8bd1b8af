import Glibc
import TestSupport
import Testing

/// Somebody who may not write into folders that are not theirs.
enum OtherUser {
    /// Root may write everywhere, and becomes somebody else first.
    private static let prefix =
        geteuid() == 0
        ? ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] : []

    static let canRun: Bool = {
        if prefix.isEmpty { return true }
        guard Program.has(prefix[0]) else { return false }
        let scratch = Scratch()
        _ = unsafe chmod(scratch.path, 0o755)
        return (try? run(["--version"], in: scratch, folder: scratch.path).status) == 0
    }()

    static func run(
        _ arguments: [String], in scratch: Scratch, folder: String
    ) throws -> Program.Outcome {
        let list = prefix + [Program.path] + Program.resources + arguments
        let process = try Program.Process(
            Array(list.dropFirst()), in: folder, out: scratch.path + "/out",
            err: scratch.path + "/err", resources: [], program: list[0])
        return Program.Outcome(
            status: process.wait(), out: scratch.text("out"), err: scratch.text("err"))
    }
}

/// Books of somebody else that may be read and not written: an auditor's copy, a shared folder.
@Suite(.enabled(if: OtherUser.canRun, "no other user to run the program as"))
struct ReadersTests {
    /// What `body` does while nobody else may write to the books, and they stay as they are.
    private static func reading(
        _ body: (_ shop: Shop, _ run: ([String]) throws -> Program.Outcome) throws -> Void
    ) throws {
        let shop = try VerifyTests.books()
        let scratch = shop.scratch
        scratch.makeFolders(to: "free/")
        _ = unsafe chmod(scratch.path, 0o755)
        _ = unsafe chmod(scratch.path + "/free", 0o777)
        let folders = ["books", "books/archive", "books/materials"].map { scratch.path + "/" + $0 }
        for folder in folders { _ = unsafe chmod(folder, 0o555) }
        defer { for folder in folders { _ = unsafe chmod(folder, 0o755) } }
        try body(shop) { arguments in
            try OtherUser.run(
                ["--books", scratch.path + "/books"] + arguments, in: scratch,
                folder: scratch.path + "/free")
        }
    }

    @Test("Everything that only reads works where nothing can be written")
    func reads() throws {
        try Self.reading { shop, run in
            let before = shop.scratch.files("books")
            let number = "TT/26-27/00001"
            for arguments in [
                ["find"], ["verify"], ["prove", number], ["fetch", number, "--output", "files"],
                ["fetch", number, "--zip", "files.zip"], ["audit"], ["retain", "list"], ["status"],
                ["dispute", number, "--output", "dispute"], ["backup", "copy"], ["check"],
                ["explain", number], ["restore", shop.books, "--books", "restored"],
            ] {
                let outcome = try run(arguments)
                let usual = arguments[0] == "check" ? 1 : 0
                #expect(outcome.status == 0 || outcome.status == usual, "\(arguments): \(outcome)")
                #expect(!outcome.err.contains("bijak:"), "\(arguments): \(outcome.err)")
            }
            #expect(shop.scratch.files("books") == before)
            let issued = try run(["issue", "--date", "2026-05-31"])
            #expect(issued.status == 3, "\(issued)")
            #expect(issued.err.contains("may read and not write to"), "\(issued.err)")
        }
    }

    @Test("Documents of a run that is not through are read with its log; a lone log is told")
    func log() throws {
        try Self.reading { shop, run in
            let log = shop.books + "/books.sqlite-wal"
            shop.scratch.write("books/books.sqlite-wal", "left behind")
            _ = unsafe chmod(log, 0o644)
            let outcome = try run(["find"])
            #expect(outcome.status == 3, "\(outcome)")
            #expect(outcome.err.contains("books.sqlite-wal is what a stop has left"))
            #expect(outcome.err.contains("bijak verify"), "\(outcome.err)")
        }
    }
}

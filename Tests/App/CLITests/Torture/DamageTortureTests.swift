import Database
import Glibc
import TestSupport
import Testing

/// Files of books that were lost or damaged on the disk.
@Suite(.serialized) struct DamageTortureTests {
    static let rounds = 8 * tortureTimes

    /// What happens to a file.
    private enum Damage: CaseIterable {
        case deleted, emptied, cut, changed

        func happen(to file: String, in scratch: Scratch, _ random: inout SplitMix64) {
            var bytes = scratch.bytes(file)
            switch self {
            case .deleted: return scratch.remove(file)
            case .emptied: bytes = []
            case .cut: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
            case .changed: bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 0x10
            }
            scratch.write(file, bytes)
        }
    }

    @Test(
        "Whichever files are lost or damaged, each is named, none is handed out, and the rest goes on"
    )
    func files() throws {
        let shop = try VerifyTests.books()
        try shop.deliver(3..<5)
        let all = ["archive", "materials"].flatMap { folder in
            shop.scratch.files("books/\(folder)").map { "\(folder)/\($0)" }
        }
        var random = SplitMix64(seed: 20_260_701)
        for _ in 0..<Self.rounds {
            let copy = shop.duplicate()
            let files = all.shuffled(using: &random).prefix(Int.random(in: 1...6, using: &random))
            for file in files {
                let damage = Damage.allCases[Int.random(in: 0..<4, using: &random)]
                damage.happen(to: "books/\(file)", in: copy.scratch, &random)
            }
            let told = try copy.run("verify")
            #expect(told.status == 1, "\(files): \(told.err)")
            // What only a recipe named that is lost itself, nothing names any more.
            let isRecipeSound = files.allSatisfy { !isRecipe("books/\($0)", shop) }
            for file in files where isRecipeSound || copy.scratch.has("books/\(file)") {
                #expect(told.err.contains(file), "\(files): \(told.err)")
            }
            try fetch(from: copy, damaged: Set(files))
            // The next documents are issued all the same, and nothing more is wrong afterwards.
            #expect(try copy.done("issue", "--date", "2026-05-31").contains("2 issued"))
            let after = try copy.run("verify")
            let healed = files.filter { $0.hasPrefix("materials/") }
            #expect(after.status == 1 || healed.count == files.count, "\(files): \(after.out)")
            for file in files where !healed.contains(file) {
                #expect(after.err.contains(file), "\(files): \(after.err)")
            }
        }
    }

    /// Documents with a damaged file are refused by name, the others handed out.
    private func fetch(from shop: Shop, damaged: Set<String>) throws {
        for number in 1...3 {
            let name = "TT-26-27-0000\(number)"
            let outcome = try shop.run(
                "fetch", "TT/26-27/0000\(number)", "--kind", "json", "--output", "fetched")
            let isDamaged = damaged.contains { $0.hasSuffix("\(name).json") }
            #expect((outcome.status == 0) == !isDamaged, "\(number) \(damaged): \(outcome)")
            let fetched = shop.scratch.files("fetched").contains { $0.hasSuffix("\(name).json") }
            #expect(fetched == !isDamaged, "\(number) \(damaged)")
        }
    }

    private func isRecipe(_ file: String, _ shop: Shop) -> Bool {
        shop.scratch.text(file).hasPrefix("bijak/recipe/")
    }

    @Test(
        "Files that a stop has left and no list explains are named, and neither overwritten nor taken"
    )
    func list() throws {
        let shop = try Shop(in: "disk")
        try shop.deliver(0..<4)
        let command = ["issue", "--date", "2026-04-30"]
        let other = shop.duplicate()
        var run = try RecordedRun(in: other.folder)
        var random = SplitMix64(seed: 20_260_702)
        try run.run(command)
        for _ in 0..<Self.rounds / 2 {
            let copy = shop.duplicate()
            let last = run.history.calls.count
            let call = Int.random(in: last / 2..<last, using: &random)
            var stopped = try RecordedRun(in: copy.folder)
            try stopped.run(
                command, fault: Faults.Fault(kind: .kill, first: call, last: call))
            copy.scratch.remove("disk/books/filing.txt")
            let strays = try Audit(copy.books).complaints.map {
                "\(copy.books)/archive/" + $0.prefix { $0 != " " }
            }
            let refused = try copy.run(command)
            #expect(refused.status == (strays.isEmpty ? 0 : 3), "\(refused)")
            if let first = strays.first {
                // They could have been issued by books that have lost their newest rows.
                #expect(refused.err.contains("no row of the index names it"), "\(refused)")
                #expect(try copy.run(command).err == refused.err)
                let told = try copy.run("verify").err
                for stray in strays {
                    #expect(told.contains(stray.suffix(20)), "\(first): \(told)")
                }
                for stray in strays { unsafe unlink(stray) }
                try copy.done("issue", "--date", "2026-04-30")
            }
            let audit = try Audit(copy.books)
            #expect(audit.complaints == [] && audit.documents == 4 && audit.unbilled == 0)
            try copy.done("verify")
        }
    }

    @Test("Books whose database was emptied are not taken for new ones")
    func emptied() throws {
        let shop = try VerifyTests.books()
        let files = shop.scratch.files("books/archive")
        let company = Program.home + "/examples/errors/_books/company.json"
        shop.scratch.write("books/books.sqlite", "")
        for command in [
            ["verify"], ["issue", "--date", "2026-05-31"], ["fetch", "TT/26-27/00001"],
            ["init", "--company", company],
        ] {
            let outcome = try shop.run(command)
            #expect(outcome.status == 3, "\(command): \(outcome)")
            #expect(outcome.err.contains("backup"), "\(command): \(outcome.err)")
        }
        #expect(shop.scratch.files("books/archive") == files)
    }

    @Test("What a stop had left in the log only and was lost with it is found missing")
    func logLost() throws {
        let shop = try VerifyTests.books()
        try shop.deliver(3..<5)
        // While somebody reads, SQLite leaves what is committed in the log.
        let reader = try Connection.open(shop.books + "/books.sqlite", readonly: true)
        let (copy, after) = try reader.transaction(.deferred) { transaction in
            _ = try transaction.first("SELECT count(*) FROM document") { try $0.int(0) }
            try shop.done("issue", "--date", "2026-05-31")
            let head = try JSONAnswer(try shop.done("verify", "--json")).text("result", "head")
            return (shop.duplicate(), head)
        }
        try #require(!copy.scratch.bytes("books/books.sqlite-wal").isEmpty)
        for end in ["-wal", "-shm"] { copy.scratch.remove("books/books.sqlite\(end)") }
        let outcome = try copy.run("verify", "--head", after)
        #expect(outcome.status == 1 && outcome.err.contains("error[head-unknown]"), "\(outcome)")
        #expect(outcome.err.contains("error[rows-lost]"), "\(outcome)")
        let archive = copy.scratch.files("books/archive")
        let refused = try copy.run("issue", "--date", "2026-05-31")
        #expect(refused.status == 3 && refused.err.contains("lost rows"), "\(refused)")
        // What was issued lies where it was, under the number that nobody else is given.
        #expect(copy.scratch.files("books/archive") == archive)
        #expect(copy.scratch.files("books/quarantine").isEmpty)
    }
}

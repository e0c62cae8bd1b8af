import Glibc
import TestSupport
import Testing

/// Restoring writes over nothing but what the same restore has left when it was stopped.
@Suite struct RestorePlaceTests {
    private static func shop() throws -> Shop {
        let shop = try VerifyTests.books()
        try shop.done("backup", "copy")
        return shop
    }

    @Test("What lies under the name that books have while they are restored stays")
    func foreignRemains() throws {
        let shop = try Self.shop()
        // Books that somebody works with, and a link to some.
        for file in shop.scratch.files("books") {
            shop.scratch.write("new.restoring/" + file, shop.scratch.bytes("books/" + file))
        }
        _ = unsafe symlink("books", shop.scratch.path + "/other.restoring")
        shop.scratch.write("third.restoring", "x")
        shop.scratch.write("fourth.restoring/restoring.txt", "bijak restore\nof /elsewhere\n")
        let before = shop.scratch.files("")
        for name in ["new", "other", "third", "fourth"] {
            let outcome = try shop.run("restore", "copy", "--books", name)
            #expect(outcome.status == 2, "\(name): \(outcome.err)")
            #expect(outcome.err.contains("\(name).restoring is there already"), "\(outcome.err)")
        }
        #expect(shop.scratch.files("") == before)
        try shop.done("--books", "new.restoring", "verify")
    }

    @Test("What a restore that was stopped has left is gone on with, and nothing of it remains")
    func ownRemains() throws {
        let shop = try Self.shop()
        let mark = "bijak restore\nof \(shop.scratch.path)/copy\n"
        shop.scratch.write("new.restoring/restoring.txt", mark)
        shop.scratch.write("new.restoring/bijak.lock", "")
        shop.scratch.write("new.restoring/books.sqlite.new", "half")
        shop.scratch.write("new.restoring/archive/RETAIL/2026-04/TT-26-27-00001.pdf", "half")
        // With a slash at the end, as shells complete names.
        try shop.done("restore", "copy/", "--books", "new/")
        #expect(
            names(shop.scratch.path + "/new")
                == ["archive", "books.sqlite", "head.txt", "materials"])
        #expect(!shop.scratch.has("new.restoring"))
        try shop.done("--books", "new", "verify")
    }

    @Test("Books that came out of a backup with damage are somebody's from then on")
    func notWhole() throws {
        let shop = try Self.shop()
        shop.scratch.write("copy/archive/RETAIL/2026-04/TT-26-27-00001.pdf", "x")
        let first = try shop.run("restore", "copy", "--books", "new")
        #expect(first.status == 1 && first.out.contains("new.restoring"), "\(first.out)")
        try shop.done("--books", "new.restoring", "release", "SO-2", "--by", "Asha")
        #expect(try shop.run("restore", "copy", "--books", "new").status == 2)
        #expect(try shop.done("--books", "new.restoring", "audit").contains("release"))
    }

    @Test("Of two restores of one name one makes the books, and the other says why not")
    func twoAtOnce() throws {
        let shop = try Self.shop()
        let processes = try (0..<4).map { _ in
            try Program.Process(["restore", "copy", "--books", "new"], in: shop.folder)
        }
        let ends = processes.map { $0.wait() }
        #expect(ends.count { $0 == 0 } == 1 && !ends.contains(1), "\(ends)")
        try shop.done("--books", "new", "verify")
        #expect(names(shop.scratch.path + "/new").contains("bijak.lock") == false)
    }
}

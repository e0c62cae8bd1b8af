import TestSupport
import Testing

/// What a command prints arrives, or the command says that it has not.
@Suite struct LostOutputTests {
    @Test(
        "A list that a full disk has cut off does not end well",
        arguments: [
            ["find"], ["find", "--csv"], ["find", "--json"], ["find", "--sum"], ["verify"],
            ["audit"], ["audit", "--csv"], ["audit", "--json", "--quiet"], ["status"],
            ["retain", "list"], ["explain", "TT/26-27/00001"], ["schema"], ["--help"],
        ])
    func fullDisk(arguments: [String]) throws {
        let shop = try VerifyTests.books()
        let process = try Program.Process(
            arguments, in: shop.folder, out: "/dev/full", err: shop.scratch.path + "/err")
        #expect(process.wait() == 3)
        let said = shop.scratch.text("err")
        #expect(said.contains("cannot write to standard output: No space left"), "\(said)")
    }

    @Test("A reader that has seen enough is no failure; no reader at all is one")
    func readers() throws {
        let shop = try VerifyTests.books()
        func shell(_ text: String) throws -> String {
            let line = "\(Program.path) find --csv; echo $? > status"
            let process = try Program.Process(
                ["-c", text.replacing("FIND", with: line)], in: shop.folder,
                err: shop.scratch.path + "/err", resources: [], program: "/bin/sh")
            #expect(process.wait() == 0)
            return shop.scratch.text("status")
        }
        #expect(try shell("{ sleep 0.2; FIND; } | true") == "0\n")
        #expect(shop.scratch.text("err") == "")
        #expect(try shell("exec >&-; FIND") == "3\n")
        #expect(shop.scratch.text("err").contains("cannot write to standard output"))
    }

    @Test("Rows that are asked for as CSV come whole, also where nothing else is told")
    func quiet() throws {
        let shop = try VerifyTests.books()
        for command in [["find"], ["audit"]] {
            let loud = try Program.done(command + ["--csv"], in: shop.scratch)
            #expect(try Program.done(command + ["--csv", "--quiet"], in: shop.scratch) == loud)
            #expect(loud.split(separator: "\n").count > 3)
        }
    }
}

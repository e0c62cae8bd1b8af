import Glibc
import TestSupport
import Testing

/// Every code a finding can have is shown by the smallest input that provokes it, with the words
/// that Bijak prints about it. `UPDATE_GOLDEN=1` records them anew.
@Suite struct ErrorGalleryTests {
    static let gallery = Program.home + "/examples/errors"
    static let cases = names(gallery).filter { !$0.hasPrefix("_") && isFolder("\(gallery)/\($0)") }
    static let kinds = [
        "customers", "items", "prices", "rates", "contracts", "orders", "deliveries",
    ]

    @Test("What is printed about each mistake is what the gallery shows", arguments: cases)
    func printed(name: String) throws {
        let folder = "\(Self.gallery)/\(name)"
        let findings = try findings(folder)
        #expect(findings.contains("[\(Self.code(of: name))]: "), "\(findings)")
        let expected = folder + "/expected.txt"
        if unsafe getenv("UPDATE_GOLDEN") != nil {
            record(findings, in: expected)
        }
        let wanted = contents(expected).map { String(decoding: $0, as: UTF8.self) }
        #expect(findings == wanted)
    }

    /// `price-overlap.contract` is one more case of `price-overlap`.
    private static func code(of name: String) -> String { String(name.prefix { $0 != "." }) }

    /// The findings about a case, as the gallery's README says it is run.
    private func findings(_ folder: String) throws -> String {
        let own = names(folder)
        let base = Self.gallery + (own.contains("europe") ? "/_books-eu" : "/_books")
        let scratch = Scratch()
        let options = ["--quiet", "--books", scratch.path + "/books"]
        func run(_ arguments: [String], in folder: String) throws -> Program.Outcome {
            let outcome = try Program.run(options + arguments, in: folder)
            #expect((0...1).contains(outcome.status), "\(arguments): \(outcome.err)")
            // What was converted goes there.
            #expect(outcome.out.isEmpty || arguments.first == "convert")
            // Documents of the archive are named by where the books are.
            let err = outcome.err.replacing(scratch.path + "/", with: "")
            return Program.Outcome(status: outcome.status, out: outcome.out, err: err)
        }
        let hasCompany = own.contains("company.json")
        let made = try run(["init", "--company", "company.json"], in: hasCompany ? folder : base)
        if made.status != 0 { return made.err }
        let master = try run(["import"] + files(of: names(base), Self.kinds.prefix(3)), in: base)
        #expect(master.status == 0 && master.err.isEmpty, "\(master.err)")
        let files = files(of: own, Self.kinds[...])
        if files.isEmpty, !own.contains("commands") { return made.err }
        var findings = files.isEmpty ? "" : try run(["import"] + files, in: folder).err
        for command in commands(folder) { findings += try run(command, in: folder).err }
        let later = folder + "/then"
        if isFolder(later) {
            let files = self.files(of: names(later), Self.kinds[...])
            findings += try run(["import"] + files, in: later).err
        }
        if own.contains("issue") {
            findings += try run(["issue", "--date", "2026-04-30"], in: folder).err
        }
        return findings
    }

    /// The lines of the case's `commands`, each as its arguments: words, or texts in double quotes.
    private func commands(_ folder: String) -> [[String]] {
        let text = String(decoding: contents(folder + "/commands") ?? [], as: UTF8.self)
        return text.split(separator: "\n").map { line in
            line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap {
                index, part in
                index.isMultiple(of: 2)
                    ? part.split(separator: " ").map(String.init) : [String(part)]
            }
        }
    }

    private func files(of names: [String], _ kinds: ArraySlice<String>) -> [String] {
        kinds.flatMap { kind in names.filter { $0.hasPrefix(kind + ".") } }
    }

    private func record(_ text: String, in path: String) {
        guard let stream = unsafe fopen(path, "w") else { return }
        _ = unsafe fputs(text, stream)
        unsafe fclose(stream)
    }

    @Test("Every code has a case, and every case a code that exists")
    func complete() throws {
        var codes: Set<String> = []
        for file in filesBelow(Program.home + "/Sources") where file.hasSuffix(".swift") {
            let text = String(
                decoding: contents("\(Program.home)/Sources/\(file)") ?? [], as: UTF8.self)
            codes.formUnion(DiagnosticCodes.named(in: text))
        }
        try #require(codes.count > 80, "the sources name their codes in another way than before")
        let readme = String(
            decoding: contents(Self.gallery + "/README.md") ?? [], as: UTF8.self)
        let excused = Set(
            readme.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { row in
                row.dropFirst(2).prefix { $0 != "|" }.split(separator: "`").filter {
                    !$0.contains(" ")
                }.map(String.init)
            })
        let shown = Set(Self.cases.map(Self.code))
        #expect(codes.subtracting(shown).subtracting(excused).sorted() == [])
        #expect(shown.union(excused).subtracting(codes).sorted() == [])
        #expect(excused.intersection(shown).sorted() == [])
    }
}

/// Finds the codes of findings in Swift sources.
enum DiagnosticCodes {
    /// Literals behind `code:`, and those that are the first argument of a function that reports.
    static func named(in source: String) -> Set<String> {
        var codes: Set<String> = []
        let openings = ["code: ", "report(", "add(", "problem(", "fail(", "refuse("]
        // A call that is broken over lines has its first argument on the next.
        let joined = String(
            decoding: source.utf8.reduce(into: [UInt8]()) { bytes, byte in
                let isBlank = byte == 0x20 || byte == 0x0A
                if isBlank, bytes.last == UInt8(ascii: "(") { return }
                bytes.append(byte)
            }, as: UTF8.self)
        // `code: isSeparator ? "csv-separator" : "unknown-column"` names two.
        for opening in openings {
            var rest = joined[...]
            while let found = rest.firstRange(of: opening) {
                rest = rest[found.upperBound...]
                let value = rest.prefix { $0 != "," && $0 != "\n" }
                let parts = value.split(separator: "\"", omittingEmptySubsequences: false)
                for index in stride(from: 1, to: parts.count, by: 2)
                // What another function makes of a literal is none.
                where isCode(parts[index]) && parts[index - 1].last != "(" {
                    codes.insert(String(parts[index]))
                }
            }
        }
        return codes
    }

    /// Kebab case of two words or more.
    private static func isCode(_ text: Substring) -> Bool {
        text.contains("-")
            && text.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
            }
    }
}

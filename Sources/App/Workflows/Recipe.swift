import Crypto
import Diagnostics
import Formats
import Images
import PDF
import Symbols
import Tax
import Trade
import Typography
import XML

/// The list of what pages are made with: the program, its libraries, the rates it knows, and the
/// files behind the page by name and SHA-256. It is itself a material.
public struct Recipe: Sendable {
    public static let programVersion = "0.1.0"
    private static let heading = "bijak/recipe/1"

    /// A file that pages are made with.
    struct File: Sendable, Hashable {
        /// `company.json`, `templates/…`, `own/…` or `fonts/…`.
        let name: String
        let digest: String
    }

    /// What pages are made with, whatever they are.
    struct Ingredients: Sendable, Hashable {
        /// Its name.
        let template: String
        let files: [File]
    }

    let ingredients: Ingredients
    /// What the page is, where it was made after issue (``LaterPage/names``); `nil` of what was
    /// issued, and of later pages from before that was kept.
    let page: [String]?
    let program: String
    let libraries: [String]

    /// What the program that runs is made of.
    static var ownLibraries: [String] {
        TypographyLibraries.versions + PDFLibraries.versions + ImageLibraries.versions
            + SymbolLibraries.versions + XMLLibraries.versions
    }

    /// The recipe's text from what is made with now.
    static func text(template: String, page: [String]?, files: [File]) -> String {
        var lines = [heading, "program \(programVersion)"]
        lines += ownLibraries.map { "library \($0)" }
        lines.append("rates \(SHA256.hex(of: Array(RateTable.builtInText.utf8)))")
        lines.append("template \(template)")
        if let page { lines.append("page \(page.joined(separator: " "))") }
        lines += files.map { "file \($0.digest) \($0.name)" }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Reads a recipe; `nil` where the bytes are none.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.first.map(String.init) == Recipe.heading else { return nil }
        var (template, program) = ("", "")
        var page: [String]?
        var libraries: [String] = []
        var files: [File] = []
        for line in lines.dropFirst() {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { return nil }
            switch words[0] {
            case "program": program = words[1]
            case "library": libraries.append(words[1])
            case "template": template = words[1]
            case "page": page = words[1].split(separator: " ").map(String.init)
            case "file":
                guard let file = File(words[1]) else { return nil }
                files.append(file)
            default: continue
            }
        }
        ingredients = Ingredients(template: template, files: files)
        self.page = page
        self.program = program
        self.libraries = libraries
    }

    /// The company's record as a recipe's `company.json` has it; `nil` where it is none.
    static func company(_ bytes: [UInt8]) -> Company? {
        let unheard = Findings()
        do throws(Rejected) {
            let tree = try JSONReader.read(SourceText(name: "company.json", bytes: bytes))
            return Company(tree.root, unheard)
        } catch {
            return nil
        }
    }

    /// What of the program differs from the one that runs now, for people.
    var differences: [String] {
        let now = ["program \(Recipe.programVersion)"] + Recipe.ownLibraries
        return (["program \(program)"] + libraries).filter { !now.contains($0) }
    }
}

extension Recipe.File {
    /// From `SHA-256 NAME`; no part of a name is hidden or leads upwards.
    fileprivate init?(_ line: String) {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2, Materials.isName(words[0]),
            words[1].split(separator: "/", omittingEmptySubsequences: false).allSatisfy({
                !$0.isEmpty && !$0.hasPrefix(".")
            })
        else { return nil }
        self.init(name: words[1], digest: words[0])
    }
}

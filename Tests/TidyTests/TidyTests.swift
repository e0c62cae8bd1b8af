import Foundation
import Testing

/// The house's rules that a compiler does not know; each with the reason for it.
@Suite struct SourceTidiness {
    struct Ban: CustomTestStringConvertible {
        let pattern: String
        /// Folders below `Sources` it holds for; all where empty.
        let folders: [String]
        let reason: String

        var testDescription: String { reason }
    }

    static let bans = [
        Ban(
            pattern: #"\btry!|\bas! |\bfatalError\("#, folders: [],
            reason: "nothing a user hands in may end the program"),
        Ban(
            pattern: #"[A-Za-z0-9_\)\]]!(?![=A-Za-z])"#, folders: [],
            reason: "no force unwrap: what can be absent is handled"),
        Ban(
            pattern: #"\b(Double|Float)\b"#, folders: ["Domain", "Base/Money", "Store"],
            reason: "amounts never touch binary floating point"),
        Ban(
            pattern: #"import Foundation"#, folders: [],
            reason: "Foundation brings a locale, a slow start and 40 MB"),
        Ban(
            pattern: #"import (Glibc|C[A-Z]\w+)"#,
            folders: ["Base", "Domain", "Documents", "Store"],
            reason: "C stays in the bridges, the machine in App"),
        Ban(
            pattern: #"\bpublic import C[A-Z]\w+"#, folders: [],
            reason: "no C type leaves its bridge"),
        Ban(
            pattern: #"books\.connection\.transaction\(\.immediate"#, folders: ["App/Workflows"],
            reason: "what changes the books goes through change: the folder notes how far they came"
        ),
        Ban(
            // Before YER it is ISO 4217's code for no currency, in the list of them.
            pattern: #"\b(TODO|FIXME|XXX(?! YER))\b"#, folders: [],
            reason: "what is not done is said in the README and by a finding"),
    ]

    @Test("The sources keep the house's bans", arguments: SourceTidiness.bans)
    func keepsBan(_ ban: Ban) throws {
        let regex = try NSRegularExpression(pattern: ban.pattern)
        var offences: [String] = []
        let files = try Sources.files().filter { file in
            ban.folders.isEmpty || ban.folders.contains(where: file.isIn)
        }
        for file in files {
            for (number, line) in file.code.enumerated() {
                let range = NSRange(line.startIndex..., in: line)
                if regex.firstMatch(in: line, range: range) != nil {
                    offences.append("\(file.path):\(number + 1): \(line)")
                }
            }
        }
        #expect(offences.isEmpty, "\(ban.reason):\n\(offences.joined(separator: "\n"))")
    }

    @Test("Files stay small enough to read")
    func sizes() throws {
        for file in try Sources.files() {
            #expect(file.lines.count <= 500, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test("Every unchecked Sendable says why above it")
    func uncheckedSendable() throws {
        for file in try Sources.files() {
            for (number, line) in file.lines.enumerated()
            where line.contains("@unchecked Sendable") {
                let above = file.lines[max(0, number - 12)..<number]
                #expect(
                    above.contains { $0.contains("//") },
                    "\(file.path):\(number + 1) gives no reason")
            }
        }
    }
}

/// The Swift files below `Sources`.
private enum Sources {
    struct File {
        /// Relative to `Sources`.
        let path: String
        let lines: [String]
        /// The lines without comments and texts.
        let code: [String]

        func isIn(_ folder: String) -> Bool { path.hasPrefix(folder + "/") }
    }

    static func files() throws -> [File] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources")
        let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var files: [File] = []
        while let url = all?.nextObject() as? URL {
            guard url.pathExtension == "swift" else { continue }
            let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
            files.append(
                File(
                    path: String(url.path.dropFirst(root.path.count + 1)), lines: lines,
                    code: lines.map(withoutTexts)))
        }
        #expect(files.count > 50, "the sources were not found at \(root.path)")
        return files
    }

    /// A line with comments and the insides of string literals taken out.
    private static func withoutTexts(_ line: String) -> String {
        var result = ""
        var inText = false
        var previous: Character = " "
        for character in line {
            if character == "\"", previous != "\\" { inText.toggle() }
            if !inText, character == "/", previous == "/" { return String(result.dropLast()) }
            if !inText { result.append(character) }
            previous = character
        }
        return result
    }
}

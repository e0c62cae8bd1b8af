import Glibc
import TestSupport

extension VerifyTests.Tampering {
    private static let folder = "books/archive/RETAIL/2026-04"

    /// What somebody has moved, linked or slipped into the books' folder.
    static let withFolders: [Self] = [
        Self(
            testDescription: "a file under another's name, and its row with it",
            sql: [
                """
                UPDATE archived_file SET path = 'OTHER/2026-04/X.pdf'
                WHERE path LIKE '%00002.pdf' AND rendition = 1
                """
            ],
            files: { scratch in
                let file = "\(folder)/TT-26-27-00002.pdf"
                scratch.write("books/archive/OTHER/2026-04/X.pdf", scratch.bytes(file))
                scratch.remove(file)
            },
            code: "file-path", says: ["OTHER/2026-04/X.pdf", "RETAIL/2026-04/TT-26-27-00002.pdf"]),
        Self(
            testDescription: "a folder in place of a file",
            files: { scratch in
                scratch.remove("\(folder)/TT-26-27-00001.pdf")
                scratch.makeFolders(to: "\(folder)/TT-26-27-00001.pdf/x")
            }, code: "file-missing", says: ["TT-26-27-00001.pdf", "a folder, a pipe"]),
        Self(
            testDescription: "a file whose name is not UTF-8",
            files: { scratch in
                var path = "\(scratch.path)/\(folder)/".utf8.map { CChar(bitPattern: $0) }
                path += [CChar(bitPattern: 0xFF), 0x78, 0]
                close(unsafe open(path, O_CREAT | O_WRONLY, 0o666))
            }, code: "file-unknown", says: ["RETAIL/2026-04/"]),
        Self(
            testDescription: "a file that the note of the last batch excuses",
            files: { scratch in
                scratch.write("\(folder)/EVIL.pdf", "x")
                // The batch that wrote the other was committed, so it has nothing left to excuse.
                scratch.write(
                    "books/filing.txt",
                    "RETAIL/2026-04/TT-26-27-00001.pdf\nRETAIL/2026-04/EVIL.pdf\n")
            }, code: "file-unknown", says: ["EVIL.pdf"]),
        Self(
            testDescription: "a note of the last batch that leads elsewhere",
            files: { $0.write("books/filing.txt", "../../secret\n") },
            code: "note-damaged", says: ["../../secret"]),
        Self(
            testDescription: "an archive that is gone",
            files: { moveAway($0, "books/archive") },
            code: "file-missing", says: ["a folder of the archive is missing"]),
        linked("archive"), linked("materials"), linked("filing.txt"), linked("books.sqlite"),
        linked("head.txt"),
        Self(
            testDescription: "a link for what is put aside",
            files: { scratch in
                scratch.makeFolders(to: "elsewhere/x")
                link(scratch, "elsewhere", "books/quarantine")
            }, code: "file-link", says: ["quarantine"]),
        Self(
            testDescription: "a link in place of a material",
            files: { scratch in
                for name in scratch.files("books/materials").prefix(1) {
                    moveAway(scratch, "books/materials/\(name)")
                    link(scratch, "elsewhere", "books/materials/\(name)")
                }
            }, code: "file-link", says: ["materials/"]),
    ]

    private static func linked(_ name: String) -> Self {
        Self(
            testDescription: "a link in place of \(name)",
            files: { scratch in
                moveAway(scratch, "books/\(name)")
                link(scratch, "elsewhere", "books/\(name)")
            }, code: "file-link", says: [name])
    }

    static func moveAway(_ scratch: Scratch, _ name: String) {
        _ = unsafe rename("\(scratch.path)/\(name)", "\(scratch.path)/elsewhere")
    }

    static func link(_ scratch: Scratch, _ target: String, _ name: String) {
        _ = unsafe symlink("\(scratch.path)/\(target)", "\(scratch.path)/\(name)")
    }
}

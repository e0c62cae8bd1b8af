import Glibc
import Testing

/// What other programs make of the documents; skipped where they are not installed.
@Suite("PDF documents read by others")
struct ToolTests {
    private static let folder = "/usr/bin/"
    private static func has(_ tool: String) -> Bool { unsafe access(folder + tool, X_OK) == 0 }

    @Test("qpdf finds no fault", .enabled(if: has("qpdf"), "qpdf is not installed"))
    func qpdf() throws {
        let file = try Samples.document(pages: 2, attachments: [Samples.invoice])
        let output = try run("qpdf --check", on: file)
        #expect(output.contains("No syntax or stream encoding errors found"))
    }

    @Test(
        "every script is read back as it was written",
        .enabled(if: has("pdftotext"), "pdftotext is not installed"))
    func text() throws {
        let text = try run("pdftotext -layout", on: try Samples.document(), "-")
        for line in Samples.lines { #expect(text.contains(line.text)) }
    }

    @Test(
        "all fonts are embedded subsets with a map to characters",
        .enabled(if: has("pdffonts"), "pdffonts is not installed"))
    func fonts() throws {
        let rows = try run("pdffonts", on: try Samples.document()).split(separator: "\n").dropFirst(
            2)
        #expect(rows.count == 7)
        #expect(rows.allSatisfy { $0.contains("yes yes yes") })
    }

    private func run(_ command: String, on file: [UInt8], _ rest: String = "") throws -> String {
        var template = Array("/tmp/pdf-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&template)
        try #require(descriptor >= 0)
        let path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unsafe _ = unlink(path) }
        #expect(unsafe write(descriptor, file, file.count) == file.count)
        _ = close(descriptor)
        let line = "\(ToolTests.folder)\(command) \(path) \(rest) 2>&1"
        guard let pipe = unsafe popen(line, "r") else {
            Issue.record("cannot run \(line)")
            return ""
        }
        defer { unsafe _ = pclose(pipe) }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = unsafe fread(&buffer, 1, buffer.count, pipe)
            if count == 0 { break }
            output += buffer.prefix(count)
        }
        return String(decoding: output, as: UTF8.self)
    }
}

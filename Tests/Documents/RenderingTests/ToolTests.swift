import Glibc
import Layout
import Rendering
import Testing

/// What other programs make of rendered documents; skipped where they are not installed.
@Suite("Rendered documents read by others")
struct ToolTests {
    private static let folder = "/usr/bin/"
    private static func has(_ tool: String) -> Bool { unsafe access(folder + tool, X_OK) == 0 }

    @Test(
        "items land where the frames say, from the top left corner down",
        .enabled(if: has("qpdf"), "qpdf is not installed"))
    func places() throws {
        let text = try run("qpdf --qdf --normalize-content=n", "-")
        let parts = [
            "/F1 16 Tf", "56 741.89 Td", "0.114 0.267 0.467 rg", "-0.3 Tc", "56 711.89 Td",
            "0.75 w\n56 661.89 m\n500 661.89 l\nS", "400 611.89 100 30 re\nf",
            "56 641.89 m\n86 641.89 l\n96 631.89 96 621.89 86 611.89 c\nh\nf",
            "30 0 0 15 300 626.89 cm\n/I1 Do", "30 0 0 15 300 526.89 cm\n/I1 Do",
            "<</ActualText <FEFF091509300020",
        ]
        let absent = parts.filter { !text.contains($0) }
        #expect(absent.isEmpty)
    }

    @Test(
        "a picture on two pages is in the file once, with its transparency",
        .enabled(if: has("pdfimages"), "pdfimages is not installed"))
    func pictures() throws {
        let rows = try run("pdfimages -list").split(separator: "\n").dropFirst(2).map {
            $0.split(separator: " ").map(String.init)
        }
        // Page, number, type, width, height, colour, components …, object.
        #expect(
            rows.map { Array($0[0...5]) } == [
                ["1", "0", "image", "2", "1", "gray"], ["1", "1", "smask", "2", "1", "gray"],
                ["2", "2", "image", "2", "1", "gray"], ["2", "3", "smask", "2", "1", "gray"],
            ])
        #expect(Set(rows.map { $0[10] }).count == 1)
    }

    @Test("qpdf finds no fault", .enabled(if: has("qpdf"), "qpdf is not installed"))
    func sound() throws {
        let verdict = try run("qpdf --check")
        #expect(verdict.contains("No syntax or stream encoding errors found"))
    }

    @Test(
        "text is read back in its order, page by page",
        .enabled(if: has("pdftotext"), "pdftotext is not installed"))
    func text() throws {
        let lines = try run("pdftotext -layout", "-").split(whereSeparator: \.isWhitespace)
        let expected = [
            "Tax", "invoice", "1,18,000.00", "₹", "कर", "चालान", "क्षत्रिय", "ತೆರಿಗೆ", "ಸರಕುಪಟ್ಟಿ",
            "Amount", "due", "12:30", "Page", "2", "of", "2",
        ]
        #expect(lines.map(String.init) == expected)
    }

    @Test(
        "a tagged document tells headings, tables and figures, and passes over the rest",
        .enabled(if: has("pdfinfo"), "pdfinfo is not installed"))
    func tagged() throws {
        let told = try run("pdfinfo -struct-text", of: Samples.taggedDocument())
        let parts = told.split(separator: "\n").map { $0.filter { $0 != " " } }
        #expect(
            parts == [
                "Document", "H1(block)", "\"Taxinvoice\"", "Table(block)", "TR", "TH:",
                "/Scope/Column", "\"Item\"", "TH:", "/Scope/Column", "\"Net\"", "TR", "TD",
                "\"Valve\"", "TD",
            ])
        let bytes = try run("qpdf --qdf", "-", of: Samples.taggedDocument())
        let wanted = [
            "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>",
            "/Marked true", "/Artifact BMC", "/Title (Tax invoice)", "/StructParents 0",
        ]
        #expect(wanted.filter { !bytes.contains($0) }.isEmpty)
    }

    private func run(
        _ command: String, _ rest: String = "", of document: LaidOutDocument? = nil
    ) throws -> String {
        let document = try document ?? Samples.invoiceDocument()
        let file = try Renderer().pdf(
            document, metadata: Samples.metadata(document), attachments: [Samples.invoice])
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

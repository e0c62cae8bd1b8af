import Glibc
import TestSupport
import Testing

@Suite struct ImportTests {
    struct Broken: CustomTestStringConvertible {
        let file: String
        let bytes: [UInt8]
        /// What is found, and how many records are taken and refused all the same.
        let code: String
        let taken: Int
        let refused: Int

        init(_ file: String, _ text: String, _ code: String, taken: Int, refused: Int) {
            self.file = file
            bytes = Array(text.utf8)
            (self.code, self.taken, self.refused) = (code, taken, refused)
        }

        init(_ file: String, bytes: [UInt8], _ code: String, taken: Int, refused: Int) {
            self.file = file
            self.bytes = bytes
            (self.code, self.taken, self.refused) = (code, taken, refused)
        }

        var testDescription: String { "\(file) \(code)" }
    }

    static func item(_ id: String, name: String = "Chisel") -> String {
        """
        {"id": "\(id)", "name": "\(name)", "kind": "goods", "unit": "NOS", "hsn": "820540", \
        "tax": "18"}
        """
    }

    static let row = "A,Chisel,goods,NOS,820540,18\n"
    static let heading = "id,name,kind,unit,hsn,tax\n"

    static let broken = [
        Broken(
            "items.json", "[\(item("A")), \(item("B", name: "")), \(item("C"))]", "empty-text",
            taken: 2, refused: 1),
        Broken(
            "items.jsonl", "\(item("A"))\n{\"id\": \n\(item("C"))\n", "json-syntax", taken: 2,
            refused: 1),
        Broken(
            "items.csv", heading + row + "B,Chisel,goods\n" + "C,Chisel,goods,NOS,820540,18",
            "csv-columns", taken: 2, refused: 1),
        Broken(
            "items.json",
            bytes: Array("[\(item("A")), \(item("B", name: "?"))]".utf8).map {
                $0 == UInt8(ascii: "?") ? 0xFF : $0
            }, "invalid-utf8", taken: 1, refused: 1),
        Broken(
            "items.csv", bytes: Array((heading + row).utf8) + [0xC3, 0x28, 0x0A], "invalid-utf8",
            taken: 1, refused: 1),
        Broken(
            "items.json", "[\(item("A")), \(item("B"))", "json-unclosed", taken: 0, refused: 3),
        Broken(
            "items.json", "[\(item("A")), {\"id\": \"B", "json-unclosed", taken: 0, refused: 2),
        Broken(
            "items.json", String(repeating: "[", count: 10_000), "json-unclosed", taken: 0,
            refused: 1),
        Broken(
            "items.json",
            String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
            "json-too-deep", taken: 0, refused: 1),
        Broken(
            "items.jsonl",
            String(repeating: "{\"id\":", count: 10_000) + "1"
                + String(repeating: "}", count: 10_000), "json-too-deep", taken: 0, refused: 1),
        Broken("items.csv", heading + "\"A,Chisel", "", taken: 0, refused: 1),
    ]

    @Test("What is broken is refused and named, what is good beside it is taken", arguments: broken)
    func refused(_ broken: Broken) throws {
        let shop = try Shop()
        shop.scratch.write(broken.file, broken.bytes)
        let check = try shop.run("check", broken.file)
        let outcome = try shop.run("import", broken.file)
        #expect(outcome.status == 1)
        #expect(check.status == 1 && check.err == outcome.err, "check says what import says")
        #expect(outcome.err.contains("error[\(broken.code)"), "\(outcome.err)")
        #expect(outcome.err.hasPrefix("\(broken.file):"))
        #expect(
            outcome.out.contains("\(broken.taken) taken  \(broken.refused) refused"),
            "\(outcome.out)")
        // Only what was taken is there: the good records can be given to a second import, and only
        // an order for them finds its item.
        let order = """
            {"id": "SO-1", "customer": "RETAIL", "date": "2026-04-20", "currency": "INR", \
            "lines": [{"item": "A", "quantity": "1", "unitPrice": "10"}]}
            """
        shop.scratch.write("orders.json", order)
        #expect(try shop.run("import", "orders.json").status == (broken.taken > 0 ? 0 : 1))
    }

    /// MiB of one line: enough that the test would notice if the line were kept; a gibibyte in long
    /// runs.
    static let lineSize = rounds > 2000 ? 1024 : 64
    static let memoryAllowed = 48

    @Test(
        "A line without end is refused in little memory, whatever it holds",
        arguments: [("orders.jsonl", "x"), ("items.csv", "\"")])
    func endless(_ file: String, _ character: String) throws {
        let shop = try Shop()
        let pipe = shop.scratch.path + "/" + file
        try #require(unsafe mkfifo(pipe, 0o600) == 0)
        let process = try Program.Process(
            ["import", file], in: shop.scratch.path, err: shop.scratch.path + "/err")
        guard let stream = unsafe fopen(pipe, "w") else { preconditionFailure("no pipe") }
        let piece = [UInt8](repeating: UInt8(ascii: "y"), count: 1 << 20)
        let heading = file.hasSuffix(".csv") ? Self.heading : ""
        unsafe fputs(heading + character, stream)
        for _ in 0..<Self.lineSize { unsafe fwrite(piece, 1, piece.count, stream) }
        unsafe fflush(stream)
        let peak = try #require(process.peakMemory)
        unsafe fclose(stream)
        #expect(process.wait() == 1)
        #expect(peak < Self.memoryAllowed << 20, "\(peak >> 20) MiB")
        let place = heading.isEmpty ? "1:1" : "2:1"
        let findings = shop.scratch.text("err")
        #expect(
            findings.hasPrefix("\(file):\(place): error[record-too-large]"), "\(findings)")
    }
}

extension Program.Process {
    /// The most memory that was resident at a time so far, in bytes; `nil` when it has ended.
    var peakMemory: Int? {
        let status = contents("/proc/\(id)/status") ?? []
        let line = String(decoding: status, as: UTF8.self).split(separator: "\n")
            .first { $0.hasPrefix("VmHWM:") }
        return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
            .flatMap { Int($0) }.map { $0 << 10 }
    }
}

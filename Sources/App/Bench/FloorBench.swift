import Diagnostics
import EInvoice
import Formats
internal import Glibc
import Workflows

/// Lays out and writes invoices of 25 lines, beside a C program that does little else than write
/// one page with as many: the least that could be hoped for.
struct FloorBench {
    struct Figures: Sendable {
        let works: [Work]
        /// CPU nanoseconds of the C program for an invoice, with text that is only looked up, as
        /// ours mostly is; `nil` where it is not there.
        let prototype: Int?
        /// The same, shaping every text anew.
        let prototypeShaping: Int?
        /// The same of the C program that tags its page; `nil` also where its fonts are not there.
        let prototypeTagging: Int?
    }

    /// CPU nanoseconds, bytes and pages of all invoices by one template.
    struct Work: Sendable {
        let name: String
        var layOut = 0
        var pdf = 0
        var bytes = 0
        var pages = 0

        var total: Int { layOut + pdf }
    }

    static let invoices = 500
    static let plainName = "a page like the C program's"
    static let taggedName = "the same, tagged"
    private static let lines = 25
    private static let rounds = 4

    let setting: Setting
    /// The folder with `bench_e.c`.
    let prototypes: String

    func run() throws -> Figures {
        let generated = try GeneratedInvoices(setting, count: Self.invoices, lines: Self.lines)
        let (invoices, company) = (generated.invoices, generated.company)
        func design(_ page: String?) throws -> Design {
            try Design(company, templates: setting.templates, fonts: setting.fonts, page: page)
        }
        let values = invoices.map(\.value)
        // Something travels inside in any case, as it does in the C program's file.
        let attached = try zip(invoices, values).map { invoice, value in
            setting.trade.isIndian ? value.canonicalBytes : try UBL.invoice(invoice)
        }
        let works = [
            try work(Self.plainName, design(PlainPage.text), values, attached),
            try work(Self.taggedName, design(Design.tagged(PlainPage.text)), values, attached),
            try work("template \(setting.template)", design(nil), values, attached),
        ]
        let prototype = try prototype(attaching: attached[0])
        return Figures(
            works: works, prototype: prototype?.cached, prototypeShaping: prototype?.shaping,
            prototypeTagging: try taggingPrototype(attaching: attached[0]))
    }

    private func work(
        _ name: String, _ design: Design, _ values: [Value], _ attached: [[UInt8]]
    ) throws -> Work {
        var best = Work(name: name, layOut: .max / 2, pdf: .max / 2, bytes: 0, pages: 0)
        // Other programs only ever slow a round down: the fastest counts.
        for _ in 0..<Self.rounds {
            var round = Work(name: name)
            for (value, file) in zip(values, attached) {
                let findings = Findings()
                let start = Clock.cpu()
                let document = design.layOut(value, findings)
                let middle = Clock.cpu()
                round.bytes += try design.pdf(document, value, attaching: file).count
                round.pdf += Clock.cpu() - middle
                round.layOut += middle - start
                round.pages += document.pages.count
                if findings.hasErrors { throw refused(findings) }
            }
            if round.total < best.total { best = round }
        }
        return best
    }

    // MARK: The C program

    private func prototype(attaching file: [UInt8]) throws -> (cached: Int, shaping: Int)? {
        let source = "\(prototypes)/bench_e.c"
        guard unsafe access(source, R_OK) == 0 else { return nil }
        let folder = try absolute(setting.folder)
        let program = "\(folder)/bench_e"
        try compile(source, to: program)
        try FileSink.create("\(folder)/invoice.xml", file)
        let fonts = try ["Regular", "Bold"].map {
            try absolute("\(setting.fonts)/NotoSans-\($0).ttf")
        }
        func best(_ mode: String) throws -> Int {
            var least = Int.max
            for _ in 0..<Self.rounds {
                // Its own summary counts its processor time without opening the fonts.
                try ChildProcess.run(
                    "env",
                    ["-C", folder, program, mode, "2000"] + fonts
                        + ["out.pdf", "latin", "invoice.xml"], log: "\(folder)/bench_e.txt")
                least = min(least, try nanoseconds(in: "\(folder)/bench_e.txt"))
            }
            return least
        }
        // b: binary strings, 1: fastest compression, s: shape every text.
        return (try best("b1"), try best("sb1"))
    }

    /// The C program that tags its page, which wants fonts of its own.
    private func taggingPrototype(attaching file: [UInt8]) throws -> Int? {
        let source = "\(prototypes)/tag.c"
        let font = "/usr/share/fonts/truetype/liberation2/LiberationSans-Bold.ttf"
        guard unsafe access(source, R_OK) == 0, unsafe access(font, R_OK) == 0 else { return nil }
        let folder = try absolute(setting.folder)
        let program = "\(folder)/tag"
        try compile(source, to: program)
        try FileSink.create("\(folder)/fx.xml", file)
        var least = Int.max
        for _ in 0..<Self.rounds {
            try ChildProcess.run(
                "env", ["-C", folder, program, "tag.pdf", "1000"], log: "\(folder)/tag.txt")
            least = min(least, try nanoseconds(in: "\(folder)/tag.txt"))
        }
        return least
    }

    private func compile(_ source: String, to program: String) throws {
        try ChildProcess.run(
            "cc",
            [
                "-O2", "-I/usr/include/harfbuzz", source, "-o", program, "-lhpdf", "-lharfbuzz",
                "-lharfbuzz-subset", "-lz", "-lm",
            ], log: setting.log)
    }

    /// The figure before `ms/inv` in the program's summary.
    private func nanoseconds(in file: String) throws -> Int {
        let words = String(decoding: try read(file), as: UTF8.self).split {
            $0 == " " || $0 == "\n"
        }
        guard let at = words.firstIndex(of: "ms/inv"), at > 0, let figure = Double(words[at - 1])
        else {
            throw EnvironmentError("\(file) has no figure of milliseconds")
        }
        return Int(figure * 1_000_000)
    }

    private func absolute(_ path: String) throws -> String {
        guard let resolved = unsafe realpath(path, nil) else { throw failure("find", path) }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}

import Diagnostics
import EInvoice
import Formats
internal import Glibc
import Invoicing
import Money
import Trade
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
    private static let lines = 25
    private static let rounds = 4

    let setting: Setting
    /// The folder with `bench_e.c`.
    let prototypes: String

    func run() throws -> Figures {
        var generator = OrderGenerator(
            trade: setting.trade, orders: Self.invoices, seed: setting.seed)
        let master = try masterData(&generator)
        let plain = try Design(
            master.company, templates: setting.templates, fonts: setting.fonts, page: PlainPage.text
        )
        let company = try Design(
            master.company, templates: setting.templates, fonts: setting.fonts)
        let invoices = try (0..<Self.invoices).map { index in
            try invoice(generator.order(index, plainLines: Self.lines).order, index, master)
        }
        let values = invoices.map(\.value)
        // Something travels inside in any case, as it does in the C program's file.
        let attached = try zip(invoices, values).map { invoice, value in
            setting.trade.isIndian ? value.canonicalBytes : try UBL.invoice(invoice)
        }
        let works = [
            try work("a page like the C program's", plain, values, attached),
            try work("template \(setting.template)", company, values, attached),
        ]
        let prototype = try prototype(attaching: attached[0])
        return Figures(
            works: works, prototype: prototype?.cached, prototypeShaping: prototype?.shaping)
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

    // MARK: Ours

    private func masterData(_ generator: inout OrderGenerator) throws -> MasterData {
        var master = try MasterData(setting)
        for index in 0..<generator.customerCount {
            try master.take(generator.customer(index), .customers)
        }
        for index in 0..<OrderGenerator.itemCount { try master.take(generator.item(index), .items) }
        for index in 0..<OrderGenerator.itemCount {
            for price in generator.prices(index) { try master.take(price, .prices) }
        }
        return master
    }

    private func invoice(_ value: Value, _ index: Int, _ master: MasterData) throws -> Invoice {
        let findings = Findings()
        guard let order = Order(try generatedNode(value), findings),
            let reviewed = ReviewedOrder(order, master, OrderContext(isNew: false), findings),
            let date = CalendarDate(OrderGenerator.issueDate),
            let invoice = Calculator.invoice(
                .whole(reviewed), company: master.company, issueDate: date, findings)
        else { throw refused(findings) }
        return invoice.numbered("RE-2026-\(padded(index + 1, 7))")
    }

    // MARK: The C program

    private func prototype(attaching file: [UInt8]) throws -> (cached: Int, shaping: Int)? {
        let source = "\(prototypes)/bench_e.c"
        guard unsafe access(source, R_OK) == 0 else { return nil }
        let folder = try absolute(setting.folder)
        let program = "\(folder)/bench_e"
        try ChildProcess.run(
            "cc",
            [
                "-O2", "-I/usr/include/harfbuzz", source, "-o", program, "-lhpdf", "-lharfbuzz",
                "-lharfbuzz-subset", "-lz", "-lm",
            ], log: setting.log)
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

import Diagnostics
import Dispatch
import EInvoice
import Formats
internal import Glibc
import Synchronization
import Workflows

/// Lays out and writes the pages of mixed invoices, with the electronic invoice inside: how many a
/// second, on several threads, with how many lines, and whether memory stays.
struct PagesBench {
    struct Figures: Sendable {
        /// CPU nanoseconds of all invoices, plain and tagged.
        var plain = 0
        var tagged = 0
        var pages = 0
        /// Wall nanoseconds of all invoices on one thread and on two.
        var oneThread = 0
        var twoThreads = 0
        /// CPU nanoseconds of one invoice by its number of lines.
        var byLines: [(lines: Int, nanoseconds: Int)] = []
        /// Resident KiB by the number of documents written before.
        var memory: [(documents: Int, kib: Int)] = []
    }

    static let invoices = 1000
    private static let rounds = 3

    let setting: Setting
    /// After how many documents memory is looked at.
    let documents: [Int]

    /// What a page is made from and what travels inside it.
    private struct Input: Sendable {
        let value: Value
        let attached: [UInt8]
    }

    func run() throws -> Figures {
        var figures = Figures()
        let generated = try GeneratedInvoices(setting, count: Self.invoices)
        let inputs = try inputs(generated)
        let design = try design(generated)
        figures.memory = try memory(design, inputs)
        (figures.plain, figures.pages) = try cpu(design, inputs)
        figures.tagged = try cpu(self.design(generated, isTagged: true), inputs).nanoseconds
        figures.oneThread = try wall([design], inputs)
        figures.twoThreads = try wall([design, self.design(generated)], inputs)
        for lines in [100, 1000, 10_000] {
            // As many lines in all, so that no figure rests on one invoice.
            let count = max(1, 10_000 / lines)
            let long = try GeneratedInvoices(setting, count: count, lines: lines)
            let (nanoseconds, _) = try cpu(self.design(long), self.inputs(long))
            figures.byLines.append((lines, nanoseconds / count))
        }
        return figures
    }

    private func inputs(_ generated: GeneratedInvoices) throws -> [Input] {
        try generated.invoices.map { invoice in
            let value = invoice.value
            return Input(
                value: value,
                attached: setting.trade.isIndian ? value.canonicalBytes : try UBL.invoice(invoice))
        }
    }

    private func design(_ generated: GeneratedInvoices, isTagged: Bool = false) throws -> Design {
        let file = "\(setting.templates)/\(generated.company.look.template).xml"
        let page = isTagged ? Design.tagged(String(decoding: try read(file), as: UTF8.self)) : nil
        return try Design(
            generated.company, templates: setting.templates, fonts: setting.fonts, page: page)
    }

    /// The fastest round: other programs only ever slow one down.
    private func cpu(
        _ design: Design, _ inputs: [Input]
    ) throws -> (nanoseconds: Int, pages: Int) {
        var (least, pages) = (Int.max, 0)
        for _ in 0..<Self.rounds {
            let start = Clock.cpu()
            pages = try inputs.reduce(0) { try $0 + Self.make($1, design) }
            least = min(least, Clock.cpu() - start)
        }
        return (least, pages)
    }

    private func wall(_ designs: [Design], _ inputs: [Input]) throws -> Int {
        let lanes = Lanes(designs: designs)
        var least = Int.max
        for _ in 0..<Self.rounds {
            let next = Atomic<Int>(0)
            let failed = Mutex<(any Error)?>(nil)
            let start = Clock.now()
            DispatchQueue.concurrentPerform(iterations: designs.count) { lane in
                while true {
                    let at = next.add(1, ordering: .relaxed).oldValue
                    guard at < inputs.count else { return }
                    do {
                        _ = try Self.make(inputs[at], lanes.designs[lane])
                    } catch {
                        failed.withLock { $0 = error }
                    }
                }
            }
            least = min(least, Clock.now() - start)
            if let error = failed.withLock({ $0 }) { throw error }
        }
        return least
    }

    /// Each lane's design is used by one thread alone.
    private struct Lanes: @unchecked Sendable {
        let designs: [Design]
    }

    private func memory(
        _ design: Design, _ inputs: [Input]
    ) throws -> [(documents: Int, kib: Int)] {
        var seen: [(documents: Int, kib: Int)] = []
        var written = 0
        for count in documents.sorted() {
            while written < count {
                _ = try Self.make(inputs[written % inputs.count], design)
                written += 1
            }
            seen.append((count, try Self.residentKiB()))
        }
        return seen
    }

    private static func make(_ input: Input, _ design: Design) throws -> Int {
        let findings = Findings()
        let document = design.layOut(input.value, findings)
        _ = try design.pdf(document, input.value, attaching: input.attached)
        if findings.hasErrors { throw refused(findings) }
        return document.pages.count
    }

    /// What of this process lies in memory now.
    private static func residentKiB() throws -> Int {
        let words = String(decoding: try read("/proc/self/statm"), as: UTF8.self).split(
            separator: " ")
        guard words.count > 1, let pages = Int(words[1]) else {
            throw EnvironmentError("/proc/self/statm cannot be read")
        }
        return pages * sysconf(Int32(_SC_PAGESIZE)) / 1024
    }
}

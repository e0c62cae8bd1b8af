import Diagnostics

/// Rows of a table for people that go out as they come: the first ones decide how wide columns are.
struct TableStream {
    private static let sampleSize = 256

    private let alignRight: Set<Int>
    private let print: (String) -> Void
    private var sample: [[String]] = []
    private var widths: [Int]?

    init(alignRight: Set<Int>, _ print: @escaping (String) -> Void) {
        self.alignRight = alignRight
        self.print = print
    }

    mutating func row(_ cells: [String]) {
        let cells = cells.map(printable)
        if let widths { return print(line(cells, widths)) }
        sample.append(cells)
        if sample.count == TableStream.sampleSize { begin() }
    }

    mutating func finish() { if widths == nil { begin() } }

    private mutating func begin() {
        var widths: [Int] = []
        for row in sample {
            for (index, cell) in row.enumerated() {
                if index == widths.count { widths.append(0) }
                widths[index] = max(widths[index], cell.count)
            }
        }
        self.widths = widths
        print(sample.map { line($0, widths) }.joined())
        sample = []
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = zip(cells, widths).enumerated().map { index, pair in
            let space = String(repeating: " ", count: max(0, pair.1 - pair.0.count))
            return alignRight.contains(index) ? space + pair.0 : pair.0 + space
        }.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }
}

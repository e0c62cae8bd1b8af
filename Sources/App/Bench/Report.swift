/// Numbers as people read them, without going through `Double`.
enum Report {
    /// `numerator ÷ denominator` with so many decimals, rounded half up; `–` where nothing divides.
    static func ratio(_ numerator: Int, _ denominator: Int, places: Int) -> String {
        guard denominator > 0 else { return "–" }
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        let scaled =
            (Int128(numerator) * Int128(scale) * 2 + Int128(denominator))
            / (Int128(denominator) * 2)
        let whole = grouped(Int(scaled / Int128(scale)))
        if places == 0 { return whole }
        let digits = String(Int(scaled % Int128(scale)))
        return "\(whole).\(String(repeating: "0", count: places - digits.utf8.count))\(digits)"
    }

    /// Nanoseconds as milliseconds.
    static func milliseconds(_ nanoseconds: Int, places: Int = 3) -> String {
        ratio(nanoseconds, 1_000_000, places: places)
    }

    /// `12,345`.
    static func grouped(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index % 3 == 0 { text = "," + text }
            text = String(digit) + text
        }
        return text
    }

    /// Rows in columns; the first is left-aligned, the others right.
    static func table(_ rows: [[String]]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = " "
            for (column, cell) in row.enumerated() {
                let space = String(repeating: " ", count: widths[column] - cell.count)
                line += " " + (column == 0 ? cell + space : " " + space + cell)
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}

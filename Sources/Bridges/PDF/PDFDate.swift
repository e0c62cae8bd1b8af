/// A point in time as PDF and XMP write it, read from ISO 8601.
struct PDFDate {
    /// `D:20260430101500+05'30'` (ISO 32000-1, 7.9.4).
    let pdf: String
    /// `2026-04-30T10:15:00+05:30`.
    let xmp: String

    /// Reads `2026-04-30`, taken as midnight UTC, or `2026-04-30T10:15:00` with `Z` or `±hh:mm`.
    init(iso text: String) throws(PDFError) {
        let bytes = Array(text.utf8)
        var at = 0
        func digits(_ count: Int, _ range: ClosedRange<Int>) -> String? {
            guard at + count <= bytes.count else { return nil }
            let part = bytes[at..<at + count]
            guard part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            let digits = String(decoding: part, as: UTF8.self)
            guard let value = Int(digits), range.contains(value) else { return nil }
            at += count
            return digits
        }
        func skip(_ character: Unicode.Scalar) -> Bool {
            guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
            at += 1
            return true
        }
        func read() -> (day: [String], time: [String], zone: [String])? {
            guard let year = digits(4, 1...9_999), skip("-"), let month = digits(2, 1...12),
                skip("-"), let day = digits(2, 1...31)
            else { return nil }
            if at == bytes.count { return ([year, month, day], ["00", "00", "00"], ["+", "00", "00"]) }
            guard skip("T"), let hour = digits(2, 0...23), skip(":"), let minute = digits(2, 0...59),
                skip(":"), let second = digits(2, 0...59)
            else { return nil }
            let time = [hour, minute, second]
            if skip("Z") { return ([year, month, day], time, ["+", "00", "00"]) }
            let sign = skip("+") ? "+" : skip("-") ? "-" : nil
            guard let sign, let hours = digits(2, 0...23), skip(":"), let minutes = digits(2, 0...59)
            else { return nil }
            return ([year, month, day], time, [sign, hours, minutes])
        }
        guard let (day, time, zone) = read(), at == bytes.count else {
            throw PDFError(message: "\"\(text)\" is not a date such as 2026-04-30T10:15:00+05:30")
        }
        pdf = "D:" + day.joined() + time.joined() + "\(zone[0])\(zone[1])'\(zone[2])'"
        xmp =
            day.joined(separator: "-") + "T" + time.joined(separator: ":")
            + "\(zone[0])\(zone[1]):\(zone[2])"
    }
}

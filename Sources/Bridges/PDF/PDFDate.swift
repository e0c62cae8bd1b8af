/// A point in time as PDF and XMP write it, read from ISO 8601.
struct PDFDate {
    /// `D:20260430101500+05'30'` (ISO 32000-1, 7.9.4).
    let pdf: String
    /// `2026-04-30T10:15:00+05:30`.
    let xmp: String

    /// Reads `2026-04-30`, taken as midnight UTC, or `2026-04-30T10:15:00` with `Z` or `±hh:mm`.
    init(iso text: String) throws(PDFError) {
        var reader = Reader(bytes: Array(text.utf8))
        guard let parts = reader.parts(), reader.isAtEnd else {
            throw PDFError(message: "\"\(text)\" is not a date such as 2026-04-30T10:15:00+05:30")
        }
        let day = parts.day
        let time = parts.time
        let zone = parts.zone
        pdf = "D:" + day.joined() + time.joined() + "\(zone.sign)\(zone.hours)'\(zone.minutes)'"
        xmp =
            day.joined(separator: "-") + "T" + time.joined(separator: ":")
            + "\(zone.sign)\(zone.hours):\(zone.minutes)"
    }

    private struct Parts {
        var day: [String]
        var time = ["00", "00", "00"]
        var zone = (sign: "+", hours: "00", minutes: "00")
    }

    private struct Reader {
        let bytes: [UInt8]
        private var at = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool { at == bytes.count }

        mutating func parts() -> Parts? {
            guard let year = digits(4, 1...9_999), skip("-"), let month = digits(2, 1...12),
                skip("-"), let day = digits(2, 1...31)
            else { return nil }
            var parts = Parts(day: [year, month, day])
            if isAtEnd { return parts }
            guard skip("T"), let hour = digits(2, 0...23), skip(":"),
                let minute = digits(2, 0...59), skip(":"), let second = digits(2, 0...59)
            else { return nil }
            parts.time = [hour, minute, second]
            if skip("Z") { return parts }
            let sign = skip("+") ? "+" : skip("-") ? "-" : nil
            guard let sign, let hours = digits(2, 0...23), skip(":"),
                let minutes = digits(2, 0...59)
            else { return nil }
            parts.zone = (sign, hours, minutes)
            return parts
        }

        private mutating func digits(_ count: Int, _ range: ClosedRange<Int>) -> String? {
            guard at + count <= bytes.count else { return nil }
            let part = bytes[at..<at + count]
            let digits = String(decoding: part, as: UTF8.self)
            guard part.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(digits),
                range.contains(value)
            else { return nil }
            at += count
            return digits
        }

        private mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
            at += 1
            return true
        }
    }
}

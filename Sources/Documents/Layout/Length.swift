/// A length in a template: a number and `mm` or `pt`; without a unit, points.
enum Length {
    static let pointsPerMillimetre = 72 / 25.4
    /// No page is larger than what PDF viewers show (200 inches).
    static let limit = 14_400.0

    /// `22mm` or `12.5pt` in points; `nil` if it is no length or beyond ±14,400 pt.
    static func points(_ text: String) -> Double? {
        let bytes = Array(text.utf8)
        var digits = bytes[...]
        var factor = 1.0
        if digits.suffix(2).elementsEqual("mm".utf8) {
            factor = pointsPerMillimetre
            digits = digits.dropLast(2)
        } else if digits.suffix(2).elementsEqual("pt".utf8) {
            digits = digits.dropLast(2)
        }
        let isPlain = digits.allSatisfy { (48...57).contains($0) || $0 == 46 || $0 == 45 }
        guard isPlain, digits.count <= 12,
            let number = Double(String(decoding: digits, as: UTF8.self))
        else { return nil }
        let points = number * factor
        return abs(points) <= limit ? points : nil
    }
}

/// The arithmetic that the states' rules share.
extension VATIdentifier {
    static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

    /// The values of `count` digits that are not all zero; `nil` where the text is anything else.
    static func digits(_ text: some Collection<UInt8>, count: Int) -> [Int]? {
        guard text.count == count, text.allSatisfy(isDigit) else { return nil }
        let values = text.map { Int($0 - 48) }
        return values.contains { $0 != 0 } ? values : nil
    }

    /// The number that digits write.
    static func number(_ digits: some Collection<Int>) -> Int { digits.reduce(0) { $0 * 10 + $1 } }

    /// The sum of products of digits with weights, as many as there are weights.
    static func sum(_ digits: some Collection<Int>, _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Luhn's sum: every second digit from the right doubled, digits of products added.
    static func luhnSum(_ digits: some Collection<Int>) -> Int {
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let product = digit * (index % 2 == 0 ? 1 : 2)
            sum += product / 10 + product % 10
        }
        return sum
    }

    /// ISO/IEC 7064 MOD 11,10: whether the last digit is the check digit of those before it.
    static func isMod1110(_ digits: some BidirectionalCollection<Int>) -> Bool {
        var product = 10
        for digit in digits.dropLast() {
            let sum = (digit + product) % 10
            product = 2 * (sum == 0 ? 10 : sum) % 11
        }
        return (11 - product) % 10 == digits.last
    }

    /// ISO/IEC 7064 MOD 97-10 over digits and letters, A = 10.
    static func isMod97(_ text: some Sequence<UInt8>) -> Bool {
        var remainder = 0
        for byte in text {
            remainder =
                isDigit(byte)
                ? (remainder * 10 + Int(byte - 48)) % 97 : (remainder * 100 + Int(byte - 55)) % 97
        }
        return remainder == 1
    }

    /// Judges numbers of one length whose weighted sum must be zero in a modulus.
    static func verdict(_ body: [UInt8], _ weights: [Int], modulus: Int) -> Verdict {
        guard let digits = digits(body, count: weights.count) else { return .form }
        return Verdict(sum(digits, weights) % modulus == 0)
    }

    /// Judges numbers of one length whose last digit is 11 less the weighted sum of the others modulo
    /// 11; an eleven counts as zero, and a ten as `ten`, or as a number never given where that is
    /// `nil`.
    static func verdictElevenLess(_ body: [UInt8], _ weights: [Int], ten: Int?) -> Verdict {
        guard let digits = digits(body, count: weights.count + 1) else { return .form }
        let check = (11 - sum(digits, weights) % 11) % 11
        return Verdict((check == 10 ? ten : check) == digits.last)
    }
}

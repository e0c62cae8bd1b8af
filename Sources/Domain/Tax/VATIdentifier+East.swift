/// Member states of the middle, the north and the east.
extension VATIdentifier {
    /// Luhn's sum of seven digits, with four and the eighth, is a multiple of ten.
    @Sendable static func austria(_ body: [UInt8]) -> Verdict {
        guard body.first == UInt8(ascii: "U"), let digits = digits(body.dropFirst(), count: 8)
        else { return .form }
        return Verdict((luhnSum(digits[..<7]) + 4 + digits[7]) % 10 == 0)
    }

    /// Nine digits of the register; ten of a person (EGN), a foreigner or somebody else.
    @Sendable static func bulgaria(_ body: [UInt8]) -> Verdict {
        if let digits = digits(body, count: 9) {
            var check = sum(digits, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
            if check == 10 { check = sum(digits, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10 }
            return Verdict(check == digits[8])
        }
        guard let digits = digits(body, count: 10) else { return .form }
        let person = sum(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10
        // Months of those born before 1900 and since 2000 have 20 and 40 added.
        let isBirthday =
            (1...12).contains(number(digits[2..<4]) % 20) && digits[2] < 6
            && (1...31).contains(number(digits[4..<6]))
        let foreigner = sum(digits, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10
        let other = (11 - sum(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
        return Verdict(
            (isBirthday && person == digits[9]) || foreigner == digits[9] || other == digits[9])
    }

    /// Odd places by a table, even ones as they are; the letter is the sum modulo 26.
    @Sendable static func cyprus(_ body: [UInt8]) -> Verdict {
        guard body.count == 9, isLetter(body[8]), let digits = digits(body[..<8], count: 8),
            !digits.starts(with: [1, 2])
        else { return .form }
        let table = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
        let total = digits.enumerated().reduce(0) {
            $0 + ($1.offset % 2 == 0 ? table[$1.element] : $1.element)
        }
        return Verdict(body[8] == UInt8(65 + total % 26))
    }

    /// Eight digits of a company; nine that begin with 6 of a person without birth number; else the
    /// birth number, of nine digits before 1954 without check digit, of ten a multiple of 11 (until
    /// 1985 also one whose first nine leave ten and whose last is 0).
    @Sendable static func czechia(_ body: [UInt8]) -> Verdict {
        if let digits = digits(body, count: 8) {
            if digits[0] == 9 { return .form }
            let check = (11 - sum(digits, [8, 7, 6, 5, 4, 3, 2]) % 11) % 11
            return Verdict((check == 0 ? 1 : check % 10) == digits[7])
        }
        if let digits = digits(body, count: 9) {
            if digits[0] != 6 {
                return digits[0] * 10 + digits[1] < 54 && isCzechBirthday(digits) ? .valid : .form
            }
            let rest = sum(digits[1...], [8, 7, 6, 5, 4, 3, 2]) % 11
            let check = (8 - (10 - rest + 11) % 11 + 10) % 10
            return Verdict(check == digits[8])
        }
        guard let digits = digits(body, count: 10), isCzechBirthday(digits) else { return .form }
        let isOld = number(digits[..<9]) % 11 == 10 && digits[9] == 0
        return Verdict(number(digits) % 11 == 0 || isOld)
    }

    /// Months of women have 50 added, and 20 where a day's numbers are used up.
    private static func isCzechBirthday(_ digits: [Int]) -> Bool {
        (1...12).contains(number(digits[2..<4]) % 50 % 20)
            && (1...31).contains(number(digits[4..<6]))
    }

    @Sendable static func germany(_ body: [UInt8]) -> Verdict {
        guard let digits = digits(body, count: 9), digits[0] != 0 else { return .form }
        return Verdict(isMod1110(digits))
    }

    @Sendable static func estonia(_ body: [UInt8]) -> Verdict {
        verdict(body, [3, 7, 1, 3, 7, 1, 3, 7, 1], modulus: 10)
    }

    /// Powers of two as weights.
    @Sendable static func greece(_ body: [UInt8]) -> Verdict {
        guard let digits = digits(body, count: 9) else { return .form }
        return Verdict(sum(digits, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == digits[8])
    }

    @Sendable static func finland(_ body: [UInt8]) -> Verdict {
        verdict(body, [7, 9, 10, 5, 8, 4, 2, 1], modulus: 11)
    }

    /// The OIB.
    @Sendable static func croatia(_ body: [UInt8]) -> Verdict {
        guard let digits = digits(body, count: 11) else { return .form }
        return Verdict(isMod1110(digits))
    }

    @Sendable static func hungary(_ body: [UInt8]) -> Verdict {
        verdict(body, [9, 7, 3, 1, 9, 7, 3, 1], modulus: 10)
    }

    /// Nine digits, or twelve of those registered for a time; 1 stands before the last.
    @Sendable static func lithuania(_ body: [UInt8]) -> Verdict {
        guard let digits = digits(body, count: body.count == 12 ? 12 : 9),
            digits[digits.count - 2] == 1
        else { return .form }
        let places = 0..<digits.count - 1
        var check = sum(digits, places.map { $0 % 9 + 1 }) % 11
        if check == 10 { check = sum(digits, places.map { ($0 + 2) % 9 + 1 }) % 11 % 10 }
        return Verdict(check == digits.last)
    }

    /// Companies begin with 4 or more. Personal codes begin with the birthday; those given since 2017
    /// begin with 32 to 39 and have no check digit.
    @Sendable static func latvia(_ body: [UInt8]) -> Verdict {
        guard let digits = digits(body, count: 11) else { return .form }
        if digits[0] > 3 {
            return Verdict(sum(digits, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3)
        }
        if digits[0] == 3, digits[1] >= 2 { return .valid }
        guard (1...31).contains(number(digits[..<2])), (1...12).contains(number(digits[2..<4]))
        else { return .form }
        let check = (1 + sum(digits, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10
        return Verdict(check == digits[10])
    }

    /// The weighted sum modulo 11; a ten is never given.
    @Sendable static func poland(_ body: [UInt8]) -> Verdict {
        guard let digits = digits(body, count: 10) else { return .form }
        return Verdict(sum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9])
    }

    /// Two to ten digits, weighed from the right.
    @Sendable static func romania(_ body: [UInt8]) -> Verdict {
        guard (2...10).contains(body.count), let digits = digits(body, count: body.count),
            digits[0] != 0
        else { return .form }
        let padded = Array(repeating: 0, count: 10 - digits.count) + digits
        return Verdict(sum(padded, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10 % 11 % 10 == digits.last)
    }

    /// Luhn over the organisation or personal number, and 01 to 94 behind it.
    @Sendable static func sweden(_ body: [UInt8]) -> Verdict {
        guard let digits = digits(body, count: 12), (1...94).contains(number(digits[10...])) else {
            return .form
        }
        return Verdict(luhnSum(digits[..<10]) % 10 == 0)
    }

    /// Eleven less the sum modulo 11; a ten counts as zero, an eleven is never given.
    @Sendable static func slovenia(_ body: [UInt8]) -> Verdict {
        guard let digits = digits(body, count: 8), digits[0] != 0 else { return .form }
        let check = 11 - sum(digits, [8, 7, 6, 5, 4, 3, 2]) % 11
        return Verdict(check != 11 && check % 10 == digits[7])
    }

    @Sendable static func slovakia(_ body: [UInt8]) -> Verdict {
        guard let digits = digits(body, count: 10), digits[0] != 0 else { return .form }
        return Verdict(number(digits) % 11 == 0)
    }
}

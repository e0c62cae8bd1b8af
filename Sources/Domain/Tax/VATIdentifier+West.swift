/// Member states west and south of the Alps and on the North Sea; Britain, Switzerland, Norway.
extension VATIdentifier {
    /// The last two of ten digits are 97 less the others modulo 97.
    @Sendable static func belgium(_ body: [UInt8]) -> Verdict {
        guard let digits = digits(body, count: 10), digits[0] <= 1 else { return .form }
        return Verdict(97 - number(digits[..<8]) % 97 == number(digits[8...]))
    }

    @Sendable static func denmark(_ body: [UInt8]) -> Verdict {
        if body.first == UInt8(ascii: "0") { return .form }
        return verdict(body, [2, 7, 6, 5, 4, 3, 2, 1], modulus: 11)
    }

    /// Two characters over the SIREN, whose own ninth digit is Luhn's. Monaco's numbers, with 000 in
    /// its place, have no such digit. Two digits are the key (12 + 3 × SIREN mod 97) mod 97; with a
    /// letter (neither I nor O) among them, both give a number whose remainder by 11 is that of the
    /// SIREN, its quotient by 11 and one.
    @Sendable static func france(_ body: [UInt8]) -> Verdict {
        guard let siren = digits(body.dropFirst(2), count: 9) else { return .form }
        let key = body[..<2].map(frenchValue)
        guard let first = key[0], let second = key[1] else { return .form }
        guard siren.starts(with: [0, 0, 0]) || luhnSum(siren) % 10 == 0 else { return .checkDigit }
        if first < 10, second < 10 {
            return Verdict(first * 10 + second == (12 + 3 * (number(siren) % 97)) % 97)
        }
        let value = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
        return Verdict((number(siren) + 1 + value / 11) % 11 == value % 11)
    }

    /// The place of a character in 0 to 9, A to Z without I and O.
    private static func frenchValue(_ byte: UInt8) -> Int? {
        if isDigit(byte) { return Int(byte - 48) }
        guard isLetter(byte), byte != UInt8(ascii: "I"), byte != UInt8(ascii: "O") else {
            return nil
        }
        let skipped = (byte > UInt8(ascii: "I") ? 1 : 0) + (byte > UInt8(ascii: "O") ? 1 : 0)
        return Int(byte) - 55 - skipped
    }

    /// Government departments (GD) and health authorities (HA) have numbers without check digits.
    /// Of nine digits, the last two make the weighted sum a multiple of 97, or since 2009 one that
    /// is so with 55 added ("9755"). Twelve digits name a branch at their end.
    @Sendable static func britain(_ body: [UInt8]) -> Verdict {
        if body.count == 5, body[2...].allSatisfy(isDigit) {
            let isHigh = body[2] >= UInt8(ascii: "5")
            if body.starts(with: "GD".utf8) { return isHigh ? .form : .valid }
            if body.starts(with: "HA".utf8) { return isHigh ? .valid : .form }
        }
        guard body.count != 12 || digits(body[9...], count: 3) != nil,
            let digits = digits(body.count == 12 ? body.dropLast(3) : body[...], count: 9)
        else { return .form }
        let remainder = sum(digits, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97
        return Verdict(remainder == 0 || (remainder + 55) % 97 == 0)
    }

    /// Seven digits and a letter, since 2013 a further one of A to I or W; older ones have a letter,
    /// `+` or `*` in the second place, whose first digit is weighed last.
    @Sendable static func ireland(_ body: [UInt8]) -> Verdict {
        guard body.count == 8 || body.count == 9, isDigit(body[0]), isLetter(body[7]),
            body[2..<7].allSatisfy(isDigit)
        else { return .form }
        var total: Int
        if isDigit(body[1]) {
            total = sum(body[..<7].map { Int($0 - 48) }, [8, 7, 6, 5, 4, 3, 2])
        } else {
            let isOld = isLetter(body[1]) || body[1] == 43 || body[1] == 42
            guard isOld, body.count == 8 else { return .form }
            total = sum(body[2..<7].map { Int($0 - 48) }, [7, 6, 5, 4, 3]) + 2 * Int(body[0] - 48)
        }
        if body.count == 9 {
            switch body[8] {
            case UInt8(ascii: "W"): break
            case UInt8(ascii: "A")...UInt8(ascii: "I"): total += 9 * Int(body[8] - 64)
            default: return .form
            }
        }
        let check = total % 23
        return Verdict(body[7] == (check == 0 ? UInt8(ascii: "W") : UInt8(64 + check)))
    }

    /// Luhn over eleven digits, the first seven of which are not all zero.
    @Sendable static func italy(_ body: [UInt8]) -> Verdict {
        guard let digits = digits(body, count: 11), digits[..<7].contains(where: { $0 != 0 }) else {
            return .form
        }
        return Verdict(luhnSum(digits) % 10 == 0)
    }

    @Sendable static func luxembourg(_ body: [UInt8]) -> Verdict {
        guard let digits = digits(body, count: 8) else { return .form }
        return Verdict(number(digits[..<6]) % 89 == number(digits[6...]))
    }

    @Sendable static func malta(_ body: [UInt8]) -> Verdict {
        if body.first == UInt8(ascii: "0") { return .form }
        return verdict(body, [3, 4, 6, 7, 8, 9, 10, 1], modulus: 37)
    }

    /// The eleven test over nine digits, or MOD 97-10 over the whole (sole traders since 2020).
    @Sendable static func netherlands(_ body: [UInt8]) -> Verdict {
        guard body.count == 12, body[9] == UInt8(ascii: "B"),
            let digits = digits(body[..<9], count: 9),
            VATIdentifier.digits(body[10...], count: 2) != nil
        else { return .form }
        let isEleven = sum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 == digits[8]
        return Verdict(isEleven || isMod97(Array("NL".utf8) + body))
    }

    /// The organisation number and MVA, the register's mark.
    @Sendable static func norway(_ body: [UInt8]) -> Verdict {
        guard body.suffix(3).elementsEqual("MVA".utf8) else { return .form }
        return verdictElevenLess(body.dropLast(3), [3, 2, 7, 6, 5, 4, 3, 2], ten: nil)
    }

    @Sendable static func portugal(_ body: [UInt8]) -> Verdict {
        if body.first == UInt8(ascii: "0") { return .form }
        return verdictElevenLess(body, [9, 8, 7, 6, 5, 4, 3, 2], ten: 0)
    }

    /// Persons: a letter by the number modulo 23, foreigners with X, Y or Z for a leading 0, 1 or 2,
    /// minors, residents abroad and foreigners without a number with K, L or M before it. Others: a
    /// letter for the kind, seven digits, and Luhn's digit or the letter for it.
    @Sendable static func spain(_ body: [UInt8]) -> Verdict {
        guard body.count == 9, body[1..<8].allSatisfy(isDigit) else { return .form }
        let digits = body[1..<8].map { Int($0 - 48) }
        let personal = Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)
        guard isLetter(body[8]) || isDigit(body[8]) else { return .form }
        switch body[0] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            guard isLetter(body[8]) else { return .form }
            return Verdict(body[8] == personal[number([Int(body[0] - 48)] + digits) % 23])
        case UInt8(ascii: "X")...UInt8(ascii: "Z"):
            guard isLetter(body[8]) else { return .form }
            return Verdict(body[8] == personal[number([Int(body[0]) - 88] + digits) % 23])
        case UInt8(ascii: "K")...UInt8(ascii: "M"):
            guard isLetter(body[8]) else { return .form }
            return Verdict(body[8] == personal[number(digits) % 23])
        case let kind where "ABCDEFGHJNPQRSUVW".utf8.contains(kind):
            let check = (10 - luhnSum(digits + [0]) % 10) % 10
            // Which kinds bear a digit and which a letter is not told alike everywhere: both hold.
            return Verdict(
                body[8] == UInt8(48 + check) || body[8] == Array("JABCDEFGHI".utf8)[check])
        default: return .form
        }
    }

    /// The UID, grouped or not, and the mark of the VAT register in one of three languages.
    @Sendable static func switzerland(_ body: [UInt8]) -> Verdict {
        var text = body
        if body.starts(with: "-".utf8), body.count > 12, body[4] == 46, body[8] == 46 {
            text = Array(body[1..<4] + body[5..<8] + body[9...])
        }
        let mark = text.dropFirst(9)
        guard ["MWST", "TVA", "IVA"].contains(where: { mark.elementsEqual($0.utf8) }) else {
            return .form
        }
        return verdictElevenLess(Array(text.prefix(9)), [5, 4, 3, 2, 7, 6, 5, 4], ten: nil)
    }
}

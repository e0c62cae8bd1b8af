/// Tax numbers that pass their check digits and belong to nobody.
enum TaxNumbers {
    /// Germany: nine digits, ISO 7064 MOD 11,10. 9… is not given out.
    static func german(_ random: inout SplitMix64) -> String {
        let body = String(90_000_000 + random.below(10_000_000))
        var product = 10
        for digit in body.utf8 {
            var sum = (Int(digit) - 48 + product) % 10
            if sum == 0 { sum = 10 }
            product = 2 * sum % 11
        }
        return "DE\(body)\((11 - product) % 10)"
    }

    /// Austria: U, seven digits and a check digit.
    static func austrian(_ random: inout SplitMix64) -> String {
        let body = String(9_000_000 + random.below(1_000_000))
        var sum = 0
        for (index, digit) in body.utf8.enumerated() {
            let product = (Int(digit) - 48) * (index % 2 == 0 ? 1 : 2)
            sum += product / 10 + product % 10
        }
        return "ATU\(body)\((10 - (sum + 4) % 10) % 10)"
    }

    /// India: State code, PAN of a company, entity 1, Z, check character in base 36.
    static func indian(state: String, _ random: inout SplitMix64) -> String {
        func letter() -> String { String(UnicodeScalar(UInt8(65 + random.below(26)))) }
        let pan = "AA\(letter())C\(letter())\(random.within(1000...9999))\(letter())"
        let body = "\(state)\(pan)1Z"
        var sum = 0
        for (index, byte) in body.utf8.enumerated() {
            let value = byte < 58 ? Int(byte) - 48 : Int(byte) - 55
            let product = value * (index % 2 == 0 ? 1 : 2)
            sum += product / 36 + product % 36
        }
        let check = (36 - sum % 36) % 36
        return body + String(UnicodeScalar(UInt8(check < 10 ? 48 + check : 55 + check)))
    }
}

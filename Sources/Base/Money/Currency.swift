/// An ISO 4217 currency: its three letters and the number of digits of its minor unit.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
    /// The letters, packed so that comparing currencies compares one number.
    private let letters: UInt32
    /// Digits behind the decimal point: 2 for INR and EUR, 0 for JPY, 3 for KWD.
    public let minorDigits: Int

    /// The currency of a code such as `EUR`; `nil` for what ISO 4217 does not list.
    public init?(code: String) {
        guard code.utf8.count == 3, let known = Currency.all[Currency.letters(code.utf8)]
        else { return nil }
        self = known
    }

    private init(letters: UInt32, minorDigits: Int) {
        self.letters = letters
        self.minorDigits = minorDigits
    }

    private static func letters(_ code: some Sequence<UInt8>) -> UInt32 {
        code.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The three letters.
    public var code: String {
        String(
            decoding: [
                UInt8(letters >> 16), UInt8(letters >> 8 & 0xFF), UInt8(letters & 0xFF),
            ], as: UTF8.self)
    }

    public var description: String { code }

    public static let inr = Currency(letters: 0x49_4E52, minorDigits: 2)
    public static let eur = Currency(letters: 0x45_5552, minorDigits: 2)
    public static let usd = Currency(letters: 0x55_5344, minorDigits: 2)

    /// ISO 4217, active currencies (2026); the digits behind a colon where they are not two.
    private static let table = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD:3 BIF:0 BMD BND BOB BRL BSD BTN BWP \
        BYN BZD CAD CDF CHF CLP:0 CNY COP CRC CUP CVE CZK DJF:0 DKK DOP DZD EGP ERN ETB EUR FJD \
        FKP GBP GEL GHS GIP GMD GNF:0 GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD:3 IRR ISK:0 JMD \
        JOD:3 JPY:0 KES KGS KHR KMF:0 KPW KRW:0 KWD:3 KYD KZT LAK LBP LKR LRD LSL LYD:3 MAD MDL \
        MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR:3 PAB PEN \
        PGK PHP PKR PLN PYG:0 QAR RON RSD RUB RWF:0 SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
        STN SVC SYP SZL THB TJS TMT TND:3 TOP TRY TTD TWD TZS UAH UGX:0 USD UYU UZS VES VND:0 \
        VUV:0 WST XAF:0 XCD XCG XOF:0 XPF:0 YER ZAR ZMW ZWG
        """

    private static let all: [UInt32: Currency] = {
        var known: [UInt32: Currency] = [:]
        for entry in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = entry.split(separator: ":")
            let letters = letters(parts[0].utf8)
            let digits = parts.count > 1 ? Int(parts[1]) ?? 2 : 2
            known[letters] = Currency(letters: letters, minorDigits: digits)
        }
        return known
    }()
}

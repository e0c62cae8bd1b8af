/// A small seeded generator: the same numbers on every machine, so that a failure can be repeated, and
/// others with another `BIJAK_SEED`.
///
/// Steele, Lea, Flood: Fast splittable pseudorandom number generators (OOPSLA 2014).
public struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) {
        // An odd factor that is not the step below: no two runs go along the same numbers.
        state = seed &+ UInt64(seedOfRun) &* 0xD1B5_4A32_D192_ED03
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number whose magnitude has any of 0 to `bits` (≤ 126) binary digits with equal chance, so
    /// that small, middling and huge numbers all occur; either sign.
    public mutating func spreadNumber(bits: Int) -> Int128 {
        let width = Int.random(in: 0...bits, using: &self)
        let high = UInt128(next()) << 64
        let magnitude = Int128((high | UInt128(next())) & ((UInt128(1) << UInt128(width)) - 1))
        return Bool.random(using: &self) ? -magnitude : magnitude
    }
}

import Glibc

/// How often a property is tried: 2,000 times, or as often as `BIJAK_ROUNDS` says.
public let rounds: Int = number("BIJAK_ROUNDS", else: 2000)

/// How many times as often as usual faults are injected into runs of the program: once, or as often
/// as `BIJAK_TORTURE` says.
public let tortureTimes: Int = number("BIJAK_TORTURE", else: 1)

/// Where the tests' generators begin: at the same place in every run, or at that of `BIJAK_SEED`.
let seedOfRun: Int = number("BIJAK_SEED", else: 0)

private func number(_ name: String, else usual: Int) -> Int {
    guard let text = unsafe getenv(name) else { return usual }
    guard let count = Int(unsafe String(cString: text)), count > 0 else {
        preconditionFailure("\(name) must be a number above zero")
    }
    return count
}

import Glibc

/// How often a property is tried: 2,000 times, or as often as `BIJAK_ROUNDS` says.
public let rounds: Int = {
    guard let text = unsafe getenv("BIJAK_ROUNDS") else { return 2000 }
    guard let count = Int(unsafe String(cString: text)), count > 0 else {
        preconditionFailure("BIJAK_ROUNDS must be a number above zero")
    }
    return count
}()

/// What became of an input that nobody would write.
public enum Outcome: Sendable, Equatable {
    /// Refused as it should be.
    case refused
    /// Taken, with a result that holds what is promised.
    case sound
    /// A promise is broken: which.
    case broken(String)
}

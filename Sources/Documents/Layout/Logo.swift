public import Images

/// A company's logo.
public enum Logo: Sendable {
    /// One shape in the accent colour.
    case shape(LogoShape)
    /// As it is.
    case picture(Picture)
}

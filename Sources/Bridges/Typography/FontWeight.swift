/// The three weights documents are set in.
public enum FontWeight: String, CaseIterable, Hashable, Sendable {
    case regular
    case semibold
    case bold

    /// Reads the style part of a font's name ("Regular", "Semi Bold", "DemiBold").
    ///
    /// Returns nil for slanted faces and for weights documents are not set in.
    init?(subfamily: String) {
        let letters = subfamily.lowercased().unicodeScalars.filter { $0 != " " && $0 != "-" }
        switch String(String.UnicodeScalarView(letters)) {
        case "regular", "roman", "normal", "book": self = .regular
        case "semibold", "demibold": self = .semibold
        case "bold": self = .bold
        default: return nil
        }
    }

    /// This weight, then the others from the nearest on: what stands in when a family lacks it.
    var nearestFirst: [FontWeight] {
        switch self {
        case .regular: [.regular, .semibold, .bold]
        case .semibold: [.semibold, .bold, .regular]
        case .bold: [.bold, .semibold, .regular]
        }
    }
}

internal import CFriBidi

/// The direction a text is read in as a whole.
public enum TextDirection: Sendable {
    case leftToRight
    case rightToLeft

    /// That of the text's first letter (UAX 9, P2 and P3); left to right if it has none.
    public init(firstLetterOf text: String) {
        guard BidiLevels.mayReorder(text) else {
            self = .leftToRight
            return
        }
        let scalars = text.unicodeScalars.map(\.value)
        let count = FriBidiStrIndex(clamping: scalars.count)
        var types = [FriBidiCharType](repeating: FRIBIDI_TYPE_LTR, count: scalars.count)
        unsafe fribidi_get_bidi_types(scalars, count, &types)
        let found = unsafe fribidi_get_par_direction(types, count)
        self = found == FRIBIDI_PAR_RTL ? .rightToLeft : .leftToRight
    }
}

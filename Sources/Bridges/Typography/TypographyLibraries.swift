internal import CFriBidi
internal import CHarfBuzz
internal import CUnibreak

/// Which libraries text is shaped and broken into lines with.
public enum TypographyLibraries {
    /// Name and version of each, such as `harfbuzz 6.0.0`.
    public static var versions: [String] {
        let shaping = unsafe String(cString: hb_version_string())
        return [
            "harfbuzz \(shaping)", "fribidi \(FRIBIDI_VERSION)",
            "libunibreak \(linebreak_version)",
        ]
    }
}

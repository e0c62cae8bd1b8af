public import Images

/// Where a template's pictures come from.
public protocol PictureSource: Sendable {
    /// The names of all pictures, for suggestions.
    var pictureNames: [String] { get }

    /// - Returns: the picture, the same object each time; nil where there is none of this name.
    /// - Throws: `PictureError` for a file that is none.
    func picture(named name: String) throws(PictureError) -> Picture?
}

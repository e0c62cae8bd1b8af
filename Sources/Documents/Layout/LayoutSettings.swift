/// What a company adds to a template: its colours and logo, and the words of a language.
public struct LayoutSettings: Sendable {
    /// Instead of the template's accent.
    public var accent: RGB?
    /// Instead of the template's tint.
    public var tint: RGB?
    public var logo: Logo?
    /// The template's fixed words, in the document's language.
    public var labels: Labels
    /// The same in the second language of a bilingual document.
    public var secondLabels: Labels?

    public init(
        labels: Labels, secondLabels: Labels? = nil, accent: RGB? = nil, tint: RGB? = nil,
        logo: Logo? = nil
    ) {
        self.labels = labels
        self.secondLabels = secondLabels
        self.accent = accent
        self.tint = tint
        self.logo = logo
    }
}

public import Diagnostics
public import Formats
public import Typography

/// Lays values out by a template: the same pages for the same values, template, fonts and settings.
///
/// ```swift
/// let engine = LayoutEngine(template: classic)
/// let document = engine.layOut(
///     invoice, settings: settings, shaper: shaper, findings: findings)
/// ```
public struct LayoutEngine: Sendable {
    /// Pages a document may have; what comes after them is left out, with a finding.
    public static let pageLimit = 5_000

    /// Blocks, items of lists and rows of tables that one document prints; more is a finding.
    public static let stepLimit = 1_000_000

    /// The design that documents get.
    public let template: Template

    public init(template: Template) { self.template = template }

    /// The pages of one document.
    ///
    /// Findings: `missing-glyph` for a character that no font has, with the path of the value;
    /// `too-many-pages`; `too-many-repeats` for lists inside lists without end; `off-page` for what lies outside of its page; `carry-amount` for carried values that are no amounts;
    /// `table-too-wide` where a table's columns do not fit: a warning while they are on the page.
    ///
    /// - Parameters:
    ///   - value: What the template's paths are looked up in.
    ///   - shaper: Kept by the caller between documents, for what it remembers.
    public func layOut(
        _ value: Value, settings: LayoutSettings, shaper: Shaper, findings: Findings
    ) -> LaidOutDocument {
        let composer = Composer(
            template: template, value: value, settings: settings, shaper: shaper,
            findings: findings)
        let document = composer.document()
        document.reportOffPage(findings)
        return document
    }
}

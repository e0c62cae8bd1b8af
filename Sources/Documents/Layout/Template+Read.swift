public import Diagnostics
public import Typography
internal import XML

extension Template {
    /// Reads a template's XML and resolves it.
    ///
    /// Findings, all located: `template-xml` (not well formed), `unknown-element`,
    /// `unknown-attribute`, `missing-element`, `missing-attribute`, `attribute-value`,
    /// `unknown-style`, `style-twice`, `element-twice`, `unknown-font`, `unknown-path`,
    /// `unknown-format`, `field-syntax`, `stray-text`, `unknown-label`, `unknown-part`, `part-twice`,
    /// `part-cycle`, `too-many-blocks`, `too-deep`, `not-a-list`,
    /// `carry-amount`, `off-page`, `page-too-small`, `missing-alt`, `unknown-picture`,
    /// `bad-picture` and the warnings `unused-part` and
    /// `untranslated-label`.
    ///
    /// - Parameters:
    ///   - name: The file as the user named it.
    ///   - fonts: Where the styles' families are looked up.
    ///   - labels: The words `{t:key}` may name.
    ///   - paths: The paths of the values it will print; none means they are not checked.
    ///   - pictures: What `<image>` may name.
    ///   - vocabulary: What `regimes` and `kinds` may name; none means they are not checked.
    ///   - family: A company's typeface, instead of those that the styles name.
    /// - Returns: nil if anything is an error.
    public static func read(
        _ bytes: [UInt8], name: String, fonts: FontLibrary, labels: LabelCatalog,
        paths: PathCatalog?, pictures: (any PictureSource)? = nil, vocabulary: Vocabulary? = nil,
        family: String? = nil, findings: Findings
    ) -> Template? {
        let places = SourcePlaces(SourceText(name: name, bytes: bytes))
        let before = findings.errorCount
        let root: XMLElement
        do {
            root = try XMLElement.parse(bytes: bytes, name: name)
        } catch {
            for each in [error] + error.further {
                let location = places.location(of: each.position, length: 1)
                findings.add(Diagnostic(code: "template-xml", each.message, at: location))
            }
            return nil
        }
        let reader = TemplateReader(
            places: places, fonts: fonts, labels: labels, paths: paths,
            pictures: pictures, vocabulary: vocabulary, family: family, findings: findings)
        let template = reader.template(root)
        return findings.errorCount == before ? template : nil
    }
}

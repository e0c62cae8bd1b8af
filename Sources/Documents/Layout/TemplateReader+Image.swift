internal import Diagnostics
internal import Images
internal import XML

extension TemplateReader {
    func readImage(_ element: XMLElement) -> Block.Kind? {
        check(element, ["src", "width", "alt"] + TemplateReader.conditions)
        let alternative = alternative(of: element)
        let width = length("width", of: element, in: 1...Length.limit)
        guard let attribute = element.attribute("src") else {
            report(
                element, code: "missing-attribute", "<image> needs the attribute src",
                hint: "the name of a PNG or JPEG file beside the template")
            return nil
        }
        guard let picture = picture(named: attribute) else { return nil }
        return .image(Block.Image(picture: picture, width: width, alternative: alternative))
    }

    private func picture(named attribute: XMLAttribute) -> Picture? {
        let name = attribute.value
        let location = places.location(
            of: attribute.valuePosition, length: max(1, name.utf8.count))
        do throws(PictureError) {
            if let picture = try pictures?.picture(named: name) { return picture }
        } catch {
            findings.add(
                Diagnostic(
                    code: "bad-picture", error.message, at: location, found: name,
                    hint: error.hint))
            return nil
        }
        let names = pictures?.pictureNames ?? []
        findings.add(
            Diagnostic(
                code: "unknown-picture", "there is no picture of this name", at: location,
                found: name,
                hint: suggestion(for: name, among: names)
                    ?? "put the file beside the template; its name has no folder in it"))
        return nil
    }
}

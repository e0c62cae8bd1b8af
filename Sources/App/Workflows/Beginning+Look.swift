import Diagnostics
import Layout
import Trade

extension Beginning {
    /// Looks whether there are the template, typeface and logo that the company's record names, so
    /// that what is wrong with them is told now and not with its first invoice.
    ///
    /// Where templates and fonts are not found, nothing is said: books can be begun without them.
    func checkLook(_ company: Company, _ findings: Findings) {
        let look = company.node["look"] ?? company.node
        if case .drawing? = company.look.logo, company.look.logo?.shape == nil {
            findings.add(
                Diagnostic(
                    code: "bad-logo", "the logo's path is none that can be drawn",
                    at: (look["logo"] ?? look).location(of: "path"),
                    expected: "SVG path data of M, L, H, V, C and Z that begins with M"))
        }
        guard let resources = try? world.resources(),
            let library = try? TemplateLibrary(resources)
        else { return }
        if let font = company.look.font, !library.families.contains(font) {
            findings.add(
                Diagnostic(
                    code: "unknown-font", "no font file has this family",
                    at: look.location(of: "font"), found: font,
                    expected: library.families.joined(separator: ", "),
                    hint: suggestion(for: font, among: library.families)))
        }
        let (name, place) = (company.look.template, look.location(of: "template"))
        guard let names = try? library.names(), names.contains(safeFileName(name)) else {
            let names = (try? library.names()) ?? []
            findings.add(
                Diagnostic(
                    code: "unknown-template", "there is no template of this name", at: place,
                    found: name, expected: names.joined(separator: ", "),
                    hint: suggestion(for: name, among: names)))
            return
        }
        // What is wrong in a template's file is told by `template check` and when pages are made.
        guard let template = try? library.template(name) else { return }
        for finding in [
            template.unfit(for: DocumentKind.invoice.rawValue, at: place),
            template.unfit(under: company.regime, at: place),
        ] {
            if let finding { findings.add(finding) }
        }
    }
}

extension Company.Logo {
    /// A drawn logo, opened; nil for a picture and for a path that is none.
    var shape: LogoShape? {
        guard case .drawing(let width, let height, let path) = self else { return nil }
        return LogoShape(width: width.approximate, height: height.approximate, path: path)
    }
}

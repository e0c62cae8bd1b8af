import Diagnostics
import Formats
import Glibc
import Layout
import Typography

/// A small template around a flow, and what comes of it.
///
/// The style `t` is Noto Sans 10 on 10 pt, whose figures are 5.72 pt wide (572/1000 em) and whose
/// first baseline lies 7.5 pt below the top. The page runs from x 0 to 200 and y 100 to 200, on
/// later pages from 120.
enum Sheet {
    static let fonts = Result { try FontLibrary(folders: [path("fonts")]) }

    static let head = """
        <template name="sheet" size="A4" title="Sheet {n}">
        <style name="t" font="Noto Sans" size="10pt" leading="10pt"/>
        <style name="small" font="Noto Sans" size="5pt" leading="10pt" color="secondary"/>
        <style name="bold" font="Noto Sans" weight="bold" size="10pt" leading="10pt"/>
        <page left="0pt" right="200pt" first-top="100pt" later-top="120pt" bottom="200pt"/>
        """

    static let words = """
        yes = Yes
        no = No
        sum = Sum
        of = An {} of
        page = Page
        carried-forward = Carried to
        brought-forward = From page {page}:
        unit-H87 = piece
        country-WL = Wonderland
        """

    static func read(
        _ body: String, paths: String? = nil, tagged: Bool = false,
        findings: Findings = Findings()
    ) throws -> Template? {
        let head =
            tagged ? head.replacing("name=\"sheet\"", with: "name=\"sheet\" tagged=\"yes\"") : head
        return Template.read(
            Array("\(head)\n\(body)\n</template>".utf8), name: "sheet.xml",
            fonts: try fonts.get(), labels: labels(findings),
            paths: paths.map { PathCatalog(SourceText(name: "paths", text: $0)) },
            pictures: Stamp(), findings: findings)
    }

    static func labels(_ findings: Findings) -> LabelCatalog {
        var catalog = LabelCatalog()
        catalog.read(SourceText(name: "en.txt", text: words), code: "en", findings: findings)
        return catalog
    }

    /// Lays a flow out; `extra` are fixed areas.
    static func layOut(
        _ flow: String, _ value: Value = .record { _ in }, extra: String = "",
        language: String = "en-GB", logo: LogoShape? = nil, tagged: Bool = false,
        findings: Findings = Findings()
    ) throws -> LaidOutDocument {
        let template = try read(
            "<flow>\(flow)</flow>\(extra)", tagged: tagged, findings: findings)
        guard let template else { throw Failure(findings.diagnostics.map(\.text).joined()) }
        let labels = labels(findings).labels(for: language)
        return LayoutEngine(template: template).layOut(
            value, settings: LayoutSettings(labels: labels, logo: logo.map(Logo.shape)),
            shaper: Shaper(),
            findings: findings)
    }

    /// The texts of a page with what stands on one baseline in one string.
    static func lines(_ page: PageFrame) -> [String] {
        var rows: [(y: Double, text: String)] = []
        for case .text(let item) in page.items {
            if let row = rows.firstIndex(where: { abs($0.y - item.y) < 0.01 }) {
                rows[row].text += "|\(item.run.text)"
            } else {
                rows.append((item.y, item.run.text))
            }
        }
        return rows.map(\.text)
    }

    /// The items of the only page, one line each, without the lines for document and page.
    static func items(_ document: LaidOutDocument) -> [String] {
        document.dump.split(separator: "\n").dropFirst(2).map(String.init)
    }

    /// A file of the repository, which is three folders up from this one.
    static func path(_ name: String) -> String {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return (parts.dropLast(4) + [Substring(name)]).joined(separator: "/")
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        guard let file = unsafe fopen(path(name), "rb") else {
            throw Failure("\(name) cannot be opened")
        }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe fread(&part, 1, part.count, file)
            if count == 0 { return bytes }
            bytes.append(contentsOf: part[..<count])
        }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }
}

extension Value {
    /// `rows` with a list of records that each have a `name`.
    static func rows(_ names: [String]) -> Value {
        .record {
            $0.add(
                "rows", .list(names.map { name in .record { $0.add("name", name) } }))
        }
    }
}

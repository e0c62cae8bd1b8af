/// A file that travels inside a PDF (ISO 32000-2, 7.11.4).
public struct EmbeddedFile: Sendable, Equatable {
    /// Its last path component without anything that does not print: nothing that leads out of a
    /// folder. Two files may have one name.
    public let name: String
    /// What it is to the document, such as `Alternative` or `Data`; `nil` where nothing is said.
    public let relationship: String?
    /// Such as `text/xml`; `nil` where nothing is said.
    public let mimeType: String?
    /// For people; `nil` where nothing is said.
    public let description: String?
    /// Its bytes, or why they are not to be had.
    public let content: Result<[UInt8], PDFReadingError>

    /// The last component of a name on any system, reduced to what prints.
    static func safe(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" || $0 == ":" }.last ?? ""
        var kept = String.UnicodeScalarView()
        for scalar in last.unicodeScalars.prefix(200) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
                continue
            default: kept.append(scalar)
            }
        }
        let name = String(kept)
        return name.allSatisfy { $0 == "." || $0 == " " } ? "unnamed" : name
    }
}

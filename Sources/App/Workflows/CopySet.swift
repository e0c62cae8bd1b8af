import Diagnostics
import Formats

/// The copies that the supplier of an Indian invoice makes of it (CGST Rules 2017, rule 48): three
/// for goods, two for services.
enum CopySet {
    /// The marks of a document's copies, as templates name them: `{copyMark:label:mark}`.
    ///
    /// - Returns: `nil` for a document that no such set is made of.
    static func marks(of document: Value) -> [String]? {
        guard document["regime"]?.string == "india-gst", document["kind"]?.string == "invoice"
        else { return nil }
        // Chapter 99 of the classification is services; rule 46 wants a code on every line.
        guard case .list(let lines)? = document["lines"] else { return nil }
        let isOfGoods = lines.contains { $0["hsn"]?.string?.hasPrefix("99") == false }
        return isOfGoods
            ? ["original", "duplicate-transporter", "triplicate-supplier"]
            : ["original", "duplicate-supplier"]
    }

    static let refusal = Diagnostic(
        code: "no-copy-set", "only Indian invoices are made in sets of copies",
        hint: "render it without --copies")
}

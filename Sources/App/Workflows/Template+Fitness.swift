import Diagnostics
import Layout

extension Template {
    /// What speaks against printing a document of this kind: an invoice without its amounts.
    func unfit(for kind: String?, at location: SourceLocation? = nil) -> Diagnostic? {
        guard let kind, !kinds.isEmpty, !kinds.contains(kind) else { return nil }
        return Diagnostic(
            code: "unfit-template",
            "the template \(name) is made for \(kinds.joined(separator: ", ")) and not for \(kind)",
            at: location, found: name,
            hint: "its pages would lack what the document must say; choose another template")
    }

    func unfit(under regime: String, at location: SourceLocation? = nil) -> Diagnostic? {
        guard !regimes.isEmpty, !regimes.contains(regime) else { return nil }
        return Diagnostic(
            code: "unfit-template",
            "the template \(name) is made for \(regimes.joined(separator: ", ")) and not for "
                + regime,
            at: location, found: name,
            hint: "its pages would lack what the law wants; choose another template")
    }
}

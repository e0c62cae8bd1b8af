import Books
import Crypto
import Database
import Diagnostics
import Formats
import Images
import Money
import Tax
import Trade

/// Makes the books of a company from its record.
public struct Beginning {
    let world: World

    public init(world: World) { self.world = world }

    /// Reads `file`, and makes books in `path` where it is without errors.
    ///
    /// - Returns: the company, or `nil` after findings.
    public func run(company file: String, books path: String) throws -> Company? {
        guard let (source, company, logo) = try sound(file, books: path) else { return nil }
        _ = try world.today(company.timeZone)
        try BooksFolder.create(path, company: source, logo: logo, world.stamp(company))
        return company
    }

    /// Puts a company's changed record, such as one with this year's letter of undertaking, in place
    /// of the one in existing books. What was issued stays as it is.
    ///
    /// - Returns: the company, or `nil` after findings.
    public func replace(company file: String, books path: String) throws -> Company? {
        guard let (source, company, logo) = try sound(file, books: path) else { return nil }
        let books = try BooksFolder(path)
        try books.change { transaction in
            let former = try books.masterData(in: transaction).company
            guard former.regime == company.regime, former.currency == company.currency,
                former.fiscalYearStart == company.fiscalYearStart,
                // Whose law says how long its documents are kept.
                former.address.country == company.address.country
            else {
                throw UsageError(
                    "country, regime, currency and fiscal year of books do not change",
                    hint: "make new books for them")
            }
            // Before the record that names it.
            if let logo {
                try logo.keep(in: path)
                try Disk.syncFileSystem(of: path)
            }
            try Books.keepCompany(source, in: transaction)
            try world.stamp(company).enter(
                .settings, "company", SHA256.hex(of: source.bytes), in: transaction)
        }
        return company
    }

    /// A file's company where it is without errors; its findings are reported.
    private func sound(
        _ file: String, books: String
    ) throws -> (SourceText, Company, LogoFile?)? {
        let findings = Findings()
        let source = SourceText(
            name: file, bytes: try Disk.read(file, limit: RecordSplitter.recordLimit))
        let company = Beginning.read(source, findings)
        if let company { CompanyMentions.check(company, findings) }
        let logo = company.flatMap { LogoFile(of: $0, beside: file, books: books, findings) }
        if let company, !findings.hasErrors { checkLook(company, findings) }
        findings.diagnostics.forEach(world.reporter.report)
        guard let company, !findings.hasErrors else { return nil }
        return (source, company, logo)
    }

    /// A company's record with all checks of its regime; `nil` after an error.
    static func read(_ source: SourceText, _ findings: Findings) -> Company? {
        let tree: DataTree
        do throws(Rejected) { tree = try JSONReader.read(source) } catch {
            findings.add(error.diagnostic)
            return nil
        }
        guard let company = Company(tree.root, findings) else { return nil }
        guard let regime = Regimes.named(company.regime) else {
            findings.add(
                Diagnostic(
                    code: "unknown-regime", "no tax regime is called \"\(company.regime)\"",
                    at: company.node.location(of: "regime"), found: company.regime,
                    expected: Regimes.all.map(\.name).joined(separator: ", ")))
            return nil
        }
        regime.check(company, findings)
        return findings.hasErrors ? nil : company
    }
}

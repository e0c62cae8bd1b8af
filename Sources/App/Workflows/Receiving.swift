public import EInvoice

/// Reads e-invoices of others. Needs no books, no network.
public struct Receiving {
    private let reporter: any Reporter

    public init(reporter: any Reporter) { self.reporter = reporter }

    /// Reads a file and reports every finding about it.
    ///
    /// - Returns: `nil` where the file is no e-invoice that can be read.
    public func read(_ path: String) throws -> EInvoiceReading? {
        let bytes = try Disk.read(path, limit: EInvoiceFile.limit)
        do throws(EInvoiceFileError) {
            let file = try EInvoiceFile(bytes, name: path)
            let reading = EInvoiceReading(file.root, isHybrid: file.isHybrid)
            reading?.diagnostics.forEach(reporter.report)
            return reading
        } catch {
            reporter.report(error.diagnostic)
            return nil
        }
    }

    /// Saves the attachments of an invoice into a folder, which is made where it is not there.
    ///
    /// Names come from a stranger: they are reduced to their last part, of letters, digits, `-`, `_`
    /// and `.`, and nothing that is there is written over.
    ///
    /// - Returns: the paths, in the order of the attachments.
    public func save(attachmentsOf invoice: EN16931Invoice, to folder: String) throws -> [String] {
        let attachments = invoice.supportingDocuments.compactMap(\.attachment)
        if attachments.isEmpty { return [] }
        try Disk.makeFolder(folder)
        return try attachments.map { attachment in
            let path = try Self.freePath(Self.safeName(attachment.fileName), in: folder)
            try Disk.create(path, attachment.bytes)
            return path
        }
    }

    /// A name that leads nowhere: `../../etc/a b.csv` becomes `a-b.csv`.
    static func safeName(_ name: String) -> String {
        let last = name.split { "/\\:".contains($0) }.last ?? ""
        var safe = String.UnicodeScalarView()
        for scalar in last.unicodeScalars {
            let isKept =
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                // Signs that belong to the letter before them, as in Hindi and in decomposed umlauts.
                || [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
            safe.append(isKept || "-_.".unicodeScalars.contains(scalar) ? scalar : "-")
        }
        let trimmed = String(safe).drop { $0 == "." || $0 == "-" }
        return trimmed.isEmpty ? "attachment" : shortened(trimmed)
    }

    /// Of at most 100 scalars; a longer name keeps its ending.
    private static func shortened(_ name: Substring) -> String {
        let scalars = name.unicodeScalars
        if scalars.count <= 100 { return String(name) }
        let ending =
            scalars.lastIndex(of: ".").map { scalars[$0...] } ?? scalars[scalars.endIndex...]
        if ending.count > 10 { return String(String.UnicodeScalarView(scalars.prefix(100))) }
        let stem = scalars.prefix(100 - ending.count)
        return String(String.UnicodeScalarView(stem)) + String(String.UnicodeScalarView(ending))
    }

    private static func freePath(_ name: String, in folder: String) throws -> String {
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        for number in 1...10_000 {
            let mark = number == 1 ? "" : "-\(number)"
            let path = "\(folder)/\(name[..<dot])\(mark)\(name[dot...])"
            if !Disk.exists(path) { return path }
        }
        throw EnvironmentError("\(folder) has 10,000 files called \(name)")
    }
}

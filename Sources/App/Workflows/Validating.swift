import Diagnostics
public import EInvoice
import XML

/// Holds e-invoices against the rules of their specifications. Needs no books, no network.
public struct Validating {
    /// Folders within folders.
    static let depth = 16

    private let reporter: any Reporter

    public init(reporter: any Reporter) { self.reporter = reporter }

    /// One file and what is wrong with it.
    public struct Judgement: Sendable {
        /// The file as it was named, or its path in the folder that was.
        public let file: String
        public let findings: [Finding]
        /// Why the file could not be judged: it is no XML, or no e-invoice.
        public let failure: String?

        /// Whether a receiver would refuse it.
        public var isRefused: Bool {
            failure != nil || findings.contains { $0.severity == .fatal }
        }
    }

    /// A broken rule; see ``RuleFinding``.
    public struct Finding: Sendable {
        public let rule: String
        public let severity: RuleSeverity
        public let term: String?
        public let message: String
        /// As an XPath.
        public let location: String
        public let line: Int
        public let column: Int
        public let values: [String]

        init(_ finding: RuleFinding) {
            rule = finding.rule
            severity = finding.severity
            term = finding.term
            message = finding.message
            location = finding.element.path
            line = finding.element.line
            column = finding.element.column
            values = finding.values
        }
    }

    /// Judges files and folders, in their order, the files of a folder by name.
    ///
    /// - Parameter sets: The rules to ask; those that each document names for `nil`.
    public func run(_ paths: [String], against sets: [RuleSet]?) throws -> [Judgement] {
        var files: [(path: String, name: String)] = []
        var named: Set<String> = []
        for path in paths {
            if Disk.isFolder(path) {
                try Self.collect(path, "", 0, &files)
            } else {
                files.append((path, path))
                named.insert(path)
            }
        }
        defer { reporter.endProgress() }
        return try files.enumerated().compactMap { index, file in
            reporter.progress("validate", done: index + 1, total: files.count)
            return try judge(file.path, file.name, sets, isNamed: named.contains(file.path))
        }
    }

    /// Writes what was asked for, in place of what is there.
    public static func write(_ bytes: [UInt8], to path: String) throws {
        try Disk.put(path, bytes)
    }

    private static func collect(
        _ folder: String, _ prefix: String, _ depth: Int,
        _ files: inout [(path: String, name: String)]
    ) throws {
        for path in try Disk.files(in: folder, ending: "") {
            let name = prefix + path.dropFirst(folder.utf8.count + 1)
            if Disk.isFolder(path) {
                if depth < Self.depth { try collect(path, name + "/", depth + 1, &files) }
            } else if [".xml", ".pdf"].contains(where: name.lowercased().hasSuffix) {
                files.append((path, name))
            }
        }
    }

    /// `nil` of a page in a folder that has no e-invoice inside: it is somebody else's.
    private func judge(
        _ path: String, _ name: String, _ sets: [RuleSet]?, isNamed: Bool
    ) throws -> Judgement? {
        let bytes = try Disk.read(path, limit: EInvoiceFile.limit)
        do throws(EInvoiceFileError) {
            let file = try EInvoiceFile(bytes, name: name)
            let findings = RuleChecker.findings(in: file.root, against: sets) ?? []
            return Judgement(file: name, findings: findings.map(Finding.init), failure: nil)
        } catch {
            if error.isPageWithout, !isNamed { return nil }
            return Judgement(file: name, findings: [], failure: error.diagnostic.line)
        }
    }
}

extension Diagnostic {
    /// The finding in one line.
    fileprivate var line: String {
        let place = location.map { "\($0.source.name):\($0.line):\($0.column): " } ?? ""
        return "\(place)\(severity.rawValue): \(message)" + (found.map { " (\($0))" } ?? "")
    }
}

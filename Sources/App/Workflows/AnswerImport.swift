import Archive
import Books
import Crypto
import Database
import Diagnostics
import EInvoice
import Formats
import Money
import Trade

/// Takes what the registration portal answered: each answer is held against the request it belongs
/// to before anything is kept, and a registered document is printed once more with its QR code.
public struct AnswerImport {
    public struct Outcome: Sendable {
        public internal(set) var registered: [String] = []
        public internal(set) var cancelled: [String] = []
        /// Known already, their signatures checked now.
        var verified: [String] = []
        /// Refused by the portal: number, code and message.
        public internal(set) var refused: [(number: String, code: String, message: String)] = []
        /// Known already.
        public internal(set) var unchanged = 0
        /// Answers that were not taken.
        public internal(set) var rejected = 0
        public internal(set) var pages: [String] = []
        /// Whether a key was there to check signatures with.
        public internal(set) var isVerified = false
    }

    private static let byteLimit = 64 << 20

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// - Parameters:
    ///   - key: a PEM file with the portal's public key or certificate; without it signatures are
    ///     not checked.
    ///   - number: the document that an answer is about which names none.
    public func run(_ files: [String], key: String?, number: String?) throws -> Outcome {
        var outcome = Outcome()
        let pem = try key.map { try Disk.read($0, limit: 1 << 20) }
        if let pem { try AnswerImport.check(pem, key ?? "") }
        outcome.isVerified = pem != nil
        let company = try books.connection.transaction(.deferred) { transaction in
            try books.company(in: transaction)
        }
        let workshop = try Workshop(company, books, world)
        for file in files {
            let source = SourceText(
                name: file, bytes: try Disk.read(file, limit: AnswerImport.byteLimit))
            let tree: DataTree
            do throws(Rejected) { tree = try JSONReader.read(source) } catch {
                world.reporter.report(error.diagnostic)
                outcome.rejected += 1
                continue
            }
            let answers = PortalAnswer.all(in: tree)
            if answers.isEmpty {
                outcome.rejected += 1
                world.reporter.report(
                    Diagnostic(
                        code: "irp-no-answer", "no answer of a registration portal is in this file",
                        at: tree.root.location,
                        expected: "Irn, AckNo, AckDt and SignedQRCode, or ErrorCode"))
            }
            for answer in answers {
                try books.change { transaction in
                    let before = outcome
                    let taking = AnswerTaking(
                        books: books, workshop: workshop, reporter: world.reporter, answer: answer,
                        pem: pem, number: number)
                    try taking.run(&outcome, in: transaction)
                    try enter(outcome, since: before, company, in: transaction)
                }
            }
        }
        return outcome
    }

    /// Notes in the trail what an answer has changed.
    private func enter(
        _ outcome: Outcome, since before: Outcome, _ company: Company,
        in transaction: borrowing Transaction
    ) throws {
        let stamp = try world.stamp(company)
        for number in outcome.registered.dropFirst(before.registered.count) {
            try stamp.enter(.portal, number, "registered", in: transaction)
        }
        for number in outcome.verified.dropFirst(before.verified.count) {
            try stamp.enter(.portal, number, "signatures verified", in: transaction)
        }
        for number in outcome.cancelled.dropFirst(before.cancelled.count) {
            try stamp.enter(.portal, number, "cancelled", in: transaction)
        }
        for refusal in outcome.refused.dropFirst(before.refused.count) {
            try stamp.enter(
                .portal, refusal.0, printable("refused, \(refusal.1)"), in: transaction)
        }
    }

    private static func check(_ pem: [UInt8], _ path: String) throws {
        do throws(RSAPublicKey.NotAKey) { _ = try RSAPublicKey(pem: pem) } catch {
            throw UsageError(
                "\(path) holds no RSA public key",
                hint: "a PEM file with BEGIN PUBLIC KEY or BEGIN CERTIFICATE")
        }
    }
}

import Books
import Database
import Diagnostics
import Invoicing
import Money

/// Records that somebody lets an order pass although it deviates from what was agreed.
public struct Approving {
    /// What came of it.
    public struct Outcome: Sendable {
        public let date: CalendarDate
        /// The order is in the books already; else it has to be imported again.
        public let isInBooks: Bool
        /// An earlier approval of the same that this one took the place of.
        public let replaced: (reason: String, by: String, date: CalendarDate)?
    }

    /// The codes there are, and what each is about.
    public static let approvable = Deviations.approvable.map {
        (code: $0.code, meaning: $0.meaning)
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// - Parameters:
    ///   - order: an order's id, in the books or not.
    ///   - line: the order line it is for; every line where `nil`.
    public func run(
        _ order: String, _ code: String, line: Int?, reason: String, by person: String
    ) throws -> Outcome {
        guard let known = Deviations.approvable.first(where: { $0.code == code }) else {
            throw Approving.unknownCode(code)
        }
        if line != nil, !known.isOfLine {
            throw UsageError("\(code) is about the order as a whole, not about one line")
        }
        let decision = try OrderStates.Decision(reason: reason, by: person)
        let states = OrderStates(books, world: world)
        return try books.change { transaction in
            let today = try states.today(in: transaction)
            let entry = try Books.order(order, in: transaction)
            if entry == nil {
                try checkIdentifier(order)
            } else {
                try checkLine(line, of: order, in: transaction)
            }
            if let entry, entry.state == .cancelled {
                let story = try states.story(of: entry, .cancelled, in: transaction)
                throw UsageError("order \(order) was cancelled\(story)")
            }
            let before = try Books.approvals(of: order, in: transaction).first {
                $0.code == code && $0.line == line
            }
            try Books.approve(
                Approval(
                    code: code, line: line, reason: decision.reason ?? reason, by: decision.person,
                    date: today), order: order, in: transaction)
            try world.stamp(books, in: transaction).enter(
                .approve, order,
                code + (line.map { ", line \($0)" } ?? "") + ": \(decision.reason ?? reason)",
                by: decision.person, in: transaction)
            return Outcome(
                date: today, isInBooks: entry != nil,
                replaced: before.map { ($0.reason, $0.by, $0.date) })
        }
    }

    private static func unknownCode(_ code: String) -> UsageError {
        let close = nearest(to: code, among: Deviations.approvable.map(\.code))
        let list = Deviations.approvable.map { "  \($0.code): \($0.meaning)" }.joined(
            separator: "\n")
        return UsageError(
            "\(code) is no finding that can be approved; others are mended. There are\n\(list)",
            hint: close.map { "did you mean \"\($0)\"?" })
    }

    private func checkLine(
        _ line: Int?, of order: String, in transaction: borrowing Transaction
    ) throws {
        guard let line else { return }
        let lines = try Books.openLines(of: order, in: transaction).map(\.line)
        if lines.contains(line) { return }
        let some = lines.prefix(20).map(String.init).joined(separator: ", ")
        throw UsageError(
            "order \(order) has no line \(line)",
            hint: "its lines: \(some)\(lines.count > 20 ? ", …" : "")")
    }

    /// As records have them.
    private func checkIdentifier(_ order: String) throws {
        let isValid = order.utf8.enumerated().allSatisfy { index, byte in
            switch byte {
            case 48...57, 65...90, 97...122: true
            default: index > 0 && "-_./".utf8.contains(byte)
            }
        }
        if isValid, (1...32).contains(order.utf8.count) { return }
        throw UsageError(
            "\"\(order)\" cannot be an order's id",
            hint: "1 to 32 letters, digits, - _ . /, beginning with a letter or digit")
    }
}

/// What the trail does about a clock that goes back: the row says so itself.
///
/// A row is not refused for it. A clock that was ahead once would stop all work until that day
/// comes, and what was done then must be in the trail too. Days are compared, not times: the offset
/// of the company's zone changes with the season and with the company.
extension Trail.Note {
    var day: String { String(at.prefix(10)) }

    /// What a row has to say whose day is before that of the row before; `nil` where it is not.
    func remark(after day: String, of sequence: Int) -> String? {
        self.day < day ? "\(Trail.Note.remarkStart)\(sequence) is of \(day)" : nil
    }

    private static let remarkStart = "the clock is behind: entry "

    /// What is said of what was done: `detail` without such a remark behind it.
    public var statement: String {
        if detail.hasPrefix(Trail.Note.remarkStart) { return "" }
        let remark = detail.ranges(of: "; " + Trail.Note.remarkStart).last
        return remark.map { String(detail[..<$0.lowerBound]) } ?? detail
    }

    func saying(_ remark: String) -> Trail.Note {
        Trail.Note(at, person, action, subject, detail.isEmpty ? remark : "\(detail); \(remark)")
    }
}

extension Trail.Entry {
    /// Whether the row is dated before the one before it and does not say so.
    public func goesBack(after earlier: Trail.Entry) -> Bool {
        guard let remark = note.remark(after: earlier.note.day, of: earlier.sequence) else {
            return false
        }
        return !note.detail.hasSuffix(remark)
    }
}

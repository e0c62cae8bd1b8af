import Money
import Trade

extension World {
    /// The date of documents that are issued now: the one asked for, or today where the company is.
    ///
    /// - Throws: where it lies after today: no later document could be dated before it.
    func issueDate(_ asked: CalendarDate?, of company: Company) throws -> CalendarDate {
        let today = try today(company.timeZone)
        let date = asked ?? today
        if date <= today { return date }
        throw UsageError(
            "\(date) is after today, \(today): later documents could only be dated after it",
            hint: "is the year right?")
    }
}

import Diagnostics
internal import Glibc
import Money

/// Everything of the outside that use cases need: the day, the machine, where fonts and templates
/// are, and somebody to tell about progress and findings.
public struct World {
    /// Today in a time zone of the tz database.
    public let today: (_ timeZone: String) throws -> CalendarDate
    /// How many documents are made at once.
    public let processors: Int
    /// Where templates and fonts are; asked when a company's look is checked and when pages
    /// are made.
    public let resources: () throws -> Resources
    public let reporter: any Reporter
    /// The time of day in a time zone, as ISO 8601; where `nil`, the audit trail has the day only.
    public let now: ((_ timeZone: String) throws -> String)?
    /// Who works with the books, where a command does not ask for it.
    public let person: String

    public init(
        today: @escaping (String) throws -> CalendarDate = World.systemToday,
        now: ((String) throws -> String)? = nil, person: String = World.nobody,
        processors: Int? = nil,
        resources: @escaping () throws -> Resources, reporter: any Reporter
    ) {
        self.today = today
        self.now = now
        self.person = person
        self.processors = processors ?? max(1, min(64, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        self.resources = resources
        self.reporter = reporter
    }

    /// Who is meant where nobody is named.
    public static let nobody = "system"

    /// The machine's clock, read as the time of `timeZone`.
    public static func systemToday(_ timeZone: String) throws -> CalendarDate {
        try reading(timeZone).day
    }

    /// The machine's clock, as `2026-04-30T14:03:05+05:30`.
    public static func systemNow(_ timeZone: String) throws -> String {
        let (day, time) = try reading(timeZone)
        return "\(day)T\(time)"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func reading(
        _ timeZone: String
    ) throws -> (day: CalendarDate, time: String) {
        let isName = timeZone.utf8.allSatisfy { byte in
            (65...90).contains(byte) || (97...122).contains(byte)
                || "/_-+0123456789".utf8.contains(byte)
        }
        guard isName, !timeZone.hasPrefix("/"), Disk.exists("/usr/share/zoneinfo/\(timeZone)")
        else {
            throw EnvironmentError(
                "the time zone \(printable(timeZone)) is not known to this machine",
                hint:
                    "timeZone in company.json is a name such as Asia/Kolkata; is tzdata installed?")
        }
        unsafe setenv("TZ", timeZone, 1)
        tzset()
        var now = time(nil)
        var parts = unsafe tm()
        unsafe localtime_r(&now, &parts)
        let (year, month, day) = unsafe (parts.tm_year, parts.tm_mon, parts.tm_mday)
        guard let date = CalendarDate(year: Int(year) + 1900, month: Int(month) + 1, day: Int(day))
        else { throw EnvironmentError("the machine's clock shows no date") }
        let time = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map { two(Int($0)) }
        let minutes = unsafe Int(parts.tm_gmtoff) / 60
        let offset = two(abs(minutes) / 60) + ":" + two(abs(minutes) % 60)
        return (date, time.joined(separator: ":") + (minutes < 0 ? "-" : "+") + offset)
    }
}

/// Hears what happens while a use case runs.
public protocol Reporter: AnyObject {
    /// A finding, as soon as it is made.
    func report(_ diagnostic: Diagnostic)
    /// How far a long piece of work has come; `total` 0 where it is not known.
    func progress(_ what: String, done: Int, total: Int)
    /// The work announced by `progress` has ended.
    func endProgress()
}

/// Where templates and fonts lie.
public struct Resources: Sendable {
    public let templates: String
    public let fonts: String
    /// The books' own templates, looked at first; nil where there are none.
    public let ownTemplates: String?

    public init(templates: String, fonts: String, ownTemplates: String? = nil) {
        self.templates = templates
        self.fonts = fonts
        self.ownTemplates = ownTemplates
    }

    /// Where templates and their pictures are looked for, in this order.
    var templateFolders: [String] { [ownTemplates, templates].compactMap { $0 } }

    /// Looks for the folders `templates` and `fonts`: as given, in the books, beside the binary in
    /// `../share/bijak`, in the working directory and above a build folder. A folder `templates`
    /// of the books without the English words holds what they have beside the installed ones.
    ///
    /// - Throws: an error that lists the places tried.
    public static func find(
        templates: String?, fonts: String?, books: String, executable: String
    ) throws -> Resources {
        let bin = executable.lastIndex(of: "/").map { String(executable[..<$0]) } ?? "."
        let places = [books, "\(bin)/../share/bijak", ".", "\(bin)/../../..", "\(bin)/../.."]
        func folder(_ name: String, _ given: String?) throws -> String {
            if let given {
                if Disk.isFolder(given) { return given }
                throw EnvironmentError("\(given) is no folder (--\(name))")
            }
            let part = name == "templates" ? "templates/languages/en.txt" : name
            if let place = places.first(where: { Disk.exists("\($0)/\(part)") }) {
                return "\(place)/\(name)"
            }
            throw EnvironmentError(
                "no folder \(name) found; tried \(places.map { "\($0)/\(name)" }.joined(separator: ", "))",
                hint: "say where it is with --\(name) DIR")
        }
        let own = "\(books)/templates"
        return Resources(
            templates: try folder("templates", templates), fonts: try folder("fonts", fonts),
            ownTemplates: Disk.isFolder(own) ? own : nil)
    }
}

extension World {
    /// Says that one of many documents cannot be read, so that the others go on. A disk that gives
    /// nothing ends the work.
    func report(_ error: EnvironmentError, of number: String) throws {
        if error.isRefusal { throw error }
        reporter.report(
            Diagnostic(
                code: "document-unreadable", error.message,
                hint: error.hint
                    ?? "bijak verify names all that is damaged; restore it from a backup",
                subject: "document \(number)"))
    }
}

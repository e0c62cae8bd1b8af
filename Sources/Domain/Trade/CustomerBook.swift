import Money

/// All customers with their versions: an address that changes next month does not change last
/// month's invoice.
public struct CustomerBook: Sendable {
    /// By id, each oldest first.
    private var records: [String: [Customer]] = [:]
    private var known = CountedNames()
    /// Who has a tax number, or a name without its legal form, in any version.
    private var byTaxNumber: [String: CountedNames] = [:]
    private var byName: [String: CountedNames] = [:]
    /// The first that came of those whose folder is one on disks that do not tell case.
    private var byFolder: [String: String] = [:]

    /// How many other customers `lookalikes(of:)` names at most.
    public static let lookalikeLimit = 20

    public init() {}

    /// Adds a version of a customer in place of one that holds from the same day.
    public mutating func put(_ customer: Customer) {
        var versions = records[customer.id] ?? []
        let place = versions.firstIndex { !CustomerBook.isOlder($0, than: customer) }
        if let place, versions[place].validFrom == customer.validFrom {
            index(versions[place], isGone: true)
            versions[place] = customer
        } else {
            versions.insert(customer, at: place ?? versions.endIndex)
        }
        records[customer.id] = versions
        index(customer, isGone: false)
    }

    /// The customer as it is on a day; `nil` where it is unknown then.
    public func customer(_ id: String, on day: CalendarDate) -> Customer? {
        records[id]?.last { ($0.validFrom ?? .first) <= day }
    }

    /// The newest version, which may hold from a day to come only.
    public subscript(id: String) -> Customer? { records[id]?.last }

    /// Every version, oldest first; empty where the customer is unknown.
    public func versions(of id: String) -> [Customer] { records[id] ?? [] }

    /// Every customer's id, ascending.
    public var ids: [String] { known.names }

    /// Other customers that have one of its tax numbers, or the same name but for the legal form,
    /// in any of their versions: by id, the first `lookalikeLimit` of each cause, with what they
    /// have in common.
    public func lookalikes(of customer: Customer) -> [(id: String, what: String)] {
        var causes: [String: String] = [:]
        let others = { (names: CountedNames?) in
            // One more, because the customer itself may be among them.
            (names?.names.prefix(CustomerBook.lookalikeLimit + 1) ?? []).filter {
                $0 != customer.id
            }.prefix(CustomerBook.lookalikeLimit)
        }
        for number in customer.taxNumbers {
            for id in others(byTaxNumber[number]) where causes[id] == nil {
                causes[id] = "tax number \(number)"
            }
        }
        // Names without letters are no names: their entry is never filled.
        for id in others(byName[normalisedName(customer.name)]) {
            let name = "name \(self[id]?.name ?? customer.name)"
            causes[id] = causes[id].map { "\($0) and \(name)" } ?? name
        }
        return causes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private mutating func index(_ customer: Customer, isGone: Bool) {
        known.count(customer.id, isGone: isGone)
        let folder = CustomerBook.folder(customer.id)
        if byFolder[folder] == nil { byFolder[folder] = customer.id }
        for number in customer.taxNumbers {
            byTaxNumber[number, default: CountedNames()].count(customer.id, isGone: isGone)
        }
        let name = normalisedName(customer.name)
        if name.isEmpty { return }
        byName[name, default: CountedNames()].count(customer.id, isGone: isGone)
    }

    /// What keeps a new customer's folder of the archive from being its own, or from being at all, on
    /// every disk the archive may be copied to; `nil` where nothing does, and of a customer that is
    /// known already.
    public func objection(toFolderOf id: String) -> String? {
        if records[id] != nil { return nil }
        let folder = CustomerBook.folder(id)
        if let other = byFolder[folder] {
            return "customer \(other) has this name but for its case"
        }
        let device = folder.split(separator: ".").first.map(String.init) ?? folder
        return CustomerBook.devices.contains(device)
            ? "\(device.uppercased()) is a device on Windows" : nil
    }

    /// The folder of an id as disks that do not tell case know it.
    private static func folder(_ id: String) -> String {
        var folder = id.lowercased()
        while folder.last == "." { folder.removeLast() }
        return folder
    }

    private static let devices: Set<String> = Set(
        ["con", "prn", "aux", "nul"]
            + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

    private static func isOlder(_ a: Customer, than b: Customer) -> Bool {
        switch (a.validFrom, b.validFrom) {
        case (let a?, let b?): a < b
        case (nil, .some): true
        case (_, nil): false
        }
    }
}

extension Customer {
    /// Its main number and those of its further registrations, each once.
    fileprivate var taxNumbers: [String] {
        var numbers: [String] = []
        for number in [taxNumber].compactMap(\.self) + taxRegistrations.map(\.taxNumber)
        where !numbers.contains(number) {
            numbers.append(number)
        }
        return numbers
    }
}

/// Names in ascending order, each with how often it was counted.
private struct CountedNames: Sendable {
    private(set) var names: [String] = []
    private var counts: [Int] = []

    mutating func count(_ name: String, isGone: Bool) {
        // Records are kept in the order of their ids: most names are the last.
        var place = names.last.map { $0 < name } ?? true ? names.endIndex : names.startIndex
        if place < names.endIndex {
            var end = names.endIndex
            while place < end {
                let middle = place + (end - place) / 2
                if names[middle] < name { place = middle + 1 } else { end = middle }
            }
        }
        let isKnown = place < names.endIndex && names[place] == name
        switch (isGone, isKnown) {
        case (false, false):
            names.insert(name, at: place)
            counts.insert(1, at: place)
        case (false, true): counts[place] += 1
        case (true, true) where counts[place] == 1:
            names.remove(at: place)
            counts.remove(at: place)
        case (true, true): counts[place] -= 1
        case (true, false): preconditionFailure("a name that was never counted cannot go")
        }
    }
}

internal import Trade

/// The profiles of Factur-X 1.0.9 and ZUGFeRD 2.5 that are smaller than EN 16931: the rules of the
/// standard that can be asked of them, and the terms that they have room for.
enum FacturXRules {
    static let minimum =
        core([
            "BR-01", "BR-02", "BR-03", "BR-04", "BR-05", "BR-06", "BR-07", "BR-08", "BR-09",
            "BR-13",
            "BR-14", "BR-15", "BR-CO-09", "BR-CO-26", "BR-DEC-12", "BR-DEC-13", "BR-DEC-14",
            "BR-DEC-18",
        ]) + room("MINIMUM") { minimumTerms.contains($0) }

    /// All of EN 16931 but what asks for lines, or compares the breakdown with them.
    static let withoutLines =
        EN16931Rules.all.filter { rule in
            rule.group != .bg25 && !["BR-16", "BR-CO-10"].contains(rule.id)
                && !rule.id.hasSuffix("-01") && !rule.id.hasSuffix("-08")
        } + core(["BR-01", "BR-08", "BR-DEC-01"])
        + room("BASIC WL") { !isOfLine($0) && !beyondBasic.contains($0) }

    static let basic = room("BASIC") { !beyondBasic.contains($0) && !beyondBasicLine.contains($0) }

    private static func core(_ ids: Set<String>) -> [Rule] {
        EN16931Rules.all.filter { ids.contains($0.id) }
    }

    /// No term stands that the profile has no room for. The publishers have a rule for each element,
    /// with numbers that change between editions; here it is one.
    private static func room(
        _ profile: String, _ takes: @escaping @Sendable (Term) -> Bool
    ) -> [Rule] {
        Group.allCases.map { group in
            Rule(
                "FX-\(profile.replacing(" ", with: "-"))", group,
                words: "The profile \(profile) has no room for some of the terms here"
            ) { tree, _ in tree.values.allSatisfy { takes($0.term) } }
        }
    }

    private static let minimumTerms: Set<Term> = [
        .bt1, .bt2, .bt3, .bt5, .bt10, .bt13, .bt23, .bt24, .bt27, .bt30, .bt30part1, .bt31, .bt32,
        .bt40, .bt44, .bt47, .bt47part1, .bt109, .bt110, .bt112, .bt115,
    ]

    /// What only the profile EN 16931 has, of the document.
    private static let beyondBasic: Set<Term> = [
        .bt7, .bt11, .bt14, .bt15, .bt17, .bt18, .bt18part1, .bt33, .bt41, .bt42, .bt43, .bt56,
        .bt57, .bt58, .bt82, .bt85, .bt86, .bt87, .bt88, .bt114, .bt122, .bt123, .bt124, .bt125,
        .bt125part1, .bt125part2,
    ]

    /// And of a line.
    private static let beyondBasicLine: Set<Term> = [
        .bt128, .bt128part1, .bt132, .bt133, .bt154, .bt155, .bt156, .bt158, .bt158part1,
        .bt158part2, .bt159, .bt160, .bt161,
    ]

    private static func isOfLine(_ term: Term) -> Bool {
        let number = term.rawValue.split(separator: "-").dropFirst().first.flatMap { Int($0) } ?? 0
        return (126...161).contains(number)
    }
}

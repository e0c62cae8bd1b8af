internal import Trade

/// Rules that one publisher keeps together.
public enum RuleSet: String, CaseIterable, Sendable {
    /// EN 16931 with the rules of its syntaxes, validation artefacts 1.3.16.
    case en16931
    /// Peppol BIS Billing 3.0, of the national rules with Germany's.
    case peppol
    /// Germany's XRechnung 3.0, with the rules of Peppol that it asks.
    case xrechnung
    /// The profile MINIMUM of Factur-X and ZUGFeRD, which is no invoice of EN 16931.
    case facturxMinimum = "facturx-minimum"
    /// The profile BASIC WL, an invoice of EN 16931 without its lines.
    case facturxBasicWL = "facturx-basicwl"
    /// The profile BASIC, an invoice of EN 16931 with the terms that most need.
    case facturxBasic = "facturx-basic"

    /// The sets that a document is held against which names this specification (BT-24).
    static func named(by specification: String?) -> [RuleSet] {
        let specification = specification ?? ""
        func names(_ form: EInvoiceForm) -> Bool { specification.hasPrefix(form.specification) }
        if names(.facturxMinimum) { return [.facturxMinimum] }
        if names(.facturxBasicWL) { return [.facturxBasicWL] }
        if names(.facturxBasic) { return [.en16931, .facturxBasic] }
        if names(.peppol) { return [.en16931, .peppol] }
        if names(.xrechnung) { return [.en16931, .xrechnung] }
        return [.en16931]
    }

    /// The rules about terms, by the group they are asked of.
    var rules: [Group: GroupRules] { Self.rules[self] ?? [:] }

    private static let rules: [RuleSet: [Group: GroupRules]] = [
        .en16931: grouped(EN16931Rules.all),
        .peppol: grouped(PeppolRules.all),
        .xrechnung: grouped(XRechnungRules.all + XRechnungRules.ofPeppol),
        .facturxMinimum: grouped(FacturXRules.minimum),
        .facturxBasicWL: grouped(FacturXRules.withoutLines),
        .facturxBasic: grouped(FacturXRules.basic),
    ]

    private static func grouped(_ rules: [Rule]) -> [Group: GroupRules] {
        Dictionary(grouping: rules, by: \.group).mapValues(GroupRules.init)
    }

    /// The rules of several sets about the elements of a syntax.
    static func syntaxRules(of sets: [RuleSet], _ syntax: Syntax) -> SyntaxRules? {
        guard syntax == .ubl else { return sets.contains(.en16931) ? .cii : nil }
        let isWhole = sets.contains(.en16931)
        if sets.contains(.peppol) { return isWhole ? .ublAndPeppol : .peppol }
        if sets.contains(.xrechnung) { return isWhole ? .ublAndXRechnung : .xrechnung }
        return isWhole ? .ubl : nil
    }

    /// The code lists that terms are held against.
    func codeRules(_ syntax: Syntax, isCreditNote: Bool) -> [Term: [CodeRule]] {
        switch self {
        case .en16931, .facturxMinimum, .facturxBasicWL:
            CodeRule.all(syntax, isCreditNote: isCreditNote)
        case .peppol: CodeRule.peppol(syntax)
        case .xrechnung, .facturxBasic: [:]
        }
    }

    /// Severities of other sets' rules that this one changes: KoSIT's configuration of XRechnung.
    func severity(of rule: String, in root: String) -> RuleSeverity? {
        guard self == .xrechnung else { return nil }
        return switch rule {
        case "BR-CL-21", "BR-CL-23": .warning
        case "UBL-CR-646" where root == "Invoice": .fatal
        case "CII-SR-452", "CII-SR-453", "CII-SR-454": .fatal
        default: nil
        }
    }
}

/// The rules that are asked of one kind of group.
struct GroupRules: Sendable {
    /// Of every such group.
    let common: [Rule]
    /// Of those of a VAT category.
    let ofCategory: [String: [Rule]]

    init(_ rules: [Rule]) {
        common = rules.filter { $0.category == nil }
        ofCategory = Dictionary(grouping: rules.filter { $0.category != nil }) { $0.category ?? "" }
    }

    func asked(of tree: TermTree) -> [Rule] {
        if ofCategory.isEmpty { return common }
        return common + (tree.category.flatMap { ofCategory[$0] } ?? [])
    }
}

extension TermTree {
    /// The VAT category of a line, an allowance, a charge or a part of the breakdown.
    fileprivate var category: String? {
        switch group {
        case .bg20: text(.bt95)
        case .bg21: text(.bt102)
        case .bg23: text(.bt118)
        case .bg25: text(.bt151)
        default: nil
        }
    }
}

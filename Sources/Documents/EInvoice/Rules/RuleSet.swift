/// Rules that one publisher keeps together.
public enum RuleSet: String, CaseIterable, Sendable {
    /// EN 16931 with the rules of its syntaxes, validation artefacts 1.3.16.
    case en16931

    /// The sets that a document is held against which names this specification (BT-24).
    static func named(by specification: String?) -> [RuleSet] {
        [.en16931]
    }

    /// The rules about terms, by the group they are asked of.
    var rules: [Group: [Rule]] {
        switch self {
        case .en16931: Self.en16931Rules
        }
    }

    func syntaxRules(_ syntax: Syntax) -> SyntaxRules? {
        switch (self, syntax) {
        case (.en16931, .ubl): .ubl
        case (.en16931, .cii): nil
        }
    }

    private static let en16931Rules = Dictionary(grouping: EN16931Rules.all, by: \.group)
}

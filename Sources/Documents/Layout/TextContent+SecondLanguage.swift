/// Where a text's labels stand once more in the second language of a bilingual document.
///
/// In a document of one language the text is as if it said nothing of it.
enum SecondLanguage: String, CaseIterable, Sendable {
    /// Behind the text, on its line: `Bill to · ಖರೀದಿದಾರರು`.
    case inline
    /// On a line of its own under the text.
    case below
    /// Instead of the text, which is left out where there is no second language.
    case alone
}

extension TextContent {
    /// The text with its labels, but nothing else of it, in the second language too.
    ///
    /// Beside or below a text only where a single label prints and the text begins with it.
    ///
    /// - Parameter style: of the second language's words; the pieces' own where nil.
    func with(_ second: SecondLanguage?, style: Int?) -> TextContent {
        guard let second else { return self }
        var words: [Piece] = []
        for piece in pieces where piece.isLabel && !piece.isSecondLanguage {
            if !words.isEmpty {
                words.append(
                    Piece(
                        .separator, style: piece.style, text: " ", isSecondLanguage: true,
                        isRepeated: true))
            }
            words.append(piece.inSecondLanguage(style: second == .alone ? nil : style))
        }
        if words.isEmpty { return self }
        switch second {
        case .alone: return TextContent(style: self.style, pieces: words, options: options)
        case .inline, .below:
            let between = Piece(
                .separator, style: style ?? self.style, text: second == .below ? "\n" : " · ",
                isRepeated: true)
            return TextContent(
                style: self.style, pieces: pieces + [between] + words, options: options,
                isBilingual: true)
        }
    }

    /// The text with the second language on a line of its own, where it stood behind the first: what
    /// does not fit on one line is not divided somewhere inside the second.
    var stacked: TextContent {
        let pieces = pieces.map { $0.dividesLanguages ? $0.broken : $0 }
        return TextContent(
            style: style, pieces: pieces, options: options, isBilingual: isBilingual)
    }
}

extension TextContent.Piece {
    /// Whether it stands between the first language and the second.
    fileprivate var dividesLanguages: Bool {
        kind == .separator && isRepeated && !isSecondLanguage
    }

    /// The same as a line's end.
    fileprivate var broken: TextContent.Piece {
        TextContent.Piece(
            kind, style: style, condition: condition, text: "\n", isRepeated: isRepeated)
    }

    /// Whether it prints a word of the template's languages.
    var isLabel: Bool {
        switch kind {
        case .label, .upperLabel: return true
        case .field: if case .label = format { return true } else { return false }
        default: return false
        }
    }

    fileprivate func inSecondLanguage(style: Int?) -> TextContent.Piece {
        TextContent.Piece(
            kind, style: style ?? self.style, condition: condition, label: label, path: path,
            format: format, isSecondLanguage: true, isRepeated: true)
    }
}

internal import Typography

extension Composer {
    /// Calls `body` with the number and the text of each piece that prints; separators only
    /// between two pieces that do.
    ///
    /// The third argument says whether the text may hold anything, line ends and controls too.
    func forEachText(of content: TextContent, _ body: (Int, String, Bool) -> Void) {
        guard isMirrored else { return forEachPiece(of: content, body) }
        // Foreign texts that commas join are read on as one, as they are within each.
        var pending: (index: Int, text: String)?
        var comma: (index: Int, text: String)?
        func flush() {
            if let own = pending { body(own.index, own.text, true) }
            if let own = comma { body(own.index, own.text, false) }
            pending = nil
            comma = nil
        }
        forEachPiece(of: content) { index, text, isForeign in
            let piece = content.pieces[index]
            if isForeign, piece.kind == .field, TextDirection(firstLetterOf: text) == .leftToRight {
                if let own = pending, let between = comma,
                    content.pieces[own.index].style == piece.style
                {
                    pending = (own.index, own.text + between.text + text)
                    comma = nil
                    return
                }
                flush()
                pending = (index, text)
            } else if pending != nil, comma == nil, !isForeign, text == ", " {
                comma = (index, text)
            } else {
                flush()
                body(index, text, isForeign)
            }
        }
        flush()
    }

    private func forEachPiece(of content: TextContent, _ body: (Int, String, Bool) -> Void) {
        var separator: Int?
        var isFirst = true
        // Only a label that is all of a text, or what it begins with, is said in two languages:
        // a sentence made of several would come out in fragments.
        var labels = 0
        var beginsWithLabel = false
        for index in content.pieces.indices {
            let piece = content.pieces[index]
            if content.isBilingual, piece.isRepeated, !(labels == 1 && beginsWithLabel) { return }
            if piece.kind == .separator {
                // What divides the languages also stands before a later word of the second.
                if piece.isSecondLanguage, separator != nil { continue }
                separator = isFirst ? nil : index
                continue
            }
            guard let text = string(piece) else { continue }
            if content.isBilingual, piece.isLabel, !piece.isRepeated {
                labels += 1
                if isFirst { beginsWithLabel = true }
            }
            if let known = separator {
                let text = content.pieces[known].text
                body(known, text, text == "\n")
                separator = nil
            }
            isFirst = false
            body(index, text, isForeign)
        }
    }
}

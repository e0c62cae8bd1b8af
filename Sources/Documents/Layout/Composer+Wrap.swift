internal import Typography

extension Composer {
    /// A text's pieces joined, so that lines may end wherever the language lets them.
    private struct Joined {
        var bytes: [UInt8] = []
        var parts: [Part] = []

        struct Part {
            /// Where it stands in `bytes`.
            let start: Int
            let end: Int
            /// Its row in the content.
            let piece: Int
            let style: Int
            let direction: TextDirection
            /// Whether lines end inside only where it is wider than a line.
            let isWhole: Bool
            /// Whether nothing of it is left where a line ends behind it.
            let isSeparator: Bool
        }

        /// The row of the first part that ends behind an offset: a text of very many is not
        /// walked once for each of its words.
        func part(endingBehind offset: Int) -> Int {
            var (low, high) = (0, parts.count)
            while low < high {
                let middle = (low + high) / 2
                if parts[middle].end > offset { high = middle } else { low = middle + 1 }
            }
            return low
        }
    }

    /// The lines of a text that does not fit on one.
    ///
    /// Lines end where Unicode's rules allow; a word wider than the line is cut between
    /// characters, at least one of which stands on every line however narrow.
    func wrapped(_ content: TextContent, width: Double) -> [[LinePiece]] {
        let isBilingual = content.isBilingual && settings.secondLabels != nil
        let content = isBilingual ? content.stacked : content
        let joined = joined(content)
        let breaks = breaks(in: joined, width: width, content)
        var lines: [[LinePiece]] = []
        var start = 0
        var used = 0.0
        var segmentStart = 0
        func end(at offset: Int) {
            lines.append(pieces(of: joined, start..<offset, content))
            start = offset
            used = 0
        }
        for next in breaks + [LineBreak(offset: joined.bytes.count, isMandatory: true)] {
            let segment = segmentStart..<next.offset
            let word = visible(segment, in: joined)
            let wordWidth = self.width(of: joined, word, content)
            if used + wordWidth > width + Composer.tolerance, segmentStart > start {
                end(at: segmentStart)
            }
            if wordWidth > width + Composer.tolerance {
                for cut in cuts(of: joined, word, width: width, content) { end(at: cut) }
            }
            let rest = max(start, segment.lowerBound)..<segment.upperBound
            used += rest == word ? wordWidth : self.width(of: joined, rest, content)
            if next.isMandatory { end(at: next.offset) }
            segmentStart = next.offset
        }
        return lines
    }

    /// The widest of a text's words that no line's end divides; of its first line all of it where
    /// not `wordByWord`.
    func widest(_ content: TextContent, wordByWord: Bool) -> Double {
        let joined = joined(content)
        let breaks = breaks(in: joined, width: .infinity, content)
        let firstEnd =
            wordByWord ? 0 : breaks.first { $0.isMandatory }?.offset ?? joined.bytes.count
        var widest = 0.0
        var start = 0
        for end in breaks.map(\.offset).filter({ $0 >= firstEnd }) + [joined.bytes.count] {
            widest = max(widest, self.width(of: joined, visible(start..<end, in: joined), content))
            start = end
        }
        return widest
    }

    private func joined(_ content: TextContent) -> Joined {
        var joined = Joined()
        forEachText(of: content) { index, text, isForeign in
            var text = text
            if isForeign { _ = clean(&text) }
            let start = joined.bytes.count
            joined.bytes.append(contentsOf: text.utf8)
            let piece = content.pieces[index]
            joined.parts.append(
                Joined.Part(
                    start: start, end: joined.bytes.count, piece: index, style: piece.style,
                    direction: direction(of: text, piece.kind, isForeign: isForeign),
                    isWhole: piece.kind == .field && (!isForeign || piece.format == .whole),
                    isSeparator: piece.kind == .separator))
        }
        return joined
    }

    /// Where a text's lines may end, save within what is to stay whole.
    private func breaks(
        in joined: Joined, width: Double, _ content: TextContent
    ) -> [LineBreak] {
        let text = String(decoding: joined.bytes, as: UTF8.self)
        return LineBreaking.opportunities(text, language: settings.labels.language)
            .filter { $0.isMandatory || !divides($0.offset, joined, width: width, content) }
    }

    /// Whether a line's end there would divide a number, a date or an identifier that fits in one.
    /// Identifiers one after another are divided by commas or dots.
    private func divides(
        _ offset: Int, _ joined: Joined, width: Double, _ content: TextContent
    ) -> Bool {
        let row = joined.part(endingBehind: offset)
        guard row < joined.parts.count else { return false }
        let part = joined.parts[row]
        guard part.isWhole, part.start < offset else { return false }
        let before = joined.bytes[part.start..<offset].suffix(3)
        if before.elementsEqual(" · ".utf8.suffix(3)) || before.suffix(2) == [0x2C, 0x20] {
            return false
        }
        return self.width(of: joined, part.start..<part.end, content) <= width + Composer.tolerance
    }

    /// Cuts a line and puts an ellipsis behind it so that it is no wider than `width`.
    func shorten(_ line: inout [LinePiece], width: Double) {
        guard let last = line.last else { return }
        let content = TextContent(style: last.style, pieces: [])
        var ellipsis: [LinePiece] = []
        let mark = shape(
            "…", pageDirection, style: last.style, of: content, -1, into: &ellipsis)
        var used = line.reduce(0) { $0 + $1.width }
        while let piece = line.last, used + mark > width + Composer.tolerance {
            // A text whose runs stand in another order than they are read in is set anew.
            var start = line.lastIndex { $0.piece != piece.piece } ?? -1
            let isReordered = line[(start + 1)...].contains { $0.shift != 0 }
            start = isReordered ? start + 1 : line.count - 1
            let text = line[start...].map(\.run.text).joined().dropLast()
            used -= line[start...].reduce(0) { $0 + $1.width }
            line.removeSubrange(start...)
            if text.isEmpty { continue }
            used += shape(
                String(text), piece.direction, style: piece.style, of: content, -1, into: &line)
        }
        line.append(contentsOf: ellipsis)
    }

    /// Where to cut a word into pieces that are no wider than `width`.
    private func cuts(
        of joined: Joined, _ word: Range<Int>, width: Double, _ content: TextContent
    ) -> [Int] {
        var cuts: [Int] = []
        var used = 0.0
        var offset = word.lowerBound
        let text = String(decoding: joined.bytes[word], as: UTF8.self)
        for character in text {
            let next = offset + character.utf8.count
            let advance = self.width(of: joined, offset..<next, content)
            if used + advance > width, offset > word.lowerBound, used > 0 {
                cuts.append(offset)
                used = 0
            }
            used += advance
            offset = next
        }
        return cuts
    }

    /// A segment without the spaces and line ends behind it.
    private func visible(_ range: Range<Int>, in joined: Joined) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, joined.bytes[end - 1] == 0x20 || joined.bytes[end - 1] == 0x0A
        {
            end -= 1
        }
        return range.lowerBound..<end
    }

    /// Where the separator begins that a line ends with, if something stands before it.
    private func separator(at line: Range<Int>, in joined: Joined) -> Int? {
        let row = joined.part(endingBehind: line.upperBound - 1)
        guard row < joined.parts.count else { return nil }
        let part = joined.parts[row]
        guard part.isSeparator, part.start < line.upperBound else { return nil }
        return part.start > line.lowerBound ? part.start : nil
    }

    private func width(of joined: Joined, _ range: Range<Int>, _ content: TextContent) -> Double {
        var width = 0.0
        forEachPart(of: joined, range) { text, part in
            forEachRun(of: text, part.direction, style: part.style, of: content, part.piece) {
                _, own, _ in width += own
            }
        }
        return width
    }

    /// The pieces of a stretch, each shaped on its own, without the spaces behind it, nor a
    /// separator that is not the text's end.
    private func pieces(
        of joined: Joined, _ range: Range<Int>, _ content: TextContent
    ) -> [LinePiece] {
        var result: [LinePiece] = []
        var shown = visible(range, in: joined)
        if range.upperBound < joined.bytes.count, let cut = separator(at: shown, in: joined) {
            shown = visible(shown.lowerBound..<cut, in: joined)
        }
        forEachPart(of: joined, shown) { text, part in
            _ = shape(
                text, part.direction, style: part.style, of: content, part.piece, into: &result)
        }
        return result
    }

    /// Calls `body` with the text of each part that reaches into a stretch.
    private func forEachPart(
        of joined: Joined, _ range: Range<Int>, _ body: (String, Joined.Part) -> Void
    ) {
        for part in joined.parts[joined.part(endingBehind: range.lowerBound)...] {
            if part.start >= range.upperBound { break }
            let from = max(part.start, range.lowerBound)
            var to = min(part.end, range.upperBound)
            while to > from, joined.bytes[to - 1] == 0x0A { to -= 1 }
            if from >= to { continue }
            body(String(decoding: joined.bytes[from..<to], as: UTF8.self), part)
        }
    }
}

import PDFReading

/// Holds a file that was made anew against the one that was issued.
enum Comparison {
    /// - Parameter anew: `nil` where none of that kind is made any more.
    static func verdict(
        _ issued: [UInt8], _ anew: [UInt8]?, isPDF: Bool
    ) -> Proving.Verdict {
        guard let anew else { return .different("none is made any more") }
        if issued == anew { return .identical }
        return isPDF ? pages(issued, anew) : text(issued, anew)
    }

    private static func pages(_ issued: [UInt8], _ anew: [UInt8]) -> Proving.Verdict {
        do throws(PDFReadingError) {
            let (before, now) = (try DecodedPDF(issued), try DecodedPDF(anew))
            return before.difference(from: now).map { .different("from \($0) on") } ?? .sameContent
        } catch {
            return .different(error.message)
        }
    }

    private static func text(_ issued: [UInt8], _ anew: [UInt8]) -> Proving.Verdict {
        let newline = UInt8(ascii: "\n")
        let before = issued.split(separator: newline, omittingEmptySubsequences: false)
        let now = anew.split(separator: newline, omittingEmptySubsequences: false)
        let line = zip(before, now).prefix { $0 == $1 }.reduce(1) { count, _ in count + 1 }
        return .different("from line \(line) on")
    }
}

/// How the pages of one document differ between two layouts, as somebody who reads them would see it.
public struct LayoutDifference: Sendable, Hashable {
    public let pagesBefore: Int
    public let pagesAfter: Int
    /// Texts that stand somewhere else, or in another size.
    public let moved: Int
    /// Texts that only one of the two has.
    public let changed: Int
    /// The first of what has changed or moved, to look for, and the page it stands on, from 1 on.
    public let first: Text?

    public struct Text: Sendable, Hashable {
        public let text: String
        public let page: Int
    }

    public var isNone: Bool { pagesBefore == pagesAfter && moved == 0 && changed == 0 }

    public init(from old: LaidOutDocument, to new: LaidOutDocument) {
        pagesBefore = old.pages.count
        pagesAfter = new.pages.count
        let (before, after) = (LayoutDifference.places(old), LayoutDifference.places(new))
        var (moved, changed) = (0, 0)
        var first: (place: Place, text: String)?
        for text in Set(before.keys).union(after.keys).sorted() {
            let (was, now) = (before[text] ?? [], after[text] ?? [])
            if was == now { continue }
            let gone = Set(was).subtracting(now).count
            moved += min(gone, Set(now).subtracting(was).count)
            changed += abs(was.count - now.count)
            let places = Set(was).symmetricDifference(now)
            if let place = places.min(), first.map({ place < $0.place }) ?? true {
                first = (place, text)
            }
        }
        (self.moved, self.changed) = (moved, changed)
        self.first = first.map { Text(text: $0.text, page: $0.place.page + 1) }
    }

    /// A place of a text: page, position and size in tenths of a point.
    private struct Place: Hashable, Comparable {
        let page: Int
        let y: Int
        let x: Int
        let size: Int

        static func < (a: Place, b: Place) -> Bool {
            (a.page, a.y, a.x, a.size) < (b.page, b.y, b.x, b.size)
        }
    }

    /// Where each text stands, from the first page to the last.
    private static func places(_ document: LaidOutDocument) -> [String: [Place]] {
        func tenths(_ length: Double) -> Int {
            length.isFinite && abs(length) < 1e12 ? Int((length * 10).rounded()) : 0
        }
        var places: [String: [Place]] = [:]
        for (index, page) in document.pages.enumerated() {
            for case .text(let item) in page.items where !item.run.text.allSatisfy(\.isWhitespace) {
                places[item.run.text, default: []].append(
                    Place(
                        page: index, y: tenths(item.y), x: tenths(item.x), size: tenths(item.size))
                )
            }
        }
        return places.mapValues { $0.sorted() }
    }
}

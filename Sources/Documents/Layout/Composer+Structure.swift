// What the items of a page are part of. Headings are always told, for the bookmarks; all else
// only in tagged documents.
extension Composer {
    /// Calls `body`, whose texts are one element.
    func marked<Result>(
        _ role: StructureElement.Role, alternative: String = "", _ body: () -> Result
    ) -> Result {
        guard isMarking || role.isHeading, !isRepeating else { return body() }
        let outer = element
        element = add(StructureElement(role, parent: container, alternative: alternative))
        defer { element = outer }
        return body()
    }

    /// Adds an element that others are part of.
    ///
    /// - Returns: Its place, or that of the container where nothing is told.
    func addContainer(_ role: StructureElement.Role, in parent: Int? = nil) -> Int {
        guard isMarking, !isRepeating else { return container }
        return add(StructureElement(role, parent: parent ?? container))
    }

    /// Adds a link to a text's element.
    func addLink(in text: Int) -> Int { add(StructureElement(.link, parent: text)) }

    /// Calls `body`, whose elements are parts of `container`.
    func within<Result>(_ container: Int, _ body: () -> Result) -> Result {
        let outer = self.container
        self.container = container
        defer { self.container = outer }
        return body()
    }

    /// Calls `body`, which draws what a reader was told before: headings on later pages.
    func repeated<Result>(if isTrue: Bool = true, _ body: () -> Result) -> Result {
        let outer = isRepeating
        isRepeating = outer || isTrue
        defer { isRepeating = outer }
        return body()
    }

    /// Draws a space behind the text last drawn if it belongs to an element: what follows there in
    /// another place would be read as part of its last word.
    func endWord(_ style: Int) {
        guard element >= 0, case .text(var item)? = items.last, item.element == element else {
            return
        }
        let look = template.styles[style]
        guard let space = shaper.shape(" ", look.font).runs.first else { return }
        let behind = item.run.widthPoints(size: item.size)
        item.x += isMirrored ? -space.widthPoints(size: look.size) : behind
        item.size = look.size
        item.run = space
        items.append(.text(item))
    }

    private func add(_ element: StructureElement) -> Int {
        structure.append(element)
        return structure.count - 1
    }
}

extension StructureElement.Role {
    var isHeading: Bool {
        if case .heading = self { true } else { false }
    }
}

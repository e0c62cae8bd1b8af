internal import Diagnostics
internal import XML

extension TemplateReader {
    /// Blocks a template may have once its parts are put where they are used.
    private static let blockLimit = 10_000
    /// Levels of blocks inside blocks: reading and printing them calls as deep.
    private static let depthLimit = 64

    /// Reads the names of `<part>`s; their blocks are read where they are used, because paths and
    /// styles depend on the place.
    func readParts(_ root: XMLElement) {
        for element in root.all("part") {
            check(element, ["name"])
            guard let name = required("name", of: element) else { continue }
            if parts[name] != nil {
                report(
                    element, code: "part-twice", "the part is there twice", found: name,
                    hint: "give one of the two another name")
            }
            parts[name] = element
        }
    }

    /// `<use part="name"/>`: the blocks of a part, as if they stood here.
    func readUse(_ element: XMLElement, style: Int, pairs: PairShape?) -> Block.Kind? {
        check(element, ["part", "if", "unless"])
        guard let name = required("part", of: element), let attribute = element.attribute("part")
        else { return nil }
        guard let part = parts[name] else {
            report(
                attribute, code: "unknown-part", "there is no <part> of this name", found: name,
                hint: suggestion(for: name, among: parts.keys.sorted()), atValue: true)
            return nil
        }
        if partsBeingRead.contains(name) {
            let way = (partsBeingRead + [name]).joined(separator: ", ")
            report(
                attribute, code: "part-cycle", "a part cannot use itself", found: way,
                hint: "take one of the <use> elements out", atValue: true)
            return nil
        }
        usedParts.insert(name)
        partsBeingRead.append(name)
        defer { partsBeingRead.removeLast() }
        return .group(readBlocks(part, style: style, pairs: pairs))
    }

    /// What stands in a part that is never used was never read, and so never checked.
    func reportUnusedParts() {
        for name in parts.keys.sorted() where !usedParts.contains(name) {
            guard let part = parts[name] else { continue }
            let location = places.location(of: part.position, length: 5)
            findings.add(
                Diagnostic(
                    .warning, code: "unused-part", "no <use> names this part", at: location,
                    found: name, hint: "use it, or take it out"))
        }
    }

    /// Whether blocks inside an element are few enough levels deep, used parts included: a chain of
    /// parts is as long as its file allows.
    func isInDepth(_ element: XMLElement) -> Bool {
        if depth <= TemplateReader.depthLimit { return true }
        if !isTooDeep {
            isTooDeep = true
            report(
                element, code: "too-deep",
                "blocks nest more than \(TemplateReader.depthLimit) deep, those of used parts "
                    + "included",
                hint: "let parts use each other less, or put blocks side by side")
        }
        return false
    }

    /// Counts a block, column or stretch of a text about to be read.
    ///
    /// - Returns: false past the limit: parts that use parts many times over multiply.
    func countsAnotherBlock(_ element: XMLElement) -> Bool {
        blockCount += 1
        if blockCount <= TemplateReader.blockLimit { return true }
        let length = element.qualifiedName.utf8.count + 1
        return countsAnotherBlock(at: places.location(of: element.position, length: length))
    }

    /// Counts a field.
    func countsAnotherBlock(at location: SourceLocation) -> Bool {
        if blockCount <= TemplateReader.blockLimit { blockCount += 1 }
        if blockCount <= TemplateReader.blockLimit { return true }
        if hasTooManyBlocks { return false }
        hasTooManyBlocks = true
        findings.add(
            Diagnostic(
                code: "too-many-blocks",
                "a template has at most \(TemplateReader.blockLimit) blocks, columns, stretches of "
                    + "text and fields, those of used parts counted each time", at: location,
                hint: "use parts in fewer places"))
        return false
    }
}

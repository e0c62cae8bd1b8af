/// What a part of a tagged document is (ISO 32000-1, 14.8.4).
public enum PDFStructureType: Sendable, Equatable {
    case document
    /// Level 1 to 6.
    case heading(Int)
    case paragraph
    case table
    case row
    /// The heading of a column.
    case headerCell
    case dataCell
    case figure
    /// Text that opens an address.
    case link

    /// Its standard name.
    var name: StaticString {
        switch self {
        case .document: "Document"
        case .heading(1): "H1"
        case .heading(2): "H2"
        case .heading(3): "H3"
        case .heading(4): "H4"
        case .heading(5): "H5"
        case .heading: "H6"
        case .paragraph: "P"
        case .table: "Table"
        case .row: "TR"
        case .headerCell: "TH"
        case .dataCell: "TD"
        case .figure: "Figure"
        case .link: "Link"
        }
    }
}

/// An element of a tagged document's structure.
public struct PDFStructureElement: Sendable {
    public let type: PDFStructureType
    /// Row of the element it is part of; that of the first, the document, is its own.
    public let parent: Int
    /// What stands for a figure when it is read aloud.
    public let alternative: String

    public init(_ type: PDFStructureType, parent: Int, alternative: String = "") {
        self.type = type
        self.parent = parent
        self.alternative = alternative
    }
}

/// A link's annotation as part of the structure.
struct LinkMark {
    let object: Int
    let page: Int
    let element: Int
}

/// The structure tree as it is written: elements in the order in which they are first drawn, which
/// is the order they are read in. Elements that draw nothing are left out, but for the empty cells
/// of a row that draws something.
struct StructureTree {
    /// A stretch of a page's content that belongs to an element.
    private struct Mark {
        let page: Int
        let number: Int
    }

    private let elements: [PDFStructureElement]
    private var children: [[Int]]
    private var marks: [[Mark]]
    private let links: [LinkMark]
    /// Elements by their place among the objects written; -1 for those left out.
    private var places: [Int]
    private var order: [Int] = []

    /// - Parameters:
    ///   - pages: of each page, the elements of its marked stretches in their order.
    ///   - links: in the order of their keys.
    init(_ elements: [PDFStructureElement], pages: [[Int]], links: [LinkMark]) {
        self.elements = elements
        self.links = links
        children = Array(repeating: [], count: elements.count)
        marks = Array(repeating: [], count: elements.count)
        places = Array(repeating: -1, count: elements.count)
        attach(0)
        for (page, marked) in pages.enumerated() {
            for (number, element) in marked.enumerated() {
                attach(element)
                marks[element].append(Mark(page: page, number: number))
            }
        }
    }

    private mutating func attach(_ element: Int) {
        guard places[element] < 0 else { return }
        let parent = elements[element].parent
        if element > 0 { attach(parent) }
        // A row brings its cells along, the one that asked for it among them.
        guard places[element] < 0 else { return }
        places[element] = order.count
        order.append(element)
        if element > 0 { children[parent].append(element) }
        guard elements[element].type == .row else { return }
        var next = element + 1
        while next < elements.count, elements[next].parent == element {
            attach(next)
            next += 1
        }
    }

    /// How many objects `write` adds.
    var objectCount: Int { order.count + 2 }

    /// The objects' entries: the tree's root, the map from content to elements, the elements.
    ///
    /// - Parameters:
    ///   - first: the number the first object will have; the others follow it.
    ///   - pages: the numbers of the pages' objects.
    ///   - marked: as for `init`.
    func objects(first: Int, pages: [Int], marked: [[Int]]) -> [[UInt8]] {
        var objects: [[UInt8]] = []
        objects.reserveCapacity(objectCount)
        func number(_ element: Int) -> Int { first + 2 + places[element] }
        var root: [UInt8] = []
        root.write("/Type /StructTreeRoot\n/K ")
        root.write(reference: number(0))
        root.write("\n/ParentTree ")
        root.write(reference: first + 1)
        root.write("\n/ParentTreeNextKey ")
        root.write(links.isEmpty ? pages.count : PDFLink.firstKey + links.count)
        root.write("\n")
        objects.append(root)
        var map: [UInt8] = []
        map.write("/Nums [")
        for (page, elements) in marked.enumerated() {
            map.write(page)
            map.write(" [")
            for element in elements {
                map.write(reference: number(element))
                map.write(" ")
            }
            map.write("]\n")
        }
        for (row, link) in links.enumerated() {
            map.write(PDFLink.firstKey + row)
            map.write(" ")
            map.write(reference: number(link.element))
            map.write("\n")
        }
        map.write("]\n")
        objects.append(map)
        for element in order {
            objects.append(entries(element, root: first, pages: pages, number))
        }
        return objects
    }

    private func entries(
        _ row: Int, root: Int, pages: [Int], _ number: (Int) -> Int
    ) -> [UInt8] {
        let element = elements[row]
        var body: [UInt8] = []
        body.write("/S /")
        body.write("\(element.type.name)")
        body.write("\n/P ")
        body.write(reference: row == 0 ? root : number(element.parent))
        body.write("\n")
        if element.type == .headerCell { body.write("/A <</O /Table /Scope /Column>>\n") }
        if element.type == .figure {
            body.write("/Alt ")
            body.write(textString: element.alternative)
            body.write("\n")
        }
        if let page = marks[row].first?.page {
            body.write("/Pg ")
            body.write(reference: pages[page])
            body.write("\n")
        }
        if children[row].isEmpty && marks[row].isEmpty { return body }
        body.write("/K [")
        for mark in marks[row] {
            if mark.page == marks[row][0].page {
                body.write(mark.number)
            } else {
                body.write("<</Type /MCR /Pg ")
                body.write(reference: pages[mark.page])
                body.write(" /MCID ")
                body.write(mark.number)
                body.write(">>")
            }
            body.write(" ")
        }
        for link in links where link.element == row {
            body.write("<</Type /OBJR /Pg ")
            body.write(reference: pages[link.page])
            body.write(" /Obj ")
            body.write(reference: link.object)
            body.write(">> ")
        }
        for child in children[row] {
            body.write(reference: number(child))
            body.write(" ")
        }
        body.write("]\n")
        return body
    }
}

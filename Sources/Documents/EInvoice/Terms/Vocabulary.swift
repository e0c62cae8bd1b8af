internal import XML

/// The names that somebody looks for in documents, each with a number.
struct Vocabulary: Sendable {
    private var numbers: [String: Int] = [:]

    /// The number of a name, which is taken in where it is new.
    mutating func number(of name: String) -> Int {
        let number = numbers[name] ?? numbers.count
        numbers[name] = number
        return number
    }

    /// The names of a document in these numbers.
    func names(of root: XMLElement) -> DocumentNames {
        DocumentNames(numbers: root.names.map { numbers[$0] ?? DocumentNames.unknown })
    }
}

/// What a document's names are in a vocabulary: each is looked up once, however often it stands there.
struct DocumentNames: Sendable {
    /// The number of every name that the vocabulary does not have.
    static let unknown = -1

    fileprivate let numbers: [Int]

    subscript(element: XMLElement) -> Int { numbers[element.nameNumber] }
    subscript(attribute: XMLAttribute) -> Int { numbers[attribute.nameNumber] }
}

/// Where names lead from one step of a way, some only under a condition.
struct Branches: Sendable {
    private struct Branch {
        let name: Int
        let step: Int
        /// In `conditions`.
        let condition: Int?
    }

    /// In the order of their names.
    private var branches: [Branch] = []
    private var conditions: [ElementCondition] = []

    var isEmpty: Bool { branches.isEmpty }

    mutating func add(_ name: Int, _ condition: ElementCondition?, to step: Int) {
        let place = branches.firstIndex { $0.name > name } ?? branches.count
        let number = condition == nil ? nil : conditions.count
        if let condition { conditions.append(condition) }
        branches.insert(Branch(name: name, step: step, condition: number), at: place)
    }

    /// The step that a name with just this condition leads to.
    func step(_ name: Int, _ condition: ElementCondition?) -> Int? {
        branches.first {
            $0.name == name && $0.condition.map { conditions[$0] } == condition
        }?.step
    }

    /// Calls `body` with each step that an element of that name leads to.
    func forEachStep(_ name: Int, _ element: XMLElement, _ body: (Int) -> Void) {
        var (place, end) = (0, branches.count)
        while place < end {
            let middle = (place + end) / 2
            if branches[middle].name < name { place = middle + 1 } else { end = middle }
        }
        while place < branches.count, branches[place].name == name {
            let branch = branches[place]
            if branch.condition.map({ conditions[$0].holds(for: element) }) ?? true {
                body(branch.step)
            }
            place += 1
        }
    }
}

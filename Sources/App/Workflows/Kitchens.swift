import Crypto

/// The kitchen that was opened last, and the recipes that were read: pages of one time are made with
/// the same things, whatever their marks.
final class Kitchens {
    private let books: BooksFolder
    private let materials: Materials
    private let processors: Int
    private var recipes: [[UInt8]: Recipe] = [:]
    private var open: Kitchen?

    /// - Parameter processors: how many documents a kitchen makes at once.
    init(_ books: BooksFolder, processors: Int) {
        self.books = books
        materials = Materials(books)
        self.processors = processors
    }

    /// A recipe by its digest.
    ///
    /// - Throws: where it is missing or changed.
    func recipe(_ digest: [UInt8]) throws -> Recipe {
        if let known = recipes[digest] { return known }
        let name = SHA256.hex(digest)
        guard let recipe = Recipe(try materials.bytes(name)) else {
            throw EnvironmentError("materials/\(name) is no recipe of this program")
        }
        recipes[digest] = recipe
        return recipe
    }

    /// Where documents are made as a recipe says.
    ///
    /// - Throws: where materials are missing or changed, or no page can be made with them any more.
    func kitchen(_ recipe: Recipe) throws -> Kitchen {
        if let open, open.ingredients == recipe.ingredients { return open }
        open = nil
        let kitchen = try Kitchen(recipe.ingredients, materials, processors: processors)
        open = kitchen
        return kitchen
    }
}

/// How many documents are held at once at most: what bounds memory.
struct BatchLoad {
    private var documents = 0
    private var bytes = 0

    /// Unless one alone has more.
    private static let limit = (documents: 64, bytes: 64 << 20)

    var isFull: Bool {
        documents >= BatchLoad.limit.documents || bytes > BatchLoad.limit.bytes
    }

    mutating func add(bytes: Int) {
        documents += 1
        self.bytes += bytes
    }
}

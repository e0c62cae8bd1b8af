import Archive
import Books
import Zip

/// Where fetched files go: into a folder or one ZIP, with an index of them.
final class FetchDelivery {
    /// A document and those of its files that are wanted.
    struct Job: Sendable {
        let document: Books.Document
        let files: [Archive.File]
    }

    /// Whether file names are unique without the folders of customers and months.
    struct Names {
        private(set) var count = 0
        private(set) var meet = false
        /// Of names a number each: two names of one number only cost folders.
        private var seen: Set<Int> = []

        /// File names are numbers, with `-` for what no path may hold; some disks know no capitals.
        mutating func add(_ document: Books.Document, _ renditions: [Int]) {
            count += 1
            for rendition in renditions {
                let path = Archive.path(
                    customer: "", date: document.issueDate, number: document.number,
                    rendition: rendition, .pdf)
                let name = FetchDelivery.lastPart(path).lowercased()
                if !seen.insert(name.hashValue).inserted { meet = true }
            }
        }
    }

    private let request: Fetching.Request
    private let reader: ArchiveReader
    private let names: Names
    private let packers: [ZipPacker]
    private let index: FetchIndex?
    /// Of a folder `nil`.
    private let file: OutputFile?
    private var zip: ZipWriter?
    private var files = 0

    init(
        _ request: Fetching.Request, _ reader: ArchiveReader, _ world: World, _ names: Names
    ) throws {
        self.request = request
        self.reader = reader
        self.names = names
        packers = (0..<world.processors).map { _ in ZipPacker() }
        switch request.target {
        case .folder(let folder):
            try Disk.makeFolder(folder)
            file = nil
            if request.hasIndex { try FetchIndex.checkPlace(folder) }
            index = request.hasIndex ? try FetchIndex("\(folder)/") : nil
        case .zip(let path):
            let output = try OutputFile(path)
            file = output
            zip = ZipWriter { try output.write($0) }
            index = try FetchIndex("\(path).")
        }
    }

    /// Checks and writes the files of some documents, in their order.
    ///
    /// - Parameter body: is told of each, up to the first that is not as it was filed.
    func take(_ jobs: [Job], _ body: (Fetching.Copy) throws -> Void) throws {
        let names = jobs.map { job in job.files.map { name(of: $0) } }
        let (reader, folder) = (reader, folder)
        if let folder, self.names.meet {
            for name in Set(names.joined().compactMap(FetchDelivery.folderPart)) {
                // A link may lie there that leads back into the books.
                try Disk.makeFolder(OutputPlace.folder("\(folder)/\(name)", "--output"))
            }
        }
        let results = inParallel(Array(zip2(jobs, names)), packers) {
            packer, job -> Result<[ZipEntry], any Error> in
            Result {
                try zip2(job.0.files, job.1).compactMap { file, name in
                    let bytes = try reader.read(file)
                    if let folder {
                        try Disk.put("\(folder)/\(name)", bytes)
                        return nil
                    }
                    return packer.entry(name, bytes, deflates: file.kind != .pdf)
                }
            }
        }
        for ((job, names), result) in zip2(zip2(jobs, names), results) {
            for entry in try result.get() { try zip?.add(entry) }
            try index?.add(job, names)
            for (file, name) in zip2(job.files, names) {
                files += 1
                try body(
                    Fetching.Copy(
                        number: job.document.number, file: file,
                        path: folder.map { "\($0)/\(name)" } ?? name))
            }
        }
    }

    /// Writes a file that is no document's.
    func add(_ supplement: Fetching.Supplement) throws {
        if let folder {
            let path = "\(folder)/\(supplement.path)"
            if let parent = FetchDelivery.folderPart(path) { try Disk.makeFolder(parent) }
            try Disk.put(path, supplement.bytes)
        } else {
            try zip?.add(packers[0].entry(supplement.path, supplement.bytes, deflates: true))
        }
        index?.add(supplement)
        files += 1
    }

    /// Writes the index and gives the files their names.
    func finish() throws -> Int {
        try index?.finish { name, output in
            guard zip != nil else { return try output.finish() }
            var checksum = ZipChecksum()
            try output.read { checksum.add($0) }
            try zip?.add(name, checksum) { try output.read($0) }
        }
        try zip?.finish()
        try file?.finish(synced: true)
        return files
    }

    private var folder: String? {
        if case .folder(let folder) = request.target { return folder }
        return nil
    }

    private func name(of file: Archive.File) -> String {
        names.meet ? file.path : FetchDelivery.lastPart(file.path)
    }

    private static func lastPart(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    private static func folderPart(_ path: String) -> String? {
        path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}

/// Swift's `zip`, where that name is an archive's.
private func zip2<A: Sequence, B: Sequence>(_ a: A, _ b: B) -> Zip2Sequence<A, B> {
    Swift.zip(a, b)
}

import Glibc
import TestSupport

/// A folder's files as they were once, and everything that has happened to them since.
struct DiskHistory {
    /// A file's contents over time, whatever it is called.
    struct File {
        var start: [UInt8] = []
        var changes: [Change] = []
        /// The calls that synced it.
        var syncs: [Int] = []
    }

    struct Change {
        let call: Int
        /// Where bytes were written; the new size where none were.
        let at: Int
        /// Where they stand in the log.
        let bytes: Range<Int>?
    }

    /// A name that came, went or moved.
    struct NameChange {
        enum What {
            case file(Int)
            case folder
            case moved(from: String, file: Int?)
            case gone
        }

        let call: Int
        let name: String
        let what: What
        /// The folders whose list of names it changes.
        let folders: Set<String>
        /// The one of them that must be synced for it.
        let parent: String

        init(call: Int, name: String, what: What) {
            (self.call, self.name, self.what) = (call, name, what)
            parent = folder(of: name)
            if case .moved(let former, _) = what {
                folders = [parent, folder(of: former)]
            } else {
                folders = [parent]
            }
        }
    }

    /// A file by its number, a folder where that is `nil`.
    typealias Names = [String: Int?]

    private(set) var start: Names = [:]
    private(set) var files: [File] = []
    private(set) var changes: [NameChange] = []
    private(set) var folderSyncs: [(call: Int, folder: String)] = []
    private(set) var syncs: [Int] = []
    private(set) var log: [UInt8] = []
    private(set) var calls: [DiskCalls.Call] = []
    private var inodes: [UInt64: Int] = [:]
    private var live: Names = [:]

    /// What lies in a folder now.
    init(_ folder: String) {
        func take(_ name: String) {
            let path = "\(folder)/\(name)"
            var status = stat()
            if isFolder(path) {
                if !name.isEmpty { start[name] = .some(nil) }
                for child in names(path) { take(name.isEmpty ? child : "\(name)/\(child)") }
            } else if unsafe lstat(path, &status) == 0, !name.hasSuffix("-shm") {
                inodes[UInt64(status.st_ino)] = files.count
                start[name] = files.count
                files.append(File(start: contents(path) ?? []))
            }
        }
        take("")
        live = start
    }

    /// Adds what was recorded since.
    mutating func take(_ log: [UInt8]) {
        let before = self.log.count
        self.log += log
        for call in DiskCalls(log).calls {
            take(call, calls.count, logged: before)
            calls.append(call)
        }
    }

    private mutating func take(_ call: DiskCalls.Call, _ index: Int, logged before: Int) {
        func change(_ name: String, _ what: NameChange.What) {
            let change = NameChange(call: index, name: name, what: what)
            change.apply(to: &live)
            changes.append(change)
        }
        switch call {
        case .create(let name, let inode):
            // A number that the file system gives again is another file.
            inodes[inode] = files.count
            change(name, .file(files.count))
            files.append(File())
        case .write(let inode, let at, let bytes):
            files[file(inode)].changes.append(
                Change(
                    call: index, at: at,
                    bytes: bytes.lowerBound + before..<bytes.upperBound + before))
        case .truncate(let inode, let size):
            files[file(inode)].changes.append(Change(call: index, at: size, bytes: nil))
        case .makeFolder(let name): change(name, .folder)
        case .rename(let name, let target):
            change(target, .moved(from: name, file: live[name] ?? nil))
        case .delete(let name): change(name, .gone)
        case .syncFile(let inode): files[file(inode)].syncs.append(index)
        case .syncFolder(let name): folderSyncs.append((index, name))
        case .syncAll: syncs.append(index)
        case .openToWrite, .exit: break
        }
    }

    /// How many calls had been made when a process had ended by itself, and how many reads it had made
    /// of its own; all and none, where it was killed.
    func end(of process: Int) -> (calls: Int, reads: Int) {
        for (index, call) in calls.enumerated().reversed() {
            if case .exit(process, let reads) = call { return (index + 1, reads) }
        }
        return (calls.count, 0)
    }

    private func file(_ inode: UInt64) -> Int {
        guard let file = inodes[inode] else {
            preconditionFailure("a file was changed that was neither there nor made")
        }
        return file
    }
}

extension DiskHistory.NameChange {
    func apply(to names: inout DiskHistory.Names) {
        // What lies in a folder that never reached the disk is not there.
        let hasPlace = parent.isEmpty || names[parent] == .some(nil)
        switch what {
        case .file(let file): if hasPlace { names[name] = .some(file) }
        case .folder: if hasPlace { names[name] = .some(nil) }
        case .gone: names[name] = nil
        case .moved(let former, let file?):
            names[former] = nil
            if hasPlace { names[name] = .some(file) }
        case .moved(let former, nil):
            for (path, node) in names where path == former || path.hasPrefix(former + "/") {
                names[path] = nil
                if hasPlace { names[name + path.dropFirst(former.count)] = .some(node) }
            }
        }
    }
}

/// The folder that a name lies in.
func folder(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
}

/// What a recorded run did to the disk, call by call: the log that `Tests/CFaults` writes.
struct DiskCalls {
    enum Call {
        case create(String, inode: UInt64)
        case write(inode: UInt64, at: Int, Range<Int>)
        case truncate(inode: UInt64, size: Int)
        case makeFolder(String)
        case rename(String, to: String)
        case delete(String)
        case syncFile(inode: UInt64)
        case syncFolder(String)
        case syncAll
        case openToWrite(String)
        case exit(process: Int, reads: Int)
    }

    /// The log itself; what was written stands in it.
    let bytes: [UInt8]
    private(set) var calls: [Call] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var place = 0
        while place < bytes.count { calls.append(next(&place)) }
    }

    /// The call at a place of the log, as `struct bijak_record` has it.
    private func next(_ place: inout Int) -> Call {
        let (call, nameLength) = (Int(word(place, 4)), Int(word(place + 4, 4)))
        let inode = word(place + 8, 8)
        let (at, size) = (Int(word(place + 16, 8)), Int(word(place + 24, 8)))
        let start = place + 32
        place = start + nameLength
        let names = bytes[start..<place].split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        switch call {
        case 1: return .create(names[0], inode: inode)
        case 2:
            let data = place..<place + size
            place = data.upperBound
            return .write(inode: inode, at: at, data)
        case 3: return .truncate(inode: inode, size: at)
        case 4: return .makeFolder(names[0])
        case 5: return .rename(names[0], to: names[1])
        case 6: return .delete(names[0])
        case 7: return .syncFile(inode: inode)
        case 8: return .syncFolder(names[0])
        case 9: return .syncAll
        case 10: return .openToWrite(names[0])
        case 11: return .exit(process: Int(inode), reads: at)
        default: preconditionFailure("the log has a call \(call)")
        }
    }

    /// A number of `size` bytes, the lowest first.
    private func word(_ place: Int, _ size: Int) -> UInt64 {
        bytes[place..<place + size].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension DiskCalls.Call {
    /// Whether it changes names or syncs.
    var isRare: Bool {
        switch self {
        case .write, .truncate, .openToWrite, .exit: false
        default: true
        }
    }

    /// Whether a fault of a kind is about it.
    func isSubject(to kind: Faults.Kind) -> Bool {
        switch (self, kind) {
        case (.exit, _): false
        case (_, .kill): true
        case (.create, .full), (.makeFolder, .full): true
        case (.create, .names), (.makeFolder, .names), (.rename, .names), (.delete, .names): true
        case (.write, .full), (.write, .short), (.write, .write): true
        case (.truncate, .full), (.truncate, .write): true
        case (.syncAll, .filed): true
        case (_, .filed): false
        case (.syncFile, .sync), (.syncFolder, .sync), (.syncAll, .sync): true
        case (.syncFile, _), (.syncFolder, _), (.syncAll, _): false
        case (_, .readonly): true
        default: false
        }
    }
}

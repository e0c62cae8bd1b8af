import Glibc
import TestSupport

/// The moment at which the power goes, and what then reaches the disk of what was not synced.
///
/// What was synced is there: of a file its data and size, of a folder its names, after `syncfs`
/// everything. Of the rest a part: writes in any order, dropped, or torn between sectors; names as
/// the file system happened to write them, so that a file may be there without its data.
struct PowerCut: CustomStringConvertible {
    /// How many calls had been made.
    let calls: Int
    /// Whether names reach the disk in the order in which they changed, as with a journal; else each
    /// folder's by themselves.
    let isOrdered: Bool
    /// How many in four of unsynced writes and of names reach it.
    let keptWrites: Int
    let keptNames: Int
    /// Up to which call the kernel had written everything by itself, as it does every few seconds.
    let flushed: Int

    private static let sector = 512

    var description: String {
        "after call \(calls), \(isOrdered ? "a journal" : "each folder by itself"), "
            + "flushed up to \(flushed), kept "
            + "\(keptWrites)/4 of writes and \(keptNames)/4 of names"
    }

    /// A cut at a random moment; in half of all cuts one beside a change of names or a sync, if there
    /// is any: most calls write pages of the database.
    init(within range: Range<Int>, of history: DiskHistory, _ random: inout SplitMix64) {
        let rare = range.filter { moment in
            history.calls[max(0, moment - 1)..<min(history.calls.count, moment + 1)]
                .contains(where: \.isRare)
        }
        let isRare = Bool.random(using: &random)
        calls =
            (isRare ? rare.randomElement(using: &random) : nil)
            ?? Int.random(in: range, using: &random)
        isOrdered = Bool.random(using: &random)
        keptWrites = [0, 2, 3, 4][Int.random(in: 0..<4, using: &random)]
        keptNames = [0, 2, 3, 4][Int.random(in: 0..<4, using: &random)]
        let isFlushed = Bool.random(using: &random)
        flushed = isFlushed ? Int.random(in: max(0, calls - 300)...calls, using: &random) : 0
    }

    /// Everything is there, as it is while the machine runs.
    init(whole history: DiskHistory) {
        (calls, flushed) = (history.calls.count, history.calls.count)
        (isOrdered, keptWrites, keptNames) = (true, 4, 4)
    }

    /// Makes in an empty folder what is left.
    func leave(_ history: DiskHistory, in folder: String, _ random: inout SplitMix64) {
        let names = names(of: history, &random)
        let lastSync = max(flushed, history.syncs.last { $0 < calls } ?? 0)
        // Folders come before what lies in them.
        for (name, number) in names.sorted(by: { $0.key < $1.key }) {
            let path = "\(folder)/\(name)"
            guard let number else {
                unsafe mkdir(path, 0o777)
                continue
            }
            let file = history.files[number]
            let synced = max(lastSync, file.syncs.last { $0 < calls } ?? -1)
            leave(file, history.log, synced: synced, at: path, &random)
        }
    }

    private func names(
        of history: DiskHistory, _ random: inout SplitMix64
    ) -> DiskHistory.Names {
        let changes = history.changes.prefix { $0.call < calls }
        let lastSync = max(flushed, history.syncs.last { $0 < calls } ?? 0)
        var synced: [String: Int] = [:]
        for sync in history.folderSyncs where sync.call < calls { synced[sync.folder] = sync.call }
        func isSynced(_ change: DiskHistory.NameChange) -> Bool {
            change.call < max(lastSync, synced[change.parent] ?? -1)
        }
        var names = history.start
        let certain = changes.lastIndex(where: isSynced) ?? -1
        var stopped: Set<String> = []
        for (index, change) in changes.enumerated() {
            let folders: Set<String> = isOrdered ? [""] : change.folders
            let isCertain = isOrdered ? index <= certain : isSynced(change)
            if !isCertain, stopped.isDisjoint(with: folders), !isKept(keptNames, &random) {
                stopped.formUnion(folders)
            }
            if isCertain || stopped.isDisjoint(with: folders) {
                change.apply(to: &names)
            } else {
                // What rests on a change that is lost is lost too.
                stopped.formUnion(folders)
            }
        }
        return names
    }

    private func leave(
        _ file: DiskHistory.File, _ log: [UInt8], synced: Int, at path: String,
        _ random: inout SplitMix64
    ) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        precondition(descriptor >= 0, "\(path) cannot be made")
        defer { close(descriptor) }
        write(file.start, 0..<file.start.count, at: 0, descriptor)
        for change in file.changes where change.call < calls {
            let isSynced = change.call < synced
            guard let bytes = change.bytes else {
                if isSynced || isKept(keptWrites, &random) {
                    precondition(ftruncate(descriptor, off_t(change.at)) == 0)
                }
                continue
            }
            if isSynced || keptWrites == 4 {
                write(log, bytes, at: change.at, descriptor)
            } else {
                tear(log, bytes, at: change.at, descriptor, &random)
            }
        }
    }

    /// Writes all, nothing, or some of the sectors.
    private func tear(
        _ log: [UInt8], _ bytes: Range<Int>, at: Int, _ descriptor: Int32,
        _ random: inout SplitMix64
    ) {
        if Int.random(in: 0..<4, using: &random) > 0 {
            if isKept(keptWrites, &random) { write(log, bytes, at: at, descriptor) }
            return
        }
        let end = at + bytes.count
        var place = at
        while place < end {
            let next = min(end, (place / Self.sector + 1) * Self.sector)
            if isKept(keptWrites, &random) {
                let start = bytes.lowerBound + place - at
                write(log, start..<start + next - place, at: place, descriptor)
            }
            place = next
        }
        // The size may be known before the data has come.
        var status = stat()
        if Bool.random(using: &random), unsafe fstat(descriptor, &status) == 0,
            status.st_size < end
        {
            precondition(ftruncate(descriptor, off_t(end)) == 0)
        }
    }

    private func write(_ source: [UInt8], _ range: Range<Int>, at: Int, _ descriptor: Int32) {
        if range.isEmpty { return }
        let written = unsafe source.withUnsafeBytes { buffer in
            unsafe pwrite(
                descriptor, buffer.baseAddress?.advanced(by: range.lowerBound), range.count,
                off_t(at))
        }
        precondition(written == range.count, "there is no room for the test")
    }

    private func isKept(_ quarters: Int, _ random: inout SplitMix64) -> Bool {
        Int.random(in: 0..<4, using: &random) < quarters
    }
}

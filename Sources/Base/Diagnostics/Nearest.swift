/// The name among `candidates` that is closest to a mistyped one, where any is close enough.
///
/// Distance counts inserted, deleted, replaced and swapped neighbouring characters, ignoring case;
/// up to a third of the length is close. Ties go to the candidate that begins like the name, then to
/// the earlier one.
public func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
    var best: (distance: Int, prefix: Int, name: String)?
    for candidate in candidates {
        let letters = Array(candidate.lowercased().unicodeScalars.prefix(64))
        let allowed = max(1, min(wanted.count, letters.count) / 3)
        if abs(wanted.count - letters.count) > allowed { continue }
        let distance = editDistance(wanted, letters)
        if distance > allowed { continue }
        let prefix = zip(wanted, letters).prefix { $0 == $1 }.count
        if let best, (best.distance, -best.prefix) <= (distance, -prefix) { continue }
        best = (distance, prefix, candidate)
    }
    return best?.name
}

/// A hint that names the nearest candidate, or else a few of them.
public func suggestion(for name: String, among candidates: [String]) -> String? {
    if let close = nearest(to: name, among: candidates) { return "did you mean \"\(close)\"?" }
    if candidates.isEmpty { return nil }
    let some = candidates.prefix(12).joined(separator: ", ")
    return candidates.count > 12 ? "known are \(some), …" : "known are \(some)"
}

/// Optimal string alignment distance.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        row.reserveCapacity(b.count + 1)
        for j in b.indices {
            var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                cost = min(cost, beforeLast[j - 1] + 1)
            }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}

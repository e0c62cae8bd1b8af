extension State {
    /// Whether a PIN (six digits) can belong to this State, by its first three digits.
    ///
    /// India Post's sorting districts and States overlap at their borders and move now and then, so
    /// that a stranger's PIN is worth a warning and no refusal. True of places without PINs of their
    /// own.
    public func mayHave(pin: String) -> Bool {
        guard let prefix = Int(pin.prefix(3)), let ranges = State.pins[code] else { return true }
        return ranges.contains { $0.contains(prefix) }
    }

    /// First three digits of the PINs of each State.
    private static let pins: [String: [ClosedRange<Int>]] = {
        var pins: [String: [ClosedRange<Int>]] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            pins[String(words[0])] = words.dropFirst().compactMap { word in
                let ends = word.split(separator: "-").compactMap { Int($0) }
                guard let first = ends.first, let last = ends.last else { return nil }
                return first...last
            }
        }
        return pins
    }()

    private static let table = """
        01 180-194
        02 171-177
        03 140-160
        04 160
        05 244-263
        06 121-136
        07 110
        08 301-345
        09 201-285
        10 800-855
        11 737
        12 790-792
        13 797-798
        14 795
        15 796
        16 799
        17 793-794
        18 781-788
        19 700-743
        20 813-835
        21 751-770
        22 490-497
        23 450-488
        24 360-396
        25 362 396
        26 362 396
        27 400-445
        28 500-535
        29 560-591
        30 403
        31 682
        32 670-695
        33 600-643
        34 533 605 607 609 673
        35 744
        36 500-535
        37 500-535
        38 194
        """
}

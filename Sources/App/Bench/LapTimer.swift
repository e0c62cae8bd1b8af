/// What issuing an invoice goes through, in its order.
enum Stage: String, CaseIterable {
    case read = "read from the books"
    case parse = "parse"
    case check = "check"
    case price = "price, tax and explain"
    case json = "canonical JSON"
    case xml = "e-invoice XML"
    case layOut = "lay out"
    case pdf = "PDF"
    case hash = "hash"
    case write = "write"
    case sync = "sync to disk"
    case index = "index"
    case commit = "commit"
}

/// Shares a run's time out to its stages: what passes between two calls belongs to the stage named
/// by the later.
struct LapTimer {
    private var lastWall = Clock.now()
    private var lastCPU = Clock.cpu()
    private(set) var wall: [Stage: Int] = [:]
    private(set) var cpu: [Stage: Int] = [:]

    /// Everything since the last call was `stage`.
    mutating func ended(_ stage: Stage) {
        let (nowWall, nowCPU) = (Clock.now(), Clock.cpu())
        wall[stage, default: 0] += nowWall - lastWall
        cpu[stage, default: 0] += nowCPU - lastCPU
        (lastWall, lastCPU) = (nowWall, nowCPU)
    }

    var totalWall: Int { wall.values.reduce(0, +) }
    var totalCPU: Int { cpu.values.reduce(0, +) }
}

import Dispatch
import Synchronization

/// Runs `body` for each input on all workers at once; the results come in the order of the inputs.
///
/// A worker is used by one thread at a time and keeps what is costly to make, such as a cache of
/// shaped text, from one input to the next. Synchronous, so that it can run inside a transaction.
func inParallel<Input: Sendable, Worker: AnyObject, Output: Sendable>(
    _ inputs: [Input], _ workers: [Worker], _ body: @Sendable (Worker, Input) -> Output
) -> [Output] {
    if inputs.isEmpty { return [] }
    if workers.count == 1 || inputs.count == 1 { return inputs.map { body(workers[0], $0) } }
    let lane = Lanes(workers)
    let next = Atomic<Int>(0)
    let results = Mutex<[Output?]>(Array(repeating: nil, count: inputs.count))
    DispatchQueue.concurrentPerform(iterations: workers.count) { index in
        while true {
            let at = next.add(1, ordering: .relaxed).oldValue
            if at >= inputs.count { return }
            let output = body(lane.workers[index], inputs[at])
            results.withLock { $0[at] = output }
        }
    }
    return results.withLock { $0.compactMap(\.self) }
}

/// Carries workers into the threads.
///
/// Unchecked because each iteration of `concurrentPerform` touches only the worker at its own index,
/// and the call returns when all have ended.
private struct Lanes<Worker: AnyObject>: @unchecked Sendable {
    let workers: [Worker]

    init(_ workers: [Worker]) { self.workers = workers }
}

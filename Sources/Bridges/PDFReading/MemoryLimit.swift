internal import CQPDF

/// Keeps the process from growing without end while libqpdf works.
struct MemoryLimit {
    private var before = rlimit()
    private var meanwhile = rlimit()

    /// - Parameter bytes: how much the process may grow by from now on.
    /// - Throws: `PDFReadingError` where the machine does not tell how large it is.
    init(_ bytes: Int) throws(PDFReadingError) {
        guard unsafe bijak_memory_limit(bytes, &before, &meanwhile) == 1 else {
            throw PDFReadingError(
                kind: .machine, message: "the memory for reading a PDF cannot be limited")
        }
    }

    /// Does what libqpdf can fail in for want of memory. Swift cannot, so it makes nothing meanwhile.
    func whileLimited<Answer>(_ work: () -> Answer) -> Answer {
        var (meanwhile, before) = (meanwhile, before)
        unsafe bijak_memory_set(&meanwhile)
        let answer = work()
        unsafe bijak_memory_set(&before)
        return answer
    }
}

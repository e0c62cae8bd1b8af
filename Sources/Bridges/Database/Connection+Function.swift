internal import CSQLite

extension Connection {
    /// Gives this connection's SQL a function of any number of values that returns a blob.
    ///
    /// `body` has the values as one run of bytes: of each its length in bytes, a blank, the value
    /// (a whole number in decimal), a line feed; of `NULL` `-` and a line feed. So no two lists of
    /// values are the same run.
    ///
    /// - Parameter body: always returns the same for the same values.
    public func define(
        _ name: StaticString, _ body: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) throws(DatabaseError) {
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
        let code = unsafe sqlite3_create_function_v2(
            pointer, name.description, -1, flags,
            Unmanaged.passRetained(Function(body)).toOpaque(),
            { context, count, values in
                unsafe Function.call(context, Int(count), values)
            }, nil, nil,
            { function in
                if let function = unsafe function {
                    unsafe Unmanaged<Function>.fromOpaque(function).release()
                }
            })
        guard code == SQLITE_OK else { throw unsafe DatabaseError(pointer) }
    }

    /// Runs a statement that makes or changes tables, put together out of literals, on its own.
    public func execute(_ sql: SQL) throws(DatabaseError) {
        precondition(!isInTransaction, "a transaction is open: write through it")
        precondition(sql.arguments.isEmpty, "what makes tables takes no values")
        try runScript(sql.text)
    }
}

/// What SQLite holds of a function while the connection is open.
private final class Function {
    private let body: @Sendable ([UInt8]) -> [UInt8]

    init(_ body: @escaping @Sendable ([UInt8]) -> [UInt8]) { self.body = body }

    static func call(
        _ context: OpaquePointer?, _ count: Int, _ values: UnsafeMutablePointer<OpaquePointer?>?
    ) {
        guard let function = unsafe sqlite3_user_data(context), let values = unsafe values else {
            return
        }
        var bytes: [UInt8] = []
        for index in 0..<count { unsafe append(values[index], to: &bytes) }
        let result = unsafe Unmanaged<Function>.fromOpaque(function).takeUnretainedValue()
            .body(bytes)
        unsafe result.withUnsafeBytes { buffer in
            unsafe bijak_sqlite3_result_blob(context, buffer.baseAddress, UInt64(buffer.count))
        }
    }

    private static func append(_ value: OpaquePointer?, to bytes: inout [UInt8]) {
        if unsafe sqlite3_value_type(value) == SQLITE_NULL {
            bytes += "-\n".utf8
            return
        }
        // First the bytes, then how many: SQLite may convert a number on the way.
        let start = unsafe sqlite3_value_blob(value)
        let count = unsafe Int(sqlite3_value_bytes(value))
        bytes += "\(count) ".utf8
        unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
        bytes.append(UInt8(ascii: "\n"))
    }
}

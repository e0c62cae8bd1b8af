internal import CQREncode

/// Which library QR codes are made with.
public enum SymbolLibraries {
    /// Name and version, such as `libqrencode 4.1.1`.
    public static var versions: [String] {
        let version = unsafe QRcode_APIVersionString().map { unsafe String(cString: $0) } ?? ""
        return ["libqrencode \(version)"]
    }
}

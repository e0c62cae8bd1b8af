/// A file of the repository, by its path from there.
public func repositoryPath(_ name: String) -> String {
    // This file lies two folders below.
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return (parts.dropLast(3) + [Substring(name)]).joined(separator: "/")
}

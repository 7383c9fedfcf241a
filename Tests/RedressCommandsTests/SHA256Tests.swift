import RedressBook
import Testing

/// The published vectors of FIPS 180-4 and NIST's CAVP.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `published digests come out`(text: String, digest: String) {
    var whole = SHA256()
    whole.update(text.utf8)
    #expect(whole.hexadecimal() == digest)
  }

  @Test func `pieces give the digest of the whole, at every length around a block`() {
    for length in 0..<200 {
      let bytes = (0..<length).map { UInt8($0) }
      var whole = SHA256()
      whole.update(bytes)
      var pieces = SHA256()
      for byte in bytes { pieces.update(CollectionOfOne(byte)) }
      #expect(whole.hexadecimal() == pieces.hexadecimal())
    }
  }
}

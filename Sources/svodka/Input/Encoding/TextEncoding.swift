import ArgumentParser

/// How the characters of a file are written as bytes.
enum TextEncoding: String, CaseIterable, ExpressibleByArgument {
  /// By the file's first 64 KiB.
  case auto
  case utf8 = "utf-8"
  case windows1251 = "windows-1251"
  case koi8R = "koi8-r"
  case koi8U = "koi8-u"
  case cp866
  case iso8859Part5 = "iso-8859-5"
  case macCyrillic = "mac-cyrillic"
  /// UTF-16 as its BOM tells, little endian without one.
  case utf16 = "utf-16"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  /// What makes UTF-8 of it; nil for what is UTF-8 already.
  func makeDecoder() -> (any TextDecoder)? {
    switch self {
    case .auto, .utf8: nil
    case .utf16: UTF16Decoder(isBigEndian: nil)
    case .utf16LittleEndian: UTF16Decoder(isBigEndian: false)
    case .utf16BigEndian: UTF16Decoder(isBigEndian: true)
    default: CodePage(self).map { CodePageDecoder(page: $0) }
    }
  }
}

@testable import FactExtraction
@testable import TextEngine

/// A text with its mentions, roles and quotations marked by what they are.
struct SceneBuilder {
  var text = ""
  var scene = SpeakerScene(paragraphStarts: [0])

  mutating func add(_ words: String) { text += words }

  mutating func paragraph() {
    text += "\n"
    scene.paragraphStarts.append(text.utf8.count)
  }

  @discardableResult
  mutating func span(_ words: String) -> TextSpan {
    let start = text.utf8.count
    text += words
    defer { text += " " }
    return TextSpan(start: start, end: text.utf8.count)
  }

  mutating func man(_ words: String, _ name: String? = nil, subject: Bool = true) {
    scene.mentions.append(
      SpeakerScene.Mention(
        span: span(words),
        name: name ?? words,
        isPerson: true,
        isFeminine: false,
        isNominative: subject
      )
    )
  }

  mutating func woman(_ words: String, _ name: String? = nil, subject: Bool = true) {
    scene.mentions.append(
      SpeakerScene.Mention(
        span: span(words),
        name: name ?? words,
        isPerson: true,
        isMasculine: false,
        isNominative: subject
      )
    )
  }

  mutating func organisation(
    _ words: String,
    _ name: String? = nil,
    type: String? = nil,
    subject: Bool = true
  ) {
    scene.mentions.append(
      SpeakerScene.Mention(
        span: span(words),
        name: name ?? words,
        isPerson: false,
        type: type,
        isNominative: subject
      )
    )
  }

  mutating func role(
    _ words: String,
    _ name: String,
    of person: String,
    office: String? = nil,
    place: String? = nil,
    at organisation: String? = nil
  ) {
    scene.roles.append(
      SpeakerScene.Role(
        span: span(words),
        name: name,
        person: person,
        office: office,
        seat: SpeakerScene.Seat(place: place, organisation: organisation)
      )
    )
  }

  mutating func openRole(_ words: String, _ name: String, place: String? = nil) {
    let seat = SpeakerScene.Seat(place: place)
    scene.openRoles.append(SpeakerScene.OpenRole(span: span(words), name: name, seat: seat))
  }

  /// Lets the speaker of the last quotation hold his role somewhere.
  mutating func seat(_ role: String, place: String? = nil, at organisation: String? = nil) {
    guard let speaker = scene.quotations.last?.speaker else { return }
    let seat = SpeakerScene.Seat(place: place, organisation: organisation)
    scene.openRoles.append(SpeakerScene.OpenRole(span: speaker, name: role, seat: seat))
  }

  /// Changes the last quotation.
  mutating func last(_ change: (inout SpeakerScene.Quotation) -> Void) {
    guard let last = scene.quotations.indices.last else { return }
    change(&scene.quotations[last])
  }

  /// «…», — сказал SPEAKER.
  mutating func quotation(
    by words: String?,
    name: String? = nil,
    named: String? = nil,
    _ kind: SpeakerKind? = nil,
    role: String? = nil,
    office: String? = nil,
    types: [String] = [],
    namedTypes: [String] = [],
    except: [String] = [],
    isMasculine: Bool = true,
    hasCue: Bool = true
  ) {
    let quoted = span("«Слова»")
    let speaker = words.map { span($0) }
    scene.quotations.append(
      SpeakerScene.Quotation(
        span: quoted,
        speaker: speaker,
        name: name ?? words,
        named: named,
        kind: kind,
        role: role,
        office: office,
        bodyTypes: types,
        namedTypes: namedTypes,
        strangerTypes: except,
        isMasculine: isMasculine,
        hasCue: hasCue
      )
    )
  }

  var speakers: [String?] { SpeakerResolver.resolve(scene) }
}

/// The fields that code fills in or asks for.
enum FieldName: Int, CaseIterable, Sendable {
  case name, nameSpan, person, sex, type, organisation
  case resolvedOrganisation, resolvedPlace
  case iso, from, to, grain
  case segments, place, mode, cueSpan, cueText, cueLemma
  case speakerSpan, speakerText, speakerName, speakerFact, speakerKind, speakerRole, speakerResolved

  /// The name in the schemas, with dots.
  var name: String {
    switch self {
    case .name: "name"
    case .nameSpan: "name_span"
    case .person: "person"
    case .sex: "sex"
    case .type: "type"
    case .organisation: "organisation"
    case .resolvedOrganisation: "resolved.organisation"
    case .resolvedPlace: "resolved.place"
    case .iso: "iso"
    case .from: "from"
    case .to: "to"
    case .grain: "grain"
    case .segments: "segments"
    case .place: "place"
    case .mode: "mode"
    case .cueSpan: "cue.span"
    case .cueText: "cue.text"
    case .cueLemma: "cue.lemma"
    case .speakerSpan: "speaker.span"
    case .speakerText: "speaker.text"
    case .speakerName: "speaker.name"
    case .speakerFact: "speaker.fact"
    case .speakerKind: "speaker.kind"
    case .speakerRole: "speaker.role"
    case .speakerResolved: "speaker.resolved"
    }
  }
}

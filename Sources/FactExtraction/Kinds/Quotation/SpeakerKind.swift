/// How a speaker that is no name stands for somebody, as the rules say in `speaker.kind`.
enum SpeakerKind: String, Sendable {
  /// A pronoun for a man: «он».
  case masculine
  /// A pronoun for a woman: «она».
  case feminine
  /// A pronoun for whoever is not the subject: «тот».
  case latter
  /// A pronoun for several: «они».
  case plural
  /// The subject is left out: «Также добавил, что …».
  case omitted
  /// Whoever spoke before: «спикер», «собеседник».
  case generic
  /// Somebody unnamed who speaks for a body: «собеседник агентства».
  case source
  /// Whoever holds the role in this text: «министр», «глава государства».
  case role
  /// An organisation by its class: «ведомство», «пресс-служба».
  case body
  /// An organisation that no other is called by: «полиция», «мэрия».
  case authority
  /// A text that speaks: «в сообщении говорится».
  case document
  /// A text that is nobody's words: «в уставе написано».
  case text
  /// A text that somebody writes himself: «в посте говорится».
  case post
}

import TextEngine

/// What a document tells about those who may speak in it, in the order of the text.
struct SpeakerScene: Sendable {
  /// A place where a person or an organisation is named.
  struct Mention: Sendable {
    /// Where.
    var span: TextSpan
    /// The fullest name that the document gives.
    var name: String
    /// Whether it is a person, and not an organisation.
    var isPerson: Bool
    /// The type of an organisation, as the fact has it.
    var type: String?
    /// Whether it can be a man.
    var isMasculine = true
    /// Whether it can be a woman.
    var isFeminine = true
    /// Whether it can be the subject of its sentence.
    var isNominative = true
    /// Whether somebody tells what it has told: «сообщает ТАСС со ссылкой на „Вести“».
    var isCited = false
    /// The name as it stands here in the genitive, if it is the fullest one.
    var genitive: String?
  }

  /// Where a role is held, as far as the text tells.
  struct Seat: Hashable, Sendable {
    /// The country or region: «Норвегия».
    var place: String?
    /// The fullest name of the organisation.
    var organisation: String?

    /// Whether both can be the same; an organisation may be named by a part of its name.
    func canBe(_ other: Seat) -> Bool {
      guard place == nil || other.place == nil || place == other.place else { return false }
      guard let organisation, let another = other.organisation, organisation != another else {
        return true
      }
      let (words, others) = (NameWords(organisation), NameWords(another))
      return words.contains(others) || others.contains(words)
    }

    /// Whether one is a country or region alone and the other an organisation: «глава Карии», «глава завода».
    func isOfAnotherKind(than other: Seat) -> Bool {
      organisation == nil && other.place == nil && place != nil && other.organisation != nil
        || place == nil && other.organisation == nil && organisation != nil && other.place != nil
    }
  }

  /// A place where a role is named, and who holds it.
  struct Role: Sendable {
    /// Where.
    var span: TextSpan
    /// The role in its normal form: «заместитель акима».
    var name: String
    /// The fullest name of the person.
    var person: String
    /// What `SpeakerWords` has for it.
    var office: String?
    /// Where it is held.
    var seat = Seat()
    /// Whether its holder is at the head of that.
    var isHead = false
  }

  /// A place where a role is named without its holder.
  struct OpenRole: Sendable {
    /// Where.
    var span: TextSpan
    /// The role in its normal form, with the organisation behind it: «прокурор района», «глава фонда».
    var name: String
    /// What `SpeakerWords` has for it.
    var office: String?
    /// Where it is held.
    var seat = Seat()
  }

  /// A quotation, as far as its speaker goes.
  struct Quotation: Sendable {
    /// From the first segment to the last.
    var span: TextSpan
    /// The words that name the speaker; nil where the text names none.
    var speaker: TextSpan?
    /// Those words in the nominative.
    var name: String?
    /// The fullest name that the document gives whoever those words name; nil where they name nobody.
    var named: String?
    /// How those words stand for somebody; nil for a name or any other noun.
    var kind: SpeakerKind?
    /// The head of a role in its dictionary form, or what it is the same as.
    var role: String?
    /// What `SpeakerWords` has for those words.
    var office: String?
    /// The office that they name where nobody holds that.
    var otherOffice: String?
    /// The types of organisation that those words can stand for, as `SpeakerWords` has them.
    var bodyTypes: [String] = []
    /// The same where a name stands beside: «агентство „Вести“».
    var namedTypes: [String] = []
    /// The types of organisation that they cannot come from.
    var strangerTypes: [String] = []
    /// Whether the verb may have a man as its subject; a plural has neither man nor woman.
    var isMasculine = true
    /// Whether the verb may have a woman as its subject.
    var isFeminine = true
    /// The class of body whose a document is said to be, and the types of it: «сообщение ведомства».
    var authorClass: String?
    var authorTypes: [String] = []
    /// Whether the words are a noun that may have adjectives: «официальное сообщение».
    var isPlain = false
    /// Whether it has words that make it a report.
    var hasCue = true
    /// Whether whoever holds the office may be named without it.
    var isKnownOffice = false
    /// Whether whoever holds the office is always named by it.
    var isSoleOffice = false
    /// Whether the words are such as a text calls somebody by whom it has named: «певица», «финн».
    var isDescription = false
    /// Whether the words are a word for a class of bodies with adjectives alone: «влиятельное издание».
    var isDescribedBody = false
    /// The country that an adjective among the words tells.
    var country: String?
    /// Whether the words may name whoever is at the head of something: «глава».
    var isAnyHead = false
    /// Whether the words name a human being, whoever it is: «собеседник издания».
    var isHuman = false
    /// The pronoun that says whose the speaker is: «её адвокат».
    var owner: SpeakerKind?
  }

  /// The named people and organisations, by start.
  var mentions: [Mention] = []
  /// The roles that somebody holds, by start.
  var roles: [Role] = []
  /// The others, by start.
  var openRoles: [OpenRole] = []
  /// The quotations, by start.
  var quotations: [Quotation] = []
  /// Where each paragraph starts, ascending.
  var paragraphStarts: [Int] = []

  /// The number of the paragraph that holds an offset.
  func paragraph(at offset: Int) -> Int {
    paragraphStarts.partitioningIndex { $0 > offset }
  }

  /// The nearest mentions before a byte, in the order of the text.
  func mentions(before offset: Int) -> ArraySlice<Mention> {
    let end = mentions.partitioningIndex { $0.span.start >= offset }
    return mentions[..<end].suffix(SpeakerResolver.maximumLook)
  }
}

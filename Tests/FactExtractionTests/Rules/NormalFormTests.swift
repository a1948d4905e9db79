import FactExtraction
import Testing
import TextEngine

/// The normal forms of phrases: the head and what agrees with it in the nominative, the rest as it stands.
@Suite struct NormalFormTests {
  @Test(arguments: [
    ("Министерства образования и науки", "Министерство образования и науки"),
    ("Министерством внутренних дел", "Министерство внутренних дел"),
    ("новой компании", "новая компания"), ("новых компаний", "новые компании"),
    ("большого завода", "большой завод"),
    ("Самарской областной больницы", "Самарская областная больница"),
    ("Высшего суда", "Высший суд"), ("Верховного суда", "Верховный суд"),
    ("комитету по обороне", "комитет по обороне"), ("в Академии наук", "Академия наук"),
    ("рублей", "рубли"), ("рубля", "рубль"), ("студентов колледжа", "студенты колледжа"),
    ("детей", "дети"), ("людьми", "люди"),
    ("исполнительного секретаря", "исполнительный секретарь"),
    ("генеральному директору", "генеральный директор"), ("городской думой", "городская дума"),
    ("Центрального банка России", "Центральный банк России"), ("партии труда", "партия труда"),
    ("железной дороги", "железная дорога"), ("колледжем связи", "колледж связи"),
    ("Московскому университету", "Московский университет"), ("школы искусств", "школа искусств"),
    ("Государственной думе", "Государственная дума"), ("народного театра", "народный театр"),
    ("пресс-службой завода", "пресс-служба завода"), ("полицией города", "полиция города"),
    ("правительством области", "правительство области"), ("судьёй", "судья"),
  ])
  func `a phrase has its normal form`(text: String, normal: String) throws {
    let rules = try InlineRules.rule(
      "match bos [prep]? x:( agr( [adj]{0,3} [noun]^ ) any{0,4} ) eos emit a = nom(x)"
    )
    #expect(rules.first(text) == normal)
  }

  @Test(arguments: ["x:( agr( [noun]^ free( [@land] ) ) )", "x:( agr( [noun]^ free( @land ) ) )"])
  func `what is free in a phrase stays as it is, whatever is asked of it`(pattern: String) throws {
    let rules = try InlineRules.phase(
      """
      list @land { Грузия }
      rule one -> found { match bos \(pattern) eos emit a = nom(x) }
      """
    )
    #expect(rules.first("столицы Грузии") == "столица Грузии")
  }

  @Test(arguments: [
    ("врио министра", "временно исполняющий обязанности министра"),
    ("права человека", "права человека"), ("должности", "должность"), ("права", "права"),
  ])
  func `a list entry may say its normal form and its number`(text: String, normal: String) throws {
    let rules = try InlineRules.phase(
      """
      list @thing {
        =врио министра | nom = "временно исполняющий обязанности министра"
        право          | number = pl
        должность
      }
      rule one -> found { match bos x:(@thing any{0,2}) eos emit a = nom(x) }
      """
    )
    #expect(rules.first(text) == normal)
  }
}

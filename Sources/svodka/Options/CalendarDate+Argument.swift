public import ArgumentParser
public import FactExtraction

extension CalendarDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) {
    self.init(iso: argument)
  }
}

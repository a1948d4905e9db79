/// A limit that kept the engine from looking at everything.
public enum EngineLimit: String, Sendable {
  /// A sentence or paragraph was longer than the most tokens that one match may cover, and was cut.
  case window = "window_too_long"
  /// A pattern had more ways of agreement open at once than are kept.
  case registers = "too_many_registers"
  /// Matching took so many steps that a rule was left in some sentence or paragraph, or entries of lists were passed over.
  case steps = "step_budget"
}

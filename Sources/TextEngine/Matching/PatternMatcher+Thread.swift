extension PatternMatcher {
  /// One way through a pattern, on its way.
  struct Thread: BitwiseCopyable {
    /// The number of a state; where instructions are followed one by one, the place of one.
    var state: Int32
    /// The token at which the thread goes on.
    var wait: Int32
    /// The last node of its log, or -1.
    var log: Int32
    /// The registers of the group around the open one, as a node of the stack, or -1.
    var outer: Int32 = -1
    /// What the words of the open group still share.
    var register = AgreementRegister.none

    @inline(__always)
    func hasRegisters(of other: Thread) -> Bool {
      register.isSame(as: other.register) && outer == other.outer
    }
  }
}

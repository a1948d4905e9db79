/// The states of a pattern that were seen to lead to no match in the window at hand.
///
/// A search that finds nothing from one token goes much the same way from the next one. What it came by leads nowhere for
/// any later search either, so that this may stop there: all searches of a rule in a window take as many steps together
/// as there are states, tokens and registers, instead of that from every token.
final class FailedStates {
  /// An instruction at a token with what the words of at most one group of agreement still share.
  struct State: BitwiseCopyable {
    /// The instruction and the token.
    var place: UInt64
    /// What the words of the open group share.
    var register: AgreementRegister

    init(place: Int32, position: Int, register: AgreementRegister) {
      self.place = UInt64(UInt32(bitPattern: place)) << 32 | UInt64(truncatingIfNeeded: position)
      self.register = register
    }

    /// The token.
    var position: Int { Int(UInt32(truncatingIfNeeded: place)) }

    @inline(__always)
    func isSame(as other: State) -> Bool {
      place == other.place && register.isSame(as: other.register)
    }
  }

  private struct Slot: BitwiseCopyable {
    var state = State(place: 0, position: 0, register: .none)
    /// The window in which the slot was filled.
    var window: UInt32 = 0
  }

  /// The most states that are kept; what comes later is found out again.
  private static let maximumCount = 1 << 17

  private let slots = Buffer<Slot>()
  private var mask = 0
  private var window: UInt32 = 1
  private var count = 0

  /// Whether no state is kept.
  var isEmpty: Bool { count == 0 }

  init() { resize(to: 1 << 10) }

  /// Forgets all states, since another window begins.
  func removeAll() {
    if count == 0 { return }
    count = 0
    window &+= 1
    if window == 0 {
      slots.fill(slots.count, with: Slot())
      window = 1
    }
  }

  /// Whether a state is known to lead nowhere.
  @inline(__always)
  func contains(_ state: State) -> Bool { slots[slot(of: state)].window == window }

  /// Keeps a state.
  func insert(_ state: State) {
    guard count < Self.maximumCount else { return }
    let place = slot(of: state)
    if slots[place].window == window { return }
    slots[place] = Slot(state: state, window: window)
    count += 1
    if count * 2 > slots.count { grow() }
  }

  /// The slot that holds a state, or the free one where it belongs.
  @inline(__always)
  private func slot(of state: State) -> Int {
    let register = state.register.cells ^ state.register.categories &* 0xC2B2_AE3D_27D4_EB4F
    let mixed = (state.place ^ register &* 0xFF51_AFD7_ED55_8CCD) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed >> 32) & mask
    while slots[slot].window == window, !slots[slot].state.isSame(as: state) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func resize(to size: Int) {
    slots.fill(size, with: Slot())
    mask = size - 1
  }

  private func grow() {
    let kept = slots.array(0..<slots.count).filter { $0.window == window }
    resize(to: slots.count * 4)
    for slot in kept { slots[self.slot(of: slot.state)] = slot }
  }
}

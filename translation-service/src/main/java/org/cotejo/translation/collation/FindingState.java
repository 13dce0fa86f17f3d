package org.cotejo.translation.collation;

/** What a curator thinks of a finding. */
public enum FindingState {
  /** Nobody has settled it. */
  OPEN("open"),
  /** It is right; its note says what follows. */
  ACCEPTED("accepted"),
  /** It is no fault. */
  DISMISSED("dismissed");

  private final String wireName;

  FindingState(String wireName) {
    this.wireName = wireName;
  }

  /** The name in answers, filters and tables. */
  public String wireName() {
    return wireName;
  }

  /**
   * The state of a name.
   *
   * @throws IllegalArgumentException when none is called so
   */
  public static FindingState of(String wireName) {
    for (FindingState state : values()) {
      if (state.wireName.equals(wireName)) {
        return state;
      }
    }
    throw new IllegalArgumentException("no state is called " + wireName);
  }
}

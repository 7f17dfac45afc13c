package dev.convene.simulators.microsoft.calendar;

import java.util.List;
import java.util.Map;

/** Whose calendars are shared with whom. Carol shares hers with nobody. */
public final class Shares {
  /** What somebody may do with a calendar. */
  public enum Right {
    NONE,
    READ,
    EDIT
  }

  private record Share(String owner, Right right) {}

  private static final Map<String, List<Share>> BY_VIEWER =
      Map.of(
          "alice@contoso.example",
          List.of(
              new Share("bob@contoso.example", Right.EDIT),
              new Share("dave@contoso.example", Right.READ)));

  private Shares() {}

  public static Right right(String owner, String viewer) {
    return owner.equals(viewer)
        ? Right.EDIT
        : BY_VIEWER.getOrDefault(viewer, List.of()).stream()
            .filter(share -> share.owner().equals(owner))
            .map(Share::right)
            .findFirst()
            .orElse(Right.NONE);
  }

  /** The owners of calendars that this viewer sees besides their own. */
  public static List<String> ownersFor(String viewer) {
    return BY_VIEWER.getOrDefault(viewer, List.of()).stream().map(Share::owner).toList();
  }
}

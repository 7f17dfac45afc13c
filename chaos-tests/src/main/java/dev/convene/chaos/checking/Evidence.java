package dev.convene.chaos.checking;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that is needed to judge a run.
 *
 * @param cancels that were asked for
 * @param claims by meeting, as the API had them at the end
 * @param told to other systems, by meeting, in the order in which they read it
 * @param happenings in the order in which they began
 * @param disturbed whether anything went wrong on purpose, at a vendor or here
 */
public record Evidence(
    List<Order> orders,
    List<Receipt> receipts,
    List<Cancel> cancels,
    Map<UUID, Claim> claims,
    Map<UUID, List<Told>> told,
    Truth truth,
    List<Happening> happenings,
    boolean disturbed) {

  public Evidence {
    orders = List.copyOf(orders);
    receipts = List.copyOf(receipts);
    cancels = List.copyOf(cancels);
    claims = Map.copyOf(claims);
    told = Map.copyOf(told);
    happenings = List.copyOf(happenings);
  }
}

package dev.convene.chaos.checking;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that is needed to judge a run.
 *
 * @param claims by meeting, as the API had them at the end
 * @param happenings in the order in which they began
 * @param disturbed whether anything went wrong on purpose, at a vendor or here
 */
public record Evidence(
    List<Order> orders,
    List<Receipt> receipts,
    Map<UUID, Claim> claims,
    Truth truth,
    List<Happening> happenings,
    boolean disturbed) {

  public Evidence {
    orders = List.copyOf(orders);
    receipts = List.copyOf(receipts);
    claims = Map.copyOf(claims);
    happenings = List.copyOf(happenings);
  }
}

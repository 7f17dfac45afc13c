package dev.convene.simulators.webex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeetingStoreTest {
  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

  private final MeetingStore store = new MeetingStore();

  private Meeting create(String client, Instant start, String... tags) {
    Draft draft =
        new Draft(
            "A", null, null, start, start.plusSeconds(1800), "UTC", null, List.of(tags), Map.of());
    return store.create("bob@contoso.example", Sites.URL, draft, client, NOON);
  }

  @Test
  void aTagIsSeenByItsOwnClientOnly() {
    Meeting mine = create("mine", NOON, "x");
    Meeting theirs = create("theirs", NOON, "x");

    assertThat(store.tagged("mine", "x")).containsExactly(mine);
    assertThat(store.taggedByAnyone("x")).containsExactlyInAnyOrder(mine, theirs);
    assertThat(mine.tagsOf("theirs")).isEmpty();
    assertThat(store.duplicates()).isEmpty();
  }

  @Test
  void theWindowLeavesOutWhatIsFarFromIt() {
    Meeting inside = create("mine", NOON);
    create("mine", NOON.plusSeconds(86_400L * 3));
    create("mine", NOON.minusSeconds(86_400L * 3));

    assertThat(store.of("bob@contoso.example", NOON, NOON.plusSeconds(60))).containsExactly(inside);
  }

  @Test
  void aDeletedMeetingLeavesTheWindowAndStaysUnderItsTag() {
    Meeting meeting = create("mine", NOON, "x");

    store.change(meeting.id(), old -> old.deleted(NOON));

    assertThat(store.of("bob@contoso.example", NOON, NOON.plusSeconds(60))).isEmpty();
    assertThat(store.tagged("mine", "x")).singleElement().matches(found -> !found.live());
    assertThat(store.change(meeting.id(), old -> old.deleted(NOON))).isNull();
  }

  @Test
  void numbersDiffer() {
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      numbers.add(create("mine", NOON).number());
    }

    assertThat(numbers).hasSize(20_000).allMatch(number -> number.length() == 11);
  }

  @Test
  void theThirdOfThreeWithOneTagCanGo() {
    create("mine", NOON, "x");
    Meeting second = create("mine", NOON, "x");
    create("mine", NOON, "x");

    store.change(second.id(), old -> old.with(old.draft(), Map.of()));

    assertThat(store.tagged("mine", "x")).hasSize(2);
    assertThat(store.duplicates().get("x")).hasSize(2);
  }
}

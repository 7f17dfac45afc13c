package dev.convene.simulators.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.simulators.http.Call;
import dev.convene.simulators.http.Notes.Effect;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalTest {
  private final Journal journal = new Journal();

  private void add(String path) {
    Call call = new Call("POST", path, Map.of(), new byte[0]);
    call.notes().changed(Effect.CREATED, "id", "tag");
    journal.add(call, Instant.EPOCH, 200, 1);
  }

  @Test
  void callsAreReadFromTheMarkOnOldestFirst() {
    add("/a");
    add("/b");
    add("/c");

    assertThat(journal.read(_ -> true, 1, 10)).extracting(Entry::path).containsExactly("/b", "/c");
    assertThat(journal.read(_ -> true, 0, 2)).extracting(Entry::path).containsExactly("/a", "/b");
    assertThat(journal.read(entry -> entry.path().equals("/c"), 0, 1)).hasSize(1);
  }

  @Test
  void onlyTheLastOnesAreKeptButAllAreCounted() {
    for (int i = 0; i < Journal.KEPT + 5; i++) {
      add("/" + i);
    }

    assertThat(journal.total()).isEqualTo(Journal.KEPT + 5);
    assertThat(journal.read(_ -> true, 0, 1).getFirst().path()).isEqualTo("/5");
    assertThat(journal.byEffect()).containsEntry(Effect.CREATED, Journal.KEPT + 5L);
  }

  @Test
  void aResetForgetsCallsButNumbersGoOn() {
    add("/a");
    journal.reset();
    add("/b");

    assertThat(journal.total()).isEqualTo(1);
    assertThat(journal.byAnswer()).hasSize(1);
    assertThat(journal.read(_ -> true, 0, 10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.n()).isEqualTo(2));
  }
}

package dev.convene.gateway.accepting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class GroupCommitTest {

  private final List<List<Integer>> written = new ArrayList<>();
  private final List<Sinks.One<List<String>>> underWay = new ArrayList<>();
  private final GroupCommit<Integer, String> commit = new GroupCommit<>(this::write, 3, 2, 5);

  private Mono<List<String>> write(List<Integer> items) {
    written.add(items);
    Sinks.One<List<String>> answer = Sinks.one();
    underWay.add(answer);
    return answer.asMono();
  }

  private void finish(int write) {
    underWay
        .get(write)
        .tryEmitValue(written.get(write).stream().map(i -> "done " + i).toList())
        .orThrow();
  }

  private CompletableFuture<String> submit(int item) {
    return commit.submit(item).toFuture();
  }

  @Test
  void whatComesAloneIsWrittenAtOnce() {
    CompletableFuture<String> one = submit(1);

    assertThat(written).containsExactly(List.of(1));
    assertThat(one).isNotDone();
    finish(0);
    assertThat(one).isCompletedWithValue("done 1");
  }

  @Test
  void whatComesMeanwhileIsWrittenTogetherByTheNext() {
    List<CompletableFuture<String>> all =
        IntStream.rangeClosed(1, 7).mapToObj(this::submit).toList();

    assertThat(written).containsExactly(List.of(1), List.of(2));
    finish(0);
    assertThat(written).containsExactly(List.of(1), List.of(2), List.of(3, 4, 5));
    finish(1);
    finish(2);
    finish(3);
    assertThat(written.getLast()).containsExactly(6, 7);
    assertThat(all).allSatisfy(each -> assertThat(each).isDone());
    assertThat(all.get(6).join()).isEqualTo("done 7");
  }

  @Test
  void aFailureConcernsThoseWhoWereWrittenTogetherAndNobodyElse() {
    List<CompletableFuture<String>> all =
        IntStream.rangeClosed(1, 3).mapToObj(this::submit).toList();

    underWay.get(0).tryEmitError(new IllegalStateException("away")).orThrow();
    finish(1);
    finish(2);

    assertThatThrownBy(() -> all.get(0).join()).hasMessageContaining("away");
    assertThat(all.get(1).join()).isEqualTo("done 2");
    assertThat(all.get(2).join()).isEqualTo("done 3");
  }

  @Test
  void notMoreWaitThanMay() {
    List<CompletableFuture<String>> waiting =
        IntStream.rangeClosed(1, 7).mapToObj(this::submit).toList();

    assertThatThrownBy(() -> submit(8).join()).hasCauseInstanceOf(GroupCommit.Full.class);
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    finish(0);
    assertThat(submit(9)).isNotDone();
    assertThat(commit.waiting()).isEqualTo(3);
  }

  @Test
  void whoHasGoneMeanwhileIsNotWritten() {
    submit(1).cancel(true);
    submit(2).cancel(true);
    CompletableFuture<String> gone = submit(3);
    CompletableFuture<String> patient = submit(4);
    gone.cancel(true);

    finish(0);

    assertThat(written).containsExactly(List.of(1), List.of(2), List.of(4));
    finish(2);
    assertThat(patient).isCompletedWithValue("done 4");
    assertThat(commit.waiting()).isZero();
  }
}

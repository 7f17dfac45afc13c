package dev.convene.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SequenceTest {

  private final Sequence sequence = new Sequence(200);
  private final List<Integer> sent =
      IntStream.range(0, sequence.sendings()).mapToObj(sequence::order).toList();

  @Test
  void everyOrderIsSentAndOneInTenTwice() {
    assertThat(sent).hasSize(220);
    assertThat(sent.stream().distinct()).hasSize(200).allMatch(order -> order < 200);
  }

  @Test
  void aPartGoesOnWhereTheOneBeforeEnded() {
    Sequence part = new Sequence(200, 100);

    assertThat(IntStream.range(0, part.sendings()).map(part::order).distinct())
        .hasSize(100)
        .allMatch(order -> order >= 200 && order < 300);
  }

  @Test
  void theFirstSendingsAreInOrder() {
    assertThat(sent).startsWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(sent.get(11)).isEqualTo(10);
  }

  @Test
  void aRepetitionComesLaterThanWhatItRepeats() {
    for (int place = 0; place < sent.size(); place++) {
      assertThat(sent.indexOf(sent.get(place))).isLessThanOrEqualTo(place);
    }
    assertThat(sent.getLast()).isEqualTo(199 - 60);
  }
}

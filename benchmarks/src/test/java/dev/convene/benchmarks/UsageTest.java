package dev.convene.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {

  private static final String STAT =
      "4711 (postgres: io (1)) S 1 4711 4711 0 -1 4194304 2519 73 1 0 150 50 30 20 20 0 3 0 8512 1 2";
  private static final String STATUS =
      """
      Name:	java
      VmHWM:	  300000 kB
      VmRSS:	  250000 kB
      RssAnon:	  200000 kB
      RssFile:	   40000 kB
      RssShmem:	   10000 kB
      """;

  @Test
  void timeIsThatOfTheProcessAndOfItsChildrenWhoEnded() {
    assertThat(Usage.of(4711, STAT, STATUS, false)).isEqualTo(new Usage(4711, 2.5, 300_000));
  }

  @Test
  void whatAChildSharesIsNotCountedAgain() {
    assertThat(Usage.of(4711, STAT, STATUS, true).peakKib()).isEqualTo(250_000);
  }

  @Test
  void aProcessThatWasStartedAnewHasUsedAllThatItShows() {
    Usage before = new Usage(1, 20, 1000);

    assertThat(new Usage(1, 22, 1100).since(before)).isEqualTo(new Usage(1, 2, 1100));
    assertThat(new Usage(2, 3, 900).since(before)).isEqualTo(new Usage(2, 3, 900));
  }

  @Test
  void aMachinesTimeIsThatInWhichItWorkedOrWasKeptFromIt() {
    String stat = "cpu  1000 30 500 412938 663 0 40 30 7 7\ncpu0 1 2 3 4 5 6 7 8 9 10\n";

    assertThat(Usage.wholeMachine(stat)).isEqualTo(16);
  }
}

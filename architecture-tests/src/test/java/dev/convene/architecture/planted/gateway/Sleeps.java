package dev.convene.architecture.planted.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

class Sleeps {

  void aWhile() throws InterruptedException {
    Thread.sleep(1);
    Thread.sleep(Duration.ofMillis(1));
    TimeUnit.MILLISECONDS.sleep(1);
  }
}

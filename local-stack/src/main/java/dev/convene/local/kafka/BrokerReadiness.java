package dev.convene.local.kafka;

import dev.convene.local.process.Readiness;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Ready when the broker knows of itself; a port that is open is not enough. */
record BrokerReadiness(String address) implements Readiness {

  @Override
  public boolean isReady() throws InterruptedException {
    try (Admin admin = TopicCreation.connect(address)) {
      return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException _) {
      return false;
    }
  }
}

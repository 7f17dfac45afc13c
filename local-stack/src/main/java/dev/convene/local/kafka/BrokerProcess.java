package dev.convene.local.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The main class of the broker's process: formats the storage where that was not done yet, then is
 * Kafka. Doing both in one process saves the start of another.
 */
public final class BrokerProcess {

  private BrokerProcess() {}

  /** Takes the properties file and the folder of the log. */
  public static void main(String[] args) {
    String properties = args[0];
    if (!Files.exists(Path.of(args[1], "meta.properties"))) {
      String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", properties};
      int exitCode = StorageTool.execute(format, System.out);
      if (exitCode != 0) {
        System.exit(exitCode);
      }
    }
    Kafka.main(new String[] {properties});
  }
}

package dev.convene.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The main class of an embedded broker: formats its storage the first time, then is Kafka. */
public final class KafkaProcess {

  private KafkaProcess() {}

  /** Takes the properties file and the folder of the log. */
  public static void main(String[] args) {
    if (!Files.exists(Path.of(args[1], "meta.properties"))) {
      String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", args[0]};
      int exitCode = StorageTool.execute(format, System.out);
      if (exitCode != 0) {
        System.exit(exitCode);
      }
    }
    Kafka.main(new String[] {args[0]});
  }
}

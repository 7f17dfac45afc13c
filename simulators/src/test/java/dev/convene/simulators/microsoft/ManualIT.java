package dev.convene.simulators.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.simulators.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import org.junit.jupiter.api.Test;

/** MICROSOFT.md names whatever there is to set. */
class ManualIT {
  @Test
  void everySettingAndKindOfFaultIsNamed() throws IOException {
    String manual =
        Files.readString(Path.of("README.md")) + Files.readString(Path.of("MICROSOFT.md"));

    try (Simulators simulators = Simulators.builder().microsoftPort(0).start()) {
      Graph control = new Graph(simulators.microsoft(), "");
      Collection<String> names =
          new ArrayList<>(control.get("/_sim/settings").json().propertyNames());
      names.addAll(control.get("/_sim/faults").json().path("kinds").propertyNames());

      assertThat(names).hasSizeGreaterThan(40);
      assertThat(names).allSatisfy(name -> assertThat(manual).contains("`" + name + "`"));
    }
  }
}

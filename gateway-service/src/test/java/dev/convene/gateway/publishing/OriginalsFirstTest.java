package dev.convene.gateway.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.gateway.progress.SweepTimes;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class OriginalsFirstTest {

  private static final Binder NOTHING_SET =
      new Binder(new MapConfigurationPropertySource(Map.of()));

  @Test
  void asDeliveredNoCommandReachesKafkaAfterItsCopy() throws IOException {
    PublishingProperties publishing =
        NOTHING_SET.bindOrCreate("convene.publishing", PublishingProperties.class);
    SweepTimes sweeping = NOTHING_SET.bindOrCreate("convene.sweeping", SweepTimes.class);

    assertThat(OriginalsFirst.isCertain(publishing, sweeping, deliveryTimeout())).isTrue();
  }

  private static Duration deliveryTimeout() throws IOException {
    Object millis =
        new YamlPropertySourceLoader()
            .load("application", new ClassPathResource("application.yml"))
            .getFirst()
            .getProperty(OriginalsFirst.DELIVERY_TIMEOUT);
    assertThat(millis).isNotNull();
    return Duration.ofMillis(Long.parseLong(String.valueOf(millis)));
  }

  @Test
  void aCopyThatIsSentAsSoonAsTheOriginalMayStillComeIsTooSoon() {
    PublishingProperties publishing = new PublishingProperties(10, Duration.ofSeconds(5));
    SweepTimes sweeping =
        new SweepTimes(Duration.ofSeconds(15), Duration.ofHours(1), Duration.ofMinutes(2));

    assertThat(OriginalsFirst.isCertain(publishing, sweeping, Duration.ofSeconds(10))).isFalse();
    assertThat(OriginalsFirst.isCertain(publishing, sweeping, Duration.ofSeconds(9))).isTrue();
  }
}

package dev.convene.webex;

import dev.convene.contracts.MeetingMessage;
import dev.convene.contracts.MessageType;
import dev.convene.contracts.RequestMode;
import dev.convene.contracts.Requester;
import dev.convene.defaults.messaging.JsonDefaults;
import dev.convene.defaults.messaging.MessageCodec;
import dev.convene.simulators.Simulators;
import dev.convene.webex.calls.Api;
import dev.convene.webex.meetings.Webex;
import dev.convene.webex.meetings.WebexMeetings;
import dev.convene.worker.surroundings.HandOutServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** One of the two adapters as the service has it, without the service, against a simulator. */
final class Adapter implements AutoCloseable {

  final Simulators simulators = Simulators.builder().webexPort(0).start();
  final SimulatedWebex webex = new SimulatedWebex(simulators.webex());
  private final ConfigurableApplicationContext context;

  private final HandOutServer handOut;

  Adapter(Api api, String... more) {
    this.handOut = new HandOutServer(asked -> webex.handOut(api, asked));
    this.context = start(settings(api, simulators, handOut, more));
  }

  /** With the application's rights, or the account's. */
  WebexMeetings meetings() {
    return context
        .getBean(Webex.class)
        .as(new Requester("test", "test", null, RequestMode.APPLICATION), UUID.randomUUID());
  }

  /** With a person's rights; people are known by their mailboxes here. */
  WebexMeetings meetingsAs(String mailbox) {
    return context
        .getBean(Webex.class)
        .as(new Requester(mailbox, "portal", mailbox, RequestMode.DELEGATED), UUID.randomUUID());
  }

  /** The settings that one needs to get at Webex, as in production but for the place. */
  static List<String> settings(
      Api api, Simulators simulators, HandOutServer handOut, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--WEBEX_API=" + api.name().toLowerCase(Locale.ROOT),
                "--WEBEX_BASE_URL=" + simulators.webex(),
                "--convene.webex.calls-per-minute=0",
                "--convene.webex.breaker-wait=1s"));
    settings.addAll(handOut.settings());
    settings.addAll(
        switch (api) {
          case REST -> List.of();
          case XML ->
              List.of(
                  "--WEBEX_XML_BASE_URL=" + simulators.webex(),
                  "--WEBEX_SITE=contoso",
                  "--WEBEX_ACCOUNT=dave@contoso.example");
        });
    settings.addAll(List.of(more));
    return settings;
  }

  static ConfigurableApplicationContext start(List<String> settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--CONVENE_SEALING_KEYSET=unused",
                "--KAFKA_BROKERS=unused:1",
                "--DATABASE_HOST=unused",
                "--DATABASE_NAME=unused",
                "--DATABASE_USERNAME=unused",
                "--DATABASE_PASSWORD=unused",
                "--convene.webex.quota.meetings-per-day=0"));
    all.addAll(settings);
    return new SpringApplicationBuilder(Parts.class)
        .web(WebApplicationType.NONE)
        .run(all.toArray(String[]::new));
  }

  @Override
  public void close() {
    context.close();
    handOut.close();
    simulators.close();
  }

  /** The vault's own configuration, which a service has without naming it. */
  static final class Vault implements ImportSelector {
    @Override
    public String[] selectImports(AnnotationMetadata importing) {
      return new String[] {"dev.convene.worker.vault.VaultAutoConfiguration"};
    }
  }

  /** No {@code @Configuration}, or the service's own scan would find it. */
  @ComponentScan({
    "dev.convene.webex.calls",
    "dev.convene.webex.quota",
    "dev.convene.webex.rest",
    "dev.convene.webex.xml"
  })
  @ConfigurationPropertiesScan({
    "dev.convene.webex.calls",
    "dev.convene.webex.quota",
    "dev.convene.webex.xml"
  })
  @Import(Vault.class)
  static class Parts {

    @Bean
    RestClient.Builder restClientBuilder(JsonMapper mapper) {
      return RestClient.builder()
          .configureMessageConverters(converters ->
              converters
                  .registerDefaults()
                  .withJsonConverter(new JacksonJsonHttpMessageConverter(mapper)));
    }

    @Bean
    SimpleMeterRegistry meterRegistry() {
      return new SimpleMeterRegistry();
    }

    @Bean
    InstantSource clock() {
      return InstantSource.system();
    }

    @Bean
    JsonMapper jsonMapper() {
      return JsonDefaults.mapper();
    }

    @Bean
    MessageCodec<MeetingMessage> codec(JsonMapper mapper) {
      return new MessageCodec<>(
          mapper, MeetingMessage.class, MessageType.catalogue(MeetingMessage.class));
    }
  }
}

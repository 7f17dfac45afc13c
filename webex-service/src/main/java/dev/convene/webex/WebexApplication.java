package dev.convene.webex;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts webex-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class WebexApplication {

  public static void main(String[] args) {
    SpringApplication.run(WebexApplication.class, args);
  }
}

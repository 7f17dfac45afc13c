package dev.convene.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the authorization server. */
@SpringBootApplication(
    exclude = UserDetailsServiceAutoConfiguration.class) // would make a user with a password
@ConfigurationPropertiesScan
@EnableScheduling
public class AuthApplication {

  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(AuthApplication.class, args);
  }
}

package dev.convene.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.boot.session.data.redis.autoconfigure.SessionDataRedisAutoConfiguration;

/** The gateway as a process. */
@SpringBootApplication(
    exclude = {
      ReactiveUserDetailsServiceAutoConfiguration.class, // would make a user with a password
      // Redis is used for sessions only, and only where a setting says so.
      DataRedisAutoConfiguration.class,
      DataRedisReactiveAutoConfiguration.class,
      SessionDataRedisAutoConfiguration.class
    })
@ConfigurationPropertiesScan
public class GatewayApplication {

  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}

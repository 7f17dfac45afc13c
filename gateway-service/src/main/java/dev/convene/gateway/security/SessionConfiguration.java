package dev.convene.gateway.security;

import io.lettuce.core.RedisURI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.session.data.redis.config.annotation.web.server.EnableRedisWebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

/**
 * Where sessions are: in this process's memory, or, where there are several, in Redis ({@code
 * REDIS_URL}).
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  static String cookie(PortalProperties properties) {
    return properties.cookie("convene-session");
  }

  @Bean
  WebSessionIdResolver sessionCookie(PortalProperties properties) {
    CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
    cookie.setCookieName(cookie(properties));
    cookie.addCookieInitializer(
        it -> it.httpOnly(true).sameSite("Lax").secure(properties.isOverTls()).path("/"));
    return cookie;
  }

  @Configuration(proxyBeanMethods = false)
  @EnableRedisWebSession(redisNamespace = "convene:session")
  @ConditionalOnProperty("REDIS_URL")
  static class InRedis {

    @Bean
    LettuceConnectionFactory redis(@Value("${REDIS_URL}") String url) {
      return new LettuceConnectionFactory(
          LettuceConnectionFactory.createRedisConfiguration(RedisURI.create(url)));
    }
  }
}

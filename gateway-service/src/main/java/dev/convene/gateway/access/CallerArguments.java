package dev.convene.gateway.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells handlers that want to know it who is asking. */
@Configuration(proxyBeanMethods = false)
class CallerArguments implements WebFluxConfigurer, HandlerMethodArgumentResolver {

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Caller.class);
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    return exchange
        .<Authentication>getPrincipal()
        .flatMap(authentication -> Mono.justOrEmpty(Callers.of(authentication)))
        .cast(Object.class)
        .switchIfEmpty(
            Mono.error(() -> new IllegalStateException("nobody came through this door")));
  }
}

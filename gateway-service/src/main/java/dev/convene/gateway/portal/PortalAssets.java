package dev.convene.gateway.portal;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;

/**
 * What the page loads. A file that changes gets another name, so browsers may keep each for good;
 * and each lies beside its compressed form, so that nothing is compressed here.
 */
@Configuration(proxyBeanMethods = false)
class PortalAssets implements WebFluxConfigurer {

  private static final Duration FOR_GOOD = Duration.ofDays(365);

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    EncodedResourceResolver compressed = new EncodedResourceResolver();
    // Browsers name gzip first, and would get what they name first. Those that do not take Brotli
    // are
    // old, or have no TLS.
    compressed.setContentCodings(List.of("br"));
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/portal/assets/")
        .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(compressed)
        .addResolver(new PathResourceResolver());
  }
}

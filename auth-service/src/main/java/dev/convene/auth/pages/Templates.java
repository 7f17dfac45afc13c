package dev.convene.auth.pages;

import com.samskivert.mustache.Mustache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mustache: no expressions to inject into, and all that is put into a page is escaped. */
@Configuration(proxyBeanMethods = false)
class Templates {

  /** An empty text is left out with what surrounds it; a name that is not there is a mistake. */
  @Bean
  Mustache.Compiler mustache(Mustache.TemplateLoader templates) {
    return Mustache.compiler().withLoader(templates).emptyStringIsFalse(true);
  }
}

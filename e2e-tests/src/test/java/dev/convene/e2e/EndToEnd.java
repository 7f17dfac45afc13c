package dev.convene.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A story against the one system that all stories share. Each keeps to hosts of its own, so their
 * order does not matter. A parameter of the type {@link Convene} is given to it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ConveneExtension.class)
@interface EndToEnd {}

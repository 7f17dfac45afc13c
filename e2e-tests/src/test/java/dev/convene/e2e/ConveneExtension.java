package dev.convene.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the system for the first story that wants it, and stops it after the last. */
final class ConveneExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
    return parameter.getParameter().getType() == Convene.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext story) {
    // What the root store holds is closed with it, at the very end.
    return story
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(Convene.class, _ -> Convene.start(), Convene.class);
  }
}

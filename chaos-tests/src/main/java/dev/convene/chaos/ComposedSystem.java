package dev.convene.chaos;

import dev.convene.chaos.compose.ComposeStack;
import dev.convene.local.DemoClient;
import dev.convene.local.DemoTokens;
import java.util.List;

/** The containers of {@code docker-compose.yml}, which run already, with what is seen of them. */
final class ComposedSystem extends Watched {

  private final ComposeStack stack;

  private ComposedSystem(ComposeStack stack, DemoTokens tokens) {
    super(
        new Site(
            List.of(stack.gateway()),
            stack.webexSimulator(),
            stack.microsoftSimulator(),
            stack.brokers(),
            () -> tokens.bearer(DemoClient.SYSTEM)),
        0);
    this.stack = stack;
  }

  static ComposedSystem of(ComposeStack stack) {
    return new ComposedSystem(stack, stack.tokens());
  }

  @Override
  public void close() {
    stack.close();
  }
}

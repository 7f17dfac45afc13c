package dev.convene.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The product keeps the rules. */
class ArchitectureTest {

  private static final JavaClasses CLASSES = Product.real();

  @ParameterizedTest
  @EnumSource
  void theProductKeeps(Rule rule) {
    rule.in(Product.ROOT).check(CLASSES);
  }

  @ParameterizedTest
  @EnumSource
  void theRulesSeeTheClassesOf(Module module) {
    assertThat(CLASSES.stream().filter(it -> isIn(module, it.getPackageName()))).isNotEmpty();
  }

  static Stream<String> sleepers() {
    return Habits.MAY_SLEEP.stream();
  }

  @ParameterizedTest
  @MethodSource("sleepers")
  void aPlaceThatMaySleepDoes(String place) {
    assertThat(CLASSES.get(Product.ROOT + "." + place).getMethodCallsFromSelf())
        .as("take it off the list when it sleeps no more")
        .anyMatch(Habits.sleeps());
  }

  private static boolean isIn(Module module, String packageName) {
    String own = module.packages(Product.ROOT).replace("..", "");
    return packageName.equals(own) || packageName.startsWith(own + ".");
  }
}

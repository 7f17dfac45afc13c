package dev.convene.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/**
 * All rules. Each is made for the root package of a product, so that it can be tried on another.
 */
enum Rule {
  MODULES_KEEP_TO_THEMSELVES(Boundaries::modulesKeepToThemselves),
  CONTRACTS_ARE_LEAN(Boundaries::contractsAreLean),
  GRAPH_SDK_STAYS_IN_ITS_ADAPTER(Boundaries::graphSdkStaysInItsAdapter),
  PACKAGES_HAVE_NO_CYCLES(Boundaries::packagesHaveNoCycles),
  PUBLIC_ONLY_WHERE_USED(Boundaries::publicOnlyWhereUsed),
  NAMES_SAY_WHAT_A_CLASS_IS(Names::sayWhatAClassIs),
  MESSAGES_ARE_RECORDS(Names::messagesAreRecords),
  MESSAGES_ARE_NOT_CALLED_EVENT(Names::messagesAreNotCalledEvent),
  PACKAGES_ARE_NULL_MARKED(Habits::packagesAreNullMarked),
  NOTHING_IS_INJECTED_INTO_FIELDS(Habits::nothingIsInjectedIntoFields),
  TIME_IS_INJECTED(Habits::timeIsInjected),
  NOTHING_SLEEPS(Habits::nothingSleeps);

  private final Function<String, ArchRule> forRoot;

  Rule(Function<String, ArchRule> forRoot) {
    this.forRoot = forRoot;
  }

  /** The rule for the product whose packages begin with {@code root}. */
  ArchRule in(String root) {
    return forRoot.apply(root);
  }
}

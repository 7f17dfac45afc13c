package dev.convene.architecture;

import com.tngtech.archunit.lang.ArchRule;

/** All rules, by what they demand. */
enum Rule {
  MODULES_KEEP_TO_THEMSELVES,
  CONTRACTS_ARE_LEAN,
  GRAPH_SDK_STAYS_IN_ITS_ADAPTER,
  PACKAGES_HAVE_NO_CYCLES,
  PUBLIC_ONLY_WHERE_USED,
  NAMES_SAY_WHAT_A_CLASS_IS,
  MESSAGES_ARE_RECORDS,
  MESSAGES_ARE_NOT_CALLED_EVENT,
  PACKAGES_ARE_NULL_MARKED,
  NOTHING_IS_INJECTED_INTO_FIELDS,
  TIME_IS_INJECTED,
  NOTHING_SLEEPS;

  /** The rule for the product whose packages begin with {@code root}. */
  ArchRule in(String root) {
    return switch (this) {
      case MODULES_KEEP_TO_THEMSELVES -> Boundaries.modulesKeepToThemselves(root);
      case CONTRACTS_ARE_LEAN -> Boundaries.contractsAreLean(root);
      case GRAPH_SDK_STAYS_IN_ITS_ADAPTER -> Boundaries.graphSdkStaysInItsAdapter(root);
      case PACKAGES_HAVE_NO_CYCLES -> Boundaries.packagesHaveNoCycles(root);
      case PUBLIC_ONLY_WHERE_USED -> Boundaries.publicOnlyWhereUsed(root);
      case NAMES_SAY_WHAT_A_CLASS_IS -> Names.sayWhatAClassIs(root);
      case MESSAGES_ARE_RECORDS -> Names.messagesAreRecords(root);
      case MESSAGES_ARE_NOT_CALLED_EVENT -> Names.messagesAreNotCalledEvent(root);
      case PACKAGES_ARE_NULL_MARKED -> Habits.packagesAreNullMarked(root);
      case NOTHING_IS_INJECTED_INTO_FIELDS -> Habits.nothingIsInjectedIntoFields(root);
      case TIME_IS_INJECTED -> Habits.timeIsInjected(root);
      case NOTHING_SLEEPS -> Habits.nothingSleeps(root);
    };
  }
}

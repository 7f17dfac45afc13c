package dev.convene.simulation;

import java.util.List;

/**
 * How a history ended.
 *
 * @param violations each begins with the name of the check that found it
 * @param inTheWindow the same of meetings for which a call arrived whose sender had lost the lease
 *     that it had just checked
 * @param drawn disturbances that it had, or would have had where they were left out
 * @param struck disturbances that it really had
 */
record Result(
    long seed,
    List<String> violations,
    List<String> inTheWindow,
    List<String> ends,
    int drawn,
    int struck,
    int events,
    List<String> lines) {

  boolean isGood() {
    return violations.isEmpty();
  }
}

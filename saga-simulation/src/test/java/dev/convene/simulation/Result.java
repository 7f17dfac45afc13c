package dev.convene.simulation;

import java.util.List;

/**
 * How a history ended.
 *
 * @param violations each begins with the name of the check that found it
 * @param inTheWindow the same of meetings for which a call arrived whose sender had lost the lease
 *     that it had just checked, or whose command a copy had overtaken
 * @param unrepaired what is not true of the end even after a reconciler has gone over it
 * @param drawn disturbances that it had, or would have had where they were left out
 * @param struck disturbances that it really had
 */
record Result(
    long seed,
    List<String> violations,
    List<String> inTheWindow,
    List<String> unrepaired,
    List<String> ends,
    int drawn,
    int struck,
    int events,
    List<String> lines) {

  boolean isGood() {
    return violations.isEmpty();
  }
}

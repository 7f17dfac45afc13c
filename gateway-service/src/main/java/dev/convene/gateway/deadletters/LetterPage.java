package dev.convene.gateway.deadletters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some dead letters, the newest first.
 *
 * @param rest where the next page begins; absent on the last
 */
record LetterPage(List<Letter> letters, @Nullable Bounds rest) {}

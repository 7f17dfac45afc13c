package dev.convene.defaults.sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param keyset Tink AEAD keyset in JSON, the same in all services ({@code
 *     CONVENE_SEALING_KEYSET}). There is no default: a key that everybody knows seals nothing
 */
@ConfigurationProperties("convene.sealing")
record SealingProperties(@Nullable String keyset) {}

package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;
import dev.cadastre.parcel.trust.VerificationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs parcels.
 *
 * @param name its name, unique among signers
 * @param key what the signatures are verified by
 * @param until when the key is no longer taken; null if that is not said
 * @param origin where it is defined
 */
public record Signer(String name, VerificationKey key, @Nullable Instant until, Origin origin) {}

package dev.cadastre.parcel.trust;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs parcels.
 *
 * @param name what people call them
 * @param key by which their signatures are known
 * @param until from when on nothing that they signed is accepted, whenever that was; null if there
 *     is no such time
 */
public record Signer(String name, VerificationKey key, @Nullable Instant until) {

    /**
     * Reads what an estate file says.
     *
     * @param key as {@link VerificationKey#parse} takes it
     * @param until a day, such as {@code 2027-01-01}, that begins in UTC; {@code ""} if none is
     *     said
     * @throws UnusableKey if the key is none
     * @throws IllegalArgumentException if the day is none
     */
    public static Signer parse(String name, String key, String until) throws UnusableKey {
        return new Signer(name, VerificationKey.parse(key), until.isBlank() ? null : day(until));
    }

    private static Instant day(String text) {
        try {
            return LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("It is no day such as 2027-01-01: " + text, e);
        }
    }

    boolean isExpired(Instant now) {
        return until != null && !now.isBefore(until);
    }
}

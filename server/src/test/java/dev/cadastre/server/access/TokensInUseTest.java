package dev.cadastre.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokensInUseTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final byte[] HASH = {1, 2, 3};

    private final TokensInUse tokens = new TokensInUse();

    private static Token expiring(Instant expiresAt) {
        return new Token(1, "ci", Grant.EVERYTHING, NOON, "alice", expiresAt, null);
    }

    private Token keep(Instant expiresAt) {
        Token token = expiring(expiresAt);
        tokens.keep(HASH, token, NOON, tokens.revocations());
        return token;
    }

    @Test
    void findsWhatWasLookedUpForASecond() {
        Token token = keep(NOON.plus(Duration.ofDays(1)));

        assertThat(tokens.find(HASH.clone(), NOON)).isEqualTo(token);
        assertThat(tokens.find(HASH, NOON.plusMillis(999))).isEqualTo(token);
        assertThat(tokens.find(HASH, NOON.plusSeconds(1))).isNull();
    }

    @Test
    void findsNothingElse() {
        keep(NOON.plus(Duration.ofDays(1)));

        assertThat(tokens.find(new byte[] {1, 2, 4}, NOON)).isNull();
    }

    @Test
    void endsWithTheToken() {
        keep(NOON.plusMillis(500));

        assertThat(tokens.find(HASH, NOON.plusMillis(499))).isNotNull();
        assertThat(tokens.find(HASH, NOON.plusMillis(500))).isNull();
    }

    @Test
    void findsNothingWhereTheClockWasPutBack() {
        keep(NOON.plus(Duration.ofDays(1)));

        assertThat(tokens.find(HASH, NOON.minusMillis(1))).isNull();
    }

    @Test
    void forgetsAllWithARevocation() {
        keep(NOON.plus(Duration.ofDays(1)));

        tokens.revoked();

        assertThat(tokens.find(HASH, NOON)).isNull();
    }

    @Test
    void keepsNothingThatWasLookedUpBeforeARevocation() {
        long before = tokens.revocations();
        tokens.revoked();

        tokens.keep(HASH, expiring(NOON.plus(Duration.ofDays(1))), NOON, before);

        assertThat(tokens.find(HASH, NOON)).isNull();
    }

    @Test
    void holdsNoMoreThanItsBound() {
        keep(NOON.plus(Duration.ofDays(1)));
        Token other = expiring(NOON.plus(Duration.ofDays(1)));
        for (int i = 0; i < 10_000; i++) {
            byte[] hash = {(byte) (i >> 8), (byte) i};
            tokens.keep(hash, other, NOON, tokens.revocations());
        }

        assertThat(tokens.find(HASH, NOON)).isNull();
        assertThat(tokens.find(new byte[] {(byte) (9_999 >> 8), (byte) 9_999}, NOON))
                .isEqualTo(other);
    }
}

package dev.cadastre.server.monitoring.watching;

import dev.cadastre.server.monitoring.state.Standing;
import java.util.Locale;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * What there is to say of a monitor in a word, the worst first: its state, unless something else
 * explains why nobody has to look at it. Each monitor is in exactly one.
 */
@NamedInterface("watching")
public enum Condition {
    /** It does not work. */
    CRITICAL,
    /** It could not be told. */
    UNKNOWN,
    /** It needs attention before long. */
    WARNING,
    /** It has a problem, and something that it needs is down. */
    UNREACHABLE,
    /** It has a problem, and somebody said that it may have one for now. */
    DOWNTIME,
    /** It has not been checked yet. */
    PENDING,
    /** It is as it should be. */
    OK,
    /** It is switched off. */
    OFF;

    /** Of a monitor that is checked or not. */
    public static Condition of(boolean enabled, Standing standing) {
        if (!enabled) {
            return OFF;
        }
        if (standing.state().isProblem() && standing.reachability().isUnreachable()) {
            return UNREACHABLE;
        }
        if (standing.state().isProblem() && standing.downtime()) {
            return DOWNTIME;
        }
        return switch (standing.state()) {
            case CRITICAL -> CRITICAL;
            case UNKNOWN -> UNKNOWN;
            case WARNING -> WARNING;
            case PENDING -> PENDING;
            case OK -> OK;
        };
    }

    /** Whether somebody has to look at it now. */
    public boolean isProblem() {
        return compareTo(WARNING) <= 0;
    }

    /** In small letters, as in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with that word. */
    public static Optional<Condition> ofWord(String word) {
        for (Condition one : values()) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}

package dev.cadastre.api;

import java.util.List;

/**
 * One line of releases.
 *
 * @param line the line with the hosts that have it
 * @param newer newer lines that are supported today, the oldest first
 */
public record SupportDetail(SupportLine line, List<Support> newer) {

    /** Copies the list. */
    public SupportDetail {
        newer = List.copyOf(newer);
    }
}

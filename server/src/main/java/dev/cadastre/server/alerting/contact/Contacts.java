package dev.cadastre.server.alerting.contact;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * How a team is told.
 *
 * @param team its name
 * @param contacts all of which are told; empty if it states none
 * @param escalation the team that is told when nobody looks after an incident; null for none
 * @param escalateAfter when that is; null for what is usual
 * @param remindEvery how often it is reminded; null for what is usual
 * @param fallback the team that is told in its place when it cannot be; null for none
 */
@NamedInterface("contact")
public record Contacts(
        String team,
        List<Contact> contacts,
        @Nullable String escalation,
        @Nullable Duration escalateAfter,
        @Nullable Duration remindEvery,
        @Nullable String fallback) {

    /** Copies the contacts. */
    public Contacts {
        contacts = List.copyOf(contacts);
    }
}

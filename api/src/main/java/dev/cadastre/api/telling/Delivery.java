package dev.cadastre.api.telling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something told of an incident, on its way to one address.
 *
 * @param id the same however often it is sent: a mail's Message-ID begins with it, it is the
 *     webhook-id of a web-hook, and the id of a chat message
 * @param incident the incident
 * @param environment where the cause of the incident is
 * @param kind what is told
 * @param subject the same in one line
 * @param team who is told
 * @param channel by which way
 * @param address where; of a web-hook without its path, which may be a secret
 * @param state how far it has come
 * @param attempts how often it was tried
 * @param madeAt when it was written down
 * @param dueAt when it is tried next; null if it is not
 * @param triedAt when it was tried last; null if it was not
 * @param endedAt when it was delivered or given up; null while it waits
 * @param said what came of the last attempt; null if there was none
 */
public record Delivery(
        String id,
        long incident,
        String environment,
        NoticeKind kind,
        String subject,
        String team,
        ChannelKind channel,
        String address,
        DeliveryState state,
        int attempts,
        Instant madeAt,
        @Nullable Instant dueAt,
        @Nullable Instant triedAt,
        @Nullable Instant endedAt,
        @Nullable String said) {}

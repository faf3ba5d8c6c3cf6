package dev.cadastre.server.alerting.delivering;

import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.telling.NoticeKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A delivery as it stands.
 *
 * @param id what its receiver tells repeats by
 * @param number grows from one to the next
 * @param environment where the cause of the incident is
 * @param kind what is told
 * @param subject the same in one line
 * @param address without what may be secret of it
 * @param attempts how often it was tried
 * @param dueAt when it is tried next; null if it is not
 * @param triedAt when it was tried last; null if it was not
 * @param endedAt when it was delivered or given up; null while it waits
 * @param said what came of the last attempt; null if there was none
 */
@NamedInterface("delivering")
public record DeliveryLine(
        UUID id,
        long number,
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

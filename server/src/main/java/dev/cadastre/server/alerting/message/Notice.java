package dev.cadastre.server.alerting.message;

import dev.cadastre.server.alerting.IncidentStory;
import dev.cadastre.server.alerting.telling.NoticeKind;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told.
 *
 * @param reason why it is told, as a sentence
 * @param at when it was decided
 * @param page where people read all of it; null if the server does not know how it is reached
 */
public record Notice(
        NoticeKind kind, String reason, IncidentStory story, Instant at, @Nullable URI page) {}

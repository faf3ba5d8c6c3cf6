package dev.cadastre.server.alerting.message;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.cadastre.server.alerting.EarlierChange;
import dev.cadastre.server.alerting.Failure;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentStory;
import dev.cadastre.server.topology.AssetOwner;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The body of web-hooks. Its format is defined in {@code docs/formats/webhook.md}. */
final class MessageJson {

    private static final int MOST_FAILURES = 20;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
                    .build();

    private MessageJson() {}

    /** What surrounds everything that is sent. */
    record Envelope(String type, String timestamp, Object data) {}

    record Test(String team) {}

    record Data(
            long incident,
            String title,
            String state,
            String severity,
            String cause,
            String environment,
            String openedAt,
            @Nullable String acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable String resolvedAt,
            @Nullable String resolvedBy,
            @Nullable Long mergedInto,
            String reason,
            int failureCount,
            List<Broken> failures,
            int unreachable,
            List<Changed> changes,
            Concerned affected,
            @Nullable Owner owner,
            @Nullable String url) {}

    record Broken(
            @Nullable Long monitor,
            String key,
            String name,
            String asset,
            String environment,
            String state,
            String output,
            String since,
            @Nullable String until) {}

    record Changed(
            String at,
            String asset,
            String kind,
            String summary,
            String actor,
            int distance,
            List<String> path,
            boolean noticedAfter) {}

    record Concerned(int assets, int monitors, List<String> apps, List<String> teams) {}

    record Owner(String team, String reason, Map<String, String> contacts) {}

    static String of(Notice notice) {
        return written(
                "incident." + notice.kind().name().toLowerCase(Locale.ROOT),
                notice.at(),
                data(notice));
    }

    static String test(String team, Instant at) {
        return written("test", at, new Test(team));
    }

    private static String written(String type, Instant at, Object data) {
        return MAPPER.writeValueAsString(new Envelope(type, TIME.format(at), data));
    }

    private static Data data(Notice notice) {
        IncidentStory story = notice.story();
        Incident incident = story.incident();
        return new Data(
                incident.id(),
                Line.of(incident.title()),
                incident.state().name(),
                incident.severity().name(),
                incident.cause(),
                incident.environment(),
                TIME.format(incident.openedAt()),
                time(incident.acknowledgedAt()),
                incident.acknowledgedBy(),
                time(incident.resolvedAt()),
                incident.resolvedBy(),
                incident.mergedInto(),
                notice.reason(),
                incident.failures(),
                story.failures().stream().limit(MOST_FAILURES).map(MessageJson::broken).toList(),
                incident.unreachable(),
                story.before().stream()
                        .limit(Paragraphs.MOST_CHANGES)
                        .map(MessageJson::changed)
                        .toList(),
                new Concerned(
                        story.affected().assets(),
                        story.affected().monitors(),
                        story.affected().apps(),
                        story.affected().teams()),
                owner(story.owner()),
                notice.page() == null ? null : notice.page().toASCIIString());
    }

    private static Broken broken(Failure one) {
        return new Broken(
                one.monitor(),
                one.key(),
                one.name(),
                one.asset(),
                one.environment(),
                one.state().name(),
                Line.of(one.output()),
                TIME.format(one.since()),
                time(one.until()));
    }

    private static Changed changed(EarlierChange one) {
        return new Changed(
                TIME.format(one.at()),
                one.asset(),
                one.kind(),
                Line.of(one.summary()),
                one.actor(),
                one.distance(),
                one.path(),
                one.noticedAfter());
    }

    private static @Nullable Owner owner(@Nullable AssetOwner owner) {
        return owner == null
                ? null
                : new Owner(owner.team(), owner.reason(), SpokenContacts.of(owner.contacts()));
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : TIME.format(at);
    }
}

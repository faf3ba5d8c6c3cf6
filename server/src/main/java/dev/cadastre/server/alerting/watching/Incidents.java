package dev.cadastre.server.alerting.watching;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.alerting.AlertingProblem;
import dev.cadastre.server.alerting.AlertingRefused;
import dev.cadastre.server.alerting.Incident;
import dev.cadastre.server.alerting.IncidentComment;
import dev.cadastre.server.alerting.IncidentQuery;
import dev.cadastre.server.alerting.IncidentState;
import dev.cadastre.server.alerting.IncidentStory;
import dev.cadastre.server.alerting.keeping.CommentTable;
import dev.cadastre.server.alerting.keeping.FailureTable;
import dev.cadastre.server.alerting.keeping.IncidentTable;
import dev.cadastre.server.timeline.NewEvent;
import dev.cadastre.server.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Incidents, and what people do about them, which takes writing where the cause is. Thread-safe.
 */
@NamedInterface("watching")
@Service
public class Incidents {

    private static final int LONGEST_COMMENT = 4_000;

    private final IncidentTable incidents;
    private final FailureTable failures;
    private final CommentTable comments;
    private final Stories stories;
    private final Timeline timeline;
    private final Access access;
    private final Clock clock;

    Incidents(
            IncidentTable incidents,
            FailureTable failures,
            CommentTable comments,
            Stories stories,
            Timeline timeline,
            Access access,
            Clock clock) {
        this.incidents = incidents;
        this.failures = failures;
        this.comments = comments;
        this.stories = stories;
        this.timeline = timeline;
        this.access = access;
        this.clock = clock;
    }

    /** Those within reach that are asked for, the newest first. */
    public List<Incident> find(IncidentQuery query, Reach reach) {
        return stories.now(incidents.find(query, reach.parameter()));
    }

    /** The one with that id, if it is within reach. */
    public Optional<Incident> find(long id, Reach reach) {
        return incidents
                .find(id)
                .filter(one -> reach.covers(one.environment()))
                .map(one -> stories.now(List.of(one)).getFirst());
    }

    /** All that is known of the one with that id, if it is within reach, as far as it is. */
    public Optional<IncidentStory> story(long id, Reach reach) {
        return find(id, reach).map(one -> stories.story(one, reach));
    }

    /** All of which not everything has been told, whoever asks; the oldest first. */
    public List<Incident> unsettled() {
        return stories.now(incidents.unsettled());
    }

    /**
     * All that is known of one, whoever asks.
     *
     * @throws AlertingRefused if there is none
     */
    public IncidentStory story(long id) {
        return story(id, Reach.ALL).orElseThrow(() -> unknown(id));
    }

    /** Has one that is over counted as told; one that is not stays unsettled. */
    public void settle(long id) {
        incidents.settle(id);
    }

    /**
     * Has the actor look after an incident; one that somebody looks after already stays theirs.
     *
     * @throws AlertingRefused if there is none, or it is over
     */
    @Transactional
    public Incident acknowledge(long id, Reach reach) {
        Incident incident = open(id, reach);
        if (incident.state() == IncidentState.OPEN) {
            incidents.acknowledge(id, now(), access.actor().label());
            tell(incident, "acknowledged", "was acknowledged: " + incident.title());
        }
        return require(id, reach);
    }

    /**
     * Adds what the actor says of an incident.
     *
     * @throws AlertingRefused if there is none, or nothing is said, or too much
     */
    @Transactional
    public IncidentComment comment(long id, String text, Reach reach) {
        Incident incident = require(id, reach);
        access.require(Verb.WRITE, Part.ALERTING, incident.environment());
        String said = text.strip().replace('\0', ' ');
        if (said.isEmpty() || said.length() > LONGEST_COMMENT) {
            throw new AlertingRefused(
                    AlertingRefused.Reason.INVALID,
                    List.of(
                            new AlertingProblem(
                                    "comment.text-wrong",
                                    "text",
                                    said.isEmpty()
                                            ? "The comment says nothing."
                                            : "The comment has more than %,d characters."
                                                    .formatted(LONGEST_COMMENT),
                                    "Write from 1 to %,d characters.".formatted(LONGEST_COMMENT))));
        }
        IncidentComment comment = new IncidentComment(now(), access.actor().label(), said);
        comments.add(id, comment);
        tell(incident, "commented", "has a comment: " + firstLine(said));
        return comment;
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= 200
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 200)) + "…";
    }

    /**
     * Has an incident be over because the actor says so. What still fails of it is no failure any
     * longer until it changes.
     *
     * @throws AlertingRefused if there is none, or it is over already
     */
    @Transactional
    public Incident resolve(long id, Reach reach) {
        Incident incident = open(id, reach);
        Instant now = now();
        String by = access.actor().label();
        incidents.resolve(id, now, by);
        failures.end(id, now, by + " said that it is over");
        tell(incident, "resolved", "was declared to be over: " + incident.title());
        return require(id, reach);
    }

    /** One that is not over, and that nobody else changes until the transaction ends. */
    private Incident open(long id, Reach reach) {
        access.require(Verb.WRITE, Part.ALERTING, require(id, reach).environment());
        incidents.takeTurn();
        Incident incident = require(id, reach);
        if (incident.state() == IncidentState.RESOLVED) {
            throw new AlertingRefused(
                    AlertingRefused.Reason.CONFLICT,
                    List.of(
                            new AlertingProblem(
                                    "incident.over",
                                    "id",
                                    "Incident %d is over.".formatted(id),
                                    "Comment on it, if there is more to say.")));
        }
        return incident;
    }

    private Incident require(long id, Reach reach) {
        return find(id, reach).orElseThrow(() -> unknown(id));
    }

    private static AlertingRefused unknown(long id) {
        return new AlertingRefused(
                AlertingRefused.Reason.UNKNOWN,
                List.of(
                        new AlertingProblem(
                                "incident.unknown",
                                "id",
                                "There is no incident with the id " + id + ".",
                                "See /api/v1/incidents for those there are.")));
    }

    private void tell(Incident incident, String what, String sentence) {
        timeline.append(
                new NewEvent(
                        incident.cause(),
                        incident.environment(),
                        "incident." + what,
                        "Incident %d %s".formatted(incident.id(), sentence),
                        "{\"incident\":%d}".formatted(incident.id()),
                        access.actor().label()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
